import Glibc

/// What is done to a value, and to the goalposts, before they are compared.
package enum Transform: String, Sendable, CaseIterable {
  case none
  /// The natural logarithm; the value must be above 0.
  case log
  /// ln(1 + x); the value must be at least 0.
  case log1p
  /// The square root; the value must be at least 0.
  case sqrt

  /// The transformed value; nil where the transform is not defined.
  package func callAsFunction(_ value: Double) -> Double? {
    guard accepts(value) else { return nil }
    return switch self {
    case .none: value
    case .log: Glibc.log(value)
    case .log1p: Glibc.log1p(value)
    case .sqrt: value.squareRoot()
    }
  }

  /// The value that the transform turns into this one.
  package func inverse(_ transformed: Double) -> Double {
    switch self {
    case .none: transformed
    case .log: exp(transformed)
    case .log1p: expm1(transformed)
    case .sqrt: transformed * transformed
    }
  }

  @inlinable package func accepts(_ value: Double) -> Bool {
    switch self {
    case .none: value.isFinite
    case .log: value > 0 && value.isFinite
    case .log1p, .sqrt: value >= 0 && value.isFinite
    }
  }

  /// Whether two goalposts are still apart once transformed, by a distance that a Double can hold.
  package func separates(_ posts: Goalposts) -> Bool {
    guard let worst = self(posts.worst), let best = self(posts.best) else { return false }
    return worst != best && (best - worst).isFinite
  }

  /// What values the transform needs, in words.
  package var requirement: String {
    switch self {
    case .none: "a finite value"
    case .log: "a value above 0"
    case .log1p, .sqrt: "a value of at least 0"
    }
  }
}
