import Tabular

/// Numbers that are not 0 and do not stand as 0.
enum SmallNumber {
  /// A number with so many decimals, or with as many up to four as it takes not to read as 0; what is smaller
  /// still has that said of it.
  static func fixed(_ value: Double?, _ decimals: Int) -> String {
    guard let value, value != 0, value.isFinite else { return NumberFormat.fixed(value, decimals) }
    for places in decimals...max(4, decimals) {
      let text = NumberFormat.fixed(value, places)
      if text.contains(where: { ("1"..."9").contains($0) }) { return text }
    }
    return value > 0 ? "<0.0001" : ">−0.0001"
  }
}
