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

  private struct Search {
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
  /// have named the wrong one. Where none is found, the findings say why.
  static func find(in text: SourceText, into findings: inout Findings) -> TableHead? {
    if let binary = BinaryFile.finding(text) {
      findings.append(binary)
      return nil
    }
    let attempts = CSVReader.separators(of: text).map { Self.search(text, separator: $0) }
    let search = attempts.first { $0.head != nil } ?? attempts[0]
    findings.append(contentsOf: search.findings)
    if search.head == nil, !search.findings.hasErrors { findings.append(notRecognised(search, text)) }
    return search.head
  }

  private static func notRecognised(_ search: Search, _ text: SourceText) -> Diagnostic {
    if search.rows == 0 { return RecordReader.emptyFile(text) }
    if let half = search.half {
      return Diagnostic(
        .figures.unknownLayout,
        "the header has \"\(half.named)\", but no column is known that names \(half.lacks)", in: text,
        line: half.line, column: 1, remedy: "rename that column in the header")
    }
    return Diagnostic(
      .figures.unknownLayout, "no layout of country figures is recognised", in: text, line: 1, column: 1,
      remedy: "the header should name a country column and a year column (iso3,year,value), "
        + "or be that of a World Bank, DDF, OWID, WGI, HDR or SDMX-CSV download")
  }

  private static func search(_ text: SourceText, separator: UInt8) -> Search {
    var search = Search()
    var form: TableForm?
    var first: CSVReader.End?
    var candidates = NumericColumns()
    var unread = Findings()
    let end = CSVReader(text, separator: separator).read(0..<Int.max, into: &unread) { row in
      search.rows += 1
      guard let known = form else {
        let header = TableHeader(row.strings, line: row.line)
        form = TableForm(header)
        if form == nil, search.half == nil { search.half = header.half }
        return form == nil && search.rows >= preamble ? .stop : .next
      }
      if first == nil {
        // The row below the header may be one of HXL hashtags: these say more.
        let header = TableHeader(row.strings, line: row.line)
        if header.isTagged, !known.header.isTagged, let tagged = TableForm(header) {
          form = tagged
          return .next
        }
        first = CSVReader.End(offset: row.start, lines: row.line - 1)
      }
      candidates.note(row, known.valueColumns)
      return candidates.rows < sample ? .next : .stop
    }
    search.findings = unread
    guard let form else { return search }
    let place = first ?? end
    search.head = TableHead(
      form: form, separator: separator, offset: place.offset, lines: place.lines, numeric: candidates.numeric)
    // What is wrong below the header is found when the rows are read, if any can be.
    search.findings = unread.only { first == nil || ($0.place?.line ?? 0) <= place.lines }
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
