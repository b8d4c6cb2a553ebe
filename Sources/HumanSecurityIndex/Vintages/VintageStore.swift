import CFileSwap
import Diagnostics
import Glibc
import Tabular

/// The vintages that are kept beside a data folder, in `.hsi/`.
///
/// Each file's bytes are kept once, under their digest; the folders of the vintages are names of them, so that a vintage
/// takes no more room than what changed since the others.
package struct VintageStore {
  let path: String
  private static let format = "hsi vintages 1\n"

  /// Looks at what is there; makes nothing.
  package init(beside folder: DataFolder) throws {
    path = folder.sibling(".hsi")
    guard FileReading.isThere(path) else { return }
    for part in ["", "/vintages", "/objects", "/stamps"] {
      if let problem = FileReading.folderObstacle(path + part) {
        throw Failure.one(
          .vintages.damagedStore, "it cannot be read: \(problem.reason)", at: .init(file: path + part))
      }
      guard !part.isEmpty, let traits = FileTraits(path + part), !traits.isFolder else { continue }
      throw Failure.one(.vintages.damagedStore, "it is no folder", at: .init(file: path + part))
    }
    let mark = (try? FileReading.bytes(path + "/format")).map { String(decoding: $0, as: UTF8.self) }
    // A run that was killed before it wrote the mark left an empty folder.
    if mark == Self.format || FileReading.isFolder(path) && FileReading.names(in: path).isEmpty { return }
    throw Failure.one(
      .vintages.damagedStore,
      mark?.hasPrefix("hsi vintages ") == true
        ? "it was made by a newer version of hsi" : "it is not a folder that hsi keeps vintages in",
      at: .init(file: path))
  }

  private var folder: String { path + "/vintages" }

  /// The vintages, by name.
  package var all: [SavedVintage] {
    FileReading.names(in: folder).filter(Self.isName).compactMap { SavedVintage($0, at: folder + "/" + $0) }
  }

  /// What is the matter with those whose record cannot be read; such a one can be dropped.
  package var damaged: Findings {
    var findings = Findings()
    for name in FileReading.names(in: folder) where Self.isName(name) {
      if let doubt = damage(name) { findings.append(contentsOf: doubt.findings) }
    }
    return findings
  }

  private func damage(_ name: String) -> Failure? {
    guard FileReading.isThere(folder + "/" + name), SavedVintage(name, at: folder + "/" + name) == nil else {
      return nil
    }
    let record = folder + "/" + name + "/" + SavedVintage.recordName
    let text = (try? FileReading.bytes(record)).map { String(decoding: $0, as: UTF8.self) }
    return Failure.one(
      .vintages.damagedVintage,
      "the vintage \"\(name)\" "
        + (text?.hasPrefix("# hsi vintage ") == true
          ? "was kept by a newer version of hsi" : "is damaged: its record cannot be read"),
      at: .init(file: record))
  }

  /// A vintage by its name, every byte as it was saved; nil for none of that name.
  package func vintage(_ name: String) throws -> SavedVintage? {
    guard Self.isName(name) else { return nil }
    guard let found = SavedVintage(name, at: folder + "/" + name) else {
      if let damage = damage(name) { throw damage }
      return nil
    }
    try found.verify()
    return found
  }

  /// The vintage of a name; throws, with the nearest name, where there is none.
  package func named(_ name: String) throws -> SavedVintage {
    if let found = try vintage(name) { return found }
    let names = all.map(\.name)
    throw Failure.one(
      .vintages.unknownState, "there is no vintage \"\(name)\"",
      remedy: names.isEmpty
        ? "save one with hsi vintage save NAME" : NearestName.remedy(for: name, among: names), status: 2)
  }

  /// Whether a text can be the name of a vintage: it must not be read as a year or a path.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 80, Int(text) == nil else { return false }
    let isWord = { (byte: UInt8) in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    return isWord(first) && text.utf8.allSatisfy { isWord($0) || [45, 46, 95].contains($0) }
  }

  // MARK: - Changes

  /// Keeps figures and lenses under a name.
  /// - Parameter replacing: whether one of that name may be there already.
  func save(_ wanted: SavedVintage, from sources: (String) -> String, replacing: Bool) throws -> SavedVintage
  {
    guard Self.isName(wanted.name) else {
      throw Failure.one(.vintages.vintageName, "a vintage cannot be called \"\(wanted.name)\"", status: 2)
    }
    return try alone {
      let target = folder + "/" + wanted.name
      if !replacing, FileReading.isThere(target) {
        throw Failure.one(
          .vintages.vintageTaken, "there is a vintage \"\(wanted.name)\" already", at: .init(file: target),
          status: 2)
      }
      removeLeftovers()
      let temporary = temporary(wanted.name)
      defer { UserFiles.remove(temporary) }
      for file in wanted.files {
        let object = try keep(sources(file.name), file.digest)
        try FileWriting.makeFolder(FileReading.parent(of: temporary + "/" + file.name), for: target)
        if link(object, temporary + "/" + file.name) != 0 {
          try FileWriting.replace(temporary + "/" + file.name, with: FileReading.all(object))
        }
      }
      try FileWriting.makeFolder(temporary, for: target)
      try FileWriting.replace(temporary + "/" + SavedVintage.recordName, with: wanted.record)
      try exchange(temporary, target)
      return wanted.at(target)
    }
  }

  /// Gives a vintage another name, in place of one that has it.
  func rename(_ name: String, to other: String) throws {
    try alone {
      let gone = try setAside(other)
      if Glibc.rename(folder + "/" + name, folder + "/" + other) != 0 { throw FileWriting.failure(other) }
      UserFiles.remove(gone)
    }
  }

  /// Calls a vintage that goes what the next run takes for a leftover: a run that is ended while it removes it must not leave
  /// half a vintage under a name.
  private func setAside(_ name: String) throws -> String {
    let temporary = temporary(name)
    if Glibc.rename(folder + "/" + name, temporary) != 0, errno != ENOENT {
      throw FileWriting.failure(folder + "/" + name)
    }
    return temporary
  }

  private func temporary(_ name: String) -> String { "\(folder)/.hsi-\(getpid())-\(name).tmp" }

  /// Removes a vintage, and the bytes that no other has.
  package func drop(_ name: String) throws {
    guard Self.isName(name), FileReading.isThere(folder + "/" + name) else { return _ = try named(name) }
    try alone {
      // Another run may have dropped it by now.
      guard FileReading.isThere(folder + "/" + name) else { return _ = try named(name) }
      UserFiles.remove(try setAside(name))
      removeUnnamedBytes()
    }
  }

  private func alone<Result>(_ work: () throws -> Result) throws -> Result {
    try FileWriting.makeFolder(folder)
    let mark = path + "/format"
    if !FileReading.exists(mark) { try FileWriting.replace(mark, with: Self.format) }
    return try FolderLock.alone(path + "/lock", onWait: {}, work)
  }

  /// Puts a folder in the place of another, which goes.
  private func exchange(_ new: String, _ old: String) throws {
    guard FileReading.isThere(old) else {
      if Glibc.rename(new, old) != 0 { throw FileWriting.failure(old) }
      return
    }
    if file_swap(new, old) != 0 {
      // Without the one step there is a moment at which neither is there.
      UserFiles.remove(old)
      if Glibc.rename(new, old) != 0 { throw FileWriting.failure(old) }
    }
    UserFiles.remove(new)
  }

  /// The file that keeps some bytes, made where it is not there.
  private func keep(_ source: String, _ digest: String) throws -> String {
    let object = "\(path)/objects/\(digest.prefix(2))/\(digest.dropFirst(2))"
    if FileReading.digest(object) == digest { return object }
    let bytes = try FileReading.all(source)
    guard Digest.text(of: bytes) == digest else {
      throw Failure.one(
        .tables.unreadableFile, "the file changed while its vintage was saved", at: .init(file: source),
        remedy: "run it again while nothing else writes there")
    }
    try FileWriting.makeFolder(FileReading.parent(of: object))
    try FileWriting.replace(object, with: bytes)
    // Nobody is to change them by mistake.
    chmod(object, 0o444)
    return object
  }

  /// Removes what runs left that were killed: whoever holds the lock is the only one.
  private func removeLeftovers() {
    for left in FileReading.names(in: folder) where left.hasPrefix(".hsi-") && left.hasSuffix(".tmp") {
      UserFiles.remove(folder + "/" + left)
    }
  }

  private func removeUnnamedBytes() {
    for file in FileWriting.files(below: path + "/objects") {
      var status = stat()
      let object = path + "/objects/" + file
      if lstat(object, &status) == 0, status.st_nlink == 1 { unlink(object) }
    }
  }
}

extension FileReading {
  /// The SHA-256 of a file; nil where it cannot be read.
  static func digest(_ path: String) -> String? { (try? bytes(path)).map { Digest.text(of: $0) } }

  /// The bytes of a file, or what is wrong with it as a failure.
  static func all(_ path: String) throws -> [UInt8] {
    do throws(Problem) { return try bytes(path) } catch {
      throw Failure.one(
        .tables.unreadableFile, "the file cannot be read: \(error.reason)", at: .init(file: path))
    }
  }
}

extension SavedVintage {
  /// The same in another folder.
  fileprivate func at(_ path: String) -> SavedVintage {
    SavedVintage(name, in: path, saved: saved, citation: citation, report: report, files: files)
  }
}
