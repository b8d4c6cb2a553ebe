import IndexModel
import Scoring
import Tabular

/// How firmly a score rests on figures, in words and as JSON.
package enum ReliabilityText {
  /// Such as `71 % of the weight observed in 2023, 29 % missing; 5 % of it, observed or carried
  /// forward, is the judgement of experts`: parts that sum to
  /// all weight, those of nothing left out, then what is no part of that sum.
  package static func sentence(_ reliability: Reliability, _ year: Year) -> String {
    var parts = ["\(NumberFormat.percent(reliability.observed)) of the weight observed in \(year)"]
    if let age = reliability.meanAge {
      parts.append(
        "\(NumberFormat.percent(reliability.carried)) carried forward "
          + "(\(NumberFormat.fixed(age, 1)) years old on average)")
    }
    let others = [
      (reliability.imputed, "imputed"), (reliability.assumed, "assumed"), (reliability.missing, "missing"),
    ]
    parts += others.filter { $0.0 > 0 }.map { "\(NumberFormat.percent($0)) \($1)" }
    let experts =
      reliability.expert > 0
      ? "; \(NumberFormat.percent(reliability.expert)) of it, observed or carried forward, is the judgement of experts"
      : ""
    return parts.joined(separator: ", ") + experts
  }

  /// Such as `reliability medium: armed conflict in 2023`.
  package static func verdict(_ reliability: Reliability, _ year: Year) -> String {
    let doubts = reliability.doubts.map { doubt in
      switch doubt {
      case .gaps:
        reliability.isThin
          ? "less than \(NumberFormat.percent(Reliability.coverageRequired)) of the weight with a figure"
          : "more than a tenth of the weight without a figure"
      case .age: "figures \(NumberFormat.fixed(reliability.age, 1)) years old on average"
      case .experts: "more than a third of the weight by experts"
      case .conflict: "armed conflict in \(year)"
      }
    }
    guard let level = reliability.level else {
      return "reliability not known: \(unknown)"
        + (doubts.isEmpty ? "" : "; " + doubts.joined(separator: "; "))
    }
    return "reliability \(level.rawValue)" + (doubts.isEmpty ? "" : ": " + doubts.joined(separator: "; "))
  }

  private static let unknown = "no indicator of weight has a kind in indicators.csv"

  /// The word for a table; a dash where it is not known.
  package static func word(_ reliability: Reliability) -> String { reliability.level?.rawValue ?? "–" }

  /// What the word means, for a line below a table of these countries, and why some have none.
  package static func note(_ all: some Sequence<Reliability>) -> String {
    all.contains { $0.level == nil } ? "\(meaning); – where it is not known: \(unknown)" : meaning
  }

  private static let meaning =
    "reliability: of high, medium and low, by what is without a figure, how old figures are, what is "
    + "the judgement of experts, and armed conflict"

  /// Shares of weight, 0–1, and the mean age in years.
  static func json(_ reliability: Reliability) -> JSONText {
    .object([
      ("observed", .number(reliability.observed)), ("carried", .number(reliability.carried)),
      ("mean_age", .optional(reliability.meanAge)), ("imputed", .number(reliability.imputed)),
      ("missing", .number(reliability.missing)), ("expert", .number(reliability.expert)),
      ("conflict", reliability.conflict.map { .boolean($0) } ?? .null),
      ("level", .optional(reliability.level?.rawValue)),
    ])
  }
}
