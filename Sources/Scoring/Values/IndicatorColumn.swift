import IndexModel

/// One indicator at the reference year: a value, or the reason for its absence, per country.
package struct IndicatorColumn: Sendable {
  package let indicator: IndicatorIndex
  /// The goalposts in force: the lens's, else the catalogue's.
  package internal(set) var goalposts: Goalposts
  /// How each country's value came about, in the order of the score table's countries.
  package internal(set) var cells: [Cell]
  /// The year of each country's latest figure behind the value; 0 where absent.
  package internal(set) var years: [Year]
  /// The figure as it stands in the file; NaN where absent.
  package internal(set) var raw: [Double]
  /// The derived value, in the indicator's unit, before any transform; NaN where absent.
  package internal(set) var values: [Double]
  /// The score, 0 to 100 where the normalisation has bounds; NaN where absent.
  package internal(set) var scores: [Double]
  /// What was done about extreme values; nil where nothing was.
  package internal(set) var treatment: Treatment?

  package enum Treatment: Sendable, Equatable {
    /// The values of these countries were set to the next less extreme one.
    case winsorised([RowIndex])
    /// Logarithms of the distance from the least value were taken.
    case logged
    /// Five points did not suffice, and under goalposts nothing else may be done.
    case left
  }
}
