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
      Looks at header and content, never at the file's name. Nothing is written.

      Examples:
        hsi sniff ~/Downloads/*.csv
        hsi sniff labour-force.csv --where sex=total --format json
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "Files of figures.") var files: [String]

  @Option(name: .customLong("where"), help: .of("Look at rows with this text in this column.", "column=text"))
  var conditions: [String] = []

  @Option(help: "How the result is written: table or json.") var format = Format.table

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  func validate() throws { _ = try conditions.tests() }

  func run() throws {
    let tests = try conditions.tests()
    let folder = try DataFolder(options.data)
    var findings = Findings()
    let countries = Catalogue.countries(folder, into: &findings)
    try findings.throwErrors()
    var results: [(file: String, survey: TableSurvey?)] = []
    var failed = Findings()
    for file in files {
      do throws(FileReading.Problem) {
        let text = try FileReading.table(file)
        let survey = TableSurvey.read(text, conditions: tests, countries: countries, into: &failed)
        results.append((file, survey))
      } catch {
        failed.append(
          .tables.unreadableFile, "the file cannot be read: \(error.reason)", at: .init(file: file),
          remedy: "check the path")
        results.append((file, nil))
      }
    }
    switch format {
    case .json: Terminal.write(JSONText.array(results.map { SurveyText($0.file, $0.survey).json }).pretty)
    case .table:
      let blocks = results.filter { $0.survey != nil }.map { SurveyText($0.file, $0.survey).plain }
      Terminal.write(blocks.joined(separator: "\n"))
    }
    Terminal.report(failed)
    if failed.hasErrors { throw Failure(Findings(), status: 1) }
  }
}
