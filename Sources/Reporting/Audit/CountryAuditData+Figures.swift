import Audit
import Scoring
import Tabular

extension CountryAuditPage {
  /// How surely the country is first when the figures have errors.
  var confidence: JSONText {
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
  var allJudgements: JSONText {
    guard let found = audit.uncertainty, let place = found.countries.firstIndex(of: audit.country) else {
      return .null
    }
    let quantiles = [("p05", 0.05), ("p50", 0.5), ("p95", 0.95)].flatMap { name, share in
      let limits = found.limits(ofRank: place, share)
      return [
        (name, JSONText.integer(found.rank(place, share))), ("\(name)_low", .integer(limits.lowerBound)),
        ("\(name)_high", .integer(limits.upperBound)),
      ]
    }
    return .object([("combinations", .integer(found.samples))] + quantiles)
  }

  /// What its own best weights make of it.
  var benefitOfDoubt: JSONText {
    guard let own = audit.benefitOfDoubt else { return .null }
    return .object([
      ("score", .number(own.score)), ("rank", .integer(own.rank)), ("ties", .integer(own.ties)),
      ("shares", .object(zip(audit.table.dimensions, own.shares).map { (name($0), .optional($1)) })),
    ])
  }

  /// How many figures it has, and how old.
  var data: JSONText {
    guard let own = audit.data?.own else { return .null }
    return .object([
      ("cells", .integer(own.cells)), ("observed", .integer(own.observed)),
      ("carried", .integer(own.carried)), ("imputed", .integer(own.imputed)),
      ("missing", .integer(own.missing)), ("filled", .number(own.filled)),
      ("coverage", .number(audit.table.coverage(audit.country))), ("median_age", .optional(own.medianAge)),
      ("oldest_age", .optional(own.oldestAge)),
      ("reliability", own.reliability.map { .string($0.rawValue) } ?? .null),
    ])
  }
}
