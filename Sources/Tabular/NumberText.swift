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
    "..", "na", "n/a", "nan", "#n/a", "-", "…", "null", "–", "—", "...", "n.a.", "n.d.", "nd", ":",
    ".", "--", "---",
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

  /// A finite decimal number, or nil: correctly rounded, however it is written.
  @inline(__always)
  static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let start = bytes.baseAddress, let scan = DecimalScan(start, bytes.count) else {
      return nil
    }
    return scan.value ?? slowDecimal(bytes)
  }

  @inline(never)
  private static func slowDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var copy = bytes.map { CChar(bitPattern: $0) }
    copy.append(0)
    let value = strtod(copy, nil)
    return value.isFinite ? value : nil
  }
}
