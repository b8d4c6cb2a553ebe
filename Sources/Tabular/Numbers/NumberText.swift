import Glibc

/// What a cell that should hold a number holds.
package enum NumberText: Sendable, Equatable {
  /// A number, correctly rounded to the nearest Double.
  case value(Double)
  /// A number with something beside it that says how it is meant, such as `<2.5` or `12.3*`.
  case qualified(Double, Qualifier)
  case missing
  /// Digits with commas or points that a column has to prove the meaning of: `1,5`, `1.234.567`.
  case localised
  case malformed

  package struct Qualifier: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `<2.5`, `≥95`: the number is a bound.
    package static let bound = Qualifier(rawValue: 1)
    /// `12.3*`, `12.3 [a]`: a mark leads to a footnote.
    package static let footnote = Qualifier(rawValue: 2)
    /// `(34)`: an uncertain figure, or, in accounts, a negative one.
    package static let brackets = Qualifier(rawValue: 4)
    /// `12.3%`.
    package static let percent = Qualifier(rawValue: 8)
    /// `1 234`, `1'234`: marks between groups of three digits.
    package static let grouped = Qualifier(rawValue: 16)
    /// `5.1 [4.1-6.1]`: the range in which the publisher thinks it is.
    package static let interval = Qualifier(rawValue: 32)
    /// `2.91M`: thousands, millions or billions.
    package static let multiple = Qualifier(rawValue: 64)
  }

  /// The number, where nothing stands beside it.
  package var plainValue: Double? { if case .value(let value) = self { value } else { nil } }

  /// Reads a cell with a decimal point. Marks that could be a decimal comma or thousands marks make
  /// it `localised`.
  @inline(__always) package init(_ bytes: UnsafeBufferPointer<UInt8>) {
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
  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: DecimalMark) {
    if mark == .point {
      self.init(bytes)
      if self == .localised { self = QualifiedNumber.read(bytes, mark) }
    } else {
      self = Self.isMissing(bytes) ? .missing : QualifiedNumber.read(bytes, mark)
    }
  }

  /// The ends of the interval in brackets behind a number: `5.1 [4.1-6.1]`; nil for other cells.
  /// - Parameter mark: the column's decimal mark; nil while none is proved.
  package static func interval(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: DecimalMark?) -> (
    low: Double, high: Double
  )? { QualifiedNumber.interval(bytes, mark) }

  package init(_ text: some StringProtocol) {
    var text = String(text)
    self = text.withUTF8 { NumberText($0) }
  }

  /// In lower case; the cell may be in either.
  private static let missingMarks: [[UInt8]] = [
    "..", "na", "n/a", "nan", "#n/a", "-", "…", "null", "–", "—", "...", "n.a.", "n.d.", "nd", ":", ".", "--",
    "---", ". .", "xxx", "(na)", "n.a",
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
  @inline(__always) static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let start = bytes.baseAddress, let scan = DecimalScan(start, bytes.count) else { return nil }
    return scan.value ?? slowDecimal(bytes)
  }

  /// By the C library, from a copy that ends in NUL, which is on the stack unless it is very long.
  @inline(never) private static func slowDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let value = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { copy in
      _ = copy.initialize(from: bytes)
      copy.initializeElement(at: bytes.count, to: 0)
      return copy.withMemoryRebound(to: CChar.self) { text in text.baseAddress.map { strtod($0, nil) } ?? .nan
      }
    }
    return value.isFinite ? value : nil
  }
}
