import Diagnostics
import Reporting
import Tabular

/// Whether a report is what its manifest says, and what its figures and lens make.
package struct ReportVerification {
  /// What is not as the manifest has it, by file: each with what is wrong.
  package private(set) var differences: [(file: String, what: String)] = []
  /// What cannot be verified, in sentences.
  package private(set) var doubts: [String] = []
  /// How many files were held against the manifest.
  package private(set) var files = 0

  /// - Parameters:
  ///   - manifest: the path of the manifest.
  ///   - data: the folder of figures.
  package init(_ manifest: String, data: String, warn: @escaping (Findings) -> Void) throws {
    let path =
      FileReading.isFolder(manifest) ? manifest.withoutTrailingSlashes + "/" + Manifest.fileName : manifest
    let text = String(decoding: try FileReading.all(path), as: UTF8.self)
    guard let record = ManifestRecord(text), let making = record.making else {
      throw Failure.one(
        .commands.notAReport, "this is no manifest of a report of hsi", at: .init(file: path),
        remedy: "name the manifest.json of a report", status: 2)
    }
    guard record.version <= Manifest.version else {
      throw Failure.one(
        .commands.notAReport, "this report was made by a newer version of hsi", at: .init(file: path),
        remedy: "verify it with \(making.tool)", status: 2)
    }
    let folder = FileReading.parent(of: path)
    let source = try DataFolder(data)
    compare(record.outputs, "of the report", in: folder + "/")
    compare(record.inputs, "that it was made of", in: source.path + "/", dropping: "Data/".count)
    let known = Set(record.inputs.map(\.name))
    for file in Vintage.files(of: source) where !known.contains("Data/" + file) {
      differences.append((source.path + "/" + file, "is new since the report"))
    }
    // Other figures make another report, which says nothing more.
    if differences.contains(where: { $0.file.hasPrefix(source.path + "/") }) {
      doubts.append("The report was not made again, since its figures are others.")
      return
    }
    try recompute(record, making, text, folder, data, warn)
  }

  private mutating func compare(
    _ entries: [ManifestRecord.Entry], _ what: String, in folder: String, dropping count: Int = 0
  ) {
    files += entries.count
    for entry in entries {
      let path = folder + entry.name.dropFirst(count)
      let there = FileReading.digest(path)
      if there == entry.digest { continue }
      differences.append(
        (path, there == nil ? "is gone, a file \(what)" : "has other bytes than the file \(what)"))
    }
  }

  private mutating func recompute(
    _ record: ManifestRecord, _ making: ManifestRecord.Making, _ text: String, _ folder: String,
    _ data: String, _ warn: @escaping (Findings) -> Void
  ) throws {
    let options = FigureChoice(
      data: data, year: making.year, scope: making.scope, openOnly: making.isOpenOnly)
    let workspace = try Panel(options, lenses: [making.lens], warn: warn).workspaces[0]
    let table = try workspace.score()
    let made = try workspace.madeReport(table, in: folder, making.language)
    var unknown: Set<String> = [Manifest.fileName]
    if made.previous != record.previous {
      unknown.formUnion([ReportChanges.fileName, MadeReport.page])
      doubts.append(
        "\(ReportChanges.fileName) and what \(MadeReport.page) says of changes cannot be verified: the vintage that "
          + "the report was compared with is not kept here.")
    }
    if making.tool != "hsi \(Release.version)" {
      doubts.append("The report was made by \(making.tool), and is verified by hsi \(Release.version).")
    }
    let digests = Dictionary(
      record.outputs.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    for file in made.files where !unknown.contains(file.name) {
      if digests[file.name] == Digest.text(of: Array(file.text.utf8)) { continue }
      differences.append(("\(folder)/\(file.name)", "is not what these figures and this lens make"))
    }
    // Where a file differs, or cannot be verified, so does its digest in the manifest.
    guard differences.isEmpty, doubts.isEmpty, made.files.last?.text != text else { return }
    differences.append(("\(folder)/\(Manifest.fileName)", "is not what these figures and this lens make"))
  }
}
