/// How far two orders of the same things agree: 1 the same order, −1 the reverse, near 0 none.
///
/// Both depend on order alone: any rising transformation of either list leaves them as they are.
package enum RankCorrelation {
  /// Spearman's rho: the product-moment correlation of ranks, ties sharing their mean rank.
  /// - Returns: nil for lists of different lengths, of fewer than two, with a value that is no
  ///   number, or where one list has no two different values.
  package static func spearman(_ one: [Double], _ other: [Double]) -> Double? {
    guard isComparable(one, other) else { return nil }
    let (first, second) = (meanRanks(one), meanRanks(other))
    // Ties or not, ranks from 1 to n have the mean (n + 1)/2.
    let mean = Double(one.count + 1) / 2
    var (both, left, right) = (0.0, 0.0, 0.0)
    for (a, b) in zip(first, second) {
      both += (a - mean) * (b - mean)
      left += (a - mean) * (a - mean)
      right += (b - mean) * (b - mean)
    }
    return left > 0 && right > 0 ? within(both / (left * right).squareRoot()) : nil
  }

  /// Kendall's tau-b: pairs in the same order less pairs in reverse order, over the geometric mean
  /// of the pairs that each list does not tie (Kendall, Biometrika 33, 1945).
  ///
  /// Looks at every pair: some 20 000 for two hundred countries.
  /// - Returns: nil in the cases of `spearman`.
  package static func kendall(_ one: [Double], _ other: [Double]) -> Double? {
    guard isComparable(one, other) else { return nil }
    var (balance, left, right) = (0, 0, 0)
    for i in one.indices {
      for j in 0..<i {
        let (a, b) = (direction(one[i], one[j]), direction(other[i], other[j]))
        balance += a * b
        left += a * a
        right += b * b
      }
    }
    guard left > 0, right > 0 else { return nil }
    return within(Double(balance) / (Double(left) * Double(right)).squareRoot())
  }

  /// The place of each value from the least, 1, on; equal values share the mean of their places.
  package static func meanRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }

  private static func isComparable(_ one: [Double], _ other: [Double]) -> Bool {
    one.count == other.count && one.count > 1 && !(one + other).contains(where: \.isNaN)
  }

  private static func direction(_ a: Double, _ b: Double) -> Int { a > b ? 1 : a < b ? -1 : 0 }

  /// Rounding must not carry a correlation beyond 1.
  private static func within(_ value: Double) -> Double { min(max(value, -1), 1) }
}
