import Audit
import IndexModel
import Scoring
import Tabular

/// Causes of change in words.
enum ChangeWords {
  static func name(_ cause: ChangeCause) -> String {
    switch cause {
    case .revised: "figures revised"
    case .newer: "figures of another year"
    case .coverage: "figures come or gone"
    case .estimates: "estimates of missing figures"
    case .figures: "figures"
    case .goalposts: "goalposts"
    case .weights: "weights"
    case .method: "method and catalogue"
    case .others: "movement of others"
    }
  }

  /// What a part is called: its cause, or the indicator whose figure it is.
  static func name(_ part: CountryChange.Part, _ framework: Framework) -> String {
    part.indicator.map { name($0, framework) } ?? name(part.cause)
  }

  static func name(_ id: IndicatorID, _ framework: Framework) -> String {
    framework.indicator(id).map { framework.indicators[$0].name } ?? id.rawValue
  }

  /// `rank 5 (3–9)`, or why there is none.
  static func standing(_ table: ScoreTable, _ row: RowIndex, _ intervals: [RankIntervals.Interval?]) -> String
  {
    guard let rank = table.rank(row) else { return "not ranked" }
    return "rank \(rank)" + (intervals[row].map { " (\($0.text))" } ?? "")
  }

  /// How far a country moved and what accounts for it, true by the parts of its change.
  ///
  /// A cause is named from a twentieth of a place, or of a point, on: below that it rounds to nothing. Of its figures
  /// the one is named that accounts for more than half of what all of that cause do.
  /// - Parameters:
  ///   - before, after: its rank intervals.
  static func sentence(
    _ change: CountryChange, _ framework: Framework, _ before: RankIntervals.Interval?,
    _ after: RankIntervals.Interval?
  ) -> String {
    guard let rise = change.rise, let gain = change.gain else { return "" }
    let ranks = (rank(change.rankBefore, before), rank(change.rankAfter, after))
    let moved =
      rise == 0
      ? "stays at rank \(ranks.1)"
      : "\(rise > 0 ? "rises" : "falls") \(CountWords.of(abs(rise), "place")), from rank \(ranks.0) to \(ranks.1)"
    let points =
      abs(gain) < least
      ? "its score stands" : "its score \(gain > 0 ? "gains" : "loses") " + CountWords.points(abs(gain))
    let byPlaces = rise != 0
    func size(_ part: CountryChange.Part) -> Double { byPlaces ? part.places : part.points }
    let parts = change.causes.filter { abs(size($0)) >= least }.descending { abs(size($0)) }
    let texts = parts.map { part in
      let number = "\(NumberFormat.signed(size(part), 1)) \(byPlaces ? "places" : "points")"
      let most = leading(change, part.cause, size).map { ", mostly \(name($0, framework))" } ?? ""
      return "\(name(part.cause)) \(number)\(most)"
    }
    return "\(change.country.name) \(moved), and \(points)"
      + (texts.isEmpty ? "." : ": \(texts.joined(separator: "; ")).")
  }

  /// What accounts for most of a change of score, and its part: `figures of another year +0.3: Gini index`; nil where
  /// every part rounds to nothing.
  static func mostPoints(_ change: CountryChange, _ framework: Framework) -> String? {
    guard let most = change.causes.descending(by: { abs($0.points) }).first, abs(most.points) >= least else {
      return nil
    }
    let figure = leading(change, most.cause, \.points).map { ": \(name($0, framework))" } ?? ""
    return "\(name(most.cause)) \(NumberFormat.signed(most.points, 1))\(figure)"
  }

  /// A rank with its interval.
  private static func rank(_ rank: Int?, _ interval: RankIntervals.Interval?) -> String {
    NumberFormat.rank(rank) + (interval.map { " (\($0.text))" } ?? "")
  }

  /// What rounds to nothing at one decimal.
  private static let least = 0.05

  /// The figure that accounts for more than half of what those of a cause do, where there are several.
  private static func leading(
    _ change: CountryChange, _ cause: ChangeCause, _ size: (CountryChange.Part) -> Double
  ) -> CountryChange.Part? {
    let parts = change.figures.filter { $0.cause == cause && $0.indicator != nil }
    let total = parts.reduce(0) { $0 + abs(size($1)) }
    return parts.first { 2 * abs(size($0)) > total }
  }
}

extension CountWords {
  /// `1.2 points`, `1.0 points`.
  fileprivate static func points(_ points: Double) -> String { "\(NumberFormat.fixed(points, 1)) points" }
}
