import Diagnostics

extension DataFolder {
  /// Figures, lenses, what is kept of them and the files of a report are never overwritten by a result.
  package func refuseOutput(_ output: String) throws {
    let folders = [path] + LensFolder(beside: self).folders + [sibling(".hsi")]
    for source in folders where FileReading.isThere(source) && FileReading.isInside(output, source) {
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
