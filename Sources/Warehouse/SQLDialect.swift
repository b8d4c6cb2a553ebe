// Warehouse: a lens → statements of SQL that score figures where they are. Knows no figure, file or database.

import Tabular

/// A dialect of SQL: how it writes what the others write otherwise.
package enum SQLDialect: String, Sendable, CaseIterable {
  case duckdb, postgres, spark

  /// What the dialect is called in sentences.
  package var title: String {
    switch self {
    case .duckdb: "DuckDB"
    case .postgres: "PostgreSQL"
    case .spark: "Spark"
    }
  }

  /// A number as a double: a literal with a point alone is a decimal, and loses digits.
  func number(_ value: Double) -> String {
    let digits = CSVText.shortest(value)
    let literal =
      switch self {
      case .duckdb: digits.contains("e") ? digits : digits + "e0"
      case .postgres: digits + "::float8"
      case .spark: digits + "D"
      }
    return value < 0 ? "(\(literal))" : literal
  }

  /// The name of a column: identifiers and paths as they are, with their hyphens and slashes.
  func name(_ text: String) -> String {
    let mark = self == .spark ? "`" : "\""
    return mark + text.replacing(mark, with: mark + mark) + mark
  }

  /// So many bytes of a name are kept; nil where no name of a catalogue is too long.
  var longestName: Int? { self == .postgres ? 63 : nil }

  func text(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

  func asDouble(_ expression: String) -> String {
    "CAST(\(expression) AS \(self == .postgres ? "DOUBLE PRECISION" : "DOUBLE"))"
  }

  func asText(_ expression: String) -> String {
    "CAST(\(expression) AS \(self == .spark ? "STRING" : "VARCHAR"))"
  }

  /// Not NaN and not infinite: in each of the dialects NaN is greater than every number.
  func isFinite(_ expression: String) -> String {
    "ABS(\(expression)) <= \(number(.greatestFiniteMagnitude))"
  }

  /// A sum in a fixed order: another order may differ in the last digit, and split a tie.
  func sum(_ expression: String, inOrderOf key: String) -> String {
    switch self {
    case .duckdb, .postgres: "SUM(\(expression) ORDER BY \(key))"
    case .spark:
      "AGGREGATE(ARRAY_SORT(COLLECT_LIST(CASE WHEN \(expression) IS NOT NULL THEN "
        + "STRUCT(\(key) AS place, \(expression) AS term) END)), 0D, (total, next) -> total + next.term)"
    }
  }

  /// The middle value; of an even count the mean of the middle two.
  func median(_ expression: String) -> String {
    switch self {
    case .duckdb: "MEDIAN(\(expression))"
    case .postgres: "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY \(expression))"
    case .spark: "PERCENTILE(\(expression), 0.5D)"
    }
  }

  /// What keeps a step from being written into the next one: PostgreSQL would repeat it for each use, and misjudge joins.
  var fence: String { self == .postgres ? "MATERIALIZED " : "" }
}

/// The shape of the table of figures.
package enum FigureShape: String, Sendable, CaseIterable {
  /// A row a figure: unit, indicator, year, value.
  case long
  /// A row a unit, a column an indicator: its value at the reference year, after derivation and carry-forward.
  case wide
}
