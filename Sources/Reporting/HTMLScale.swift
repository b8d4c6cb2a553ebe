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
    return step == bounds.count
      ? lower + " and above" : lower + "–" + NumberFormat.fixed(bounds[step], 0)
  }
}

extension HTMLWriter {
  /// Adds the class of a score's colour, ` class=s3`; that of a missing score is `n`.
  mutating func stepClass(_ score: Double?) {
    guard let score else { return markup(" class=n") }
    markup(" class=s")
    integer(ScoreStep.step(of: score))
  }

  /// Adds a dimension's name as a title: `mother-and-child` becomes `Mother and child`.
  mutating func title(_ name: String) {
    let words = name.split(separator: "-").joined(separator: " ")
    text(words.prefix(1).uppercased() + words.dropFirst())
  }

  /// Adds a range of ranks, or a dash.
  mutating func ranks(_ best: Int?, _ worst: Int?) {
    guard let best, let worst else { return markup("–") }
    integer(best)
    guard worst != best else { return }
    markup("–")
    integer(worst)
  }
}
