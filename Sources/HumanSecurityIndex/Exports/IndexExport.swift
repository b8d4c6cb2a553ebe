import Analysis
import Audit
import Diagnostics
import IndexModel
import Reporting
import Scoring
import Warehouse

/// The forms in which scores and figures are handed to other programs.
package enum ExportForm: String, CaseIterable, Sendable {
  /// A workbook that calculates.
  case xlsx
  /// A folder of CSV with a description by Data Package 2.0.
  case datapackage
  /// SDMX-CSV 2.0.
  case sdmx
  /// A folder in Gapminder's format.
  case ddf
  /// A database file.
  case sqlite
  /// A table of columns, one observation a row.
  case parquet
  /// A data package with a description by RO-Crate, for archives.
  case rocrate

  /// Whether it is a folder, not a file.
  package var isFolder: Bool { [.datapackage, .ddf, .rocrate].contains(self) }
}

/// Writes the scores of a year, and the figures behind them, in one of the forms.
package struct IndexExport {
  package let workspace: Workspace
  package let table: ScoreTable
  /// The day of publication, which a crate states.
  package var published: String?
  /// Looks a variable of the environment up, for where programs are.
  package let environment: (String) -> String?

  package init(
    _ workspace: Workspace, _ table: ScoreTable, published: String?,
    environment: @escaping (String) -> String?
  ) {
    (self.workspace, self.table, self.published) = (workspace, table, published)
    self.environment = environment
  }

  /// Writes a file, or a folder, in place of the last one; what fails leaves that whole.
  /// - Parameter warn: takes what stops nothing.
  package func write(_ form: ExportForm, to output: String, warn: (Findings) -> Void) throws {
    try refuse(output, form)
    if form == .xlsx { try refuseLimits() }
    try refuseIDs(form)
    let intervals = RankIntervals(table)
    let tables = ExportTables(table, intervals)
    switch form {
    case .xlsx:
      let workbook = IndexWorkbook.make(
        table, intervals, try edition(), dataFolder: workspace.catalogue.folder.path)
      try FileWriting.replace(output, with: try WorkbookFile.bytes(of: workbook, for: output))
    case .sdmx:
      try FileWriting.replace(
        output, with: Diagnostic.printableLines(SDMXText.render(tables, version: Release.version)))
    case .sqlite:
      let database = ConvertedTables(tables: tables, environment: environment, target: output)
      try FileWriting.replace(output, with: try database.sqlite())
    case .parquet:
      let (columns, csv) = SQLText.observations(tables)
      try writeParquet(columns, csv, to: output)
    case .datapackage, .ddf, .rocrate:
      try replaceFolder(output, with: try files(form, tables, intervals, warn: warn), warn: warn)
    }
  }

  /// Writes the figures as a statement of SQL reads them.
  /// - Parameter shape: a row a figure, or a row a unit.
  package func writeFigures(_ shape: FigureShape, to output: String) throws {
    try refuse(output, .parquet)
    let plan = try StatementSource(workspace).plan(.duckdb, shape)
    let figures = WarehouseTables(table, plan).figures
    try writeParquet(figures.columns, figures.csv, to: output)
  }

  private func writeParquet(_ columns: [SQLText.Column], _ csv: String, to output: String) throws {
    let file = ParquetFile(columns: columns, csv: csv, environment: environment, target: output)
    try FileWriting.replace(output, with: try file.bytes())
  }

  // MARK: - What is written

  private func edition() throws -> ReportEdition { edition(try Vintage(of: workspace.catalogue.folder)) }

  private func edition(_ vintage: Vintage) -> ReportEdition {
    ReportEdition(toolVersion: Release.version, vintage: vintage.name, dataFolder: "")
  }

  private func files(
    _ form: ExportForm, _ tables: ExportTables, _ intervals: RankIntervals?, warn: (Findings) -> Void
  ) throws -> [(name: String, text: String)] {
    let report = Report(table, ranges: RankRange.leavingOutEachDimension(table), intervals: intervals)
    let vintage = try Vintage(of: workspace.catalogue.folder)
    let edition = edition(vintage)
    switch form {
    case .ddf: return DDFTables.files(tables, report, edition)
    case .rocrate:
      if published == nil {
        warn(
          Findings(
            Diagnostic(
              .exports.noDate, "the crate does not say when it was published, which archives ask for",
              remedy: "give the day with --date YYYY-MM-DD")))
      }
      let lens = (name: "Weights/\(table.lens.name).toml", digest: try workspace.lensDigest())
      return ExportFolderText.crate(
        tables, report,
        ROCrate.Origin(edition: edition, inputs: vintage.inputs + [lens], published: published))
    default: return ExportFolderText.dataPackage(tables, report, edition)
    }
  }

  // MARK: - Where it is written

  private func refuse(_ output: String, _ form: ExportForm) throws {
    try workspace.catalogue.folder.refuseOutput(output)
    if !form.isFolder, FileReading.isFolder(output) {
      throw Failure.one(
        .exports.notAFile, "\"\(output)\" is a folder, and \(form.rawValue) is a file",
        at: .init(file: output), remedy: "name the file with --output", status: 2)
    }
  }

  /// Ids of units may hold what codes of other formats may not.
  private func refuseIDs(_ form: ExportForm) throws {
    let extra: String
    switch form {
    case .sdmx: extra = "-_"
    case .ddf: extra = "_"
    default: return
    }
    let wrong = table.rows.lazy.map { table.country($0).code.description }.first { id in
      id.contains { !$0.isLetter && !$0.isNumber && !extra.contains($0) }
    }
    guard let wrong else { return }
    throw Failure.one(
      .exports.notExpressible,
      "the id \"\(wrong)\" is no code of \(form.rawValue), which allows letters, digits and \(extra.map(String.init).joined(separator: " "))",
      remedy: "choose another form with --to, or give the units other ids")
  }

  private func refuseLimits() throws {
    let obstacles = WorkbookLimits.obstacles(table)
    if obstacles.isEmpty { return }
    var findings = Findings()
    for obstacle in obstacles {
      findings.append(
        .exports.notExpressible,
        "formulas do not express \(obstacle.judgement) of \(table.lens.name): \(obstacle.reason)",
        remedy: "choose another --lens, or another form with --to")
    }
    throw Failure(findings)
  }

  private func replaceFolder(
    _ output: String, with files: [(name: String, text: String)], warn: (Findings) -> Void
  ) throws {
    let folder = ReportFolder(output)
    try folder.alone(onWait: warn) {
      try FolderReplacement.recover(folder.path) { Self.ownFiles($0) }
      let replacement = FolderReplacement(of: folder.path, own: try ownFiles(of: folder))
      try replacement.replace(with: files.map { ($0.name, Diagnostic.printableLines($0.text)) })
    }
  }

  /// The files that an earlier export wrote there; nil where nothing is there yet.
  private func ownFiles(of folder: ReportFolder) throws -> Set<String>? {
    guard FileReading.exists(folder.path) else { return nil }
    guard FileReading.isFolder(folder.path) else {
      throw Failure.one(
        .commands.notAFolder, "\"\(folder.shownPath)\" is not a folder", at: .init(file: folder.shownPath),
        remedy: "name the folder that the export is to fill", status: 2)
    }
    if FileReading.names(in: folder.path).isEmpty { return nil }
    guard let own = Self.ownFiles(folder.path) else {
      throw Failure.one(
        .exports.notAnExport, "\"\(folder.shownPath)\" holds files but no export of hsi",
        at: .init(file: folder.shownPath), remedy: "choose another folder with --output, or empty this one",
        status: 2)
    }
    return own
  }

  private static func ownFiles(_ folder: String) -> Set<String>? {
    guard let bytes = try? FileReading.bytes("\(folder)/\(ExportFolderText.description)") else { return nil }
    return ExportFolderText.files(describedBy: String(decoding: bytes, as: UTF8.self))
  }
}
