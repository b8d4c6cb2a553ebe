import IndexModel

/// How joined scores of a node become its scores, since they are compared over all units: a straight line.
package struct NodeScale: Sendable, Equatable {
  /// What the score is where all are the same.
  private static let even = 50.0

  private let method: NodeNormalisation
  /// What is taken off before scores are multiplied.
  private let start: Double
  /// The distance that counts as one; nil where all scores are the same.
  private let unit: Double?

  /// - Parameter scores: those of all units, NaN where missing.
  /// - Returns: nil under `best` where no score is above 0, so that none can be 100.
  init?(_ method: NodeNormalisation, _ scores: some Sequence<Double>) {
    self.method = method
    let present = scores.filter { !$0.isNaN }
    let (least, most) = (present.min() ?? 0, present.max() ?? 0)
    switch method {
    case .minmax:
      start = least
      unit = least < most ? most - least : nil
    case .zscore:
      let mean = present.reduce(0, +) / Double(max(present.count, 1))
      let squares = present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      start = mean
      unit = least < most ? (squares / Double(present.count - 1)).squareRoot() : nil
    case .best:
      start = 0
      unit = most
      if !(most > 0), !present.isEmpty { return nil }
    }
  }

  /// Whether it tells units apart.
  var isConstant: Bool { unit == nil }

  private var step: Double { method == .zscore ? 10 : 100 }
  private var base: Double { method == .zscore ? 50 : 0 }

  package func callAsFunction(_ joined: Double) -> Double {
    guard let unit else { return joined.isNaN ? .nan : Self.even }
    return base + step * ((joined - start) / unit)
  }

  /// The parts of a joined score as parts of the scaled one; what the line adds is divided by weight.
  func parts(of score: Double, _ parts: [Double], weights: [Double]) -> [Double] {
    let scaled = parts.map { part in unit.map { step * (part / $0) } ?? 0 }
    let rest = score - scaled.reduce(0, +)
    return zip(scaled, weights).map { $0 + $1 * rest }
  }

  /// The joined score that a scaled one comes of; nil where all are the same.
  func joined(of score: Double) -> Double? { unit.map { (score - base) / step * $0 + start } }
}
