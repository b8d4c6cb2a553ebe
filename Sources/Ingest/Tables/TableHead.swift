import Diagnostics
import Tabular

/// The top of a table: its header, found below any preamble, and where its rows begin.
struct TableHead: Sendable {
  let form: TableForm
  let separator: UInt8
  /// Where the first row starts, in bytes.
  let offset: Int
  /// How many lines stand above the first row.
  let lines: Int
  /// Which of the form's value columns hold numbers in the first rows.
  let numeric: [Int]

  struct Search {
    var head: TableHead?
    var rows = 0
    /// The first row that names a country column or a year column, but not both.
    var half: (line: Int, named: String, lacks: String)?
    var findings = Findings()
  }

  /// A preamble has no more rows.
  private static let preamble = 20
  /// As many rows tell which columns hold numbers.
  private static let sample = 200

  /// Looks for a header in the first rows, with each separator in turn: a title above the table may
  /// have named the wrong one.
  static func find(in text: SourceText) -> Search {
    let attempts = CSVReader.separators(of: text).map { search(text, separator: $0) }
    return attempts.first { $0.head != nil } ?? attempts[0]
  }

  private static func search(_ text: SourceText, separator: UInt8) -> Search {
    var search = Search()
    var held: (form: TableForm, end: CSVReader.End)?
    var first: CSVReader.End?
    var candidates = NumericColumns()
    let reader = CSVReader(text, separator: separator)
    var unread = Findings()
    let end = reader.read(0..<Int.max, into: &unread) { row in
      search.rows += 1
      let start = CSVReader.End(offset: row.start, lines: row.line - 1)
      if let form = held?.form, first == nil {
        // The row below the header may be one of HXL hashtags: these say more.
        let header = TableHeader(row.strings, line: row.line)
        if header.isTagged, !form.header.isTagged, let tagged = TableForm(header) {
          held?.form = tagged
          return .next
        }
        first = start
      }
      if let form = held?.form {
        candidates.note(row, form.valueColumns)
        return candidates.rows < sample ? .next : .stop
      }
      let header = TableHeader(row.strings, line: row.line)
      if let form = TableForm(header) {
        held = (form, start)
      } else if search.half == nil {
        search.half = header.half
      }
      return held == nil && search.rows >= preamble ? .stop : .next
    }
    if let form = held?.form {
      let place = first ?? end
      search.head = TableHead(
        form: form, separator: separator, offset: place.offset, lines: place.lines,
        numeric: candidates.numeric)
      // What is wrong below the header is found when the rows are read, if any can be.
      let isLast = first == nil
      search.findings.append(contentsOf: unread.only { isLast || ($0.place?.line ?? 0) <= place.lines })
    } else {
      search.findings = unread
    }
    return search
  }
}

/// Tells columns of numbers from columns of words by their first cells.
private struct NumericColumns {
  private(set) var rows = 0
  private var numbers: [Int: Int] = [:]
  private var words: [Int: Int] = [:]

  mutating func note(_ row: CSVRow, _ columns: [Int]) {
    rows += 1
    for column in columns {
      switch row.number(column) {
      case .missing: break
      case .malformed: words[column, default: 0] += 1
      default: numbers[column, default: 0] += 1
      }
    }
  }

  var numeric: [Int] { numbers.filter { $0.value > words[$0.key, default: 0] }.keys.sorted() }
}
