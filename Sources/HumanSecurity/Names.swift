/// The kebab-case name of an indicator, such as `homicide-rate`.
public struct IndicatorID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name.
  public let rawValue: String

  /// A name of lower-case letters, digits and single hyphens; anything else is nil.
  public init?(_ text: String) {
    guard Self.isKebabCase(text) else { return nil }
    rawValue = text
  }

  /// The name.
  public var description: String { rawValue }

  /// Alphabetical.
  public static func < (one: IndicatorID, other: IndicatorID) -> Bool {
    one.rawValue < other.rawValue
  }

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
public struct DimensionPath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The kebab-case names from the dimension down; never empty.
  public let segments: [String]

  /// Reads names joined by `/`; each must be kebab-case.
  public init?(_ text: String) {
    let segments = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard segments.allSatisfy(IndicatorID.isKebabCase) else { return nil }
    self.segments = segments
  }

  /// The dimension that the path belongs to.
  public var dimension: String { segments[0] }

  /// The names joined by `/`.
  public var description: String { segments.joined(separator: "/") }

  /// Alphabetical by segment.
  public static func < (one: DimensionPath, other: DimensionPath) -> Bool {
    one.segments.lexicographicallyPrecedes(other.segments)
  }
}
