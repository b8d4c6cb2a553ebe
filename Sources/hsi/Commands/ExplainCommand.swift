import Analysis
import ArgumentParser
import Audit
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Reporting
import Scoring

/// `hsi explain`: one country's score taken apart.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a country's score apart, or the difference between two countries.",
    discussion: """
      One country: down to file and line of each figure. Two: why the first stands above or below \
      the second, dimension by dimension and indicator by indicator.

      Examples:
        hsi explain NOR
        hsi explain Kenya --dimension food --year 2019
        hsi explain Denmark Rwanda
        hsi explain Kenya --from 2015           why it moved since then
      """)

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The country, by code or name.", completion: .countries) var country: String

  @Argument(help: "Another country, to be compared with.", completion: .countries) var other: String?

  @Option(help: .of("Only this dimension.", "name")) var dimension: String?

  @Option(
    parsing: .unconditional, help: .of("Why its score and rank changed since this year, up to --to.", "year"))
  var from: Int?

  @Option(
    parsing: .unconditional, help: .of("With --from: the later year. Default: the reference year.", "year"))
  var to: Int?

  @Option(
    parsing: .unconditional,
    help: .of(
      "With --from: how many figures to show, as table or md; CSV and JSON have all. Default: 10.", "n"))
  var limit: Int?

  func validate() throws {
    _ = try options.lens()
    if let limit, limit < 0 { throw ValidationError("--limit must be at least 0") }
    if from == nil, limit != nil { throw ValidationError("--limit needs --from") }
    for year in [from, to].compactMap({ $0 }) where !figureYears.contains(year) {
      throw ValidationError("\(year) is not a year from 1500 to 2200")
    }
    if from == nil, to != nil { throw ValidationError("--to needs --from") }
    guard from != nil else { return }
    if options.year != nil { throw ValidationError("choose --year, or --from and --to") }
    if other != nil || dimension != nil {
      throw ValidationError("--from takes one country, and leaves out --dimension")
    }
  }

  func run() throws {
    if let from {
      let comparison = try StateComparison(
        (String(from), to.map(String.init)), options.figures.choice, lens: try options.lens(),
        only: [country], warn: Terminal.report)
      return try Diff.write(comparison, [country], limit: limit ?? 10, output)
    }
    let workspace = try options.workspace()
    let table = try workspace.score()
    let places = try workspace.places([country] + (other.map { [$0] } ?? []), in: table)
    let text =
      places.count > 1
      ? try difference(table, places[0], places[1]) : try text(table, places[0], workspace.catalogue.folder)
    try output.write(text, from: workspace.catalogue.folder)
  }

  private func difference(_ table: ScoreTable, _ first: RowIndex, _ second: RowIndex) throws -> String {
    if first == second {
      throw Failure.one(
        .commands.sameCountry, "\(table.country(first).name) is compared with itself", status: 2)
    }
    let difference = Difference(table, first, second)
    _ = try Failure.gathering([first, second]) { try table.requireRank(of: $0) }
    guard let difference else {
      throw Failure.one(
        .commands.notRanked, "\(table.country(first).name) has no score to be compared",
        remedy: "choose another year or lens", status: 2)
    }
    return output.style.text(DifferencePage(difference, only: try chosenDimension(table)))
  }

  private func text(_ table: ScoreTable, _ place: RowIndex, _ folder: DataFolder) throws -> String {
    switch output.format {
    case .csv: return ScoreCSV.indicators(table, [place])
    case .json: return ScoreJSON.indicators(table, [place], withFigures: true).pretty
    case .table, .md:
      return Explanation(
        table, place, intervals: RankIntervals(table), only: try chosenDimension(table),
        dataFolder: folder.path
      ).text(output.style)
    }
  }

  private func chosenDimension(_ table: ScoreTable) throws -> NodeIndex? {
    guard let dimension else { return nil }
    let names = table.dimensions.map { table.framework.nodes[$0].name }
    guard let index = names.firstIndex(of: dimension) else {
      throw Failure.one(
        .lenses.unknownDimension, "the lens weighs no dimension called \"\(dimension)\"",
        remedy: NearestName.remedy(for: dimension, among: names), status: 2)
    }
    return table.dimensions[index]
  }
}
