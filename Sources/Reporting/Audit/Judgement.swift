import IndexModel
import Scoring
import Tabular

/// One judgement of a lens beside the same judgement of another.
struct Judgement {
  /// What is judged: a key of the lens file, `weight of …` or `goalposts of …`.
  let subject: String
  let value: Value
  /// The other lens's; nil where it does not arise there.
  let other: Value?
  /// The scale between goalposts, to stand behind them; empty for a linear one and where there are none.
  var scale = ""
  /// Whether the lenses judge it otherwise; they do where it does not arise under the other.
  var differs: Bool { value != other }
  var isRule: Bool { if case .rule = value { true } else { false } }

  enum Value: Equatable {
    case rule(String)
    /// A share of the parent's weight, 0–1.
    case share(Double)
    case goalposts(Goalposts)

    /// Shares that differ by rounding alone are the same.
    static func == (one: Value, other: Value) -> Bool {
      switch (one, other) {
      case (.rule(let a), .rule(let b)): a == b
      case (.share(let a), .share(let b)): abs(a - b) < 1e-12
      case (.goalposts(let a), .goalposts(let b)): a == b
      default: false
      }
    }

    var text: String {
      switch self {
      case .rule(let text): text
      case .share(let share): Judgement.percent(share)
      case .goalposts(let posts): "\(NumberFormat.value(posts.worst)) to \(NumberFormat.value(posts.best))"
      }
    }

    /// The value in full precision.
    var exact: String {
      switch self {
      case .rule(let text): text
      case .share(let share): CSVText.shortest(share)
      case .goalposts(let posts): "\(CSVText.shortest(posts.worst)) to \(CSVText.shortest(posts.best))"
      }
    }
  }

  /// A share as a percentage with one decimal.
  static func percent(_ share: Double) -> String { NumberFormat.fixed(share * 100, 1) + " %" }

  /// Every judgement that takes part under a lens, beside those of another.
  static func all(_ table: ScoreTable, against other: ScoreTable) -> [Judgement] {
    rules(table, other) + aggregations(table, other) + nodeRules(table, other) + weights(table, other)
      + goalposts(table, other) + caps(table, other) + cutoffs(table, other) + audit(table, other)
  }

  /// The lines of the audit that one of the two draws elsewhere than by default.
  private static func audit(_ table: ScoreTable, _ other: ScoreTable) -> [Judgement] {
    let usual = AuditThresholds()
    return AuditThresholds.keys.map(\.name).compactMap { key in
      let (own, theirs) = (table.lens.audit[key], other.lens.audit[key])
      guard own != usual[key] || theirs != usual[key] else { return nil }
      return Judgement(
        subject: "audit.\(key)", value: .rule(CSVText.shortest(own)), other: .rule(CSVText.shortest(theirs)))
    }
  }

  /// The nodes whose aggregation one of the two sets apart.
  private static func aggregations(_ table: ScoreTable, _ other: ScoreTable) -> [Judgement] {
    let (own, theirs) = (table.lens.aggregation, other.lens.aggregation)
    return table.framework.nodes.compactMap { node in
      guard let path = node.path, own.nodes[path] ?? theirs.nodes[path] != nil else { return nil }
      return Judgement(
        subject: "aggregation of \(node.name)", value: .rule(own[path].rawValue),
        other: .rule(theirs[path].rawValue))
    }
  }

  /// What one of the two says of nodes under `[nodes]`.
  private static func nodeRules(_ table: ScoreTable, _ other: ScoreTable) -> [Judgement] {
    let (own, theirs) = (table.lens.aggregation.rules.written, other.lens.aggregation.rules.written)
    let names = own.map(\.name) + theirs.map(\.name).filter { name in !own.contains { $0.name == name } }
    func said(_ rules: [(name: String, value: String)], _ name: String) -> Value {
      .rule(rules.first { $0.name == name }?.value ?? "nothing")
    }
    return names.map { Judgement(subject: $0, value: said(own, $0), other: said(theirs, $0)) }
  }

  private static func rules(_ table: ScoreTable, _ other: ScoreTable) -> [Judgement] {
    let all = zip(rules(table), rules(other)).map { own, other in
      Judgement(subject: own.0, value: .rule(own.1), other: .rule(other.1))
    }
    let (own, theirs) = (table.lens.comparedWithin, other.lens.comparedWithin)
    guard own != .world || theirs != .world else { return all }
    return all + [
      Judgement(subject: "normalise_within", value: .rule(own.rawValue), other: .rule(theirs.rawValue))
    ]
  }

