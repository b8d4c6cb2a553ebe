import ArgumentParser
import Diagnostics
import HumanSecurityIndex

/// `hsi report`: the published pages.
struct MakeReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the report: ranking, country pages, map, tables for machines.",
    discussion: """
      Writes index.html, ranking.md, audit.md, countries/, scores.csv, indicators.csv, scores.json, \
      datapackage.json and manifest.json, all at once: an interrupted run leaves the old report.

      Examples:
        hsi report
        hsi report --year 2015 --output Reports-2015
      """)

  @OptionGroup var options: ScoringOptions

  @Option(help: .of("The folder to write. Default: Reports, beside the data folder.", "dir")) var output:
    String?

  func validate() throws {
    _ = try options.lens()
    if output == "" { throw ValidationError("--output needs the name of a folder") }
  }

  func run() throws {
    let workspace = try options.workspace()
    let written = try workspace.writeReport(try workspace.score(), to: output, warn: Terminal.report)
    Terminal.write(
      "\(written.ranked) of \(written.ranked + written.unranked.count) countries ranked for "
        + "\(workspace.year) under \(workspace.lens.name); \(written.files) files in " + "\(written.folder)\n"
    )
    for country in written.unranked {
      Terminal.write(Diagnostic.printable("unranked: \(country.name), \(country.reason)") + "\n")
    }
  }
}
