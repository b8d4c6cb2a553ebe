import Tabular

/// A table of an audit: one value for programs and for people.
public struct AuditTable: Page, Sendable {
  /// What stands in a cell.
  enum Cell: Sendable {
    case text(String)
    case integer(Int?)
    case number(Double?)
    case truth(Bool)
  }

  /// A column.
  struct Column: Sendable {
    /// As CSV and JSON have it.
    let name: String
    /// As people read it.
    let title: String
    /// How numbers are shown to people: decimals.
    var decimals = 3
    /// Whether people see it; what would need hundreds of columns is for programs.
    var isShown = true
    /// Whether its cells are texts.
    var isText = false
    /// Whether CSV has it; the errors of other columns stand in JSON alone.
    var isInCSV = true

    static func text(_ name: String, _ title: String? = nil) -> Column {
      Column(name: name, title: title ?? name, isText: true)
    }

    static func number(
      _ name: String, _ title: String? = nil, _ decimals: Int = 3, isShown: Bool = true
    ) -> Column {
      Column(name: name, title: title ?? name, decimals: decimals, isShown: isShown)
    }

    /// How sure another column is, for JSON alone.
    static func error(_ name: String) -> Column {
      Column(name: name, title: name, isShown: false, isInCSV: false)
    }
  }

  /// Its name on the command line.
  let name: String
  /// What it shows.
  let title: String
  let columns: [Column]
  var rows: [[Cell]] = []
  /// The rows that people see; nil for all.
  var shown: [Int]?
  /// What a reader has to know, sentence by sentence.
  var notes: [String] = []
  /// What was asked, as JSON members.
  var circumstances: [(String, JSONText)] = []

  init(_ name: String, _ title: String, _ columns: [Column]) {
    self.name = name
    self.title = title
    self.columns = columns
  }

  /// One row a finding, in full precision.
  public var csv: String {
    let places = columns.indices.filter { columns[$0].isInCSV }
    var out = CSVText(header: places.map { columns[$0].name })
    for row in rows {
      for place in places {
        switch row[place] {
        case .text(let text): out.field(text)
        case .integer(let value): out.field(value)
        case .number(let value): out.field(value)
        case .truth(let value): out.field(value ? "true" : "false")
        }
      }
      out.endRow()
    }
    return out.text
  }

  /// What was asked, an array of rows, and what a reader has to know.
  public var json: JSONText {
    .object(
      [("table", .string(name))] + circumstances + [
        (
          "rows",
          .array(
            rows.map { row in
              .object(zip(columns, row).map { ($0.name, Self.json($1)) })
            })
        ), ("notes", .array(notes.map { .string($0) })),
      ])
  }

  private static func json(_ cell: Cell) -> JSONText {
    switch cell {
    case .text(let text): .string(text)
    case .integer(let value): .optional(value)
    case .number(let value): .optional(value)
    case .truth(let value): .boolean(value)
    }
  }

  /// The table for a terminal.
  public func plain(width: Int?, bold: Bool) -> String {
    Prose.wrapped(title, width: width) + "\n\n" + text.plain(width: width, bold: bold) + "\n"
      + notes.map { Prose.wrapped($0, width: width) + "\n" }.joined()
  }

  /// The table as Markdown.
  public var markdown: String {
    "# \(MarkdownText.escape(title))\n\n" + text.escaped.markdown
      + notes.map { "\n\(MarkdownText.escape($0))\n" }.joined()
  }

  private var text: TextTable {
    let places = columns.indices.filter { columns[$0].isShown }
    var out = TextTable(
      places.map { place in
        let column = columns[place]
        return column.isText ? .text(column.title, shrinksTo: 12) : .number(column.title)
      })
    for row in shown ?? Array(rows.indices) {
      out.append(places.map { text(rows[row][$0], columns[$0]) })
    }
    return out
  }

  private func text(_ cell: Cell, _ column: Column) -> String {
    switch cell {
    case .text(let text): text.isEmpty ? "–" : text
    case .integer(let value): value.map { "\($0)" } ?? "–"
    case .number(let value): NumberFormat.fixed(value, column.decimals)
    case .truth(let value): value ? "yes" : "no"
    }
  }
}
