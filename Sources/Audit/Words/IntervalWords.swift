import IndexModel
import Scoring
import Tabular

/// Rank intervals in words.
package enum IntervalWords {
  /// Where more countries are ranked than intervals are computed of unasked.
  static let tooMany =
    "More than \(RankIntervals.mostCountries) countries are ranked: their intervals are computed by hsi score "
    + "--intervals only, and of more than \(RankIntervals.mostAtAll) not at all."

  /// What was drawn, as JSON members.
  static func circumstances(_ found: RankIntervals) -> [(String, JSONText)] {
    [("draws", .integer(found.samples)), ("seed", .string(String(found.seed)))]
  }

  /// What an interval is, and how sure.
  package static func meaning(_ found: RankIntervals) -> String {
    let off = found.mostOff([RankIntervals.shares.low, RankIntervals.shares.high])
    return
      "p05 to p95: the ranks between which a country lies in the middle 90 % of \(found.samples) combinations of "
      + "weights, each within 25 % of its own, and all other judgements, seed \(found.seed). Either end is off by at "
      + "most \(CountWords.of(off, "rank")) (four standard errors of the shares of draws)."
  }

  package static let tiers =
    "tier: going down the ranking, a new one begins at the first country whose interval does not overlap that of "
    + "the tier's first country."

  /// A sentence for each country whose rank lies outside its own interval; one where there is none.
  package static func outside(_ found: RankIntervals, _ table: ScoreTable) -> [String] {
    let outlying = OutlyingRank.all(found)
    if outlying.isEmpty { return ["Every country's rank lies within its own interval."] }
    let start =
      outlying.count == 1
      ? "The rank of 1 country lies outside its own interval: by the lens's own judgements it stands where at most one "
        + "in twenty combinations put it, or beyond."
      : "The ranks of \(outlying.count) countries lie outside their own intervals: by the lens's own judgements they "
        + "stand where at most one in twenty combinations put them, or beyond."
    return [start] + outlying.map { sentence($0, table.country($0.country).name) }
  }

  /// `Cuba, number 113, lies outside its interval (84–110): …`.
  package static func sentence(_ own: OutlyingRank, _ name: String) -> String {
    let start = "\(name), number \(own.rank), lies outside its interval (\(own.interval.text))"
    guard let judgement = own.judgement else {
      return start
        + ": no other normalisation, aggregation, imputation, treatment of outliers, age limit or width of "
        + "goalposts moves its median rank."
    }
    return start + ": of the judgements compared, \(judgement.inWords) moves its median rank furthest, from "
      + "\(own.own.median) over \(own.own.draws) draws (\(own.names.own), as in the lens) to \(own.other.median) over "
      + "\(own.other.draws) (\(own.names.other))."
  }
}

extension RankIntervals.Interval {
  /// `12–15`, or one rank where nothing moves it.
  package var text: String { low == high ? "\(low)" : "\(low)–\(high)" }
}

extension Judgements.Kind {
  /// As a sentence has it.
  package var inWords: String {
    switch self {
    case .weights: "the weights"
    case .normalisation, .aggregation, .imputation: "the \(rawValue)"
    case .outliers: "the treatment of outliers"
    case .carryForward: "the age limit of figures"
    case .goalposts: "the width of goalposts"
    case .leftOut: "the indicator left out"
    case .estimates: "the error of figures and estimates"
    }
  }
}
