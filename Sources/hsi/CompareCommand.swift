import ArgumentParser
import Audit
import Reporting

/// `hsi compare`: how far lenses agree, and where they part.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Set the ranks of lenses beside each other: correlations, widest differences, causes.",
    discussion: """
      Compares every two of the lenses over the countries that both rank, in one year: the one \
      chosen, or the earliest of those that the lenses take by themselves.

      Examples:
        hsi compare
        hsi compare undp-1994 realist --furthest 5
        hsi compare --format csv > agreement.csv
      """)

  @Argument(
    help: ArgumentHelp(
      "Lenses: names in Weights/, or files. Default: all in Weights/.", valueName: "lens"))
  var lenses: [String] = []

  @OptionGroup var options: FigureOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("How many countries to name for each two lenses.", valueName: "n"))
  var furthest = 3

  func validate() throws {
    if lenses.count == 1 { throw ValidationError("a comparison needs two lenses, or none for all") }
    if furthest < 0 { throw ValidationError("--furthest must be at least 0") }
  }

  func run() throws {
    let panel = try Panel(options, lenses: lenses)
    guard panel.workspaces.count > 1 else {
      throw ValidationError("there is only one lens in Weights/; a comparison needs two")
    }
    let page = ComparisonPage(
      LensComparison.pairs(try panel.scores()), yearNote: panel.yearNote, furthest: furthest)
    let text =
      switch output.format {
      case .table: page.plain(width: output.width, bold: output.bold)
      case .md: page.markdown
      case .csv: page.csv
      case .json: page.json.pretty
      }
    try output.write(text, from: panel.workspaces[0].catalogue.folder)
  }
}
