import IndexModel
import Scoring

/// One indicator under a lens: its place and weight, which countries have it, and how its values are spread.
///
/// Only values that rest on figures count: what a lens imputes says nothing of the indicator.
package struct IndicatorProfile: Sendable {
  package let indicator: IndicatorIndex
  /// Its place in the framework; nil for one that is only divided by or multiplied with.
  package let leaf: NodeIndex?
  /// The weight among its siblings, 0–1; 0 where the lens leaves it out.
  package let weight: Double
  /// The share of the index, 0–1.
  package let effectiveWeight: Double
  /// Those in force: the lens's, else the catalogue's.
  package let goalposts: Goalposts?
  /// From the first to the last year of its figures, whatever the year of the scores; nil without any.
  package let years: ClosedRange<Year>?
  /// The values of the countries of the lens's scope that have one, and the years of their latest figures.
  package let values: [(country: RowIndex, year: Year, value: Double)]
  /// The part of the people of all countries in scope who live in those covered, 0–1; nil where no population
  /// is known.
  package let populationShare: Double?
  /// The median age of the values in years, those of the scores' own year being 0; nil without any.
  package let medianAge: Double?
  package let spread: ValueSpread?
  package let ends: ScoreEnds?

  package init(_ table: ScoreTable, _ indicator: IndicatorIndex) {
    let column = table.columnWeighedOrNot(indicator)
    values = Self.values(table, indicator, column)
    let leaf = table.framework.leaf(of: indicator)
    (self.indicator, self.leaf) = (indicator, leaf)
    effectiveWeight = leaf.map { table.effectiveWeights[$0] } ?? 0
    weight = effectiveWeight > 0 ? leaf.map { table.weights[$0] } ?? 0 : 0
    goalposts = column?.goalposts
    let series = table.cube.series[indicator]
    years = series.lastYear.map { series.firstYear...$0 }
    populationShare = table.populationShare(of: values.map(\.country))
    medianAge = Quantile.of(values.map { Double(table.year - $0.year) }.sorted(), 0.5)
    spread = ValueSpread(values.map { ($0.country, $0.value) })
    ends = column.flatMap { ScoreEnds($0, table) }
  }

  private static func values(_ table: ScoreTable, _ indicator: IndicatorIndex, _ column: IndicatorColumn?)
    -> [(country: RowIndex, year: Year, value: Double)]
  {
    guard let column else {
      let values = table.unscoredValues(indicator)
      return table.rows.compactMap { row in values[row].map { (row, $0.year, $0.value) } }
    }
    return table.rows.filter { column.cells[$0].isMeasured }.map { ($0, column.years[$0], column.values[$0]) }
  }
}

/// How many countries stand at either end of the scale of scores, where the indicator does not distinguish them.
package struct ScoreEnds: Sendable {
  package let scored: Int
  /// Those that score 0.
  package let worst: Int
  /// Those that score 100.
  package let best: Int

  /// The share of the scored, 0–1.
  package var worstShare: Double { Double(worst) / Double(scored) }
  package var bestShare: Double { Double(best) / Double(scored) }

  /// - Returns: nil where nothing is scored, or scores have no ends: z-scores and ratios to a country.
  init?(_ column: IndicatorColumn, _ table: ScoreTable) {
    guard table.lens.normalisation.isBounded else { return nil }
    let scores = table.rows.filter { column.cells[$0].isMeasured }.map { column.scores[$0] }
    scored = scores.count { !$0.isNaN }
    worst = scores.count { $0 <= 0 }
    best = scores.count { $0 >= 100 }
    if scored == 0 { return nil }
  }
}

extension Framework {
  /// Where an indicator hangs; nil for one that is not scored.
  package func leaf(of indicator: IndicatorIndex) -> NodeIndex? {
    nodeIndices.first { nodes[$0].indicator == indicator }
  }

  /// The dimension above a node, or the node itself.
  package func dimension(above node: NodeIndex) -> NodeIndex {
    var place = node
    while let parent = nodes[place].parent, parent != Framework.root { place = parent }
    return place
  }
}

extension ScoreTable {
  /// The part of the people of all countries in scope who live in some of them, 0–1, among those whose
  /// population is known; nil where none is.
  fileprivate func populationShare(of covered: [RowIndex]) -> Double? {
    let people = rows.map { population($0) ?? 0 }
    let all = people.reduce(0, +)
    return all > 0 ? covered.reduce(0) { $0 + people[$1] } / all : nil
  }
}
