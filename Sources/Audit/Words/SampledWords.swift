import Tabular

/// Shares, and what the sampling error of draws leaves open, in words.
package enum SampledWords {
  /// A percentage, whole, or with as many decimals as it takes not to round to 0 or 100.
  package static func percent(_ share: Double) -> String {
    let percentage = 100 * share
    for decimals in 0...4 {
      let text = NumberFormat.fixed(percentage, decimals)
      let isEven = [0, 1].contains(share)
      let shown = Double(text.replacing("−", with: "-")) ?? .nan
      if isEven || (shown != 0 && shown != 100) { return text + " %" }
    }
    return share < 0.5 ? "less than 0.0001 %" : "more than 99.9999 %"
  }

  /// How often something happened: `92.0 % of 5000 draws (standard error 0.37 points)`. Of what always or
  /// never happened a standard error of 0 would say too much; instead of it stands the rule of three: after n
  /// draws that agree, the share of the others is below 3/n with 95 per cent confidence (Hanley and
  /// Lippman-Hand, If nothing goes wrong, is everything all right?, Journal of the American Medical
  /// Association 249, 1983).
  package static func times(
    _ share: Double, of draws: Int, _ what: String = "draws", among all: String = "the weights"
  ) -> String {
    let rest = limit(draws)
    switch share {
    case 1: return "all of \(draws) \(what) (with 95 % confidence, in all but \(rest) of \(all))"
    case 0: return "none of \(draws) \(what) (with 95 % confidence, in \(rest) of \(all))"
    default:
      let error = 100 * SampledShare.standardError(share, of: max(draws, 1))
      return "\(tenths(share)) of \(draws) \(what) (standard error \(points(error)))"
    }
  }

  /// A share with one decimal, or with as many as it takes not to be 0 or 100 %.
  package static func tenths(_ share: Double) -> String {
    let text = NumberFormat.fixed(100 * share, 1)
    if [0, 1].contains(share) { return text + " %" }
    return text == "0.0" || text == "100.0" ? percent(share) : text + " %"
  }

  /// Points of a percentage, never 0.
  package static func points(_ points: Double) -> String {
    for decimals in 2...4 {
      let text = NumberFormat.fixed(points, decimals)
      if text.contains(where: { ("1"..."9").contains($0) }) { return text + " points" }
    }
    return "below 0.0001 points"
  }

  /// 3/n: what the share of others is below, with 95 per cent confidence, where all of n draws agree.
  package static func ruleOfThree(_ draws: Int) -> Double { min(1, 3 / Double(max(draws, 1))) }

  /// 3/n, rounded up to two digits.
  package static func limit(_ draws: Int) -> String {
    let percentage = 300 / Double(max(draws, 1))
    var unit = 1.0
    for decimals in 0...4 {
      if percentage * unit >= 10 || decimals == 4 {
        return "less than " + NumberFormat.fixed((percentage * unit - 1e-9).rounded(.up) / unit, decimals)
          + " %"
      }
      unit *= 10
    }
    return ""
  }

  /// A standard error, with three decimals or as many as it takes not to be 0.
  package static func error(_ error: Double) -> String {
    let text = NumberFormat.fixed(error, 3)
    return error > 0 && text == "0.000"
      ? error < 0.0001 ? "below 0.0001" : NumberFormat.fixed(error, 4) : text
  }

  /// The limits of a figure, where they are not the figure: ` (5 to 7)`.
  package static func limits(_ low: Int, _ high: Int) -> String { low == high ? "" : " (\(low) to \(high))" }

  /// Between which ranks nine draws in ten leave a country, `between number 3 (2 to 3) and 7`, from both ends
  /// with their limits; and whether the limits are the ends.
  package static func rankInterval(_ found: some RankedDraws, _ place: Int) -> (text: String, isSure: Bool) {
    let ends = [0.05, 0.95].map { (rank: found.quantile(place, $0), limits: found.limits(place, $0)) }
    let texts = ends.map { "\($0.rank)\(limits($0.limits.lowerBound, $0.limits.upperBound))" }
    let isSure = ends.allSatisfy { $0.limits.lowerBound == $0.limits.upperBound }
    let isOne = isSure && Set(texts).count == 1
    return (isOne ? "at number \(texts[0])" : "between number " + texts.joined(separator: " and "), isSure)
  }

  /// `give half of the countries ranks no more than 6 (5 to 7) apart, and every country ranks no more than 20
  /// (18 to 22) apart.`, and over so many draws how sure that is.
  package static func spans(_ spans: RankSpans, _ draws: Int, _ what: String = "draws") -> String {
    let (median, greatest) = (spans.median, spans.greatest)
    func ranks(_ figure: RankSpans.Figure) -> String {
      figure.high == 0
        ? "always the same rank"
        : "ranks no more than \(figure.value)\(limits(figure.low, figure.high)) apart"
    }
    let isSure = [median, greatest].allSatisfy { $0.low == $0.high }
    let start = median == greatest ? "" : "half of the countries \(ranks(median)), and "
    return "give \(start)every country \(ranks(greatest))."
      + (isSure
        ? " The sampling error of \(draws) \(what) does not change that."
        : " In brackets stands what the sampling error of \(draws) \(what) leaves open.")
  }

  /// What is open in a share that is 0 or 1 over so many draws, and over so many readings.
  static func ruleOfThreeNote(_ draws: Int, confidence: FirstConfidence? = nil) -> String {
    "Where all draws agree, p is not exactly 0 or 1: the others are \(limit(draws)) of the "
      + "weights, with 95 % confidence (rule of three)"
      + (confidence.map { "; a confidence of 0 or 1 leaves \(limit($0.samples)) open" } ?? "") + "."
  }
}
