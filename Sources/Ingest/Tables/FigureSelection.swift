import HumanSecurity
import Tabular

/// One figure of a table: whose, of when, how much, on which line. Sixteen bytes, since a file may
/// hold ten million.
public struct Figure: Sendable, Equatable {
  /// The value as it stands in the file.
  public let value: Double
  private var storedLine: UInt32
  private let storedCountry: Int16
  private let storedYear: Int16

  init(country: Int, year: Year, value: Double, line: Int) {
    self.value = value
    storedLine = UInt32(clamping: line)
    storedCountry = Int16(clamping: country)
    storedYear = Int16(clamping: year)
  }

  /// The country's place in the country table.
  public var country: Int { Int(storedCountry) }
  /// The year.
  public var year: Year { Int(storedYear) }
  /// The line that it stands on.
  public var line: Int { Int(storedLine) }

  /// Says how many lines stand before the part in which the line was counted.
  mutating func move(down lines: Int) { storedLine = UInt32(clamping: Int(storedLine) + lines) }
}

/// What a reader is asked to take out of a table.
public struct FigureSelection: Sendable {
  /// The value column, stem or series; nil for the only one.
  public var column: String?
  /// Column and text that a row must have.
  public var conditions: [(column: String, text: String)] = []
  /// What values can be true.
  public var plausible: ClosedRange<Double>
  /// What values the transform takes; checked where the stored figure is what is transformed.
  public var transform: Transform
  /// The years that are taken.
  public var years = Int.min...Int.max
  /// Whether 0 stands for "not known".
  public var zeroIsMissing = false
  /// Texts that stand for a missing value in this table, beside those that always do.
  public var missing: [String] = []
  /// Whether a number in brackets could be a negative one, as accounts have it.
  public var mayBeNegative: Bool

  /// By default, the only column, any value.
  public init(
    column: String? = nil,
    plausible: ClosedRange<Double> = -Double.infinity...Double.infinity,
    transform: Transform = .none
  ) {
    self.column = column
    self.plausible = plausible
    self.transform = transform
    mayBeNegative = plausible.lowerBound < 0 && plausible.lowerBound.isFinite
  }

  /// What the catalogue asks of one of an indicator's files.
  public init(of indicator: Indicator, column: String?) {
    self.init(
      column: column, plausible: indicator.plausible,
      transform: indicator.derivation.isIdentity ? indicator.transform : .none)
  }

  /// The conditions on values without any text: checked millions of times.
  struct Limits: Sendable {
    let plausible: ClosedRange<Double>
    let transform: Transform
    let years: ClosedRange<Year>
    let zeroIsMissing: Bool

    /// Whether the value is wanted at all.
    @inline(__always)
    func wants(_ value: Double, _ year: Year) -> Bool {
      years.contains(year) && !(zeroIsMissing && value == 0)
    }

    /// Whether nothing is wrong with the value.
    @inline(__always)
    func accepts(_ value: Double) -> Bool {
      plausible.contains(value) && (transform == .none || transform.accepts(value))
    }
  }

  var limits: Limits {
    Limits(
      plausible: plausible, transform: transform, years: years, zeroIsMissing: zeroIsMissing)
  }

  /// What is wrong with a value; nil when nothing is.
  func problem(with value: Double) -> (identifier: String, message: String, remedy: String)? {
    if !plausible.contains(value) {
      return (
        "implausible",
        "\(CSVText.shortest(value)) is outside the plausible range "
          + "\(CSVText.shortest(plausible.lowerBound)) to \(CSVText.shortest(plausible.upperBound))",
        "correct the figure or its unit, or widen the range in indicators.csv"
      )
    }
    if !transform.accepts(value) {
      return (
        "transform",
        "\(CSVText.shortest(value)) cannot be transformed: \(transform) needs "
          + transform.requirement,
        "correct the figure, or choose another transform in indicators.csv"
      )
    }
    return nil
  }
}
