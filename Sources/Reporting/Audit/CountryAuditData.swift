import Audit
import IndexModel
import Scoring
import Tabular

extension CountryAuditPage {
  /// Everything the page says, as one object.
  package var json: JSONText {
    let table = audit.table
    return .object(
      [
        ("iso3", .string(table.country(audit.country).code.description)),
        ("country", .string(table.country(audit.country).name)), ("lens", .string(table.lens.name)),
        ("year", .integer(table.year)), ("weights", .string(audit.settings.kind.description)),
      ] + level + [
        ("samples", .integer(audit.settings.samples)), ("seed", .string(String(audit.settings.seed))),
        ("partial", .boolean(audit.isPartial)), ("unfinished", .strings(audit.unfinished.map(\.id))),
        ("rank", .optional(table.rank(audit.country))), ("score", .optional(table.score(audit.country))),
        ("bounds", bounds), ("likelihood", likelihood),
        ("ahead", .list(audit.ahead) { competitor($0, $0.ahead) }),
        ("behind", .list(audit.behind) { competitor($0, $0.behind) }), ("stability", stability),
        ("dimensions", dimensions), ("without", without), ("lenses", lenses),
        ("all_judgements", allJudgements), ("confidence", confidence),
        ("benefit_of_the_doubt", benefitOfDoubt), ("data", data),
      ])
  }

  private var level: [(String, JSONText)] {
    let level = audit.settings.level
    return level == .dimension ? [] : [("level", .string(level.rawValue))]
  }

  /// The nodes that weights are of.
  private var nodes: [NodeIndex] { audit.table.auditedNodes(audit.settings.level) }

  func name(_ node: NodeIndex) -> String { audit.table.framework.nodes[node].name }

  private func code(_ place: Int) -> String {
    guard let scores = audit.scores else { return "" }
    return audit.table.country(scores.countries[place]).code.description
  }

  func perNode(_ values: [Double]) -> JSONText { .object(zip(nodes, values).map { (name($0), .number($1)) }) }

  private var bounds: JSONText {
    guard let bounds = audit.bounds else { return .null }
    return .object([
      ("best", .integer(bounds.best.attained)), ("worst", .integer(bounds.worst.attained)),
      ("best_outer", .integer(bounds.best.proven)), ("worst_outer", .integer(bounds.worst.proven)),
      ("exact", .boolean(bounds.isExact)), ("best_weights", perNode(bounds.best.weights)),
      ("worst_weights", perNode(bounds.worst.weights)),
    ])
  }

  private var likelihood: JSONText {
    guard let found = audit.acceptability, let place = audit.place else { return .null }
    let mean = found.mean(place)
    let first = found.share(place, rank: 0)
    return .object(
      [("draws", .integer(found.samples))] + quantiles(found, place) + [
        ("mean", .number(mean.value)), ("mean_se", .number(mean.error)), ("first", .number(first)),
        ("first_se", .number(found.standardError(first))),
        ("rule_of_three", .number(SampledWords.ruleOfThree(found.samples))),
        ("central_weights", found.centralWeights(place).map(perNode) ?? .null),
        ("central_weights_se", found.centralWeightErrors(place).map(perNode) ?? .null),
      ])
  }

  private func quantiles(_ found: some RankedDraws, _ place: Int) -> [(String, JSONText)] {
    [("p05", 0.05), ("p50", 0.5), ("p95", 0.95)].flatMap { name, share in
      [
        (name, .integer(found.quantile(place, share))),
        ("\(name)_low", .integer(found.limits(place, share).lowerBound)),
        ("\(name)_high", .integer(found.limits(place, share).upperBound)),
      ]
    }
  }

  private func competitor(_ order: PairOrder, _ place: Int) -> [(String, JSONText)] {
    [
      ("iso3", .string(code(place))), ("dominates", .boolean(order.dominates)),
      ("epsilon", .number(order.epsilon)), ("flip_l1", .optional(order.flip?.distance)),
      ("flip_weights", order.flip.map { perNode($0.weights) } ?? .null),
      ("single_flips", .object(zip(nodes, order.singleFlips).map { (name($0), .optional($1)) })),
    ]
  }

  private var stability: JSONText {
    .list(audit.stability) { own in
      [
        ("node", .string(name(nodes[own.node]))), ("low", .number(own.low)), ("high", .number(own.high)),
        ("changes", pair(own.changes)), ("changes_below", pair(own.changesBelow)),
        ("changes_above", pair(own.changesAbove)),
      ]
    }
  }

  private func pair(_ pair: (ahead: Int, behind: Int)?) -> JSONText {
    .optional(pair.map { "\(code($0.ahead))>\(code($0.behind))" })
  }

  private var dimensions: JSONText {
    .list(audit.dimensions) {
      [("node", .string(name($0.node))), ("rank", .optional($0.rank)), ("ranked", .integer($0.ranked))]
    }
  }

  private var without: JSONText {
    .list(audit.omissions) {
      [
        ("node", .string(name($0.node))), ("rank", .integer($0.without)), ("rank_with", .integer($0.with)),
        ("ranked", .integer($0.ranked)),
      ]
    }
  }

  private var lenses: JSONText {
    .list(audit.lenses) {
      [("lens", .string($0.name)), ("rank", .optional($0.rank)), ("ranked", .integer($0.ranked))]
    }
  }

  /// How surely the country is first when the figures have errors.
  private var confidence: JSONText {
    guard let found = audit.confidence, let place = audit.place, let central = found.atCentralWeights(place)
    else { return .null }
    let nominal = found.atNominalWeights(place)
    return .object([
      ("readings", .integer(found.samples)), ("at_central_weights", .number(central)),
      ("at_central_weights_se", .number(found.standardError(central))),
      ("at_stated_weights", .number(nominal)),
      ("at_stated_weights_se", .number(found.standardError(nominal))),
      ("rule_of_three", .number(SampledWords.ruleOfThree(found.samples))),
    ])
  }

  /// Its ranks when all judgements vary together.
  private var allJudgements: JSONText {
    guard let found = audit.uncertainty, let place = found.countries.firstIndex(of: audit.country) else {
      return .null
    }
    return .object([("combinations", .integer(found.samples))] + quantiles(found, place))
  }

  /// What its own best weights make of it.
  private var benefitOfDoubt: JSONText {
    guard let own = audit.benefitOfDoubt else { return .null }
    return .object([
      ("score", .number(own.score)), ("rank", .integer(own.rank)), ("ties", .integer(own.ties)),
      ("shares", .object(zip(audit.table.dimensions, own.shares).map { (name($0), .optional($1)) })),
    ])
  }

  /// How many figures it has, and how old.
  private var data: JSONText {
    guard let own = audit.data?.own else { return .null }
    return .object([
      ("cells", .integer(own.cells)), ("observed", .integer(own.observed)),
      ("carried", .integer(own.carried)), ("imputed", .integer(own.imputed)),
      ("missing", .integer(own.missing)), ("filled", .number(own.filled)),
      ("coverage", .number(audit.table.coverage(audit.country))), ("median_age", .optional(own.medianAge)),
      ("oldest_age", .optional(own.oldestAge)), ("reliability", .optional(own.reliability?.rawValue)),
    ])
  }
}
