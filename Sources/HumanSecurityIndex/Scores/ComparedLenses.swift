import Diagnostics
import Scoring

/// The lenses beside the figures that an audit sets beside its own: nobody named them, so that one which
/// cannot be read is left out, with a warning, and stops nothing. What is doubtful in their scores is told
/// when they are asked for.
package struct ComparedLenses {
  /// The same figures under each of those that can be compared, in the year of the audit.
  package private(set) var tables: [ScoreTable] = []
  /// The names of the others.
  package private(set) var leftOut: [String] = []
  /// One warning for each of these, and for a folder of lenses that cannot be read.
  package private(set) var findings = Findings()

  package init() {}

  /// Scores under every lens beside the figures but the audited one.
  package init(_ own: Workspace, _ options: FigureChoice) throws {
    let audited = own.lenses.path(of: own.lensChoice).flatMap(FileReading.realPath)
    findings.append(contentsOf: own.lenses.unreadableFolders)
    for file in own.lenses.namesDefaultFirst {
      let path = "\(own.lenses.listed)/\(file).toml"
      let name = LensFolder.name(path)
      if FileReading.realPath(path) == audited { continue }
      if name == own.lens.name {
        leaveOut(name, path, "the audited lens has the same name", "rename one of the two files")
        continue
      }
      do { tables.append(try Self.table(path, own, options)) } catch let failure as Failure {
        leaveOut(name, path, failure.findings, options.data)
      }
    }
  }

  private static func table(_ path: String, _ own: Workspace, _ options: FigureChoice) throws -> ScoreTable {
    var findings = Findings()
    let framework = own.catalogue.framework
    guard let lens = own.lenses.lens(path, framework, into: &findings) else { throw Failure(findings) }
    let restricted = lens.restricted(to: options, framework)
    try Panel.refuseEmpty(restricted, own.cube, options)
    let table = own.cube.score(own.year, by: restricted)
    if table.findings.hasErrors { throw Failure(table.findings) }
    return table
  }

  private mutating func leaveOut(_ name: String, _ path: String, _ found: Findings, _ data: String) {
    let count = found.count(.error)
    let first = found.all.first { $0.severity == .error }
    leaveOut(
      name, path, (count > 1 ? "\(count) errors, first: " : "") + (first?.message ?? "it is empty"),
      "mend it, or take it away: hsi check --data \(data) --lens \(path) tells all that is wrong with it",
      at: first?.place)
  }

  private mutating func leaveOut(
    _ name: String, _ path: String, _ reason: String, _ remedy: String, at place: Diagnostic.Place? = nil
  ) {
    leftOut.append(name)
    let own = place.flatMap { $0.file == path ? $0 : nil }
    findings.append(
      .scores.lensLeftOut, "the lens \(name) is left out of the comparison: \(reason)",
      at: own ?? .init(file: path), remedy: remedy)
  }
}
