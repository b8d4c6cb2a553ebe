import Audit
import Tabular

extension AuditTables {
  var uncertainty: AuditTable {
    var out = AuditTable(
      "uncertainty", title("Ranks and scores when all judgements vary together"),
      [.text("iso3"), .number("rank")]
        + ["p05", "p25", "p50", "p75", "p95"].map { .number($0) }
        + ["score_p05", "score_p50", "score_p95"].map {
          .number($0, $0.replacing("_", with: " "), 1)
        } + Self.limitColumns(["p05", "p25", "p50", "p75", "p95"])
        + ["score_p05_se", "score_p50_se", "score_p95_se"].map { .error($0) })
    guard let found = findings.uncertainty else { return out }
    let scores = inParallel(found.countries.count) { found.scores($0, [0.05, 0.5, 0.95]) }
    let scoreErrors = inParallel(found.countries.count) { country in
      [0.05, 0.5, 0.95].map { found.standardError(ofScore: country, $0) }
    }
    let shares = [0.05, 0.25, 0.5, 0.75, 0.95]
    out.rows = found.countries.enumerated().map { place, country in
      [.text(code(country)), .integer(found.ranks[place])]
        + shares.map { .integer(found.rank(place, $0)) } + scores[place].map { .number($0) }
        + Self.limits(shares.map { found.limits(ofRank: place, $0) })
        + scoreErrors[place].map { .number($0) }
    }
    let errors = found.countries.indices.map { found.meanRank($0).error }
    out.notes = [
      "Over \(found.samples) combinations of weights, normalisation, aggregation, imputation, outliers, "
        + "carry-forward, goalposts and an indicator left out, seed \(findings.settings.seed); scores "
        + "over the first \(found.scoredSamples). Standard error of a mean rank: at most "
        + "\(NumberFormat.fixed(errors.max(), 3)). p05 to p95 are off by at most "
        + CountWords.of(found.mostOff(shares), "rank") + " (four standard errors of the shares of "
        + "draws); standard error of a score's quantile: at most "
        + "\(NumberFormat.fixed(scoreErrors.joined().max(), 2))."
    ]
    return out
  }

  var sensitivity: AuditTable {
    var out = AuditTable(
      "sensitivity", title("Which judgement moves ranks"),
      [
        .text("assumption"), .number("first_order", "first order"),
        .number("first_low", "low"), .number("first_high", "high"), .number("total"),
        .number("total_low", "low"), .number("total_high", "high"),
      ])
    guard let found = findings.sensitivity else { return out }
    let effects = found.onShift
    out.rows = found.assumptions.enumerated().map { place, assumption in
      let effect = effects?[place]
      return [.text(assumption.rawValue)]
        + [effect?.first, effect?.total].flatMap {
          [$0?.value, $0?.low, $0?.high].map { AuditTable.Cell.number($0) }
        }
    }
    out.notes = [
      "Shares of the variance of the mean move of ranks (Sobol' indices by Jansen's estimators, "
        + "\(found.indices.baseSamples) points, seed \(findings.settings.seed)): first order, what "
        + "the judgement does alone; total, with all its interplay; low and high, 95 % bootstrap "
        + "intervals. A first order below 0 or above the total, and a share above 1, is sampling error."
    ]
    if effects == nil { out.notes = ["No combination of judgements moves any rank."] }
    if effects != nil, found.isRough {
      out.notes.append(
        "These shares are rough: they rest on \(found.indices.baseSamples) points. More --samples sharpen "
          + "them.")
    }
    return out
  }
}