  private static func rules(_ table: ScoreTable) -> [(String, String)] {
    let lens = table.lens
    return [
      ("scope", lens.scope.rawValue), ("carry_forward", "\(lens.carryForward)"),
      ("normalisation", lens.normalisation.rawValue), ("reference", lens.reference?.description ?? "none"),
      ("outliers", lens.outliers.rawValue), ("indicator_share", CSVText.shortest(lens.indicatorShare)),
      ("dimensions_required", "\(table.dimensionsRequired)"), ("impute", lens.impute.rawValue),
      ("imputed_limit", CSVText.shortest(lens.imputedLimit)),
      ("coverage_required", CSVText.shortest(lens.coverageRequired)),
      ("weights", lens.weightScheme?.rawValue ?? "as numbers"),
      ("share_min", CSVText.shortest(lens.shareBounds.least)),
      ("share_max", CSVText.shortest(lens.shareBounds.greatest)),
      ("aggregation.indicators", lens.aggregation.indicators.rawValue),
      ("aggregation.dimensions", lens.aggregation.dimensions.rawValue),
      ("aggregation.floor", CSVText.shortest(lens.aggregation.floor)),
      ("aggregation.power", CSVText.shortest(lens.aggregation.power)),
    ]
  }

  /// All dimensions, and below those of weight every node.
  private static func weights(_ table: ScoreTable, _ other: ScoreTable) -> [Judgement] {
    zip(table.framework.nodeIndices, table.framework.nodes).compactMap { place, node in
      guard let parent = node.parent, table.effectiveWeights[parent] > 0 else { return nil }
      let isJudged = other.effectiveWeights[parent] > 0
      return Judgement(
        subject: "weight of \(name(node, table.framework))", value: weight(place, table),
        other: isJudged ? weight(place, other) : nil)
    }
  }

  private static func weight(_ node: NodeIndex, _ table: ScoreTable) -> Value {
    guard table.ownShares != nil, table.dimensions.contains(node) else { return .share(table.weights[node]) }
    return .rule("each country's own, \(percent(table.meanShare(node))) on average")
  }

  private static func name(_ node: Framework.Node, _ framework: Framework) -> String {
    guard node.indicator != nil, let parent = node.parent else { return node.name }
    return "\(node.name) in \(framework.nodes[parent].name)"
  }

  private static func goalposts(_ table: ScoreTable, _ other: ScoreTable) -> [Judgement] {
    zip(table.columns, table.framework.indicators).compactMap { column, indicator in
      guard column != nil, let own = posts(indicator, table.lens) else { return nil }
      return Judgement(
        subject: "goalposts of \(indicator.id)", value: .goalposts(own),
        other: posts(indicator, other.lens).map { .goalposts($0) },
        scale: indicator.transform.scale.map { ", \($0)" } ?? "")
    }
  }

  /// The caps that one of the two sets.
  private static func caps(_ table: ScoreTable, _ other: ScoreTable) -> [Judgement] {
    zip(table.columns, table.framework.indicators).compactMap { column, indicator in
      let (own, theirs) = (table.lens.caps[indicator.id], other.lens.caps[indicator.id])
      guard column != nil, own != nil || theirs != nil else { return nil }
      return Judgement(
        subject: "caps of \(indicator.id)", value: .rule(CapsText.phrase(own)),
        other: .rule(CapsText.phrase(theirs)))
    }
  }

  /// The cut-offs that one of the two sets.
  private static func cutoffs(_ table: ScoreTable, _ other: ScoreTable) -> [Judgement] {
    zip(table.columns, table.framework.indicators).compactMap { column, indicator in
      let (own, theirs) = (table.lens.cutoffs[indicator.id], other.lens.cutoffs[indicator.id])
      guard column != nil, own != nil || theirs != nil else { return nil }
      return Judgement(
        subject: "cut-off of \(indicator.id)", value: .rule(CutoffText.phrase(own)),
        other: .rule(CutoffText.phrase(theirs)))
    }
  }

  /// The lens's goalposts, or else the catalogue's.
  private static func posts(_ indicator: Indicator, _ lens: Lens) -> Goalposts? {
    lens.goalposts[indicator.id] ?? indicator.goalposts
  }
}
