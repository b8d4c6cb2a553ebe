import Diagnostics
import Tabular

struct ReportFolder {
  /// Links followed, so that the folder itself is renewed and not a link to it.
  let path: String
  /// As the user knows it.
  let shownPath: String

  init(_ path: String) {
    let trimmed = path.withoutTrailingSlashes
    self.path = FileReading.realPath(trimmed) ?? trimmed
    shownPath = trimmed
  }

  /// A report among the figures would count as figures the next time, and one among the lenses is in their way.
  func refuse(inside data: DataFolder, _ lenses: LensFolder) throws {
    guard let (_, what) = data.input(holding: path, lenses) else { return }
    throw Failure.one(
      .commands.outputAmongInputs, "\"\(shownPath)\" is inside \(what)", at: .init(file: shownPath),
      remedy: "choose a folder elsewhere with --output", status: 2)
  }

  /// Writes a report in place of the last one, while no other run does. What is not the report's stays.
  func replace(with files: [(name: String, text: String)], onWait: (Findings) -> Void) throws {
    try alone(onWait: onWait) {
      try FolderReplacement.recover(path, manifest: Self.ownFiles)
      try FolderReplacement(of: path, own: try ownFiles()).replace(with: files)
    }
  }

  /// Works in the folder while no other run does.
  func alone(onWait: (Findings) -> Void, _ work: () throws -> Void) throws {
    let (parent, name) = FileWriting.split(path)
    try FileWriting.makeFolder(parent)
    try FolderLock.alone("\(parent)/.hsi-\(name).lock", onWait: { onWait(.waiting(for: shownPath)) }, work)
  }

  /// Refuses a folder that has files but no manifest of ours: it is not a report, and is not touched at all.
  func refuseOthers() throws { _ = try ownFiles() }

  /// The files that a report of ours wrote; nil where nothing is there yet.
  private func ownFiles() throws -> Set<String>? {
    guard FileReading.exists(path) else { return nil }
    guard FileReading.isFolder(path) else {
      throw Failure.one(
        .commands.notAFolder, "\"\(shownPath)\" is not a folder", at: .init(file: shownPath),
        remedy: "name the folder that the report is to fill", status: 2)
    }
    if FileReading.names(in: path).isEmpty { return nil }
    if ReportPrinter.printsAlone(in: path) { return [] }
    guard let own = Self.ownFiles(path) else {
      throw Failure.one(
        .commands.notAReport, "\"\(shownPath)\" holds files but no report of hsi", at: .init(file: shownPath),
        remedy: "choose another folder with --output, or empty this one", status: 2)
    }
    return own
  }

  /// The files of the report that is there, by its manifest.
  var reported: [String] { Self.ownFiles(path)?.sorted() ?? [] }

  /// The files of a report; nil for a folder without a manifest of ours.
  private static func ownFiles(_ folder: String) -> Set<String>? {
    ManifestRecord(in: folder).map { Set($0.outputs.map(\.name)).union([Manifest.fileName]) }
  }

  /// The names of the vintages of the last report into the folder and of the one before it: Reports/ beside the figures has
  /// plain ones, any other folder its own, by its place.
  func vintages(of data: DataFolder) -> (last: String, earlier: String) {
    let (folder, name) = FileWriting.split(shownPath)
    let parent = FileReading.place(folder)
    if name == "Reports", parent == FileReading.realPath(data.parent) {
      return (VintageStore.lastReport, VintageStore.earlierReport)
    }
    let plain = String(name.prefix(40).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let ending = "-\(plain)-\(Digest.text(of: Array("\(parent)/\(name)".utf8)).prefix(6))"
    return (VintageStore.lastReport + ending, VintageStore.earlierReport + ending)
  }

  /// How pages in the folder link to the data folder: only where both stand side by side.
  func link(to data: DataFolder) -> String {
    guard let own = FileReading.realPath(FileReading.parent(of: path)),
      own == FileReading.realPath(data.parent), let name = data.name
    else { return "" }
    return "../\(name)"
  }
}
