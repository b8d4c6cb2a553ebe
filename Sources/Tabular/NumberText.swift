#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a cell that should hold a number holds.
public enum NumberText: Sendable, Equatable {
  /// A number, correctly rounded to the nearest Double.
  case value(Double)
  /// A bound such as `<2.5` or `>95`, read as the bound.
  case bound(Double)
  /// One of the usual marks of a missing value, or nothing.
  case missing
  /// Anything else.
  case malformed

  /// Reads a cell: decimal point, optional exponent, no thousands marks.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let value = Self.decimal(bytes) {
      self = .value(value)
    } else if Self.isMissing(bytes) {
      self = .missing
    } else if let first = bytes.first, first == UInt8(ascii: "<") || first == UInt8(ascii: ">"),
      let value = Self.decimal(UnsafeBufferPointer(rebasing: bytes.dropFirst()))
    {
      self = .bound(value)
    } else {
      self = .malformed
    }
  }

  /// Reads a number from a String.
  public init(_ text: some StringProtocol) {
    var text = String(text)
    self = text.withUTF8 { NumberText($0) }
  }

  /// In lower case; the cell may be in either.
  private static let missingMarks = ["..", "na", "n/a", "nan", "#n/a", "-", "…", "null"]

  private static func isMissing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    guard bytes.count <= 4 else { return false }
    return missingMarks.contains { mark in
      mark.utf8.elementsEqual(bytes) { $0 == ((65...90).contains($1) ? $1 | 0x20 : $1) }
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
