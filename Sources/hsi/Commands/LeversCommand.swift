import Analysis
import ArgumentParser
import Audit
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Reporting
import Scoring

extension LeverTarget: ExpressibleByArgument {}

/// `hsi levers`: what raising one indicator of a country would bring.
struct LeversCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "levers", abstract: "Rank a country's indicators by what raising one of them would bring.",
    discussion: """
      Each indicator alone is brought to the target, then all of them together: points of the index, ranks \
      gained, who is overtaken. Arithmetic, not a forecast.

      Examples:
        hsi levers KEN
        hsi levers Kenya --peers neighbours --to median
        hsi levers KEN UGA TZA --to goalpost --limit 5
      """)

  @Argument(help: .of("Countries, by code or name.", "country"), completion: .countries) var countries:
    [String]

  @OptionGroup var options: ScoringOptions
  @OptionGroup var peers: PeerOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: .of(
      "To what: median or best-quarter of the peers' scores of the indicator, or goalpost, the best there is.",
      "target")) var to = LeverTarget.bestQuarter

  @Option(
    parsing: .unconditional,
    help: .of("How many indicators of each country to show, as table or md; CSV and JSON have all.", "n"))
  var limit: Int?

  func validate() throws {
    _ = try options.lens()
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    let workspace = try options.workspace()
    let table = try workspace.score()
    let rows = try workspace.places(countries, in: table)
    let choice = try workspace.peerChoice(peers.peers, in: table)
    _ = try Failure.gathering(rows) {
      try table.requireRank(of: $0, remedy: "choose another country, year or lens")
    }
    let unique = rows.indices.filter { rows.firstIndex(of: rows[$0]) == $0 }.map { rows[$0] }
    let peers = try workspace.peers(of: unique, choice, in: table)
    let levers = zip(unique, peers).compactMap { Levers(table, $0, $1, to: to) }
    let page = LeversPage(table, levers, RankIntervals(table), limit: limit ?? (levers.count > 1 ? 5 : 10))
    try output.write(page, from: workspace.catalogue.folder)
  }
}
