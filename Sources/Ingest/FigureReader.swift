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
}

/// Reads the figures of a table in any layout that `Layout` knows.
public struct FigureReader {
  private let text: SourceText
  private let countries: CountryTable
  private let selection: FigureSelection
  private var layout: Layout?
  private var figures: [Figure] = []
  private var findings = Findings()
  private var headerCandidates = 0
  private var rows = 0
  private var left = LeftOut()
  private var lastKey: (bytes: [UInt8], key: CountryTable.Key?) = ([], nil)

  /// Reads a table; what is wrong or noteworthy goes into `findings`.
  /// - Returns: the figures in file order, and the layout; nil when no layout was recognised.
  public static func read(
    _ text: SourceText, _ selection: FigureSelection, countries: CountryTable,
    into findings: inout Findings
  ) -> (figures: [Figure], layout: Layout?) {
    var reader = FigureReader(text, selection, countries)
    reader.readRows()
    reader.finish()
    findings.append(contentsOf: reader.findings)
    return (reader.figures, reader.layout)
  }

  private init(_ text: SourceText, _ selection: FigureSelection, _ countries: CountryTable) {
    self.text = text
    self.countries = countries
    self.selection = selection
    // Most rows of figures take some twelve bytes or more.
    figures.reserveCapacity(text.bytes.count / 16)
  }

  private mutating func readRows() {
    var broken = Findings()
    CSVReader(text).read(into: &broken) { row in
      guard let layout else { return readHeader(row) }
      rows += 1
      readRow(row, layout)
      return .next
    }
    findings.append(contentsOf: broken)
  }

  /// The header may stand below a preamble of up to twenty rows.
  private mutating func readHeader(_ row: CSVRow) -> CSVReader.Continuation {
    headerCandidates += 1
    let header = TableHeader(row.strings, line: row.line)
    if LayoutRecogniser.looksLikeHeader(header) {
      let recogniser = LayoutRecogniser(
        header: header, text: text, wanted: selection.column, conditions: selection.conditions)
      layout = recogniser.layout(into: &findings)
      return layout == nil ? .stop : .next
    }
    return headerCandidates < 20 ? .next : .stop
  }

  private mutating func readRow(_ row: CSVRow, _ layout: Layout) {
    if layout.kind == .canonical, row.count != layout.width {
      findings.append(RecordReader.ragged(row, layout.width, text))
      return
    }
    for filter in layout.filters {
      guard row.withField(filter.index, { $0.elementsEqual(filter.text.utf8) }) else { return }
    }
    guard let country = country(of: row, layout) else { return }
    switch layout.shape {
    case .long(let yearColumn, let valueColumn):
      guard !row.isEmpty(valueColumn) else { return }
      guard let year = year(of: row, yearColumn) else { return }
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
    if !selection.plausible.contains(value) {
      wrong(
        row, column, .error, "implausible",
        "\(CSVText.shortest(value)) is outside the plausible range "
          + "\(Self.range(selection.plausible))",
        "correct the figure or its unit, or widen the range in indicators.csv")
    } else if !selection.transform.accepts(value) {
      wrong(
        row, column, .error, "transform",
        "\(CSVText.shortest(value)) cannot be transformed: \(selection.transform) needs "
          + selection.transform.requirement,
        "correct the figure, or choose another transform in indicators.csv")
    } else {
      figures.append(Figure(country: country, year: year, value: value, line: row.line))
    }
  }

  private mutating func year(of row: CSVRow, _ column: Int) -> Year? {
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
    guard findings.wants("unknown-country", in: text.name) else { return }
    let column = layout.countryColumns.last { !row.isEmpty($0) } ?? layout.countryColumns[0]
    let name = row.string(column)
    if name.isEmpty {
      wrong(row, column, .error, "unknown-country", "the row names no country", "name one")
    } else {
      wrong(
        row, column, .error, "unknown-country", "no country is known as \"\(name)\"",
        countries.remedy(for: name))
    }
  }

  /// Rows of one country stand together as a rule, so the last key answers most of them.
  private mutating func lookUp(_ bytes: UnsafeBufferPointer<UInt8>, prefix: String)
    -> CountryTable.Key?
  {
    if lastKey.bytes.elementsEqual(bytes) { return lastKey.key }
    let key =
      prefix.isEmpty
      ? countries.key(bytes) : countries.key(prefix + String(decoding: bytes, as: UTF8.self))
    lastKey = (Array(bytes), key)
    return key
  }

  private mutating func finish() {
    if layout == nil, !findings.hasErrors { findings.append(notRecognised()) }
    if layout != nil, rows == 0 { findings.append(RecordReader.onlyHeader(text)) }
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
    _ message: String, _ remedy: String
  ) {
    guard findings.wants(identifier, in: text.name) else {
      findings.append(
        Diagnostic(severity, identifier, "", at: Diagnostic.Place(file: text.name)))
      return
    }
    let place = row.place(ofField: column)
    findings.append(
      Diagnostic(
        severity, identifier, message, in: text, line: place.line, column: place.column,
        remedy: remedy))
  }

  private static func range(_ range: ClosedRange<Double>) -> String {
    "\(CSVText.shortest(range.lowerBound)) to \(CSVText.shortest(range.upperBound))"
  }
}

/// How many rows were left out because they are not about a country.
private struct LeftOut {
  private var counts: [(kind: String, count: Int)] = []

  mutating func count(_ kind: String) {
    if let index = counts.firstIndex(where: { $0.kind == kind }) {
      counts[index].count += 1
    } else {
      counts.append((kind, 1))
    }
  }

  var message: String? {
    if counts.isEmpty { return nil }
    let words = [
      "aggregate": "of aggregates", "ended": "of states that ended",
      "part": "of parts of countries",
    ]
    let parts = counts.sorted { $0.kind < $1.kind }
      .map { "\($0.count) \(words[$0.kind] ?? $0.kind)" }
    return "rows left out: " + parts.joined(separator: ", ")
  }
}
