#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a cell that should hold a number holds.
public enum NumberText: Sendable, Equatable {
  /// A number, correctly rounded to the nearest Double.
  case value(Double)
  /// A number with something beside it that says how it is meant, such as `<2.5` or `12.3*`.
  case qualified(Double, Qualifier)
  /// One of the usual marks of a missing value, or nothing.
  case missing
  /// Digits with commas or points that a column has to prove the meaning of: `1,5`, `1.234.567`.
  case localised
  /// Anything else.
  case malformed

  /// What may stand beside a number.
  public struct Qualifier: OptionSet, Sendable, Hashable {
    /// One bit a kind.
    public let rawValue: UInt8
    /// A set of qualifiers.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `<2.5`, `≥95`: the number is a bound.
    public static let bound = Qualifier(rawValue: 1)
    /// `12.3*`, `12.3 [a]`: a mark leads to a footnote.
    public static let footnote = Qualifier(rawValue: 2)
    /// `(34)`: an uncertain figure, or, in accounts, a negative one.
    public static let brackets = Qualifier(rawValue: 4)
    /// `12.3%`.
    public static let percent = Qualifier(rawValue: 8)
    /// `1 234`, `1'234`: marks between groups of three digits.
    public static let grouped = Qualifier(rawValue: 16)
  }

  /// Reads a cell with a decimal point. Marks that could be a decimal comma or thousands marks make
  /// it `localised`.
  @inline(__always)
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let value = Self.decimal(bytes) {
      self = .value(value)
    } else if Self.isMissing(bytes) {
      self = .missing
    } else {
      self = QualifiedNumber.read(bytes, nil)
    }
  }

  /// Reads a cell of a column whose decimal mark is known: the other mark stands between groups of
  /// three digits, or the cell is malformed.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: DecimalMark) {
    if mark == .point {
      self.init(bytes)
      if self == .localised { self = QualifiedNumber.read(bytes, mark) }
    } else {
      self = Self.isMissing(bytes) ? .missing : QualifiedNumber.read(bytes, mark)
    }
  }

  /// Reads a number from a String.
  public init(_ text: some StringProtocol) {
    var text = String(text)
    self = text.withUTF8 { NumberText($0) }
  }

  /// In lower case; the cell may be in either.
  private static let missingMarks: [[UInt8]] = [
    "..", "na", "n/a", "nan", "#n/a", "-", "…", "null", "–", "—", "...",
  ].map { Array($0.utf8) }

  private static func isMissing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    guard bytes.count <= 4 else { return false }
    // What Windows-1252 has for an ellipsis and a dash.
    if bytes.count == 1, [0x85, 0x96, 0x97].contains(bytes[0]) { return true }
    return missingMarks.contains { mark in
      mark.elementsEqual(bytes) { $0 == ((65...90).contains($1) ? $1 | 0x20 : $1) }
    }
  }

  /// A finite decimal number, or nil. Exact: up to 19 digits with a power of ten that a Double
  /// holds exactly take one correctly rounded operation (Clinger 1990); the rest goes to strtod.
  static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var scan = DecimalScan(bytes)
    guard scan.run() else { return nil }
    if let value = scan.exactValue { return value }
    return slowDecimal(bytes)
  }

  private static func slowDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var copy = bytes.map { CChar(bitPattern: $0) }
    copy.append(0)
    let value = strtod(copy, nil)
    return value.isFinite ? value : nil
  }
}

/// One pass over the bytes of a decimal number: `[+-]digits[.digits][e[+-]digits]`.
private struct DecimalScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var mantissa: UInt64 = 0
  private var significant = 0
  private var exponent = 0
  private var isNegative = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether all bytes make one number.
  mutating func run() -> Bool {
    isNegative = takeSign()
    let whole = takeDigits(scale: 0)
    var fraction = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      fraction = takeDigits(scale: -1)
    }
    guard whole + fraction > 0 else { return false }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      guard takeExponent() else { return false }
    }
    return index == bytes.count
  }

  /// The value, where one rounding gives it: mantissa below 2^53 and power of ten within 22.
  var exactValue: Double? {
    guard significant <= 19, mantissa <= 1 << 53, abs(exponent) <= 22 else { return nil }
    let magnitude = Double(mantissa)
    let value =
      exponent < 0 ? magnitude / Self.powers[-exponent] : magnitude * Self.powers[exponent]
    return isNegative ? -value : value
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private mutating func takeSign() -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "-") {
      index += 1
      return true
    }
    if bytes[index] == UInt8(ascii: "+") { index += 1 }
    return false
  }

  /// Takes digits into the mantissa; each moves the exponent by `scale`. Digits past the 19th
  /// only count, which sends the number to the slow path.
  private mutating func takeDigits(scale: Int) -> Int {
    let start = index
    while index < bytes.count, case let digit = bytes[index] &- 48, digit < 10 {
      if significant > 0 || digit > 0 { significant += 1 }
      if significant <= 19 { mantissa = mantissa &* 10 &+ UInt64(digit) }
      exponent += scale
      index += 1
    }
    return index - start
  }

  private mutating func takeExponent() -> Bool {
    let negative = takeSign()
    let start = index
    var power = 0
    while index < bytes.count, case let digit = bytes[index] &- 48, digit < 10 {
      if power < 100_000 { power = power * 10 + Int(digit) }
      index += 1
    }
    exponent += negative ? -power : power
    return index > start
  }
}
