import HumanSecurity
import Reporting
import Scoring
import Tabular

/// `hsi score --aggregate`: what is kept of each year's table.
private struct GroupYear: Sendable {
  let year: Year
  let names: [String]
  let scores: [Double?]
  /// The names of the countries whose people are not known.
  let uncounted: [String]
  var header = ""
  var rows = ""
  var json = JSONText.null
  var tables: [(heading: String?, table: TextTable)] = []

  init(
    _ table: ScoreTable, by grouping: Grouping, _ format: OutputFormat, _ level: Score.Level,
    hasYear: Bool
  ) {
    let groups = table.groups(by: grouping)
    year = table.year
    names = groups.map(GroupResults.name)
    scores = groups.map(\.score)
    uncounted = table.countries.indices.filter { table.population($0) == nil }
      .map { table.country($0).name }
    switch (format, level) {
    case (.csv, .country):
      header = GroupResults.memberHeader(hasYear: hasYear)
      rows = GroupResults.memberRows(table, groups, hasYear: hasYear)
    case (.csv, _):
      header = GroupResults.header(table, hasYear: hasYear)
      rows = GroupResults.rows(table, groups, hasYear: hasYear)
    case (.json, _): json = GroupResults.json(table, grouping, groups)
    case (.table, _), (.md, _):
      tables.append((nil, GroupResults.listing(table, groups)))
      for group in groups {
        tables.append(
          (GroupResults.name(group), GroupResults.listing(table, membersOf: group)))
      }
    }
  }
}

extension ScoreBreadth {
  /// The scores of groups of countries, of one year or several.
  func groups(_ grouping: Grouping) throws -> String {
    try requirePopulation()
    let (hasYear, level, format) = (isSeries, command.level, format)
    let results = try score { GroupYear($0, by: grouping, format, level, hasYear: hasYear) }
    try workspace.report(YearDoubts.ofPopulation(results.map { ($0.year, $0.uncounted) }))
    switch format {
    case .csv: return (results.first?.header ?? "") + results.map(\.rows).joined()
    case .json: return json(results.map(\.json))
    case .table, .md: return listing(results)
    }
  }

  private func listing(_ results: [GroupYear]) -> String {
    guard let last = results.last else { return "" }
    if results.count == 1 { return page(last.tables, [GroupResults.note]) }
    let rows = last.names.indices.map { index in
      SeriesListing.Row(
        labels: [last.names[index]], name: last.names[index],
        scores: results.map { $0.scores[index] })
    }
    return page([.text("group", shrinksTo: 14)], rows, [GroupResults.seriesNote])
  }

  private func requirePopulation() throws {
    let framework = workspace.cube.framework
    let id = ScoreTable.populationID
    guard !framework.indicators.contains(where: { $0.id.rawValue == id }) else { return }
    throw Failure.one(
      "no-population-series", "indicators.csv has no series \"\(id)\" to weigh countries by",
      at: .init(file: workspace.catalogue.folder.path + "/indicators.csv"),
      remedy: "add a row \"\(id)\" with an empty dimension, and its figures")
  }
}
