import ArgumentParser
import HumanSecurityIndex
import Reporting

/// `hsi history`: one country along years.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "One country along years, and why it moved from each to the next.",
    discussion: """
      Each year's change is divided as hsi diff divides it: figures revised, of another year, come or gone, and so on.

      Examples:
        hsi history KEN
        hsi history Kenya --years 2000-2023
        hsi history KEN --format csv > kenya.csv
      """)

  @Argument(help: "The country, by code or name.", completion: .countries) var country: String

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  @Option(
    parsing: .unconditional,
    help: .of(
      "Years, as 2000-2023, 2015- or -2010. Default: the last \(CountryHistory.usualYears) up to the reference year.",
      "a-b")) var years: YearSpan?

  func validate() throws {
    _ = try options.lens()
    if options.year != nil, years != nil {
      throw ValidationError("choose --year, which is the last, or --years")
    }
    try years?.validate()
  }

  func run() throws {
    let history = try CountryHistory(
      country, options.figures.choice, lens: try options.lens(), years: years, warn: Terminal.report)
    try output.write(
      HistoryPage(history.country, history.steps, whole: history.whole),
      from: history.workspace.catalogue.folder)
  }
}
