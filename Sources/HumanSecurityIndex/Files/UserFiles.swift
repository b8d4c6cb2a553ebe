import Glibc

/// What is the user's in a folder that the program writes anew.
struct UserFiles {
  let folder: String
  /// The files that are the program's, as paths below the folder.
  private let own: Set<String>
  /// The folders that these stand in.
  private let ownFolders: Set<String>

  init(in folder: String, own: Set<String>) {
    (self.folder, self.own) = (folder, own)
    var folders: Set<String> = []
    for file in own {
      var place = FileReading.parent(of: file)
      while place != ".", folders.insert(place).inserted { place = FileReading.parent(of: place) }
    }
    ownFolders = folders
  }

  private typealias Entry = (name: String, traits: FileTraits)

  /// Files and folders of the user, each folder before what is in it.
  private func entries(below place: String = "") throws -> [Entry] {
    try FileReading.names(in: place.isEmpty ? folder : folder + "/" + place).flatMap { name -> [Entry] in
      let entry = place.isEmpty ? name : place + "/" + name
      let traits = FileTraits(folder + "/" + entry)
      // A folder that has the name of a page is none.
      if own.contains(entry), traits?.isFolder != true { return [] }
      guard let traits else {
        if name.unicodeScalars.contains("\u{FFFD}") { throw nameless(entry) }
        return []
      }
      let below = traits.isFolder ? try entries(below: entry) : []
      return ownFolders.contains(entry) && traits.isFolder && below.isEmpty ? [] : [(entry, traits)] + below
    }
  }

  /// Gives everything a second name in a new folder.
  /// - Parameters:
  ///   - pages: the files that the new folder has already.
  ///   - carried: what was carried before and is no longer there goes again.
  /// - Returns: what is there now.
  @discardableResult func carry(to new: String, _ pages: Set<String>, again carried: Set<String> = []) throws
    -> Set<String>
  {
    let entries = try entries()
    for (name, traits) in entries {
      let (from, to) = (folder + "/" + name, new + "/" + name)
      guard !pages.contains(name) else { throw inTheWay(name) }
      let there = FileTraits(to)
      if traits.isFolder {
        guard traits.device == FileTraits(folder)?.device else { throw mounted(name) }
        if there == nil, mkdir(to, 0o755) != 0 { throw FileWriting.failure(from) }
        if there?.isFolder == false { throw inTheWay(name) }
        if there == nil { traits.apply(to: to, adding: 0o700) }
        continue
      }
      if let there {
        if there.identity == traits.identity { continue }
        guard carried.contains(name) else { throw inTheWay(name) }
        unlink(to)
      }
      // What can have no second name, such as another user's file, is moved once the folders are swapped.
      guard link(from, to) == 0 || [EPERM, EMLINK, ENOTSUP, ENOENT].contains(errno) else {
        throw FileWriting.failure(from)
      }
    }
    let now = Set(entries.map(\.name))
    // Longest first, so that folders are empty when their turn comes.
    for name in carried.subtracting(now).sorted(by: >) { Glibc.remove(new + "/" + name) }
    return now
  }

  /// Moves what is nowhere else to where it belongs, then removes the folder.
  /// - Parameters:
  ///   - pages: files there that are the program's, and stay.
  ///   - isNewer: whether what is here came after what has its name there.
  func settle(into new: String, over pages: Set<String>, isNewer: Bool) throws {
    // What comes while others are moved is moved in the next round.
    for _ in 0..<3 where FileTraits(folder) != nil {
      for (name, traits) in try entries() {
        let (from, to) = (folder + "/" + name, new + "/" + name)
        let there = FileTraits(to)
        if traits.isFolder {
          if there == nil, mkdir(to, 0o755) == 0 { traits.apply(to: to, adding: 0o700) }
        } else if there?.identity != traits.identity {
          let isFree = there == nil || isNewer && there?.isFolder == false && !pages.contains(name)
          rename(from, isFree ? to : Self.freeName(beside: to))
        }
      }
      try removeSettled(new)
    }
    guard FileTraits(folder) != nil else { return }
    throw Failure.one(
      .shared.cannotWrite, "what is not the report's in this folder cannot be moved to \(new)",
      at: .init(file: folder), remedy: "move it there yourself, and remove the folder")
  }

  /// Removes what is the program's, and what has a second name in another folder.
  private func removeSettled(_ new: String) throws {
    for file in own { unlink(folder + "/" + file) }
    // Deepest first: what a folder may not do is said to it when nothing is to be moved into it any more.
    for (name, traits) in try entries().reversed() {
      let path = folder + "/" + name
      if traits.isFolder {
        traits.apply(to: new + "/" + name)
        if traits.mode & 0o700 != 0o700 { chmod(path, 0o700) }
        rmdir(path)
      } else if FileTraits(new + "/" + name)?.identity == traits.identity {
        unlink(path)
      }
    }
    for name in ownFolders.sorted(by: >) { rmdir(folder + "/" + name) }
    rmdir(folder)
  }

  private static func freeName(beside path: String) -> String {
    (1...).lazy.map { "\(path).saved-\($0)" }.first { FileTraits($0) == nil } ?? path
  }

  /// Removes a folder with all that is in it, or a file.
  static func remove(_ path: String) {
    guard let traits = FileTraits(path) else { return }
    guard traits.isFolder else {
      unlink(path)
      return
    }
    if traits.mode & 0o700 != 0o700 { chmod(path, 0o700) }
    for name in FileReading.names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }

  private func inTheWay(_ name: String) -> Failure {
    Failure.one(
      .commands.notAReport, "a file that is no report of hsi stands where a page is to go",
      at: .init(file: folder + "/" + name),
      remedy: "move it elsewhere, or choose another folder with --output", status: 2)
  }

  private func nameless(_ name: String) -> Failure {
    Failure.one(
      .commands.notAReport, "the name of a file in the folder of the report is not UTF-8",
      at: .init(file: folder + "/" + name), remedy: "rename it, or choose another folder with --output",
      status: 2)
  }

  private func mounted(_ name: String) -> Failure {
    Failure.one(
      .commands.notAReport, "another file system is mounted in the folder of the report",
      at: .init(file: folder + "/" + name),
      remedy: "mount it elsewhere, or choose another folder with --output", status: 2)
  }
}
