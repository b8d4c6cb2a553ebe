import Tabular

/// The fixed steps in which scores are coloured, the same on the map and in the tables.
///
/// Fixed, not quantiles: a colour means the same in every year and under every lens.
enum ScoreStep {
  /// The scores at which a new step begins.
  static let bounds: [Double] = [40, 50, 60, 70, 80, 90]

  /// The step of a score, 0 for the lowest.
  static func step(of score: Double) -> Int { bounds.count { score >= $0 } }

  /// What a step spans, in words.
  static func label(_ step: Int) -> String {
    if step == 0 { return "below " + NumberFormat.fixed(bounds.first, 0) }
    let lower = NumberFormat.fixed(bounds[step - 1], 0)
    return step == bounds.count ? lower + " and above" : lower + "–" + NumberFormat.fixed(bounds[step], 0)
  }
}
