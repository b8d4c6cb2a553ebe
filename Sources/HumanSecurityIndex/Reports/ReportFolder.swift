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

  /// A report among the figures would count as figures the next time.
  func refuse(inside data: DataFolder) throws {
    guard FileReading.isInside(path, data.path) else { return }
    throw Failure.one(
      .commands.outputAmongInputs, "\"\(shownPath)\" is inside the data folder", at: .init(file: shownPath),
      remedy: "choose a folder elsewhere with --output", status: 2)
  }

  /// Files of the folder that no report of ours wrote: they stay. A folder that has files but no
  /// manifest of ours is not a report, and is not touched at all.
  func foreignFiles() throws -> [String] {
    guard FileReading.exists(path) else { return [] }
    guard FileReading.isFolder(path) else {
      throw Failure.one(
        .commands.notAFolder, "\"\(shownPath)\" is not a folder", at: .init(file: shownPath),
        remedy: "name the folder that the report is to fill", status: 2)
    }
    if FileReading.names(in: path).isEmpty { return [] }
    guard let bytes = try? FileReading.bytes(path + "/manifest.json"),
      let own = Manifest.outputs(in: String(decoding: bytes, as: UTF8.self))
    else {
      throw Failure.one(
        .commands.notAReport, "\"\(shownPath)\" holds files but no report of hsi", at: .init(file: shownPath),
        remedy: "choose another folder with --output, or empty this one", status: 2)
    }
    return FileWriting.files(below: path).filter { !own.contains($0) && $0 != "manifest.json" }
  }

  /// How pages in the folder link to the data folder: only where both stand side by side.
  func link(to data: DataFolder) -> String {
    guard let own = FileReading.realPath(FileReading.parent(of: path)),
      own == FileReading.realPath(data.parent), let name = data.path.split(separator: "/").last
    else { return "" }
    return "../\(name)"
  }
}
