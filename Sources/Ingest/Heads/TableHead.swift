import Diagnostics
import IndexModel
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
  /// The columns without a name that hold numbers there.
  let unnamed: [Int]
  /// What is to be said of how it was recognised.
  var notes: [Diagnostic] = []

  /// A preamble has no more rows.
  static let preamble = 20

  /// Looks for a header in the first rows, with each separator in turn: a title above the table may
  /// have named the wrong one. Where none is found, the findings say why.
  static func find(
    in text: SourceText, _ countries: CountryTable, _ choice: TableChoice = TableChoice(),
    into findings: inout Findings
  ) -> TableHead? {
    var choice = choice
    choice.isOfUnits = countries.isOfUnits
    if let binary = BinaryFile.finding(text) {
      findings.append(binary)
      return nil
    }
    let searches = CSVReader.separators(of: text).map {
      HeadSearch(text: text, separator: $0, countries: countries, choice: choice)
    }
    // By the likeliest separator alone: by another, the quotation marks of all rows may be broken.
    if let wide = searches.first?.tooWide() {
      findings.append(wide)
      return nil
    }
    var first: Findings?
    for search in searches {
      var own = Findings()
      if let head = search.head(into: &own) {
        findings.append(contentsOf: own)
        for note in head.notes { findings.append(note) }
        return head.notes.contains { $0.severity == .error } ? nil : head
      }
      first = first ?? own
    }
    findings.append(contentsOf: first ?? Findings())
    if let search = searches.first, !findings.hasErrors { findings.append(search.refusal()) }
    return nil
  }
}

/// The search for a header in the rows that one separator makes.
struct HeadSearch {
  let text: SourceText
  let separator: UInt8
  let countries: CountryTable
  let choice: TableChoice

  /// More columns than any table of countries has; what follows looks at each more than once.
  private static let mostColumns = 50_000

  /// An error where one of the first rows has too many fields to be looked through.
  func tooWide() -> Diagnostic? {
    var (wide, rows) = (nil as Diagnostic?, 0)
    var unread = Findings()
    CSVReader(text, separator: separator).read(into: &unread) { row in
      rows += 1
      if row.count > Self.mostColumns {
        wide = Diagnostic(
          .tables.tooLong, "the row has \(row.count) fields, and more than \(Self.mostColumns) are not read",
          in: text, line: row.line, column: 1,
          remedy: "leave out the columns that are not wanted, or write one row a figure")
      }
      return wide == nil && rows < TableHead.preamble ? .next : .stop
    }
    return wide
  }

  /// By names first, which may stand below a title; else by what the columns hold.
  func head(into findings: inout Findings) -> TableHead? {
    var from = 0
    while let top = announced(from) {
      if let look = look(top.row, isSampled: !top.isPlain), let form = TableForm(look.header, choice),
        Self.isHeader(look, form), Self.holdsFigures(look, form), let head = head(form, look, into: &findings)
      {
        return head
      }
      from = top.row + 1
    }
    for top in 0..<TableHead.preamble {
      guard let look = look(top) else { break }
      if let head = headByContent(look, into: &findings) { return head }
    }
    var rows = 0
    _ = CSVReader(text, separator: separator).read(0..<Int.max, into: &findings) { _ in
      rows += 1
      return rows < TableHead.preamble ? .next : .stop
    }
    return nil
  }

  /// The first row, from one on, that names countries and years, and whether it names nothing else.
  private func announced(_ from: Int) -> (row: Int, isPlain: Bool)? {
    var row = 0
    var found: (row: Int, isPlain: Bool)?
    var unread = Findings()
    _ = CSVReader(text, separator: separator).read(0..<Int.max, into: &unread) { fields in
      if row >= from, let form = TableForm(TableHeader(fields.strings, line: fields.line), choice) {
        found = (row, form.kind == .canonical && form.width == 3)
      }
      row += 1
      return found != nil || row >= max(TableHead.preamble, from + 1) ? .stop : .next
    }
    return found
  }

  private func head(_ form: TableForm, _ look: Look, into findings: inout Findings) -> TableHead? {
    let form = form.completed(
      look.sample, countries, isChosen: choice.country != nil, isOfUnits: choice.isOfUnits)
    findings.append(contentsOf: look.findings)
    let numeric = form.valueColumns.filter(look.numbers.holdsNumbers)
    var head = TableHead(
      form: form, separator: separator, offset: look.place.offset, lines: look.place.lines, numeric: numeric,
      unnamed: look.unnamed(form))
    if !choice.isOfUnits, !choice.saysCodes(in: look.header),
      let doubt = CountryColumns(look.header, look.sample, countries).doubt(form.countryColumns)
    {
      head.notes.append(
        Diagnostic(
          .figures.ambiguousCodes, doubt.message, in: text, line: look.header.line, column: 1,
          remedy: doubt.remedy))
    }
    head.notes += doubts(form, look)
    return head
  }

