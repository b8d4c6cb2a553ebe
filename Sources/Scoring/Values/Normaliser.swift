import IndexModel

/// Turns values into scores, 0 to 100 where the method has bounds; higher is more secure.
///
/// OECD and JRC Handbook, 2008, chapter 5. The order is: transform, outliers, normalisation.
struct Normaliser {
  let method: Normalisation
  let posts: Goalposts
  let transform: Transform

  /// Why a column cannot be told apart or compared.
  enum Doubt: Equatable {
    /// Every country has the same value: it gets 50, or 100 as a percentile.
    case constant
    /// The same of every country of these groups, but not of all.
    case constantWithin([String])
    /// The country of reference has no value.
    case noReference
    /// A ratio needs values above 0; the first country that has another.
    case notPositive(RowIndex)
  }

  /// The scores of transformed values; NaN where there is none.
  /// - Parameter reference: the country of reference.
  func scores(_ values: [Double], reference: RowIndex?) -> (scores: [Double], doubt: Doubt?) {
    if method == .goalposts { return (goalpostScores(values), nil) }
    if method == .ratioToReference { return ratios(values, reference) }
    let secure = values.map { posts.moreIsSafer ? $0 : -$0 }
    let present = secure.filter { !$0.isNaN }
    guard let least = present.min(), let most = present.max() else { return (values, nil) }
    if least == most { return (secure.map { $0.isNaN ? .nan : method == .percentile ? 100 : 50 }, .constant) }
    let scores =
      switch method {
      case .minmax, .zscore: spread(secure, max(-least, most))
      case .rank: ranks(secure, present)
      case .percentile: percentiles(secure, present)
      case .goalposts, .ratioToReference: secure
      }
    return (scores, nil)
  }

  /// The scores of values that are compared within groups alone; NaN for who belongs to none.
  func scores(_ values: [Double], within groups: ComparedGroups) -> (scores: [Double], doubt: Doubt?) {
    var scores = [Double](repeating: .nan, count: values.count)
    var constant: [String] = []
    var compared = 0
    for (name, members) in groups.members {
      let (own, doubt) = self.scores(members.map { values[$0] }, reference: nil)
      for (member, score) in zip(members, own) { scores[member] = score }
      guard own.count(where: { !$0.isNaN }) > 1 else { continue }
      compared += 1
      if doubt != nil { constant.append(name) }
    }
    if constant.isEmpty { return (scores, nil) }
    return (scores, constant.count == compared ? .constant : .constantWithin(constant))
  }

  /// 100·clamp((t(x) − t(worst)) / (t(best) − t(worst)), 0, 1).
  private func goalpostScores(_ values: [Double]) -> [Double] {
    guard let worst = transform(posts.worst), let best = transform(posts.best) else {
      return values.map { _ in .nan }
    }
    return values.map { value in value.isNaN ? .nan : 100 * min(max((value - worst) / (best - worst), 0), 1) }
  }

  /// Min–max and z-scores of values divided by a power of two near the greatest: that changes no digit of them,
  /// and neither distances nor squares are too great or too small for a number.
  private func spread(_ values: [Double], _ size: Double) -> [Double] {
    let scale = Double(sign: .plus, exponent: min(max(-size.exponent, -1000), 1000), significand: 1)
    let values = values.map { $0 * scale }
    let present = values.filter { !$0.isNaN }
    guard method == .minmax, let least = present.min(), let most = present.max() else {
      return standardised(values, present)
    }
    return values.map { 100 * (($0 - least) / (most - least)) }
  }

  /// 50 + 10·z, with the sample standard deviation.
  private func standardised(_ values: [Double], _ present: [Double]) -> [Double] {
    let mean = present.reduce(0, +) / Double(present.count)
    let squares = present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(present.count - 1)).squareRoot()
    return values.map { 50 + 10 * (($0 - mean) / deviation) }
  }

  /// 100·(r − 1)/(n − 1), r the mean rank among ties, ascending.
  private func ranks(_ values: [Double], _ present: [Double]) -> [Double] {
    let sorted = present.sorted()
    return values.map { value in
      if value.isNaN { return .nan }
      let below = Self.count(sorted) { $0 < value }
      let upTo = Self.count(sorted) { $0 <= value }
      return 100 * (Double(below + upTo - 1) / 2) / Double(sorted.count - 1)
    }
  }

  /// 100 · the share of countries with a value up to this one.
  private func percentiles(_ values: [Double], _ present: [Double]) -> [Double] {
    let sorted = present.sorted()
    return values.map { value in
      if value.isNaN { return .nan }
      return 100 * Double(Self.count(sorted) { $0 <= value }) / Double(sorted.count)
    }
  }

  /// How many of a sorted list fulfil a condition that the first ones fulfil.
  private static func count(_ sorted: [Double], _ condition: (Double) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// 100·x/x_ref where more is safer, 100·x_ref/x where less is; at most 10 000 times the reference.
  private func ratios(_ values: [Double], _ reference: RowIndex?) -> (scores: [Double], doubt: Doubt?) {
    let none = values.map { _ in Double.nan }
    guard let reference, !values[reference].isNaN else { return (none, .noReference) }
    if let wrong = values.firstIndex(where: { $0 <= 0 }) { return (none, .notPositive(RowIndex(wrong))) }
    let base = values[reference]
    let ratios = values.map { posts.moreIsSafer ? 100 * ($0 / base) : 100 * (base / $0) }
    return (ratios.map { $0.isNaN ? $0 : min($0, method.range.upperBound) }, nil)
  }
}
