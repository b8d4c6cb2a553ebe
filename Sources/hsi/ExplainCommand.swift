import ArgumentParser
import Audit
import HumanSecurity
import Reporting
import Scoring
import Tabular

/// `hsi explain`: one country's score taken apart.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a country's score apart, down to file and line of each figure.",
    discussion: """
      Examples:
        hsi explain NOR
        hsi explain Kenya --dimension food --year 2019
      """)

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The country, by code or name.")
  var country: String

  @Option(help: ArgumentHelp("Only this dimension.", valueName: "name"))
  var dimension: String?

  func run() throws {
    let workspace = try Workspace(options)
    let table = try workspace.score()
    let place = try workspace.place(country, in: table)
    try output.write(
      try text(table, place, workspace.catalogue.folder), from: workspace.catalogue.folder)
  }

  private func text(_ table: ScoreTable, _ place: Int, _ folder: DataFolder) throws -> String {
    switch output.format {
    case .csv: return ScoreCSV.indicators(table, [place])
    case .json: return ScoreJSON.indicators(table, [place]).pretty
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
