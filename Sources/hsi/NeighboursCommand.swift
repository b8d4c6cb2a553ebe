import ArgumentParser
import Reporting
import Scoring

/// `hsi neighbours`: where a secure country has an insecure neighbourhood.
struct Neighbours: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Set each country's score beside those of its land neighbours.",
    discussion: """
      Needs borders.csv. The countries that are most secure beside their neighbours stand first, \
      those whose neighbours are more secure than they are last.

      Examples:
        hsi neighbours
        hsi neighbours Botswana --lens freedom-from-fear
        hsi neighbours --year 2010 --format csv > neighbourhoods.csv
      """)

  @Argument(
    help: ArgumentHelp("Countries, by code or name. Default: all.", valueName: "country"))
  var countries: [String] = []

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
  func validate() throws { _ = try options.lens() }

    let workspace = try Workspace(options)
    try workspace.catalogue.requireBorders()
    let table = try workspace.score()
    let places = try workspace.places(countries, in: table)
    let page = NeighbourhoodPage(table, countries: places.isEmpty ? nil : places)
    let text =
      switch output.format {
      case .table: page.plain(width: output.width, bold: output.bold)
      case .md: page.markdown
      case .csv: page.csv
      case .json: page.json.pretty
      }
    try output.write(text, from: workspace.catalogue.folder)
  }
}
