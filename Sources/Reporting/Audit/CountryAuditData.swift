import Audit
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
        ("ahead", .array(audit.ahead.map { competitor($0, $0.ahead) })),
        ("behind", .array(audit.behind.map { competitor($0, $0.behind) })), ("stability", stability),
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
  private var nodes: [Int] { audit.table.auditedNodes(audit.settings.level) }

  func name(_ node: Int) -> String { audit.table.framework.nodes[node].name }

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
    let quantiles = [("p05", 0.05), ("p50", 0.5), ("p95", 0.95)].flatMap { name, share in
      let limits = found.limits(place, share)
      return [
        (name, JSONText.integer(found.quantile(place, share))), ("\(name)_low", .integer(limits.lowerBound)),
        ("\(name)_high", .integer(limits.upperBound)),
      ]
    }
    return .object(
      [("draws", .integer(found.samples))] + quantiles + [
        ("mean", .number(mean.value)), ("mean_se", .number(mean.error)), ("first", .number(first)),
        ("first_se", .number(found.standardError(first))),
        ("rule_of_three", .number(SampledWords.ruleOfThree(found.samples))),
        ("central_weights", found.centralWeights(place).map(perNode) ?? .null),
        ("central_weights_se", found.centralWeightErrors(place).map(perNode) ?? .null),
      ])
  }

  private func competitor(_ order: PairOrder, _ place: Int) -> JSONText {
    .object([
      ("iso3", .string(code(place))), ("dominates", .boolean(order.dominates)),
      ("epsilon", .number(order.epsilon)), ("flip_l1", .optional(order.flip?.distance)),
      ("flip_weights", order.flip.map { perNode($0.weights) } ?? .null),
      ("single_flips", .object(zip(nodes, order.singleFlips).map { (name($0), .optional($1)) })),
    ])
  }

  private var stability: JSONText {
    .array(
      audit.stability.map { own in
        .object([
          ("node", .string(name(nodes[own.node]))), ("low", .number(own.low)), ("high", .number(own.high)),
          ("changes", pair(own.changes)), ("changes_below", pair(own.changesBelow)),
          ("changes_above", pair(own.changesAbove)),
        ])
      })
  }

  private func pair(_ pair: (ahead: Int, behind: Int)?) -> JSONText {
    pair.map { .string("\(code($0.ahead))>\(code($0.behind))") } ?? .null
  }

  private var dimensions: JSONText {
    .array(
      audit.dimensions.map { own in
        .object([
          ("node", .string(name(own.node))), ("rank", .optional(own.rank)), ("ranked", .integer(own.ranked)),
        ])
      })
  }

  private var without: JSONText {
    .array(
      audit.omissions.map { own in
        .object([
          ("node", .string(name(own.node))), ("rank", .integer(own.without)),
          ("rank_with", .integer(own.with)), ("ranked", .integer(own.ranked)),
        ])
      })
  }

  private var lenses: JSONText {
    .array(
      audit.lenses.map { own in
        .object([
          ("lens", .string(own.name)), ("rank", .optional(own.rank)), ("ranked", .integer(own.ranked)),
        ])
      })
  }
}
