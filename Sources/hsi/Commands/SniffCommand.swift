import ArgumentParser
import Diagnostics
import HumanSecurityIndex
import Ingest
import Reporting
import Tabular

/// `hsi sniff`: what a file is, before anything of it is used.
struct Sniff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what files of figures are: layout, encoding, countries, years, series.",
    discussion: """
      Looks at header and content, never at the file's name. Of a workbook (.xlsx), each sheet with a table \
      is told, or the one that --sheet names. Nothing is written.

      Examples:
        hsi sniff ~/Downloads/*.csv
        hsi sniff labour-force.csv --where sex=total --format json
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "Files of figures.") var files: [String]

  @Option(name: .customLong("where"), help: .of("Look at rows with this text in this column.", "column=text"))
  var conditions: [String] = []

  @Option(help: .of("The sheet of a workbook. Default: all that hold a table.", "name")) var sheet: String?

  @OptionGroup var form: FormOptions

  @Option(help: "How the result is written: table or json.") var format = Format.table

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  func validate() throws { _ = try conditions.tests() }

  /// The names that files are looked at with: those of the data folder, or those that hsi was built with where
  /// nobody named a folder and none is here.
  private func countries() throws -> CountryTable {
    if options.data == DataOptions.usual, !DataFolder.exists(options.data) { return .shipped() }
    var findings = Findings()
    let countries = Catalogue.countries(try DataFolder(options.data), into: &findings)
    try findings.throwErrors()
    return countries
  }

  func run() throws {
    var selection = FigureSelection()
    (selection.conditions, selection.form) = (try conditions.tests(), form.choice)
    (selection.decimal, selection.addsRows) = (form.decimal, form.rows == .sum)
    let countries = try countries()
    let surveys = files.flatMap { FileSurvey.read($0, sheet: sheet, selection, countries: countries) }
    let texts = surveys.map { SurveyText($0.file, $0.survey, $0.refusals, sheet: $0.sheet) }
    var failed = Findings()
    for survey in surveys { failed.append(contentsOf: survey.refusals) }
    switch format {
    case .json: Terminal.write(JSONText.array(texts.map(\.json)).pretty)
    case .table: Terminal.write(texts.map(\.plain).filter { !$0.isEmpty }.joined(separator: "\n"))
    }
    Terminal.report(failed)
    if failed.hasErrors { throw Failure(Findings(), status: 1) }
  }
}
