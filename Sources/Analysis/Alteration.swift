import IndexModel
import Scoring

/// What assumptions or other weights do to scores and ranks: two tables of the same figures, year, countries.
package struct Alteration: Sendable {
  package let before: ScoreTable
  package let after: ScoreTable
  /// The countries about which something is assumed, by rank before.
  package let subjects: [RowIndex]
  /// Everything that is assumed, in the order in which it was given.
  package let traces: [Trace]

  /// One assumption: what it replaces, and what it makes of it.
  package struct Trace: Sendable {
    package let node: NodeIndex
    package let country: RowIndex
    /// The value in the indicator's unit; nil of dimensions and components, and where missing.
    package let valueBefore: Double?
    package let valueAfter: Double?
    /// The score of the node; nil where it has none.
    package let scoreBefore: Double?
    package let scoreAfter: Double?
  }

  package struct Crossing: Sendable, Equatable {
    /// Who would stand above.
    package let ahead: RowIndex
    /// Who stands above as it is.
    package let behind: RowIndex
    /// The score of `ahead` less that of `behind`, in points: below 0.
    package let gapBefore: Double
    /// Above 0.
    package let gapAfter: Double
  }

  /// - Precondition: both tables are of one cube, year and scope.
  package init(before: ScoreTable, after: ScoreTable) {
    precondition(before.countries == after.countries && before.year == after.year)
    (self.before, self.after) = (before, after)
    let rows = before.rowByCountry
    traces = after.interventions.compactMap { intervention in
      let node = intervention.node
      return rows[intervention.country].map {
        Trace(
          node: node, country: $0, valueBefore: before.value(node, $0), valueAfter: after.value(node, $0),
          scoreBefore: before.score(node, $0), scoreAfter: after.score(node, $0))
      }
    }
    let assumed = Set(traces.map(\.country))
    subjects = before.order.filter(assumed.contains)
  }

  /// By how many places a country would rise; negative for a fall, nil unless it is ranked in both.
  package func rise(_ country: RowIndex) -> Int? {
    guard let old = before.rank(country), let new = after.rank(country) else { return nil }
    return old - new
  }

  /// The other countries whose rank would change, those that move furthest first, then by rank.
  package var moved: [RowIndex] {
    let others = before.order.filter { !subjects.contains($0) && (rise($0) ?? 0) != 0 }
    return others.descending { Double(abs(rise($0) ?? 0)) }
  }

  /// The other countries that are ranked in one of the tables alone, by rank before.
  package var restanding: [RowIndex] {
    before.order.filter { !subjects.contains($0) && (before.rank($0) == nil) != (after.rank($0) == nil) }
  }

  /// Every two countries, ranked in both tables, whose order turns round: the widest first, by how
  /// far the gap between them moves. Who draws level with another does not cross it.
  package var crossings: [Crossing] {
    let ranked = before.order.compactMap { country -> (RowIndex, Double, Double)? in
      guard let old = before.score(country), let new = after.score(country) else { return nil }
      return (country, old, new)
    }
    var found: [Crossing] = []
    for (order, one) in ranked.enumerated() {
      for other in ranked[(order + 1)...] where other.1 < one.1 && other.2 > one.2 {
        found.append(
          Crossing(ahead: other.0, behind: one.0, gapBefore: other.1 - one.1, gapAfter: other.2 - one.2))
      }
    }
    return found.descending { $0.gapAfter - $0.gapBefore }
  }

  /// The score of the world's average inhabitant in each table; nil where no population is known.
  package var world: (before: Double?, after: Double?) {
    func score(_ table: ScoreTable) -> Double? { table.groups(by: .world).first.flatMap(\.score) }
    return (score(before), score(after))
  }

  /// The nodes whose share among their siblings would change.
  package var reweighed: [NodeIndex] {
    before.framework.nodeIndices.filter { abs(before.weights[$0] - after.weights[$0]) > 1e-12 }
  }
}

extension ScoreTable {
  package var rowByCountry: [CountryIndex: RowIndex] {
    Dictionary(uniqueKeysWithValues: zip(countries, rows))
  }

  /// The scores of the countries that are ranked.
  var scoreByCountry: [CountryIndex: Double] { rowByCountry.compactMapValues { score($0) } }

  /// A country's value of an indicator, in its unit; nil for other nodes, and where missing.
  package func value(_ node: NodeIndex, _ row: RowIndex) -> Double? {
    guard let column = column(of: node), column.cells[row].isPresent, !column.values[row].isNaN else {
      return nil
    }
    return column.values[row]
  }
}

extension Array {
  /// The greatest first; those that are alike stay in their order.
  package func descending(by measure: (Element) -> Double) -> [Element] {
    let measures = map(measure)
    return indices.sorted { (-measures[$0], $0) < (-measures[$1], $1) }.map { self[$0] }
  }

  /// Each with each that follows it.
  package var pairs: [(Element, Element)] {
    indices.flatMap { first in self[(first + 1)...].map { (self[first], $0) } }
  }
}
