/// The kebab-case name of an indicator, such as `homicide-rate`.
package struct IndicatorID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let rawValue: String

  /// A name of lower-case letters, digits and single hyphens; anything else is nil.
  package init?(_ text: String) {
    guard Self.isKebabCase(text) else { return nil }
    rawValue = text
  }

  package var description: String { rawValue }

  package static func < (one: IndicatorID, other: IndicatorID) -> Bool { one.rawValue < other.rawValue }

  static func isKebabCase(_ text: String) -> Bool {
    var last: UInt8 = 45
    for byte in text.utf8 {
      let isWord = (97...122).contains(byte) || (48...57).contains(byte)
      guard isWord || (byte == 45 && last != 45) else { return false }
      last = byte
    }
    return last != 45
  }
}

/// A place in the framework: a dimension or, further down, a component, such as `political/rights`.
package struct DimensionPath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The kebab-case names from the dimension down; never empty.
  package let segments: [String]
  /// The names joined by `/`, by which paths are told apart: one text is compared faster than several.
  package let description: String

  /// Reads names joined by `/`; each must be kebab-case.
  package init?(_ text: String) {
    let segments = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard segments.allSatisfy(IndicatorID.isKebabCase) else { return nil }
    (self.segments, description) = (segments, text)
  }

  package static func == (one: Self, other: Self) -> Bool { one.description == other.description }

  package func hash(into hasher: inout Hasher) { hasher.combine(description) }

  /// How many levels a path may have: more than anyone can weigh, and few enough to name each in full.
  package static let mostLevels = 16

  /// Names that no dimension may have: those of the columns that stand beside the dimensions' in tables.
  package static let reserved: Set<String> = [
    "rank", "iso3", "country", "score", "coverage", "status", "rank_p05", "rank_p95", "reliability", "tier",
    "year", "group", "population", "covered", "name", "title", "tradition", "ranked", "countries",
    "group_rank", "group_rank_p05", "group_rank_p95",
  ]

  package var dimension: String { segments[0] }

  package static func < (one: DimensionPath, other: DimensionPath) -> Bool {
    one.segments.lexicographicallyPrecedes(other.segments)
  }
}
