import Audit
import Scoring
import Tabular

/// Uncertainty over all judgements, and what drives it, as CSV in full precision. The columns are a
/// contract with other programs.
public enum UncertaintyTables {
  /// One row a country, in order of rank: quantiles of its rank and score.
  public static func uncertainty(_ result: Uncertainty, _ table: ScoreTable) -> String {
    var out = CSVText(header: [
      "iso3", "rank", "p05", "p25", "p50", "p75", "p95", "score_p05", "score_p50", "score_p95",
    ])
    let scores = inParallel(result.countries.count) { result.scores($0, [0.05, 0.5, 0.95]) }
    for place in result.countries.indices {
      out.field(table.country(result.countries[place]).code.description)
      out.field(result.ranks[place])
      for share in [0.05, 0.25, 0.5, 0.75, 0.95] { out.field(result.rank(place, share)) }
      for score in scores[place] { out.field(score) }
      out.endRow()
    }
    return out.text
  }

  /// One row a judgement: the share of the variance of ranks' mean shift that it accounts for, alone and
  /// with its interplay, with 95 % intervals; empty where nothing shifts.
  public static func sensitivity(_ result: Sensitivity) -> String {
    var out = CSVText(header: [
      "assumption", "first_order", "first_low", "first_high", "total", "total_low", "total_high",
    ])
    let effects = result.onShift
    for (place, assumption) in result.assumptions.enumerated() {
      out.field(assumption.rawValue)
      let effect = effects?[place]
      for estimate in [effect?.first, effect?.total] {
        out.field(estimate?.value)
        out.field(estimate?.low)
        out.field(estimate?.high)
      }
      out.endRow()
    }
    return out.text
  }
}
