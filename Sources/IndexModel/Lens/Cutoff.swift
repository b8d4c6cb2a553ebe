/// From which value on an indicator counts as secure: its score is all or nothing then, 100 or 0.
///
/// Alkire and Foster, Counting and multidimensional poverty measurement, Journal of Public Economics 95, 2011: the first
/// of the two cut-offs, that of deprivation. The second stands in `NodeRule.poorFrom`.
package struct Cutoff: Sendable, Equatable {
  /// In the indicator's unit.
  package let value: Double
  /// Whether the value itself is secure; else it is the first that is not.
  package let isSecureAt: Bool

  package init(value: Double, isSecureAt: Bool) { (self.value, self.isSecureAt) = (value, isSecureAt) }

  /// 100 for a value on the secure side, 0 for one on the other, NaN for none.
  package func score(_ value: Double, moreIsSafer: Bool) -> Double {
    if value.isNaN { return .nan }
    if value == self.value { return isSecureAt ? 100 : 0 }
    return (value > self.value) == moreIsSafer ? 100 : 0
  }
}
