import Glibc

/// Writing to disk: a reader sees the old file or the new one, never half of one, and a power cut leaves one
/// of them whole.
package enum FileWriting {
  /// Writes to a temporary file beside `path` and renames it. A link is followed; a device or a
  /// pipe, such as /dev/stdout, is written to as it is.
  package static func replace(_ path: String, with text: String) throws {
    try replace(path) { writeAll(text, to: $0) }
  }

  static func replace(_ path: String, with bytes: [UInt8]) throws {
    try replace(path) { descriptor in bytes.withUnsafeBytes { writeAll($0, to: descriptor) } }
  }

  /// - Parameter put: writes to an open file; false, with errno set, when that fails.
  private static func replace(_ path: String, _ put: (Int32) -> Bool) throws {
    let path = FileReading.realPath(path) ?? path
    if FileReading.exists(path), !FileReading.isRegularFile(path) {
      return try write(to: path, for: path, isNew: false, isSynced: false, put)
    }
    let (folder, name) = split(path)
    let temporary = "\(folder)/.hsi-\(getpid())-\(name).tmp"
    // Once it is renamed, nothing is there any more.
    defer { unlink(temporary) }
    try write(to: temporary, for: path, isNew: true, isSynced: true, put)
    guard rename(temporary, path) == 0 else { throw failure(path) }
    syncFolder(folder)
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
      try write(file.text, to: temporary, for: path, isSynced: true)
    }
    for file in staged {
      guard rename(file.temporary, file.path) == 0 else { throw failure(file.path) }
      // Before the next one: a power cut must not keep the later and lose the earlier.
      syncFolder(FileReading.parent(of: file.path))
    }
  }

  /// The files below a folder, as paths relative to it, sorted.
  package static func files(below folder: String) -> [String] {
    FileReading.names(in: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      guard FileTraits(path)?.isFolder == true else { return [name] }
      return files(below: path).map { name + "/" + $0 }
    }
  }

  /// - Parameters:
  ///   - target: the file that is meant where `path` is a temporary one: the user knows no other.
  ///   - isNew: whether the file is to be made, with the mode of the target where one is there.
  ///   - isSynced: whether its bytes are to be on the disk afterwards.
  static func write(
    _ text: String, to path: String, for target: String, isNew: Bool = true, isSynced: Bool = false
  ) throws { try write(to: path, for: target, isNew: isNew, isSynced: isSynced) { writeAll(text, to: $0) } }

  private static func write(
    to path: String, for target: String, isNew: Bool, isSynced: Bool, _ put: (Int32) -> Bool
  ) throws {
    if isNew { unlink(path) }
    let flags = isNew ? O_CREAT | O_EXCL | O_NOFOLLOW : 0
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { throw failure(target) }
    if isNew, let old = FileTraits(target), old.isFile { old.apply(to: descriptor) }
    let isWritten = put(descriptor) && (!isSynced || sync(descriptor))
    let problem = isWritten ? nil : failure(target)
    guard close(descriptor) == 0, problem == nil else { throw problem ?? failure(target) }
  }

  /// Makes a folder, and those above it that are not there.
  /// - Parameter target: the folder that is meant where `path` is a temporary one.
  static func makeFolder(_ path: String, for target: String? = nil) throws {
    if FileReading.isFolder(path) { return }
    try makeFolder(FileReading.parent(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(target ?? path) }
  }

  /// Whether what was written to an open file is on the disk now, or cannot be brought there by asking.
  private static func sync(_ descriptor: Int32) -> Bool {
    fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS
  }

  /// Brings the names in a folder to the disk, as far as the file system does that.
  static func syncFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = sync(descriptor)
    close(descriptor)
  }

  /// What runs left behind that were killed while they wrote a file of this name.
  private static func removeLeftovers(of name: String, in parent: String) {
    for other in leftovers(of: name, in: parent) where FileTraits(parent + "/" + other)?.isFolder == false {
      unlink(parent + "/" + other)
    }
  }

  /// The names of what runs that are over left beside a file or folder of this name.
  static func leftovers(of name: String, in parent: String, ending: String = ".tmp") -> [String] {
    let (start, end) = (".hsi-", "-\(name)\(ending)")
    return FileReading.names(in: parent).filter { other in
      guard other.hasPrefix(start), other.hasSuffix(end), other.count > start.count + end.count,
        let process = pid_t(other.dropFirst(start.count).dropLast(end.count)), process > 0
      else { return false }
      return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
    }
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    return (FileReading.parent(of: path), name)
  }

  static func failure(_ path: String) -> Failure {
    Failure.one(
      .shared.cannotWrite, "cannot write: \(String(cString: strerror(errno)))", at: .init(file: path),
      remedy: "check that the folder exists, may be written to, and has room; "
        + "what stood there before is unchanged")
  }
}
