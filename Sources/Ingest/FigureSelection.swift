import HumanSecurity
import Tabular

/// One figure of a table: whose, of when, how much, on which line.
public struct Figure: Sendable, Equatable {
  /// The country's place in the country table.
  public let country: Int
  /// The year.
  public let year: Year
  /// The value as it stands in the file.
  public let value: Double
  /// The line that it stands on.
  public let line: Int
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

  /// By default, the only column, any value.
  public init(
    column: String? = nil,
    plausible: ClosedRange<Double> = -Double.infinity...Double.infinity,
    transform: Transform = .none
  ) {
    self.column = column
    self.plausible = plausible
    self.transform = transform
  }

  /// What the catalogue asks of one of an indicator's files.
  public init(of indicator: Indicator, column: String?) {
    self.init(
      column: column, plausible: indicator.plausible,
      transform: indicator.derivation.isIdentity ? indicator.transform : .none)
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
