/// Why rank bounds are open.
package enum UnsettledBounds: Sendable, Equatable {
  /// So many linear programs were allowed for each end, and did not do.
  case limit(Int)
  case time
  case interruption
  /// All was searched: countries are level but for rounding.
  case rounding

  /// - Returns: nil where all bounds are exact.
  init?(_ bounds: [RankBounds], isOutOfTime: Bool, _ unfinished: [AuditAnalysis], _ limit: Int) {
    let open = bounds.filter { !$0.isExact }
    if open.isEmpty { return nil }
    if unfinished.contains(.rankBounds) {
      self = .interruption
    } else if isOutOfTime {
      self = .time
    } else {
      self = open.contains { $0.cut != nil } ? .limit(limit) : .rounding
    }
  }
}
