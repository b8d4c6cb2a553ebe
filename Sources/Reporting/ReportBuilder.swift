import Analysis
import Audit
import IndexModel
import Scoring

extension Report {
  /// Gathers what a report says from a score table, the ranges of its ranks and their intervals.
  package init(_ table: ScoreTable, ranges: [RankRange?], intervals: RankIntervals?) {
    let gatherer = Gatherer(table, ranges, intervals)
    intervalDraws = intervals?.samples
    lens = table.lens
    year = table.year
    dimensionsRequired = table.dimensionsRequired
    dimensions = table.dimensions.map {
      DimensionLine(name: table.framework.nodes[$0].name, weight: table.meanShare($0))
    }
    indicators = gatherer.indicatorLines()
    (rankedCount, scopeCount) = (table.rankedCount, table.countries.count)
    let order = table.order
    let pages = (order.count > Self.mostPages ? order.prefix(Self.mostPages) : order[...]).map(gatherer.page)
    ranked = pages.filter { $0.rank != nil }
    withheld = pages.filter { $0.rank == nil }
  }
}

private struct Gatherer {
  let table: ScoreTable
  let ranges: [RankRange?]
  /// By row.
  let intervals: [RankIntervals.Interval?]
  let outlying: [OutlyingRank]
  /// The leaves that take part, in framework order by dimension, with their dimension's place.
  let leaves: [(node: NodeIndex, indicator: IndicatorIndex, dimension: Int)]
  let dimensionRanks: [[Int?]]

  init(_ table: ScoreTable, _ ranges: [RankRange?], _ intervals: RankIntervals?) {
    (self.table, self.ranges) = (table, ranges)
    self.intervals = RankIntervals.byRow(intervals, table)
    outlying = intervals.map { OutlyingRank.all($0) } ?? []
    leaves = table.dimensions.enumerated().flatMap { place, dimension in
      table.framework.leaves(below: dimension).compactMap { node in
        table.column(of: node).map { (node, $0.indicator, place) }
      }
    }
    dimensionRanks = table.dimensions.map { table.ranks(of: $0) }
  }

  func indicatorLines() -> [Report.IndicatorLine] {
    leaves.compactMap { leaf in
      guard let column = table.columns[leaf.indicator] else { return nil }
      return Report.IndicatorLine(
        definition: table.framework.indicators[leaf.indicator], dimension: leaf.dimension,
        effectiveWeight: table.effectiveWeights[leaf.node], goalposts: column.goalposts,
        countriesCovered: table.rows.count { table.rank($0) != nil && column.cells[$0].isMeasured })
    }
  }

  func page(_ country: RowIndex) -> Report.CountryPage {
    let index = table.contributions(to: Framework.root, country)
    let isRanked = table.rank(country) != nil
    var reason: String?
    if case .withheld(let because) = table.standings[country] { reason = because }
    let dimensions = table.dimensions.enumerated().map { place, node in
      Report.DimensionCell(
        score: table.score(node, country), points: isRanked ? index[node].points : nil,
        rank: dimensionRanks[place][country], ownShare: ownShare(node, country))
    }
    return Report.CountryPage(
      country: table.country(country), rank: table.rank(country), interval: intervals[country],
      outlying: outlying.first { $0.country == country }, range: ranges[country], score: table.score(country),
      withheldBecause: reason, coverage: table.coverage(country), reliability: table.reliability(country),
      dimensions: dimensions, cells: cells(country))
  }

  private func ownShare(_ node: NodeIndex, _ country: RowIndex) -> Double? {
    guard table.ownShares != nil, table.rank(country) != nil, table.score(node, country) != nil else {
      return nil
    }
    return table.ownShare(node, country)
  }

  private func cells(_ country: RowIndex) -> [Report.IndicatorCell] {
    let within = table.dimensions.map { table.contributions(to: $0, country) }
    return leaves.compactMap { leaf in
      guard let column = table.columns[leaf.indicator] else { return nil }
      let isPresent = column.cells[country].isPresent
      let isMeasured = column.cells[country].isMeasured
      let figures = table.figures(leaf.indicator, country)
      let share = within[leaf.dimension][leaf.node]
      return Report.IndicatorCell(
        cell: column.cells[country], year: isMeasured ? column.years[country] : nil,
        raw: isMeasured && !column.raw[country].isNaN ? column.raw[country] : nil,
        value: isPresent && !column.values[country].isNaN ? column.values[country] : nil,
        score: isPresent ? column.scores[country] : nil, weight: share.weight, points: share.points,
        places: figures.map(\.place), denominators: figures.flatMap(\.denominators),
        people: figures.compactMap(\.people), factors: figures.flatMap(\.factors),
        neighbours: table.neighbourFigures(leaf.indicator, country).flatMap(\.places))
    }
  }
}
