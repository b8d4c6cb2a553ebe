import IndexModel
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
  var notes: [String] = []

  init(_ table: ScoreTable, by grouping: Grouping, _ format: PageFormat, byCountry: Bool, hasYear: Bool) {
    let groups = table.groups(by: grouping)
    year = table.year
    names = groups.map(GroupResults.name)
    scores = groups.map(\.score)
    uncounted = table.rows.filter { table.population($0) == nil }.map { table.country($0).name }
    switch format {
    case .csv: (header, rows) = GroupResults.csv(table, groups, byCountry: byCountry, hasYear: hasYear)
    case .json: json = GroupResults.json(table, grouping, groups)
    case .table, .md:
      tables.append((nil, GroupResults.listing(table, groups)))
      notes = [GroupResults.note] + GroupResults.povertyNote(table)
      for group in groups {
        tables.append((GroupResults.name(group), GroupResults.listing(table, membersOf: group)))
      }
    }
  }
}

extension ScoreBreadth {
  /// The scores of groups of countries, of one year or several.
  /// - Parameter byCountry: whether CSV has a row a country and group.
  package func groups(_ grouping: Grouping, byCountry: Bool) throws -> String {
    try require(grouping)
    let (hasYear, format) = (isSeries, style.format)
    let results = try score { GroupYear($0, by: grouping, format, byCountry: byCountry, hasYear: hasYear) }
    try workspace.report(YearDoubts.ofPopulation(results.map { ($0.year, $0.uncounted) }))
    switch format {
    case .csv: return (results.first?.header ?? "") + results.map(\.rows).joined()
    case .json: return json(results.map(\.json))
    case .table, .md: return listing(results)
    }
  }

  private func listing(_ results: [GroupYear]) -> String {
    guard let last = results.last else { return "" }
    if results.count == 1 { return page(last.tables, last.notes) }
    let rows = last.names.indices.map { index in
      SeriesListing.Row(
        labels: [last.names[index]], name: last.names[index], scores: results.map { $0.scores[index] })
    }
    return page([.text("group", shrinksTo: 14)], rows, [GroupResults.seriesNote])
  }

  /// Throws where the folder does not say which groups there are, or what a country counts in one.
  private func require(_ grouping: Grouping) throws {
    let countries = workspace.cube.countries
    if grouping == .parent, countries.allSatisfy(\.parent.isEmpty) {
      throw Failure.one(
        .groups.unknownGroup, "no unit has a parent",
        remedy: "fill in the column parent of units.csv, or choose another group", status: 2)
    }
    if countries.contains(where: { $0.weight != nil }) { return }
    let framework = workspace.cube.framework
    let id = ScoreTable.populationID
    guard !framework.indicators.contains(where: { $0.id.rawValue == id }) else { return }
    throw Failure.one(
      .commands.noPopulationSeries, "indicators.csv has no series \"\(id)\" to weigh countries by",
      at: .init(file: workspace.catalogue.folder.path + "/indicators.csv"),
      remedy: "add a row \"\(id)\" with an empty dimension, and its figures"
        + (workspace.catalogue.countries.isOfUnits ? ", or fill in the column weight of units.csv" : ""))
  }
}
