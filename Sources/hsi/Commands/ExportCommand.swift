import ArgumentParser
import HumanSecurityIndex
import Warehouse

extension ExportForm: ExpressibleByArgument {}
extension FigureShape: ExpressibleByArgument {}

/// `hsi export`: scores and figures in the forms of other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write scores and figures for other programs: a workbook that calculates, SDMX, a database.",
    discussion: """
      xlsx         a workbook: change a weight, a goalpost or a figure, and scores and ranks follow
      datapackage  a folder of CSV files with a description by Data Package 2.0
      sdmx         one file by SDMX-CSV 2.0
      ddf          a folder in Gapminder's format DDF
      sqlite       a database; needs sqlite3 or python3
      parquet      one file, a row an observation; needs duckdb, or python3 with its package duckdb
      rocrate      a data package with a description by RO-Crate 1.1, for archives

      Examples:
        hsi export --to xlsx --output index.xlsx
        hsi export --to datapackage --output package --year 2020
        hsi export --to rocrate --output crate --date 2024-05-31
        hsi export --to parquet --shape wide --output figures.parquet
      """)

  @OptionGroup var options: ScoringOptions

  @Option(help: .of("The form: \(ExportForm.allCases.map(\.rawValue).joined(separator: ", ")).", "form"))
  var to: ExportForm

  @Option(help: .of("The file to write; for datapackage, ddf and rocrate the folder.", "path")) var output:
    String

  @Option(
    help: .of(
      "For parquet: the figures alone, as the statement of hsi sql --input reads them: long, a row a figure, or wide, a row "
        + "a unit. What the lens estimates stands in columns of its own.", "shape")) var shape: FigureShape?

  @Option(help: .of("The day of publication that rocrate states.", "yyyy-mm-dd")) var date: String?

  func validate() throws {
    _ = try options.lens()
    if output.isEmpty { throw ValidationError("--output needs a name") }
    if shape != nil, to != .parquet { throw ValidationError("--shape is for --to parquet alone") }
    guard let date else { return }
    if to != .rocrate { throw ValidationError("--date is for --to rocrate alone") }
    guard Self.isDay(date) else {
      throw ValidationError("--date \(Written.shown(date)) is not a day; write it as 2024-05-31")
    }
  }

  /// Whether a text is a day of the calendar, as YYYY-MM-DD.
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return year > 0 && (1...days[month - 1]).contains(day)
  }

  func run() throws {
    let workspace = try options.workspace()
    let table = try workspace.score()
    let export = IndexExport(workspace, table, published: date, environment: Terminal.environment)
    if let shape {
      try export.writeFigures(shape, to: output)
      return Terminal.write(
        "\(shape.rawValue) figures of \(table.countries.count) \(workspace.lens.index.units) for \(workspace.year) under "
          + "\(workspace.lens.name), written to \(output)\n")
    }
    try export.write(to, to: output, warn: Terminal.report)
    Terminal.write(
      "\(table.rankedCount) of \(table.countries.count) \(workspace.lens.index.units) ranked for "
        + "\(workspace.year) under \(workspace.lens.name), written to \(output)\n")
  }
}
