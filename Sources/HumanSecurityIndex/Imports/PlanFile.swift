import Diagnostics
import IndexModel
import Ingest
import Tabular

/// Data/imports.toml: which download feeds which indicator.
package struct PlanFile {
  package let path: String
  package let plan: ImportPlan
  private let catalogue: Catalogue
  private let old: String

  /// Reads it; a plan without entries where there is none.
  /// - Parameter folder: read anew; nil for that of the catalogue.
  package init(_ catalogue: Catalogue, in folder: DataFolder? = nil, into findings: inout Findings) {
    let folder = folder ?? catalogue.folder
    self.catalogue = catalogue
    path = folder.path + "/imports.toml"
    let text = folder.textIfPresent("imports.toml", into: &findings)
    plan = text.map { ImportPlan.read($0, framework: catalogue.framework, into: &findings) } ?? ImportPlan()
    old = text.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// The line on which the entry of an indicator begins, from 1; nil where it has no table of its own.
  package func line(of indicator: IndicatorID) -> Int? {
    let lines = old.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { $0.filter { !$0.isWhitespace } == "[\(indicator)]" }.map { $0 + 1 }
  }

  /// The file with entries put in the place of the old ones; none when that changes nothing.
  /// - Throws: a failure when the text is laid out so that an entry cannot be put into it.
  package func files(remembering entries: [ImportPlan.Entry]) throws -> [(path: String, text: String)] {
    let changed = entries.filter { entry in plan.entries.first { $0.indicator == entry.indicator } != entry }
    if changed.isEmpty { return [] }
    let new = changed.reduce(old) { $1.written(into: $0) }
    var findings = Findings()
    let read = ImportPlan.read(SourceText(name: path, new), framework: catalogue.framework, into: &findings)
    guard !findings.hasErrors, changed.allSatisfy(read.entries.contains) else {
      throw Failure.one(
        .replacements.cannotRemember,
        "the entry of \(changed.map(\.indicator.rawValue).joined(separator: ", ")) cannot be "
          + "written into this file", at: .init(file: path),
        remedy: "write each indicator as a table of its own: [id], then source = [ { file = … } ]")
    }
    return [(path, new)]
  }

  /// Writes figures, and then where they are from. The caller keeps other runs out since it read the figures.
  /// - Returns: imports.toml, when it changed.
  package static func write(
    _ changes: [FigureChange], remembering entries: [ImportPlan.Entry], _ catalogue: Catalogue
  ) throws -> [(path: String, text: String)] {
    // Read anew: another run may have written it since the catalogue was read.
    var findings = Findings()
    let plan = try PlanFile(catalogue, in: try catalogue.folder.unread, into: &findings).files(
      remembering: entries)
    try findings.throwErrors()
    try FileWriting.replaceAll(changes.flatMap(\.files) + plan)
    return plan
  }
}
