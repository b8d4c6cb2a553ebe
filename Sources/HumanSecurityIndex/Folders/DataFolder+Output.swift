import Diagnostics

extension DataFolder {
  /// Which of the folders that nothing is written into holds a path, and what it is; nil for none: figures, lenses, and
  /// what is kept of both.
  func input(holding output: String, _ lenses: LensFolder) -> (path: String, what: String)? {
    let folders =
      [(path, "the data folder")] + lenses.folders.map { ($0, "the folder of lenses") } + [
        (sibling(".hsi"), "the folder of vintages")
      ]
    return folders.first { FileReading.isThere($0.0) && FileReading.isInside(output, $0.0) }
  }

  /// Figures, lenses, what is kept of them and the files of a report are never overwritten by a result.
  package func refuseOutput(_ output: String) throws {
    if let (source, _) = input(holding: output, LensFolder(beside: self)) {
      throw Failure.one(
        .commands.outputAmongInputs, "\"\(output)\" is inside \"\(source)\"", at: .init(file: output),
        remedy:
          "write results elsewhere: figures and lenses, and what is kept of them, are never overwritten",
        status: 2)
    }
    let (folder, name) = FileWriting.split(output)
    guard let record = ManifestRecord(in: folder),
      name == Manifest.fileName || record.outputs.contains(where: { $0.name == name })
    else { return }
    throw Failure.one(
      .commands.outputAmongInputs, "\"\(output)\" is a file of a report", at: .init(file: output),
      remedy: "write results elsewhere, or make the report again with hsi report", status: 2)
  }
}
