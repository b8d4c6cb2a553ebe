import HumanSecurity
import Tabular

/// Reads the figures of a table in any layout that `Layout` knows.
public struct FigureReader {
  private let text: SourceText
  private let countries: CountryTable
  private let selection: FigureSelection
  private var layout: Layout?
  private var heldHeader: TableHeader?
  private var figures: [Figure] = []
  private var findings = Findings()
  private var headerCandidates = 0
  private var sawHeader = false
  private var rows = 0
  private var left = LeftOut()
  private var lastKey: (bytes: [UInt8], key: CountryTable.Key?) = ([], nil)

  /// Reads a table; what is wrong or noteworthy goes into `findings`.
  /// - Returns: the figures in file order, and the layout; nil when no layout was recognised.
  public static func read(
    _ text: SourceText, _ selection: FigureSelection, countries: CountryTable,
    into findings: inout Findings
  ) -> (figures: [Figure], layout: Layout?) {
    if let binary = BinaryFile.finding(text) {
      findings.append(binary)
      return ([], nil)
    }
    let attempts = CSVReader.separators(of: text)
    var reader = FigureReader(text, selection, countries)
    reader.readRows(CSVReader(text, separator: attempts[0]))
    // A title above the table may have named the wrong separator.
    for separator in attempts.dropFirst() where !reader.sawHeader {
      var other = FigureReader(text, selection, countries)
      other.readRows(CSVReader(text, separator: separator))
      if other.sawHeader { reader = other }
    }
    reader.finish()
    findings.append(contentsOf: reader.findings)
    return (reader.figures, reader.layout)
  }

  private init(_ text: SourceText, _ selection: FigureSelection, _ countries: CountryTable) {
    self.text = text
    self.countries = countries
    self.selection = selection
    // Most rows of figures take some twelve bytes or more.
    figures.reserveCapacity(min(text.bytes.count / 16, 1 << 20))
  }

  private mutating func readRows(_ reader: CSVReader) {
    var broken = Findings()
    reader.read(into: &broken) { row in
      guard let layout else { return readHeader(row) }
      rows += 1
      readRow(row, layout)
      return .next
    }
    if let heldHeader { settle(heldHeader) }
    findings.append(contentsOf: broken)
  }

  /// The header may stand below a preamble of up to twenty rows. It is held until the row below it
  /// is seen, which may be one of HXL hashtags: these say more.
  private mutating func readHeader(_ row: CSVRow) -> CSVReader.Continuation {
    headerCandidates += 1
    let header = TableHeader(row.strings, line: row.line)
    if let held = heldHeader {
      settle(header.isTagged && LayoutRecogniser.looksLikeHeader(header) ? header : held)
      guard let layout else { return .stop }
      if !header.isTagged {
        rows += 1
        readRow(row, layout)
      }
      return .next
    }
    if LayoutRecogniser.looksLikeHeader(header) {
      heldHeader = header
      return .next
    }
    return headerCandidates < 20 ? .next : .stop
  }

  private mutating func settle(_ header: TableHeader) {
    heldHeader = nil
    sawHeader = true
    let recogniser = LayoutRecogniser(
      header: header, text: text, wanted: selection.column, conditions: selection.conditions)
    layout = recogniser.layout(into: &findings)
  }

  private mutating func readRow(_ row: CSVRow, _ layout: Layout) {
    guard row.count == layout.width || layout.fits(row) else {
      findings.append(.error, "ragged-row", in: text) {
        RecordReader.ragged(row, layout.width, text)
      }
      return
    }
    for filter in layout.filters {
      guard row.withField(filter.index, { $0.elementsEqual(filter.text.utf8) }) else { return }
    }
    guard let country = country(of: row, layout) else { return }
    switch layout.shape {
    case .long(let yearColumn, let valueColumn):
      guard !row.isEmpty(valueColumn) else { return }
      guard let year = year(of: row, yearColumn, layout) else { return }
      take(row, valueColumn, country, year)
    case .wide(let columns):
      for column in columns where !row.isEmpty(column.index) {
        take(row, column.index, country, column.year)
      }
    }
  }

  private mutating func take(_ row: CSVRow, _ column: Int, _ country: Int, _ year: Year) {
    switch row.withField(column, { NumberText($0) }) {
    case .missing: return
    case .value(let value): keep(value, row, column, country, year)
    case .bound(let value):
      wrong(
        row, column, .note, "bound", "\"\(row.string(column))\" is read as its bound",
        "")
      keep(value, row, column, country, year)
    case .malformed:
      wrong(
        row, column, .error, "not-a-number", "\"\(row.string(column))\" is not a number",
        "write digits with a decimal point; a missing value is an empty field")
    }
  }

