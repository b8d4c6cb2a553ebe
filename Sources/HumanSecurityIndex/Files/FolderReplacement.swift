import CFileSwap
import Glibc

/// Writes a whole folder of files in place of another one, in one step.
///
/// The new folder is made beside the old one and the two change places; an interrupted run leaves the old
/// one whole. What is the user's in the old folder is in the new one before they do, as a second name of
/// the same file; what comes to the old one in between is fetched afterwards. The caller holds the lock.
struct FolderReplacement {
  /// Where the folder stands.
  let path: String
  /// What of the old folder is ours, and goes; nil where nothing is there, or an empty folder.
  let own: Set<String>?
  private let temporary: String
  private let parent: String
  private let old: FileTraits?

  init(of path: String, own: Set<String>?) {
    (self.path, self.own, old) = (path, own, FileTraits(path))
    let name = FileWriting.split(path).name
    parent = FileReading.parent(of: path)
    temporary = "\(parent)/.hsi-\(getpid())-\(name).tmp"
  }

  /// - Parameter files: the one that names all the others is the last: a folder without it is half of one.
  func replace(with files: [(name: String, text: String)]) throws {
    try refuseProtected()
    UserFiles.remove(temporary)
    var isSwapped = false
    defer { if !isSwapped { UserFiles.remove(temporary) } }
    try FileWriting.makeFolder(parent)
    guard mkdir(temporary, 0o755) == 0 else { throw FileWriting.failure(path) }
    old?.apply(to: temporary, adding: 0o700)
    for file in files { try write(file.name, file.text, isLast: file.name == files.last?.name) }
    let user = UserFiles(in: path, own: own ?? [])
    let pages = Set(files.map(\.name))
    let carried = try user.carry(to: temporary, pages)
    try sync()
    try user.carry(to: temporary, pages, again: carried)
    let stale = try swap()
    isSwapped = true
    FileWriting.syncFolder(parent)
    if let stale { try UserFiles(in: stale, own: own ?? []).settle(into: path, over: pages, isNewer: true) }
    old?.apply(to: path)
  }

  /// A folder that may not be written to is left alone, though its place could be taken: whoever protects a report means
  /// to keep it.
  private func refuseProtected() throws {
    let folders = Set((own ?? []).map { FileReading.parent(of: path + "/" + $0) }).sorted()
    for folder in folders where FileReading.isFolder(folder) {
      guard faccessat(AT_FDCWD, folder, W_OK, AT_EACCESS) == 0 else { throw FileWriting.failure(folder) }
    }
  }

  private func write(_ name: String, _ text: String, isLast: Bool) throws {
    let target = temporary + "/" + name
    try makeFolder(FileReading.parent(of: name))
    // Until it is whole, the last one has another name.
    let written = isLast ? target + ".part" : target
    if !isThere(name, text) || link(path + "/" + name, written) != 0 {
      try FileWriting.write(text, to: written, for: path + "/" + name)
    }
    if isLast, rename(written, target) != 0 { throw FileWriting.failure(path + "/" + name) }
  }

  /// Whether a file of ours has these bytes already: then it stays as it is, under its second name.
  private func isThere(_ name: String, _ text: String) -> Bool {
    guard own?.contains(name) == true, FileTraits(path + "/" + name)?.isFile == true,
      let there = try? FileReading.bytes(path + "/" + name)
    else { return false }
    return there.elementsEqual(text.utf8)
  }

  private func makeFolder(_ name: String) throws {
    let folder = temporary + "/" + name
    guard name != ".", !FileReading.isFolder(folder) else { return }
    try makeFolder(FileReading.parent(of: name))
    guard mkdir(folder, 0o755) == 0 else { throw FileWriting.failure(path + "/" + name) }
    if let old = FileTraits(path + "/" + name), old.isFolder { old.apply(to: folder, adding: 0o700) }
  }

  /// All bytes and names of the new folder are on the disk before it takes its place: one call for the whole
  /// file system, which is faster than one for each of some two hundred files.
  private func sync() throws {
    let descriptor = open(temporary, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileWriting.failure(path) }
    defer { close(descriptor) }
    guard file_system_sync(descriptor) == 0 || ![EIO, ENOSPC, EDQUOT].contains(errno) else {
      throw FileWriting.failure(path)
    }
  }

  /// - Returns: where the old folder stands now; nil where there was none.
  private func swap() throws -> String? {
    // Nothing, or an empty folder, is there: a name can be taken from these in one step.
    guard own != nil else {
      guard rename(temporary, path) == 0 else { throw FileWriting.failure(path) }
      return nil
    }
    if file_swap(temporary, path) == 0 { return temporary }
    // A file system that cannot exchange two names: the old folder steps aside for a moment.
    let aside = temporary + ".old"
    guard rename(path, aside) == 0 else { throw FileWriting.failure(path) }
    guard rename(temporary, path) == 0 else {
      let failure = FileWriting.failure(path)
      rename(aside, path)
      throw failure
    }
    return aside
  }

  /// Whether a run was killed while it wrote the folder, and nobody has put that right.
  static func isInterrupted(_ path: String) -> Bool {
    let (parent, name) = FileWriting.split(path)
    return [".tmp.old", ".tmp"].contains { !FileWriting.leftovers(of: name, in: parent, ending: $0).isEmpty }
  }

  /// Puts right what runs left that were killed while they wrote the folder. What is the user's in it, and
  /// in no other place, comes back.
  /// - Parameter manifest: what is ours of a folder; nil for one that is half made.
  static func recover(_ path: String, manifest: (String) -> Set<String>?) throws {
    let (parent, name) = FileWriting.split(path)
    for ending in [".tmp.old", ".tmp"] {
      for leftover in FileWriting.leftovers(of: name, in: parent, ending: ending) {
        let folder = parent + "/" + leftover
        if ending == ".tmp.old", FileTraits(path) == nil, rename(folder, path) == 0 { continue }
        guard FileTraits(folder)?.isFolder == true, let own = manifest(folder), FileReading.isFolder(path)
        else {
          UserFiles.remove(folder)
          continue
        }
        let pages = manifest(path) ?? []
        try UserFiles(in: folder, own: own).settle(into: path, over: pages, isNewer: false)
      }
    }
  }
}
