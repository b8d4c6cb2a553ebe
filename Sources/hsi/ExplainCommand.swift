import ArgumentParser
import Audit
import HumanSecurity
import Reporting
import Scoring
import Tabular

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
      """)

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The country, by code or name.")
  var country: String

  @Argument(help: "Another country, to be compared with.")
  var other: String?

  @Option(help: ArgumentHelp("Only this dimension.", valueName: "name"))
  var dimension: String?

  func validate() throws { _ = try options.lens() }

  func run() throws {
    let workspace = try Workspace(options)
    let table = try workspace.score()
    let place = try workspace.place(country, in: table)
    let rival = try other.map { try workspace.place($0, in: table) }
    let text =
      try rival.map { try difference(table, place, $0) }
      ?? text(table, place, workspace.catalogue.folder)
    try output.write(text, from: workspace.catalogue.folder)
  }

  private func difference(_ table: ScoreTable, _ first: Int, _ second: Int) throws -> String {
    if first == second {
      throw Failure.one(
        "same-country", "\(table.country(first).name) is compared with itself",
        remedy: "name two countries", status: 2)
    }
    guard let difference = Difference(table, first, second) else {
      let withheld = [first, second].first { table.rank($0) == nil } ?? first
      var reason = ""
      if case .withheld(let because) = table.standings[withheld] { reason = because }
      throw Failure.one(
        "not-ranked", "\(table.country(withheld).name) is not ranked: \(reason)",
        remedy: "explain it alone, or choose another year or lens", status: 2)
    }
    let page = DifferencePage(difference, only: try chosenDimension(table))
    return switch output.format {
    case .table: page.plain(width: output.width, bold: output.bold)
    case .md: page.markdown
    case .csv: page.csv
    case .json: page.json.pretty
    }
  }

  private func text(_ table: ScoreTable, _ place: Int, _ folder: DataFolder) throws -> String {
    switch output.format {
    case .csv: return ScoreCSV.indicators(table, [place])
    case .json: return ScoreJSON.indicators(table, [place], withFigures: true).pretty
    case .table, .md:
      let explanation = Explanation(
        table, place, range: RankRange.leavingOutEachDimension(table)[place],
        only: try chosenDimension(table), dataFolder: folder.path)
      return output.format == .md
        ? explanation.markdown : explanation.plain(width: output.width, bold: output.bold)
    }
  }

  private func chosenDimension(_ table: ScoreTable) throws -> Int? {
    guard let dimension else { return nil }
    let names = table.dimensions.map { table.framework.nodes[$0].name }
    guard let index = names.firstIndex(of: dimension) else {
      throw Failure.one(
        "unknown-dimension", "the lens weighs no dimension called \"\(dimension)\"",
        remedy: NearestName.remedy(for: dimension, among: names), status: 2)
    }
    return table.dimensions[index]
  }
}
