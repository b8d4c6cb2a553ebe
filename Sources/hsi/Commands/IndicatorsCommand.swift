import ArgumentParser
import HumanSecurityIndex
import IndexModel
import Reporting

/// `hsi indicators`: the codebook.
struct Indicators: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "List the indicators, or describe single ones: meaning, source, coverage, statistics, correlations.",
    discussion: """
      Without ID a terminal gets the indicators of weight as a list; csv, json and md have every series \
      of the catalogue in full.

      Examples:
        hsi indicators
        hsi indicators homicide-rate
        hsi indicators aid-for-people --countries
        hsi indicators --lens realist --year 2020
        hsi indicators --format csv > codebook.csv
      """)

  @Argument(help: .of("Indicators, by identifier or name. Default: all.", "id"), completion: .indicators)
  var indicators: [String] = []

  @Flag(help: "The value of every country, the safest first, with file and line; needs ID.") var countries =
    false

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    _ = try options.lens()
    if countries, indicators.isEmpty {
      throw ValidationError("--countries needs an indicator: hsi indicators homicide-rate --countries.")
    }
  }

  func run() throws {
    let workspace = try options.workspace()
    var wanted: [IndicatorIndex] = []
    for index in try Failure.gathering(indicators, { try workspace.catalogue.place(ofIndicator: $0) })
    where !wanted.contains(index) { wanted.append(index) }
    let (table, folder) = (try workspace.score(), workspace.catalogue.folder)
    if countries {
      try output.write(CountryValuesPage(table, wanted, dataFolder: folder.path), from: folder)
    } else {
      try output.write(CodebookPage(table, wanted), from: folder)
    }
  }
}
