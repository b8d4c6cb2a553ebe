import Glibc
import IndexModel

/// Draws in the extremes of a skewed and peaked distribution.
///
/// Treated where |skewness| > 2 and kurtosis > 3.5, both of the sample (the rule of the JRC and UNDP).
package enum Winsoriser {
  static let skewnessLimit = 2.0
  static let kurtosisLimit = 3.5
  /// So many points may be moved.
  static let pointLimit = 5

  /// The values treated, and how; nil where nothing had to be done.
  static func treat(_ values: [Double], underGoalposts: Bool) -> (
    values: [Double], treatment: IndicatorColumn.Treatment
  )? {
    guard isExtreme(values) else { return nil }
    var moved: Set<Int> = []
    var current = values
    while isExtreme(current) {
      guard let step = step(current), moved.union(step.places).count <= pointLimit else { break }
      moved.formUnion(step.places)
      for place in step.places { current[place] = step.value }
    }
    if !isExtreme(current) { return (current, .winsorised(moved.sorted().map(RowIndex.init))) }
    if underGoalposts { return (values, .left) }
    return (logged(values), .logged)
  }

  private static func isExtreme(_ values: [Double]) -> Bool {
    guard let (skewness, kurtosis) = shape(of: values) else { return false }
    return abs(skewness) > skewnessLimit && kurtosis > kurtosisLimit
  }

  /// The points at the end on the side of the skew, and the next distinct value.
  private static func step(_ values: [Double]) -> (places: [Int], value: Double)? {
    guard let (skewness, _) = shape(of: values) else { return nil }
    let present = values.filter { !$0.isNaN }
    let extreme = skewness >= 0 ? present.max() : present.min()
    guard let extreme else { return nil }
    let rest = present.filter { $0 != extreme }
    guard let next = skewness >= 0 ? rest.max() : rest.min() else { return nil }
    return (values.indices.filter { values[$0] == extreme }, next)
  }

  /// ln(x − min + 0.01·(max − min)).
  private static func logged(_ values: [Double]) -> [Double] {
    let present = values.filter { !$0.isNaN }
    guard let least = present.min(), let most = present.max() else { return values }
    return values.map { $0.isNaN ? .nan : log($0 - least + 0.01 * (most - least)) }
  }

  /// Sample skewness g1·√(n(n−1))/(n−2) and excess kurtosis ((n+1)·g2 + 6)(n−1)/((n−2)(n−3)); nil
  /// for fewer than four values, or where all are equal.
  package static func shape(of values: [Double]) -> (skewness: Double, kurtosis: Double)? {
    let present = values.filter { !$0.isNaN }
    guard present.count > 3 else { return nil }
    let n = Double(present.count)
    let mean = present.reduce(0, +) / n
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for value in present {
      let distance = value - mean
      let square = distance * distance
      second += square
      third += square * distance
      fourth += square * square
    }
    second /= n
    guard second > 0 else { return nil }
    let g1 = third / n / (second * second.squareRoot())
    let g2 = fourth / n / (second * second) - 3
    return (g1 * (n * (n - 1)).squareRoot() / (n - 2), ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3)))
  }
}

extension IndicatorColumn {
  /// Sample skewness and excess kurtosis of the scores; nil for fewer than four, or where all are equal.
  package var shape: (skewness: Double, kurtosis: Double)? { Winsoriser.shape(of: scores) }
}
