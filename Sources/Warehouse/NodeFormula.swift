import IndexModel
import Scoring
import Tabular

/// How one node is joined of its children, as expressions of SQL. Sums run in the order of the children's names, as the
/// program's do.
struct NodeFormula {
  let plan: StatementPlan
  let node: NodeIndex

  private var aggregator: Aggregator { plan.scoring.aggregator(of: node) }
  private var children: [NodeIndex] { plan.scoring.children(node) }
  private var isRoot: Bool { node == Framework.root }

  private func number(_ value: Double) -> String { plan.number(value) }
  private func weightOf(_ child: NodeIndex) -> String { number(plan.scoring.weights[child]) }

  /// A child's score as it is joined: what it lacks of 100 where the node is turned.
  private func taken(_ child: NodeIndex) -> String {
    aggregator.isTurned ? "(\(number(100)) - \(plan.column(child)))" : plan.column(child)
  }

  private var title: String { isRoot ? StatementPlan.index : plan.framework.nodes[node].name }
  private var weightColumn: String { plan.name("weight of \(title)") }
  private var meanColumn: String { plan.name("mean of \(title)") }

  /// One child is its parent's score, whatever it weighs.
  private var isAlone: Bool { children.count == 1 }

  // MARK: - Columns

  /// The weight of the children that have a score; nil for one child.
  var weight: Step.Column? {
    if isAlone { return nil }
    let terms = children.map {
      "CASE WHEN \(plan.column($0)) IS NULL THEN \(number(0)) ELSE \(weightOf($0)) END"
    }
    return Step.Column(Step.sum(terms), as: weightColumn)
  }

  /// The mean that a penalty is taken from; nil where there is none.
  var mean: Step.Column? {
    guard aggregator.method == .mazziottaPareto, !isAlone else { return nil }
    let mean = clamped(sum { "\(weightOf($0)) * \(positive(taken($0)))" } + " / \(weightColumn)") {
      positive($0)
    }
    return Step.Column("CASE WHEN \(weightColumn) > \(number(0)) THEN \(mean) END", as: meanColumn)
  }

  /// The node's score.
  var score: Step.Column {
    let joined = isAlone ? alone : several
    let finished = finished(joined)
    let guarded = isAlone ? ofOne(finished) : "CASE WHEN \(condition) THEN\n    \(finished)\n  END"
    return Step.Column(guarded, as: plan.column(node), words)
  }

  /// Whether the present children carry enough for a score.
  private var condition: String {
    let required = isRoot ? 0 : plan.scoring.shareRequired(of: node) - 1e-12
    return required > 0 ? "\(weightColumn) >= \(number(required))" : "\(weightColumn) > \(number(0))"
  }

  // MARK: - Formulas

  private var several: String {
    switch aggregator.method {
    case .arithmetic, .copeland: mean(of: { $0 }, taken: { $0 }, outward: { $0 })
    case .geometric: mean(of: { "LN(\($0))" }, taken: { floored($0) }, outward: { "EXP(\($0))" })
    case .harmonic:
      mean(of: { "\(number(1)) / \($0)" }, taken: { floored($0) }, outward: { "\(number(1)) / (\($0))" })
    case .power:
      mean(
        of: { "POWER(\($0), \(number(aggregator.power)))" }, taken: { ofPower($0) },
        outward: { "POWER(\($0), \(number(1 / aggregator.power)))" })
    case .minimum: "LEAST(\(list))"
    case .product: product
    case .mazziottaPareto: penalised
    case .ratio: ratio
    }
  }

  /// GREATEST and LEAST pass over NULL: without both parts there is no ratio.
  private var ratio: String {
    let (over, under) =
      aggregator.denominatorIsFirst ? (children[1], children[0]) : (children[0], children[1])
    let ratio = "\(number(100)) * (\(positive(taken(over))) / \(floored(taken(under))))"
    return "CASE WHEN \(plan.column(over)) IS NOT NULL AND \(plan.column(under)) IS NOT NULL THEN\n"
      + "      LEAST(\(ratio), \(number(Aggregator.greatestRatio)))\n    END"
  }

  /// A mean of a function of the scores, turned back into a score.
  private func mean(
    of inward: (String) -> String, taken limit: (String) -> String, outward: (String) -> String
  ) -> String {
    let mean = sum { "\(weightOf($0)) * \(bracketed(inward(limit(taken($0)))))" } + " / \(weightColumn)"
    return clamped(outward(mean), limit)
  }

  private func bracketed(_ text: String) -> String { text.contains(" / ") ? "(\(text))" : text }

  /// A sum over the children that have a score.
  private func sum(_ term: (NodeIndex) -> String) -> String {
    let zero = number(0)
    let terms = children.map { child in
      let (column, term) = (plan.column(child), term(child))
      // A product with NULL is NULL; what GREATEST has looked at is not.
      return term.contains("GREATEST")
        ? "CASE WHEN \(column) IS NULL THEN \(zero) ELSE \(term) END" : "COALESCE(\(term), \(zero))"
    }
    return Step.sum(terms, depth: 4)
  }

