import ArgumentParser
import Diagnostics
import HumanSecurityIndex
import IndexModel
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

  @Argument(help: .of("Countries, by code or name. Default: all.", "country"), completion: .countries)
  var countries: [String] = []

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { _ = try options.lens() }

  func run() throws {
    let workspace = try options.workspace()
    try workspace.catalogue.requireBorders()
    let table = try workspace.score()
    let places = try workspace.places(countries, in: table)
    try noteIslands(places, table)
    let page = NeighbourhoodPage(table, countries: places.isEmpty ? nil : places)
    try output.write(page, from: workspace.catalogue.folder)
  }

  /// Warns of named countries that have no land neighbour; throws where none of them has one.
  private func noteIslands(_ places: [RowIndex], _ table: ScoreTable) throws {
    let known = table.neighbourhoods().map(\.country)
    let islands = places.filter { !known.contains($0) }
    let isNoneLeft = islands.count == places.count
    var findings = Findings()
    for place in islands {
      let isIsland = table.cube.neighbours[table.countries[place]].isEmpty
      findings.append(
        .commands.noNeighbour.as(isNoneLeft ? .error : .warning),
        "\(table.country(place).name) has no land neighbour"
          + (isIsland ? "" : " among the countries scored"),
        remedy: isIsland ? "choose a country that stands in borders.csv" : "add --scope all")
    }
    if findings.hasErrors { throw Failure(findings, status: 2) }
    Terminal.report(findings)
  }
}
