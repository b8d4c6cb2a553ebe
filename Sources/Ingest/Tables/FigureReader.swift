import Diagnostics
import Tabular

/// Reads the figures of a table in any layout that `Layout` knows.
package struct FigureReader {
  package struct Reading: Sendable {
    /// The figures in file order.
    package fileprivate(set) var figures = Figures()
    /// How the table is laid out; nil when that was not recognised.
    package fileprivate(set) var layout: Layout?
  }

  private let text: SourceText
  private let countries: CountryTable
  private let selections: [FigureSelection]
  private let segmentSize: Int
  private var findings = Findings()
  private var readings: [Reading]

  /// Reads one series of a table; what is wrong or noteworthy goes into `findings`.
  /// - Returns: the figures in file order, and the layout; nil when no layout was recognised.
  package static func read(
    _ text: SourceText, _ selection: FigureSelection, countries: CountryTable, into findings: inout Findings
  ) -> (figures: [Figure], layout: Layout?) {
    let readings = read(text, [selection], countries: countries, into: &findings)
    return (Array(readings[0].figures), readings[0].layout)
  }

  /// Reads several series of a table in one go.
  /// - Parameter segmentSize: how many bytes are read by one core at a time.
  /// - Returns: one reading a selection.
  package static func read(
    _ text: SourceText, _ selections: [FigureSelection], countries: CountryTable,
    segmentSize: Int = CSVReader.segmentSize, into findings: inout Findings
  ) -> [Reading] {
    var reader = FigureReader(
      text: text, countries: countries, selections: selections, segmentSize: segmentSize,
      readings: selections.map { _ in Reading() })
    reader.read()
    findings.append(contentsOf: reader.findings)
    return reader.readings
  }

  private mutating func read() {
    if let binary = BinaryFile.finding(text) { return findings.append(binary) }
    let search = TableHead.find(in: text)
    findings.append(contentsOf: search.findings)
    guard let head = search.head else {
      if !findings.hasErrors { findings.append(Self.notRecognised(search, text)) }
      return
    }
    let recogniser = LayoutRecogniser(form: head.form, text: text, numeric: head.numeric)
    var targets: [RowPlan.Target] = []
    var places: [Int] = []
    for (index, selection) in selections.enumerated() {
      readings[index].layout = recogniser.layout(selection, into: &findings)
      guard let layout = readings[index].layout else { continue }
      targets.append(RowPlan.Target(layout: layout, selection: selection))
      places.append(index)
    }
    if targets.isEmpty { return }
    noteUnreadColumns(head.form.header)
    readRows(head, targets, places)
  }

  private mutating func readRows(_ head: TableHead, _ targets: [RowPlan.Target], _ places: [Int]) {
    let table = TableRows(head: head, text: text, countries: countries, segmentSize: segmentSize)
    var rows = table.read(targets)
    let hasRowErrors = rows.findings.hasErrors
    let footnotes = rows.endOfTable()
    findings.append(contentsOf: rows.findings)
    if rows.rows == 0, !findings.hasErrors { findings.append(RecordReader.onlyHeader(text)) }
    let resolved = table.resolve(rows, targets)
    let problems = inParallel(targets.count) { [rows] index in
      let figures = resolved[index].figures
      let problem = table.problem(with: figures, index, targets[index], rows)
      return (problem, problem == nil ? table.doubts(about: figures, index, rows) : [])
    }
    for (index, place) in places.enumerated() {
      let result = resolved[index]
      if result.figures.isEmpty, let words = table.words(result.findings, targets[index]) {
        findings.append(words)
        continue
      }
      findings.append(contentsOf: result.findings)
      readings[place].figures = result.figures
      if hasRowErrors || result.findings.hasErrors || rows.rows == 0 { continue }
      let (problem, doubts) = problems[index]
      for doubt in doubts { findings.append(doubt) }
      if let problem {
        findings.append(problem)
        readings[place].figures = Figures()
      }
    }
    noteOddities(rows, footnotes: footnotes)
  }

  /// Says which columns look like years and are not read: the newest one is the likeliest to carry
  /// a mark.
  private mutating func noteUnreadColumns(_ header: TableHeader) {
    let names = header.unreadYearColumns.map { header.names[$0] }
    guard !header.yearColumns.isEmpty, !names.isEmpty else { return }
    findings.append(
      .figures.unreadColumn, "columns that look like years are not read: \(LayoutRecogniser.sample(names))",
      in: text, line: header.line, column: 1,
      remedy: "name a column by the calendar year that its figures stand for")
  }

  private mutating func noteOddities(_ rows: RowReader, footnotes: Int) {
    func note(_ kind: FindingKind, _ message: String, line: Int = 0) {
      findings.append(kind, message, at: .init(file: text.name, line: line))
    }
    if text.encoding == .windows1252 {
      note(.figures.encoding, "the text is not UTF-8 and is read as \(text.encoding.rawValue)")
    } else if let line = rows.otherEncoding {
      note(.figures.encoding, "what is not UTF-8, first on this line, is read as Windows-1252", line: line)
    }
    if let message = rows.left.message(countries) { note(.figures.leftOut, message) }
    if footnotes > 0 {
      note(.figures.footnotes, "\(footnotes) lines below the table are taken for footnotes")
    }
  }

  static func notRecognised(_ search: TableHead.Search, _ text: SourceText) -> Diagnostic {
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
}
