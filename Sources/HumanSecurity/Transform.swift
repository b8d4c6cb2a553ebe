#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is done to a value, and to the goalposts, before they are compared.
public enum Transform: String, Sendable, CaseIterable {
  /// The value itself.
  case none
  /// The natural logarithm; the value must be above 0.
  case log
  /// ln(1 + x); the value must be at least 0.
  case log1p
  /// The square root; the value must be at least 0.
  case sqrt

  /// The transformed value; nil where the transform is not defined.
  public func callAsFunction(_ value: Double) -> Double? {
    guard accepts(value) else { return nil }
    return switch self {
    case .none: value
    case .log: logarithm(value)
    case .log1p: logarithmOfOnePlus(value)
    case .sqrt: value.squareRoot()
    }
  }

  /// The value that the transform turns into this one.
  public func inverse(_ transformed: Double) -> Double {
    switch self {
    case .none: transformed
    case .log: exponential(transformed)
    case .log1p: exponentialLessOne(transformed)
    case .sqrt: transformed * transformed
    }
  }

  /// Whether the transform is defined at a value.
  @inlinable
  public func accepts(_ value: Double) -> Bool {
    switch self {
    case .none: value.isFinite
    case .log: value > 0 && value.isFinite
    case .log1p, .sqrt: value >= 0 && value.isFinite
    }
  }

  /// Whether two goalposts are still apart once transformed, by a distance that a Double can hold.
  public func separates(_ posts: Goalposts) -> Bool {
    guard let worst = self(posts.worst), let best = self(posts.best) else { return false }
    return worst != best && (best - worst).isFinite
  }

  /// What values the transform needs, in words.
  public var requirement: String {
    switch self {
    case .none: "a finite value"
    case .log: "a value above 0"
    case .log1p, .sqrt: "a value of at least 0"
    }
  }
}

// The cases of the enum hide the C functions of the same name.
private func logarithm(_ value: Double) -> Double { log(value) }
private func logarithmOfOnePlus(_ value: Double) -> Double { log1p(value) }
private func exponential(_ value: Double) -> Double { exp(value) }
private func exponentialLessOne(_ value: Double) -> Double { expm1(value) }
