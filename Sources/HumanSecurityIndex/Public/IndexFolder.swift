import Diagnostics

/// An index on disk: figures in Data/, lenses in Weights/ beside it, reports in Reports/.
///
/// Nothing is read before it is asked for, and nothing is written but by `writeReport` and
/// `importFigures`.
public struct IndexFolder: Sendable {
  /// The path of the folder of figures.
  public let data: String

  /// - Parameter path: the folder that holds Data/ and Weights/.
  /// - Throws: `IndexError` where it has no folder Data/.
  public init(_ path: String = ".") throws(IndexError) {
    try self.init(data: path == "." ? "Data" : path + "/Data")
  }

  /// - Parameter data: the folder of figures itself, whatever its name.
  /// - Throws: `IndexError` where there is no such folder.
  public init(data: String) throws(IndexError) {
    self.data = try IndexError.wrapping { try DataFolder(data).path }
  }

  /// The names of the lenses, the default one first.
  public var lenses: [String] {
    guard let folder = try? DataFolder(data) else { return [] }
    return LensFolder(beside: folder).namesDefaultFirst
  }

  /// Looks for everything that is wrong or doubtful in figures, tables and lenses.
  /// - Parameter year: the present year, beyond which a figure is doubtful; nil for the clock's.
  /// - Returns: findings in the order in which files are read; none for an index without faults.
  public func check(presentYear year: Int? = nil) throws(IndexError) -> [Finding] {
    try IndexError.wrapping {
      var inspection = Inspection(of: try DataFolder(data))
      inspection.checkFigures(present: year ?? Clock.year)
      inspection.checkTables()
      inspection.checkLenses()
      return inspection.findings.all.map(Finding.init)
    }
  }

  /// Scores and ranks every country.
  /// - Parameters:
  ///   - lens: the name of a lens of Weights/, or a file; nil for `undp-1994`.
  ///   - year: the reference year; nil for the latest in which indicators carrying half of the weight
  ///     have figures of that very year for half of the countries.
  ///   - openOnly: whether indicators whose licence restricts reuse are left out.
  /// - Throws: `IndexError` with everything that is wrong with figures or lens, not only the first.
  public func score(lens: String? = nil, year: Int? = nil, openOnly: Bool = false) throws(IndexError)
    -> IndexRanking
  {
    try IndexError.wrapping {
      var findings = Findings()
      let choice = FigureChoice(data: data, year: year, openOnly: openOnly)
      let panel = try Panel(choice, lenses: lens.map { [$0] } ?? [], takesDefault: true) {
        findings.append(contentsOf: $0)
      }
      let workspace = panel.workspaces[0]
      let table = try workspace.score()
      return IndexRanking(workspace, table, findings.all.map(Finding.init))
    }
  }

  /// Reads publishers' downloads into Data/, as far as Data/imports.toml knows them by their names.
  /// - Parameters:
  ///   - files: paths of tables, in any layout that is read, or of ZIP archives with one table.
  ///   - dryRun: whether only what would change is returned, and nothing is written.
  /// - Returns: what changes, a text for each indicator.
  /// - Throws: `IndexError` where a file cannot be read without error; nothing is written then.
  public func importFigures(_ files: [String], dryRun: Bool = false) throws(IndexError) -> [String] {
    try IndexError.wrapping {
      var run = try ImportRun(into: try DataFolder(data), files)
      let changes = try run.changes(of: try run.knownEntries(), ReplacementChoice()) { _ in }
      if !dryRun { _ = try run.write(changes) }
      return changes.map { $0.summary(isDryRun: dryRun) }
    }
  }
}
