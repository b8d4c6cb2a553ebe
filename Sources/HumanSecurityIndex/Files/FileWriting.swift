import CFileSwap
import Glibc

/// Writing to disk: a reader sees the old file or the new one, never half of one.
package enum FileWriting {
  /// Writes to a temporary file beside `path` and renames it. A link is followed; a device or a
  /// pipe, such as /dev/stdout, is written to as it is.
  package static func replace(_ path: String, with text: String) throws {
    let path = FileReading.realPath(path) ?? path
    if FileReading.exists(path), !FileReading.isRegularFile(path) {
      return try write(text, to: path, for: path, creating: false)
    }
    let (folder, name) = split(path)
    let temporary = "\(folder)/.hsi-\(getpid())-\(name).tmp"
    // Once it is renamed, nothing is there any more.
    defer { unlink(temporary) }
    try write(text, to: temporary, for: path)
    guard rename(temporary, path) == 0 else { throw failure(path) }
  }

  /// Writes several files, the ones that others speak of first: all of them to temporary files, and
  /// only when that went well are they renamed, one after the other.
  package static func replaceAll(_ files: [(path: String, text: String)]) throws {
    var staged: [(temporary: String, path: String)] = []
    defer { for file in staged { unlink(file.temporary) } }
    for file in files {
      let path = FileReading.realPath(file.path) ?? file.path
      let (folder, name) = split(path)
      try makeFolder(folder)
      removeLeftovers(of: name, in: folder)
      let temporary = "\(folder)/.hsi-\(getpid())-\(name).tmp"
      staged.append((temporary, path))
      try write(file.text, to: temporary, for: path)
    }
    for file in staged where rename(file.temporary, file.path) != 0 { throw failure(file.path) }
  }

  /// Does some work alone among the runs that do so for the same folder, such as to read a file of
  /// it and write it anew. Waits until no other run is at it.
  package static func alone<Result>(in folder: String, _ work: () throws -> Result) rethrows -> Result {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    // Without locks, as on some network drives, the work is done all the same.
    if descriptor >= 0 { while flock(descriptor, LOCK_EX) != 0, errno == EINTR {} }
    return try work()
  }

  /// Writes a whole folder of files in place of the one at `path`, in one step.
  ///
  /// The new folder is made beside the old one and the two change places; an interrupted run
  /// leaves the old one whole. Files of the old folder that are in `keep` move over.
  package static func replaceFolder(
    _ path: String, with files: [(name: String, text: String)], keep: [String]
  ) throws {
    let (parent, name) = split(path)
    let temporary = "\(parent)/.hsi-\(getpid())-\(name).tmp"
    removeFolder(temporary)
    removeLeftovers(of: name, in: parent)
    // What stands there at the end is the old folder, or what was made of the new one.
    defer { removeFolder(temporary) }
    try makeFolder(temporary, for: path)
    for file in files {
      try makeFolder(FileReading.parent(of: temporary + "/" + file.name))
      try write(file.text, to: temporary + "/" + file.name, for: path + "/" + file.name)
    }
    for file in keep {
      try makeFolder(FileReading.parent(of: temporary + "/" + file))
      guard link(path + "/" + file, temporary + "/" + file) == 0 else { throw failure(file) }
    }
    try swap(temporary, path)
  }

  /// The files below a folder, as paths relative to it, sorted.
  package static func files(below folder: String) -> [String] {
    FileReading.names(in: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      guard FileReading.isFolder(path), !isLink(path) else { return [name] }
      return files(below: path).map { name + "/" + $0 }
    }
  }

  private static func swap(_ temporary: String, _ path: String) throws {
    guard FileReading.exists(path) else {
      guard rename(temporary, path) == 0 else { throw failure(path) }
      return
    }
    if file_swap(temporary, path) == 0 { return }
    // A file system that cannot exchange two names: the old folder steps aside for a moment.
    let old = temporary + ".old"
    guard rename(path, old) == 0 else { throw failure(path) }
    guard rename(temporary, path) == 0 else {
      let failure = failure(path)
      rename(old, path)
      throw failure
    }
    removeFolder(old)
  }

  /// - Parameter target: the file that is meant where `path` is a temporary one: the user knows no other.
  private static func write(_ text: String, to path: String, for target: String, creating: Bool = true) throws
  {
    let flags = creating ? O_CREAT | O_TRUNC | O_NOFOLLOW : 0
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { throw failure(target) }
    let problem = writeAll(text, to: descriptor) ? nil : failure(target)
    guard close(descriptor) == 0, problem == nil else { throw problem ?? failure(target) }
  }

  /// - Parameter target: the folder that is meant where `path` is a temporary one.
  private static func makeFolder(_ path: String, for target: String? = nil) throws {
    if FileReading.isFolder(path) { return }
    try makeFolder(FileReading.parent(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(target ?? path) }
  }

  /// What runs left behind that were killed while they wrote the same folder.
  private static func removeLeftovers(of name: String, in parent: String) {
    let (start, end) = (".hsi-", "-\(name).tmp")
    for other in FileReading.names(in: parent) where other.hasPrefix(start) && other.hasSuffix(end) {
      guard let process = pid_t(other.dropFirst(start.count).dropLast(end.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      removeFolder(parent + "/" + other)
    }
  }

  /// Removes a folder with all that is in it, or a file.
  private static func removeFolder(_ path: String) {
    if !FileReading.isFolder(path) || isLink(path) {
      unlink(path)
      return
    }
    for name in FileReading.names(in: path) { removeFolder(path + "/" + name) }
    rmdir(path)
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    return (FileReading.parent(of: path), name)
  }

  private static func failure(_ path: String) -> Failure {
    Failure.one(
      .shared.cannotWrite, "cannot write: \(String(cString: strerror(errno)))", at: .init(file: path),
      remedy: "check that the folder exists, may be written to, and has room; "
        + "what stood there before is unchanged")
  }
}
