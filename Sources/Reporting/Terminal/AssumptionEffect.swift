import Tabular

/// What an assumption about several countries does to the values, or scores, that it replaces.
package struct AssumptionEffect: Sendable, Equatable {
  /// The assumption as it was asked for.
  package let written: String
  /// How many of them become higher and lower, how many are as assumed already, and how many were missing.
  package var raised = 0
  package var lowered = 0
  package var kept = 0
  package var given = 0

  package init(_ written: String) { self.written = written }

  package mutating func count(_ before: Double?, _ after: Double?) {
    guard let after else { return }
    guard let before else { return given += 1 }
    if after > before { raised += 1 } else if after < before { lowered += 1 } else { kept += 1 }
  }

  /// Such as `50 raised, 4 lowered`.
  package var words: String {
    let parts = [(raised, "raised"), (lowered, "lowered"), (kept, "as before"), (given, "missing before")]
      .filter { $0.0 > 0 }
    return parts.isEmpty ? "no value changed" : parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
