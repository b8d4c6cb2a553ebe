import Diagnostics
import IndexModel
import Tabular

/// One figure of a table: whose, of when, how much, on which line. Sixteen bytes, since a file may
/// hold ten million. So a table of units has at most `mostUnits`.
package struct Figure: Sendable, Equatable, BitwiseCopyable {
  package let value: Double
  private var storedLine: UInt32
  /// The country, and in the lowest bits the years since the first that there can be.
  private let storedPlace: UInt32

  init(country: CountryIndex, year: Year, value: Double, line: Int) {
    self.value = value
    storedLine = UInt32(clamping: line)
    let place = UInt32(clamping: min(country.value, Self.mostUnits - 1))
    let years = UInt32(clamping: min(year - figureYears.lowerBound, 1 << Self.yearBits - 1))
    storedPlace = place << UInt32(Self.yearBits) | years
  }

  private static let yearBits = 10
  /// So many countries or units can be distinguished.
  package static let mostUnits = 1 << (32 - yearBits)

  package var country: CountryIndex { CountryIndex(Int(storedPlace >> UInt32(Self.yearBits))) }
  package var year: Year { figureYears.lowerBound + Int(storedPlace & (1 << UInt32(Self.yearBits) - 1)) }
  package var line: Int { Int(storedLine) }

  /// Says how many lines stand before the part in which the line was counted.
  mutating func move(down lines: Int) { storedLine = UInt32(clamping: Int(storedLine) + lines) }
}

/// What rows must hold in a column, or must not.
package struct RowCondition: Sendable, Equatable {
  package let column: String
  package let text: String
  /// Whether rows with that text are left out.
  package var isExclusion: Bool

  package init(column: String, text: String, isExclusion: Bool = false) {
    (self.column, self.text, self.isExclusion) = (column, text, isExclusion)
  }

  /// By column; what is taken before what is left out.
  static func inOrder(_ one: RowCondition, _ other: RowCondition) -> Bool {
    one.column == other.column ? !one.isExclusion && other.isExclusion : one.column < other.column
  }
}

/// What a reader is asked to take out of a table.
package struct FigureSelection: Sendable {
  /// The value column, stem or series; nil for the only one.
  package var column: String?
  /// Column and text that a row must have.
  package var conditions: [RowCondition] = []
  package var plausible: ClosedRange<Double>
  /// What values the transform takes; checked where the stored figure is what is transformed.
  package var transform: Transform
  package var years = Int.min...Int.max
  /// The years of which anything is wanted: figures of others are told, and what is wrong in them does no harm.
  package var wanted = Int.min...Int.max
  /// What is said of the form of the table.
  package var form = TableChoice()
  /// The columns beside the values that hold their intervals, where somebody names them.
  package var bounds: BoundColumns?
  /// The decimal mark, where somebody states it.
  package var decimal: DecimalMark?
  /// Whether rows of one country and year are parts of one figure, to be added up.
  package var addsRows = false
  /// Whether 0 stands for "not known".
  package var zeroIsMissing = false
  /// Texts that stand for a missing value in this table, beside those that always do.
  package var missing: [String] = []
  /// Whether a number in brackets could be a negative one, as accounts have it.
  package var mayBeNegative: Bool

  package init(
    column: String? = nil, plausible: ClosedRange<Double> = -Double.infinity...Double.infinity,
    transform: Transform = .none
  ) {
    (self.column, self.plausible, self.transform) = (column, plausible, transform)
    mayBeNegative = plausible.lowerBound < 0 && plausible.lowerBound.isFinite
  }

  package init(of indicator: Indicator, column: String?) {
    self.init(
      column: column, plausible: indicator.plausible,
      transform: indicator.derivation.isIdentity ? indicator.transform : .none)
    form.year = indicator.yearOfAll
  }

  /// The conditions on values without any text: checked millions of times.
  struct Limits: Sendable {
    let plausible: ClosedRange<Double>
    let transform: Transform
    let years: ClosedRange<Year>
    let zeroIsMissing: Bool

    @inline(__always) func wants(_ value: Double, _ year: Year) -> Bool {
      years.contains(year) && !(zeroIsMissing && value == 0)
    }

    @inline(__always) func accepts(_ value: Double) -> Bool {
      plausible.contains(value) && (transform == .none || transform.accepts(value))
    }
  }

  var limits: Limits {
    Limits(plausible: plausible, transform: transform, years: years, zeroIsMissing: zeroIsMissing)
  }

  func problem(with value: Double) -> (kind: FindingKind, message: String)? {
    let text = CSVText.shortest(value)
    if !plausible.contains(value) {
      let (least, most) = (CSVText.shortest(plausible.lowerBound), CSVText.shortest(plausible.upperBound))
      return (.figures.implausible, "\(text) is outside the plausible range \(least) to \(most)")
    }
    if transform.accepts(value) { return nil }
    return (
      .framework.transform, "\(text) cannot be transformed: \(transform) needs \(transform.requirement)"
    )
  }
}
