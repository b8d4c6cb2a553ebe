import HumanSecurity
import Scoring
import Tabular

/// How firmly a score rests on figures, in words and as JSON.
public enum ReliabilityText {
  /// Such as `71 % of the weight observed in 2023, 22 % carried forward (3.1 years old on average),
  /// 7 % missing`; parts of nothing are left out.
  public static func sentence(_ reliability: Reliability, _ year: Year) -> String {
    var parts = ["\(NumberFormat.percent(reliability.observed)) of the weight observed in \(year)"]
    if let age = reliability.meanAge {
      parts.append(
        "\(NumberFormat.percent(reliability.carried)) carried forward "
          + "(\(NumberFormat.fixed(age, 1)) years old on average)")
    }
    if reliability.imputed > 0 {
      parts.append("\(NumberFormat.percent(reliability.imputed)) imputed")
    }
    if reliability.missing > 0 {
      parts.append("\(NumberFormat.percent(reliability.missing)) missing")
    }
    return parts.joined(separator: ", ")
  }

  /// Shares of weight, 0–1, and the mean age in years.
  static func json(_ reliability: Reliability) -> JSONText {
    .object([
      ("observed", .number(reliability.observed)),
      ("carried", .number(reliability.carried)),
      ("mean_age", .optional(reliability.meanAge)),
      ("imputed", .number(reliability.imputed)),
      ("missing", .number(reliability.missing)),
    ])
  }
}