  /// What is doubtful about which countries and years the figures are of.
  private func doubts(_ form: TableForm, _ look: Look) -> [Diagnostic] {
    var doubts: [Diagnostic] = []
    let columns = CountryColumns(look.header, look.sample, countries)
    let keys = Set([form.yearColumn, form.seriesColumn, form.mainValue].compactMap { $0 })
    if choice.country == nil, !choice.isOfUnits, let first = form.countryColumns.first,
      let other = columns.otherSide(of: first, except: keys.union(look.header.yearColumns.map(\.index)))
    {
      let (message, remedy) = columns.sides(first, other)
      doubts.append(
        Diagnostic(
          .figures.twoCountries, message, in: text, line: look.header.line, column: 1, remedy: remedy))
    }
    let years = YearDoubt(header: look.header, sample: look.sample, text: text)
    if let doubt = years.finding(form, choice) { doubts.append(doubt) }
    return doubts
  }

  /// Whether columns that are named after a series and a year hold any numbers.
  private static func holdsFigures(_ look: Look, _ form: TableForm) -> Bool {
    guard form.hasStems, !look.sample.rows.isEmpty else { return true }
    return look.header.stems.contains { $0.columns.contains { look.sample.mayHoldNumbers($0.index) } }
  }

  /// Whether a row that names countries and years is no row of the table itself, as where each says "COUNTRY"
  /// and "YEAR" in a column of kinds.
  private static func isHeader(_ look: Look, _ form: TableForm) -> Bool {
    let keys = (form.countryColumns.map(\.index) + [form.yearColumn].compactMap { $0 })
    guard let first = look.sample.rows.first else { return true }
    return !keys.contains { $0 < first.count && first[$0] == look.header.names[$0] }
      || first.elementsEqual(look.header.names.prefix(first.count))
  }

  /// A header that does not call countries or years by a name that is known.
  private func headByContent(_ look: Look, into findings: inout Findings) -> TableHead? {
    let header = look.header
    let named = header.names.filter { !$0.isEmpty }
    guard named.count > 1, look.sample.fits(header.names.count),
      named.allSatisfy({ NumberText($0) == .malformed || TableHeader.year($0) != nil })
    else { return nil }
    if let across = across(look) { return head(across, look, into: &findings) }
    let year = choice.yearColumn(of: header) ?? header.first(of: ColumnNames.years) ?? yearColumn(look)
    let own = choice.countryColumn(of: header).map { [$0] } ?? header.countryColumns
    var found =
      own.isEmpty
      ? CountryColumns(header, look.sample, countries).found([], except: Set([year].compactMap { $0 })) : own
    if choice.isOfUnits { found = Array(found.prefix(1)) }
    guard !found.isEmpty, let form = TableForm.form(header, found, year: year, choice),
      Self.holdsFigures(look, form), var head = head(form, look, into: &findings)
    else { return nil }
    let names =
      (own.isEmpty ? [found[0].index] : [])
      + (header.first(of: ColumnNames.years) == nil ? [year].compactMap { $0 } : [])
    if !names.isEmpty, choice.isEmpty, !head.notes.contains(where: { $0.severity == .error }) {
      head.notes.append(
        Diagnostic(
          .figures.byContent,
          "by what they hold, " + CountWords.list(names.map { "\"\(header.names[$0])\"" })
            + (names.count == 1 ? " is read as the column of " : " are read as the columns of ")
            + CountWords.list(
              (own.isEmpty ? ["countries"] : []) + (names.count > (own.isEmpty ? 1 : 0) ? ["years"] : [])),
          in: text, line: header.line, column: 1))
    }
    return head
  }

  /// The column that holds years and is called after them.
  func yearColumn(_ look: Look) -> Int? {
    let words = Set(ColumnNames.years)
    return look.header.folded.indices.first { index in
      look.sample.holdsYears(index)
        && look.header.folded[index].split(separator: "_").contains { words.contains(String($0)) }
    }
  }

  /// Countries as columns and years as rows.
  private func across(_ look: Look) -> TableForm? {
    let header = look.header
    guard
      let year = choice.yearColumn(of: header) ?? header.first(of: ColumnNames.years)
        ?? (look.sample.mostlyHoldsYears(0) ? 0 : nil), look.sample.mostlyHoldsYears(year),
      header.countryColumns.isEmpty
    else { return nil }
    let others = header.names.indices.filter { $0 != year && !header.names[$0].isEmpty }
    let places = others.map { Layout.PlaceColumn(index: $0, key: countries.keyUnmarked(header.names[$0])) }
    // Two letters may be anything: Freedom House has PR and CL.
    let known = places.count {
      if case .country? = $0.key { header.names[$0.index].utf8.count > 2 } else { false }
    }
    return known > 1 && known * 2 > places.count ? TableForm(across: places, header, year: year) : nil
  }
}
