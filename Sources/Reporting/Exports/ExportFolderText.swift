import Tabular

/// The folders of tables that an export may be: their files as texts, the one that describes the others last.
package enum ExportFolderText {
  /// What describes the files of a data package or of DDF.
  package static let description = "datapackage.json"
  /// What describes those of a crate.
  package static let crate = "ro-crate-metadata.json"

  static func generator(_ form: String) -> String { "hsi export \(form)" }

  /// The files of a folder that an earlier export filled, by the text of its `description`; nil for any other text.
  ///
  /// Reads just the shape that `DataPackage` writes.
  package static func files(describedBy text: String) -> Set<String>? {
    guard text.contains("\n  \"generator\": \"hsi export ") else { return nil }
    let mark = "\"path\": \""
    var paths: [String] = []
    for line in text.split(separator: "\n") {
      guard let found = line.firstRange(of: mark) else { continue }
      paths.append(line[found.upperBound...].prefix { $0 != "\"" }.description)
    }
    return Set(paths + [description, crate])
  }

  package static func dataPackage(
    _ tables: ExportTables, _ report: Report, _ edition: ReportEdition, form: String = "datapackage"
  ) -> [(name: String, text: String)] {
    let parts = tables.parts.map { (part: $0, text: $0.csv) }
    return parts.map { ($0.part.fileName, $0.text) } + [
      (
        description,
        DataPackage.package(
          report, edition,
          resources: parts.map {
            DataPackage.resource($0.part.name, $0.part.fileName, $0.part.schema, text: $0.text)
          }, generator: generator(form))
      )
    ]
  }

  package static func crate(_ tables: ExportTables, _ report: Report, _ origin: ROCrate.Origin) -> [(
    name: String, text: String
  )] {
    let files = dataPackage(tables, report, origin.edition, form: "rocrate")
    return files + [(crate, ROCrate.render(files, report, origin))]
  }
}
