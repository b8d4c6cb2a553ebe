import Tabular

/// A table of an audit: one value for programs and for people.
package struct AuditTable: Sendable {
  /// What stands in a cell.
  package enum Cell: Sendable {
    case text(String)
    case integer(Int?)
    case number(Double?)
    case truth(Bool)
  }

  /// A column.
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

    static func text(_ name: String, _ title: String? = nil) -> Column {
      Column(name: name, title: title ?? name, isText: true)
    }

    static func number(_ name: String, _ title: String? = nil, _ decimals: Int = 3, isShown: Bool = true)
      -> Column
    { Column(name: name, title: title ?? name, decimals: decimals, isShown: isShown) }

    /// How sure another column is, for JSON alone.
    static func error(_ name: String) -> Column {
      Column(name: name, title: name, isShown: false, isInCSV: false)
    }
  }

  /// Its name on the command line.
  package internal(set) var name = ""
  /// What it shows.
  package internal(set) var title = ""
  package let columns: [Column]
  package internal(set) var rows: [[Cell]] = []
  /// The rows that people see; nil for all.
  package internal(set) var shown: [Int]?
  /// What a reader has to know, sentence by sentence.
  package internal(set) var notes: [String] = []
  /// What was asked, as JSON members.
  package internal(set) var circumstances: [(String, JSONText)] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// The columns of the limits of quantiles.
  static func limitColumns(_ names: [String]) -> [Column] {
    names.flatMap { [.error("\($0)_low"), .error("\($0)_high")] }
  }

  /// Their cells.
  static func limits(_ limits: [ClosedRange<Int>]) -> [Cell] {
    limits.flatMap { [.integer($0.lowerBound), .integer($0.upperBound)] }
  }
}
