import Analysis
import Audit
import IndexModel
import Reporting
import Scoring
import Tabular

/// `hsi score --years`: what is kept of each year's table.
private struct CountryYear: Sendable {
  /// One score of a country: its own, or that of an indicator.
  struct Line: Sendable {
    let labels: [String]
    let name: String
    let score: Double?
  }

  var header = ""
  var rows = ""
  var json = JSONText.null
  /// The countries of the table, and those that were asked for, in order of rank.
  let countries: [CountryIndex]
  let places: [RowIndex]
  /// For each country of the table, for people; the same lines each year.
  var lines: [[Line]] = []

  init(
    _ table: ScoreTable, _ places: [RowIndex], _ format: PageFormat, _ level: SeriesCSV.Level,
    withIntervals: Bool
  ) {
    (self.places, countries) = (places, table.countries)
    // The table for people has no room for each year's.
    let isShown = withIntervals && level == .countries && (format == .csv || format == .json)
    let intervals = isShown ? RankIntervals(table, ofAnyNumber: true) : nil
    switch (format, level) {
    case (.csv, _):
      header = SeriesCSV.header(table, level)
      rows = SeriesCSV.rows(table, places, level, intervals)
    case (.json, .indicators): json = ScoreJSON.indicators(table, places)
    case (.json, .countries): json = ScoreJSON.countries(table, places, intervals)
    case (.table, .indicators), (.md, .indicators): lines = Self.indicatorLines(table)
    case (.table, .countries), (.md, .countries):
      let ranges = RankRange.leavingOutEachDimension(table)
      lines = table.rows.map { place in
        let name = table.country(place).name
        let rank = table.rank(place).map(String.init) ?? "–"
        let labels = [rank, ScoreListing.rangeText(ranges[place]), name]
        return [Line(labels: labels, name: name, score: table.score(place))]
      }
    }
  }

  private static func indicatorLines(_ table: ScoreTable) -> [[Line]] {
    table.rows.map { place in
      let code = table.country(place).code.description
      return table.columnsInOrder.map { column in
        let id = table.framework.indicators[column.indicator].id.rawValue
        let score = column.scores[place]
        return Line(labels: [code, id], name: "\(code) \(id)", score: score.isNaN ? nil : score)
      }
    }
  }
}

extension ScoreBreadth {
  /// The scores of countries, or of their indicators, over the years.
  /// - Parameters:
  ///   - names: which countries; empty for all.
  ///   - top: only so many ranks of each year; nil for all.
  ///   - withIntervals: whether CSV and JSON have the rank intervals of each year.
  package func series(countries names: [String], top: Int?, hasIndicators: Bool, withIntervals: Bool) throws
    -> String
  {
    let level: SeriesCSV.Level = hasIndicators ? .indicators : .countries
    let wanted = try wantedCountries(names)
    let format = style.format
    let results = try score { table in
      let places = table.order.filter { place in
        (wanted?.contains(table.countries[place]) ?? true) && (table.rank(place) ?? .max) <= top ?? .max
      }
      return CountryYear(table, places, format, level, withIntervals: withIntervals)
    }
    switch format {
    case .csv: return (results.first?.header ?? "") + results.map(\.rows).joined()
    case .json: return json(results.map(\.json))
    case .table, .md: return try listing(results, level)
    }
  }

  private func listing(_ results: [CountryYear], _ level: SeriesCSV.Level) throws -> String {
    guard let last = results.last else { return "" }
    let common = level == .countries ? try changesOfCommonCells() : nil
    let rows = last.places.flatMap { place in
      last.lines[place].enumerated().map { index, line in
        SeriesListing.Row(
          labels: line.labels, name: line.name, scores: results.map { $0.lines[place][index].score },
          commonChange: common?[last.countries[place]])
      }
    }
    switch level {
    case .countries:
      return page(
        [.number("rank"), .number("range"), .text("country", shrinksTo: 12)], rows,
        [
          "rank, range: of the last year; the range spans the ranks that a country takes among the same "
            + "countries when any one dimension, or part of the only one, is left out. "
            + coverageNote(common != nil)
        ])
    case .indicators:
      return page(
        [.text("iso3"), .text("indicator", shrinksTo: 14)], rows,
        ["the indicators' scores, 0 at the worst goalpost, 100 at the best"])
    }
  }

  /// How coverage enters the changes.
  private func coverageNote(_ hasCommon: Bool) -> String {
    if isFixed {
      return
        "Scored are the cells alone that have a figure in all of these years: countries that lack too many of "
        + "them are not ranked"
    }
    return "A score can also change because figures begin or end"
      + (hasCommon
        ? ": by coverage is what is left of the change when only figures count that both the first year and the "
          + "last have; --panel fixed counts only those that all years have"
        : ": see the coverage of each year with --format csv")
  }

  /// The countries of the command line; nil for all.
  private func wantedCountries(_ names: [String]) throws -> Set<CountryIndex>? {
    guard !names.isEmpty else { return nil }
    let table = workspace.cube.score(workspace.year, by: workspace.lens)
    return Set(try workspace.places(names, in: table).map { table.countries[$0] })
  }
}
