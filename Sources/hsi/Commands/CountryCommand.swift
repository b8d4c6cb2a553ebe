import Analysis
import ArgumentParser
import Audit
import HumanSecurityIndex
import Reporting

/// `hsi country`: one country on one screen.
struct CountryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "country",
    abstract: "One country on one screen: rank, trend, strengths and weaknesses beside its peers, gaps.",
    discussion: """
      Examples:
        hsi country KEN
        hsi country Kenya --peers neighbours
        hsi country KEN --format json > kenya.json
      """)

  @Argument(help: "The country, by code or name.", completion: .countries) var country: String

  @OptionGroup var options: ScoringOptions
  @OptionGroup var peers: PeerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { _ = try options.lens() }

  func run() throws {
    let workspace = try options.workspace()
    let table = try workspace.score()
    let row = try workspace.place(country, in: table)
    let choice = try workspace.peerChoice(peers.peers, in: table)
    // Who asks for no peers gets a page without them where there are none.
    let found =
      choice == nil ? Peers(of: row, in: table) : try workspace.peers(of: [row], choice, in: table)[0]
    let answer = CountryAnswer(
      table, row, found, RankIntervals(table), course: CountryCourse(of: row, in: table), options: repeated)
    try output.write(CountryPage(answer), from: workspace.catalogue.folder)
  }

  /// The options of figures and lens that were given, with their values.
  private var repeated: [CountryAnswer.Option] {
    var given: [CountryAnswer.Option] = options.lenses.map { ("--lens", $0) }
    if options.data.data != DataOptions.usual { given.append(("--data", options.data.data)) }
    if let year = options.year { given.append(("--year", String(year))) }
    if let scope = options.figures.scope { given.append(("--scope", scope.rawValue)) }
    if options.figures.openOnly { given.append(("--open-only", nil)) }
    return given
  }
}
