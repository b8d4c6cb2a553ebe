import Tabular

/// A sign that new figures are no new edition of those there were, but another series, or the same
/// in another unit.
package enum RevisionDoubt: Sendable, Equatable {
  /// So many of the revised figures changed by one factor.
  case rescaled(factor: Double, count: Int)
  /// The typical size of the figures, regardless of sign, is another.
  case otherSize(old: Double, new: Double, count: Int)
  /// What was high is not what is high now: the correlation of the ranks is below a half.
  case otherOrder(correlation: Double, count: Int)
}

extension Revision {
  /// How many figures two states must share before their likeness means anything.
  private static let leastRevised = 20
  /// By how much the typical size of figures may differ: of the pairs of shipped series, half are
  /// further apart.
  private static let widest = 20.0
  /// Ranks need more figures than sizes do.
  private static let leastRanked = 50
  /// Of the pairs of shipped series that are near in size, four fifths are below.
  private static let leastCorrelation = 0.5

  /// Why the new figures are likely to be wrong as a whole; nil when nothing speaks for it.
  package var doubt: RevisionDoubt? { rescaling ?? sizeDoubt ?? orderDoubt }

  private var rescaling: RevisionDoubt? {
    let ratios = revised.compactMap { change -> Double? in
      let ratio = change.row.value / change.old
      return change.old != 0 && ratio != 0 && ratio.isFinite ? ratio : nil
    }
    guard ratios.count >= Self.leastRevised else { return nil }
    let median = Self.median(ratios)
    // A publisher who divides by ten also rounds, so that figures near a power of ten count, too.
    let power = Self.powersOfTen.first { abs(median / $0 - 1) < 0.1 }
    for (factor, tolerance) in [(median, 1e-6)] + (power.map { [($0, 0.1)] } ?? []) {
      let count = ratios.count { abs($0 / factor - 1) <= tolerance }
      if abs(factor - 1) > 1e-3, count * 10 >= ratios.count * 9 {
        return .rescaled(factor: Self.rounded(factor), count: count)
      }
    }
    return nil
  }

  private static let powersOfTen = [1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].flatMap { [$0, 1 / $0] }

  /// By absolute values, since the median of a series that crosses 0 is of no size; without zeros,
  /// which are the median of a series of rare events.
  private var sizeDoubt: RevisionDoubt? {
    let pairs = common.filter { $0.old != 0 && $0.new != 0 }
    guard pairs.count >= Self.leastRevised else { return nil }
    let old = Self.median(pairs.map { abs($0.old) })
    let new = Self.median(pairs.map { abs($0.new) })
    guard max(old, new) > Self.widest * min(old, new) else { return nil }
    return .otherSize(old: old, new: new, count: pairs.count)
  }

  private var orderDoubt: RevisionDoubt? {
    guard common.count >= Self.leastRanked, revised.count * 10 >= common.count * 9 else { return nil }
    guard let correlation = RankCorrelation.spearman(common.map(\.old), common.map(\.new)),
      correlation < Self.leastCorrelation
    else { return nil }
    return .otherOrder(correlation: correlation, count: common.count)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// To six digits, which are enough for people.
  private static func rounded(_ factor: Double) -> Double {
    var scale = 1.0
    while abs(factor) * scale < 1e5, scale < 1e200 { scale *= 10 }
    return (factor * scale).rounded() / scale
  }
}
