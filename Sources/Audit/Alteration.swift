import HumanSecurity
import Scoring

/// What assumptions or other weights do to scores and ranks: one table beside another of the same
/// figures, year and countries.
public struct Alteration: Sendable {
  /// The scores as they are.
  public let before: ScoreTable
  /// The scores as they would be.
  public let after: ScoreTable
  /// The countries about which something is assumed: places in `countries`, by rank before.
  public let subjects: [Int]
  /// Everything that is assumed, in the order in which it was given.
  public let traces: [Trace]

  /// One assumption: what it replaces, and what it makes of it.
  public struct Trace: Sendable {
    /// The place in `framework.nodes`.
    public let node: Int
    /// The place in `countries`.
    public let country: Int
    /// The value in the indicator's unit; nil of dimensions and components, and where missing.
    public let valueBefore: Double?
    /// The same as it would be.
    public let valueAfter: Double?
    /// The score of the node; nil where it has none.
    public let scoreBefore: Double?
    /// The same as it would be.
    public let scoreAfter: Double?
  }

  /// Two countries that exchange their order.
  public struct Crossing: Sendable, Equatable {
    /// Who would stand above: a place in `countries`.
    public let ahead: Int
    /// Who stands above as it is.
    public let behind: Int
    /// The score of `ahead` less that of `behind`, in points: below 0.
    public let gapBefore: Double
    /// The same as it would be: above 0.
    public let gapAfter: Double
  }

  /// - Precondition: both tables are of one cube, year and scope.
  public init(before: ScoreTable, after: ScoreTable) {
    precondition(before.countries == after.countries && before.year == after.year)
    self.before = before
    self.after = after
    let places = Dictionary(
      before.countries.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    traces = after.interventions.compactMap { intervention in
      places[intervention.country].map { Self.trace(intervention.node, $0, before, after) }
    }
    let assumed = Set(traces.map(\.country))
    subjects = before.order.filter(assumed.contains)
  }

  private static func trace(
    _ node: Int, _ country: Int, _ before: ScoreTable, _ after: ScoreTable
  ) -> Trace {
    func value(_ table: ScoreTable) -> Double? {
      let column = table.framework.nodes[node].indicator.flatMap { table.columns[$0] }
      guard let column, column.cells[country].isPresent else { return nil }
      return column.values[country].isNaN ? nil : column.values[country]
    }
    return Trace(
      node: node, country: country, valueBefore: value(before), valueAfter: value(after),
      scoreBefore: before.score(node, country), scoreAfter: after.score(node, country))
  }

  /// By how many places a country would rise; negative for a fall, nil unless it is ranked in both.
  public func rise(_ country: Int) -> Int? {
    guard let old = before.rank(country), let new = after.rank(country) else { return nil }
    return old - new
  }

  /// The other countries whose rank would change, those that move furthest first, then by rank.
  public var moved: [Int] {
    let others = before.order.filter { !subjects.contains($0) && (rise($0) ?? 0) != 0 }
    return others.enumerated()
      .sorted { (-abs(rise($0.1) ?? 0), $0.0) < (-abs(rise($1.1) ?? 0), $1.0) }.map(\.1)
  }

  /// Every two countries, ranked in both tables, whose order turns round: the widest first, by how
  /// far the gap between them moves. Who draws level with another does not cross it.
  public var crossings: [Crossing] {
    let ranked = before.order.compactMap { country -> (Int, Double, Double)? in
      guard let old = before.score(country), let new = after.score(country) else { return nil }
      return (country, old, new)
    }
    var found: [Crossing] = []
    for (order, one) in ranked.enumerated() {
      for other in ranked[(order + 1)...] where other.1 < one.1 && other.2 > one.2 {
        found.append(
          Crossing(
            ahead: other.0, behind: one.0, gapBefore: other.1 - one.1, gapAfter: other.2 - one.2))
      }
    }
    return found.enumerated()
      .sorted {
        (-($0.1.gapAfter - $0.1.gapBefore), $0.0) < (-($1.1.gapAfter - $1.1.gapBefore), $1.0)
      }.map(\.1)
  }

  /// The score of the world's average inhabitant in each table; nil where no population is known.
  public var world: (before: Double?, after: Double?) {
    (
      before.groups(by: .world).first.flatMap(\.score),
      after.groups(by: .world).first.flatMap(\.score)
    )
  }

  /// The nodes whose share among their siblings would change: places in `framework.nodes`.
  public var reweighed: [Int] {
    before.framework.nodes.indices.filter {
      abs(before.weights[$0] - after.weights[$0]) > 1e-12
    }
  }
}