  private mutating func keep(
    _ value: Double, _ row: CSVRow, _ column: Int, _ country: Int, _ year: Year
  ) {
    if !selection.years.contains(year) || (selection.zeroIsMissing && value == 0) { return }
    if let problem = selection.problem(with: value) {
      wrong(row, column, .error, problem.identifier, problem.message, problem.remedy)
    } else {
      figures.append(Figure(country: country, year: year, value: value, line: row.line))
    }
  }

  private mutating func year(of row: CSVRow, _ column: Int, _ layout: Layout) -> Year? {
    let year = row.withField(column) { bytes -> Int? in
      guard bytes.count == 4 else { return nil }
      var year = 0
      for byte in bytes {
        guard byte >= 48, byte <= 57 else { return nil }
        year = year * 10 + Int(byte - 48)
      }
      return TableHeader.years.contains(year) ? year : nil
    }
    if year == nil {
      // Our World in Data goes back to the Stone Age.
      if layout.kind == .owid, let early = Int(row.string(column)),
        early < TableHeader.years.lowerBound
      {
        left.count("early")
        return nil
      }
      wrong(
        row, column, .error, "bad-year", "\"\(row.string(column))\" is not a year",
        "write four digits, such as 2023")
    }
    return year
  }

  private mutating func country(of row: CSVRow, _ layout: Layout) -> Int? {
    for (rank, column) in layout.countryColumns.enumerated() where !row.isEmpty(column) {
      let key = row.withField(column) { bytes -> CountryTable.Key? in
        lookUp(bytes, prefix: rank == 0 ? layout.keyPrefix : "")
      }
      switch key {
      case .country(let index): return index
      case .area(let kind):
        left.count(kind)
        return nil
      case nil: continue
      }
    }
    unknownCountry(row, layout)
    return nil
  }

  private mutating func unknownCountry(_ row: CSVRow, _ layout: Layout) {
    let column = layout.countryColumns.last { !row.isEmpty($0) } ?? layout.countryColumns[0]
    let name = row.string(column)
    let countries = countries
    wrong(
      row, column, .error, "unknown-country",
      name.isEmpty ? "the row names no country" : "no country is known as \"\(name)\"",
      name.isEmpty ? "name one" : countries.remedy(for: name))
  }

  /// Rows of one country stand together as a rule, so the last key answers most of them.
  private mutating func lookUp(_ bytes: UnsafeBufferPointer<UInt8>, prefix: String)
    -> CountryTable.Key?
  {
    if lastKey.bytes.elementsEqual(bytes) { return lastKey.key }
    let key: CountryTable.Key?
    if prefix.isEmpty {
      key = countries.key(bytes)
    } else {
      key = Self.wholeNumber(bytes).flatMap { countries.key(prefix + $0) }
    }
    lastKey = (Array(bytes), key)
    return key
  }

  /// The digits of a country's number, which a spreadsheet may have given a decimal point.
  private static func wholeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard case .value(let value) = NumberText(bytes), (0..<10_000).contains(value),
      value == value.rounded()
    else { return nil }
    return String(Int(value))
  }

  private mutating func finish() {
    if layout == nil, !findings.hasErrors { findings.append(notRecognised()) }
    if layout != nil, rows == 0, !findings.hasErrors {
      findings.append(RecordReader.onlyHeader(text))
    }
    if let layout, rows > 0, figures.isEmpty, !findings.hasErrors {
      findings.append(
        Diagnostic(
          .error, "no-figures", "none of the \(rows) rows holds a figure of this series",
          in: text, line: 1,
          remedy: layout.filters.isEmpty
            ? "check the column of values"
            : "check the series or filter: "
              + layout.filters.map { "\"\($0.text)\"" }.joined(separator: ", ")))
    }
    if layout != nil, text.encoding == .windows1252 {
      findings.append(
        Diagnostic(
          .note, "encoding", "the text is not UTF-8 and is read as \(text.encoding.rawValue)",
          at: .init(file: text.name)))
    }
    if let message = left.message {
      findings.append(Diagnostic(.note, "left-out", message, at: .init(file: text.name)))
    }
  }

  private func notRecognised() -> Diagnostic {
    if headerCandidates == 0 { return RecordReader.emptyFile(text) }
    return Diagnostic(
      .error, "unknown-layout", "no layout of country figures is recognised", in: text, line: 1,
      column: 1,
      remedy: "the header should name a country column and a year column (iso3,year,value), "
        + "or be that of a World Bank, DDF, OWID, WGI, HDR or SDMX-CSV download")
  }

  private mutating func wrong(
    _ row: CSVRow, _ column: Int, _ severity: Diagnostic.Severity, _ identifier: String,
    _ message: @autoclosure () -> String, _ remedy: @autoclosure () -> String
  ) {
    findings.append(severity, identifier, in: text) {
      let place = row.place(ofField: column)
      return Diagnostic(
        severity, identifier, message(), in: text, line: place.line, column: place.column,
        remedy: remedy())
    }
  }
}