  private func clamped(_ mean: String, _ limit: (String) -> String) -> String {
    "LEAST(GREATEST(\(mean),\n      \(limit("LEAST(\(list))"))),\n      \(limit("GREATEST(\(list))")))"
  }

  private var list: String { children.map(taken).joined(separator: ", ") }

  private func floored(_ score: String) -> String { "GREATEST(\(score), \(number(aggregator.floor)))" }
  private func positive(_ score: String) -> String { "GREATEST(\(score), \(number(0)))" }
  private func ofPower(_ score: String) -> String {
    "GREATEST(\(score), \(number(aggregator.power < 1 ? aggregator.floor : 0)))"
  }
  private func share(_ score: String) -> String {
    "LEAST(\(positive(score)), \(number(100))) / \(number(100))"
  }

  private var product: String {
    let factors = children.map { child in
      let exponent = number(Double(children.count) * plan.scoring.weights[child])
      return "CASE WHEN \(plan.column(child)) IS NULL THEN \(number(1)) "
        + "ELSE POWER(\(share(taken(child))), \(exponent) / \(weightColumn)) END"
    }
    return Step.sum([number(100)] + factors, sign: "*", depth: 4)
  }

  private var penalised: String {
    let squares = sum { child in
      let distance = "(\(positive(taken(child))) - \(meanColumn))"
      return "\(weightOf(child)) * \(distance) * \(distance)"
    }
    let penalty = "\(squares) / \(weightColumn) / \(meanColumn)"
    return
      "CASE WHEN \(meanColumn) = \(number(0)) THEN \(number(0)) ELSE GREATEST(\(meanColumn) - \(penalty), \(number(0))) END"
  }

  // MARK: - One child, and what is done to the result

  private var alone: String {
    let score = taken(children[0])
    return switch aggregator.method {
    case .arithmetic, .copeland, .minimum, .ratio: score
    case .geometric, .harmonic: floored(score)
    case .power: ofPower(score)
    case .product: "\(number(100)) * (\(share(score)))"
    case .mazziottaPareto: positive(score)
    }
  }

  private func ofOne(_ expression: String) -> String {
    let column = plan.column(children[0])
    return expression == column ? column : "CASE WHEN \(column) IS NOT NULL THEN \(expression) END"
  }

  /// The joined score, rounded and turned back.
  private func finished(_ joined: String) -> String {
    var score = joined
    if let decimals = aggregator.decimals {
      // Half away from zero; what is within 1e-9 of a half counts as one.
      let unit = number([1, 10, 100, 1e3, 1e4, 1e5, 1e6][decimals])
      let half = "+ \(number(0.5)) + \(number(1e-9))) / \(unit)"
      score =
        plan.lens.normalisation.isBounded
        ? "FLOOR((\(score)) * \(unit) \(half)" : "SIGN(\(score)) * FLOOR(ABS(\(score)) * \(unit) \(half)"
    }
    return counted(aggregator.isTurned ? "\(number(100)) - (\(score))" : score)
  }

  /// 100 for who is not poor. What falls short of the share by less than 1e-9 counts as there.
  private func counted(_ score: String) -> String {
    guard let poorFrom = aggregator.poorFrom else { return score }
    let (lacks, least) = ("\(number(100)) - (\(score))", number(100 * poorFrom - Aggregator.countTolerance))
    let isPoor = aggregator.isHeadcount ? "WHEN \(lacks) >= \(least) THEN \(number(0))" : "ELSE \(score)"
    return "CASE WHEN \(lacks) < \(least) THEN \(number(100)) \(isPoor) END"
  }

  // MARK: - Words

  private var words: String {
    let name = isRoot ? "the index" : plan.framework.nodes[node].name
    if isAlone { return "\(name): the score of its one part\(limits)" }
    let required = plan.scoring.shareRequired(of: node)
    let share =
      isRoot ? "" : ", of which \(CSVText.shortest(100 * required)) per cent of the weight must be there"
    return "\(name): \(method) of its parts\(share)\(limits)"
  }

  private var method: String {
    switch aggregator.method {
    case .arithmetic, .copeland: "the arithmetic mean"
    case .geometric: "the geometric mean"
    case .harmonic: "the harmonic mean"
    case .power: "the power mean"
    case .minimum: "the least"
    case .product: "the product"
    case .mazziottaPareto: "the mean, less a penalty for imbalance,"
    case .ratio: "the ratio in per cent"
    }
  }

  private var limits: String {
    var words = ""
    switch aggregator.method {
    case .ratio: words += ", the denominator not below the floor of \(CSVText.shortest(aggregator.floor))"
    case .geometric, .harmonic: words += ", none below the floor of \(CSVText.shortest(aggregator.floor))"
    case .power where aggregator.power < 1:
      words += ", none below the floor of \(CSVText.shortest(aggregator.floor))"
    default: break
    }
    if aggregator.isTurned { words += ", of what the parts lack of 100" }
    if let decimals = aggregator.decimals { words += ", rounded to \(CountWords.of(decimals, "decimal"))" }
    if let poorFrom = aggregator.poorFrom {
      words += ", 100 where less than \(CSVText.shortest(100 * poorFrom)) per cent are lacking"
      if aggregator.isHeadcount { words += " and else 0" }
    }
    return words
  }
}
