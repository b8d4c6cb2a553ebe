import Tabular

/// A table of an audit: one value for programs and for people.
package struct AuditTable: Sendable {
  package struct Column: Sendable {
    /// As CSV and JSON have it.
    package let name: String
    /// As people read it.
    package let title: String
    /// How numbers are shown to people: decimals.
    package var decimals = 3
    /// Whether people see it; what would need hundreds of columns is for programs.
    package var isShown = true
    /// Whether its cells are texts.
    package var isText = false
    /// Whether CSV has it; the errors of other columns stand in JSON alone.
    package var isInCSV = true
  }

  /// Its name on the command line.
  package internal(set) var name = ""
  package internal(set) var title = ""
  package let columns: [Column]
  package internal(set) var rows: [[JSONText]]
  /// The rows that people see; nil for all.
  package internal(set) var shown: [Int]?
  /// What a reader has to know, sentence by sentence.
  package internal(set) var notes: [String] = []
  /// What was asked, as JSON members.
  package internal(set) var circumstances: [(String, JSONText)] = []

  /// A row an item, of which the fields say what stands in each column.
  init<Row>(_ items: [Row], _ fields: [AuditField<Row>]...) {
    columns = fields.joined().map(\.column)
    rows = items.map { item in fields.joined().map { $0.value(item) } }
  }
}

/// A column of a table, with what stands in it for each row.
struct AuditField<Row> {
  let column: AuditTable.Column
  let value: (Row) -> JSONText

  static func text(_ name: String, as title: String? = nil, _ value: @escaping (Row) -> String) -> Self {
    Self(column: .init(name: name, title: title ?? name, isText: true)) { .string(value($0)) }
  }

  static func truth(_ name: String, _ value: @escaping (Row) -> Bool) -> Self {
    Self(column: .init(name: name, title: name, isText: true)) { .boolean(value($0)) }
  }

  static func integer(
    _ name: String, as title: String? = nil, isShown: Bool = true, _ value: @escaping (Row) -> Int?
  ) -> Self {
    Self(column: .init(name: name, title: title ?? name, isShown: isShown)) { .optional(value($0)) }
  }

  static func number(
    _ name: String, as title: String? = nil, decimals: Int = 3, isShown: Bool = true,
    _ value: @escaping (Row) -> Double?
  ) -> Self {
    Self(column: .init(name: name, title: title ?? name, decimals: decimals, isShown: isShown)) {
      .optional(value($0))
    }
  }

  private static func inJSONAlone(_ name: String, _ value: @escaping (Row) -> JSONText) -> Self {
    Self(column: .init(name: name, title: name, isShown: false, isInCSV: false), value: value)
  }

  /// How sure another column is.
  static func error(_ name: String, _ value: @escaping (Row) -> Double?) -> Self {
    inJSONAlone(name) { .optional(value($0)) }
  }

  /// The limits of quantiles.
  static func limits(
    _ quantiles: [(name: String, share: Double)], _ limits: @escaping (Row, Double) -> ClosedRange<Int>?
  ) -> [Self] {
    quantiles.flatMap { name, share in
      [
        inJSONAlone(name + "_low") { .optional(limits($0, share)?.lowerBound) },
        inJSONAlone(name + "_high") { .optional(limits($0, share)?.upperBound) },
      ]
    }
  }
}
