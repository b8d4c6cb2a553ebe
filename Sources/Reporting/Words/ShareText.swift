import Tabular

/// Shares of a count, in which none and all are said of none and all alone.
enum ShareText {
  /// Such as `12 %`; `<1 %` and `>99 %` for what would round to none or all and is not.
  static func percent(_ count: Int, of all: Int) -> String {
    all > 0 ? percent(Double(count) / Double(all)) : "–"
  }

  /// - Parameter share: 0–1.
  static func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "<1 %" }
    return share < 1 && share >= 0.995 ? ">99 %" : NumberFormat.percent(share)
  }
}
