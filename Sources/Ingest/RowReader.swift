import HumanSecurity
import Tabular

/// Turns rows of a table into figures: what one piece of a text was read into.
///
/// Its lines count from the start of the piece until `move` says where that stands.
struct RowReader: Sendable {
  private let plan: RowPlan
  private let text: SourceText
  private var lookup: CountryLookup
  /// The figures of each target, in file order.
  private(set) var figures: [[Figure]]
  /// What is wrong with values, by target.
  private(set) var valueFindings: [Findings]
  /// Targets in which commas and points stand that the column has to explain.
  private(set) var localised: [Bool]
  /// What is wrong with rows.
  private(set) var findings = Findings()
  private(set) var odd = OddRows()
  private(set) var rows = 0
  private(set) var left = LeftOut()
  /// The series met where none was asked for, up to a few.
  private(set) var series = ByteTable<Bool>()
  /// The first line that is not UTF-8.
  private(set) var otherEncoding: Int?

  init(_ plan: RowPlan, _ text: SourceText, _ countries: CountryTable) {
    self.plan = plan
    self.text = text
    lookup = CountryLookup(countries, prefix: plan.form.keyPrefix)
    figures = plan.targets.map { _ in [] }
    valueFindings = plan.targets.map { _ in Findings() }
    localised = plan.targets.map { _ in false }
  }

  mutating func take(_ row: CSVRow) {
    guard plan.form.fits(row) else {
      return odd.append(row, namesCountry: namesCountry(row), ragged(row))
    }
    if isRepeatedHeader(row) { return left.count(.header) }
    odd.close(into: &findings, text)
    rows += 1
    if otherEncoding == nil, row.holdsOtherEncoding { otherEncoding = row.line }
    noteSeries(row)
    for index in plan.candidates(for: row) where plan.targets[index].accepts(row) {
      switch plan.targets[index].layout.shape {
      case .long(let year, let value): takeLong(row, index, year, value)
      case .wide(let columns): takeWide(row, index, columns)
      }
    }
  }

  private mutating func takeLong(_ row: CSVRow, _ target: Int, _ yearColumn: Int, _ column: Int) {
    // A name that nobody knows does no harm where no figure stands; in our own files it is wrong.
    if row.isEmpty(column), plan.form.kind != .canonical { return }
    guard let country = country(of: row, hasFigures: { !row.isEmpty(column) }) else { return }
    guard !row.isEmpty(column), let year = year(of: row, yearColumn) else { return }
    take(row, target, column, country, year)
  }

  private mutating func takeWide(_ row: CSVRow, _ target: Int, _ columns: [Layout.YearColumn]) {
    let hasFigures = { columns.contains { row.number($0.index) != .missing } }
    guard let country = country(of: row, hasFigures: hasFigures) else { return }
    for column in columns where !row.isEmpty(column.index) {
      take(row, target, column.index, country, column.year)
    }
  }

  @inline(__always)
  private mutating func take(
    _ row: CSVRow, _ target: Int, _ column: Int, _ country: Int, _ year: Year
  ) {
    let number: NumberText
    if let mark = plan.targets[target].mark {
      number = row.withField(column) { NumberText($0, mark) }
    } else {
      number = row.number(column)
    }
    switch number {
    case .missing: return
    case .value(let value): keep(value, row, target, column, country, year)
    case .qualified(let value, let qualifier):
      if !noteQualifier(qualifier, row, target, column) { return }
      keep(value, row, target, column, country, year)
    case .localised: localised[target] = true
    case .malformed: notANumber(row, target, column)
    }
  }

  private mutating func keep(
    _ value: Double, _ row: CSVRow, _ target: Int, _ column: Int, _ country: Int, _ year: Year
  ) {
    guard plan.targets[target].limits.wants(value, year) else { return }
    if plan.targets[target].limits.accepts(value) {
      figures[target].append(Figure(country: country, year: year, value: value, line: row.line))
    } else if let problem = plan.targets[target].selection.problem(with: value) {
      wrong(row, column, .error, problem.identifier, problem.message, problem.remedy, target)
    }
  }

  /// Says how a number is meant; false when it cannot be read without guessing.
  private mutating func noteQualifier(
    _ qualifier: NumberText.Qualifier, _ row: CSVRow, _ target: Int, _ column: Int
  ) -> Bool {
    let cell = row.string(column)
    if qualifier.contains(.brackets), plan.targets[target].selection.mayBeNegative {
      wrong(
        row, column, .error, "brackets",
        "\"\(cell)\" may be an uncertain figure or, as in accounts, a negative one",
        "write it without brackets, with a minus sign if it is negative", target)
      return false
    }
    let meanings: [(NumberText.Qualifier, String, String)] = [
      (.bound, "bound", "is read as its bound"),
      (.brackets, "brackets", "is read as the number in the brackets, which stand for doubt"),
      (.footnote, "footnote", "is read without its footnote mark"),
      (.percent, "percent-sign", "is read as a number of per cent"),
    ]
    for (kind, identifier, meaning) in meanings where qualifier.contains(kind) {
      wrong(row, column, .note, identifier, "\"\(cell)\" \(meaning)", "", target)
    }
    return true
  }

  private mutating func notANumber(_ row: CSVRow, _ target: Int, _ column: Int) {
    let remedy =
      switch plan.targets[target].mark {
      case nil: "write digits with a decimal point; a missing value is an empty field"
      case .point?: "other cells of the column have a decimal point; write this one so"
      case .comma?: "other cells of the column have a decimal comma; write this one so"
      }
    wrong(
      row, column, .error, "not-a-number", "\"\(row.string(column))\" is not a number", remedy,
      target)
  }

  private mutating func year(of row: CSVRow, _ column: Int) -> Year? {
    switch row.withField(column, YearText.init) {
    case .year(let year): return year
    case .early where [.owid, .ddf].contains(plan.form.kind):
      left.count(.early)
      return nil
    case .partOfYear:
      wrong(
        row, column, .error, "part-of-year", "\"\(row.string(column))\" is part of a year",
        "figures are by calendar year: add up or average the parts first")
    case .span:
      wrong(
        row, column, .error, "year-span", "\"\(row.string(column))\" is more than one year",
        "decide which calendar year the figure stands for, and write that")
    case .malformed, .early:
      wrong(
        row, column, .error, "bad-year", "\"\(row.string(column))\" is not a year",
        "write four digits, such as 2023")
    }
    return nil
  }

  private mutating func country(of row: CSVRow, hasFigures: () -> Bool) -> Int? {
    for (rank, column) in plan.form.countryColumns.enumerated() where !row.isEmpty(column) {
      switch row.withField(column, { lookup.key($0, isFirst: rank == 0) }) {
      case .country(let index): return index
      case .area(let area):
        left.count(area: area)
        return nil
      case nil: continue
      }
    }
    if plan.form.kind == .canonical || hasFigures() {
      unknownCountry(row)
    } else {
      left.count(.empty)
    }
    return nil
  }

  private mutating func unknownCountry(_ row: CSVRow) {
    let columns = plan.form.countryColumns
    let column = columns.last { !row.isEmpty($0) } ?? columns[0]
    let name = row.string(column)
    let countries = lookup.countries
    wrong(
      row, column, .error, "unknown-country",
      name.isEmpty ? "the row names no country" : "no country is known as \"\(name)\"",
      name.isEmpty ? "name one" : countries.remedy(for: name))
  }

  /// Whether the header stands here again, as where files were put end to end.
  private func isRepeatedHeader(_ row: CSVRow) -> Bool {
    guard let first = plan.form.countryColumns.first,
      row.withField(first, { $0.count == plan.keyName.count && $0.elementsEqual(plan.keyName) })
    else { return false }
    let names = plan.form.header.names
    return names.indices.allSatisfy { index in
      row.withField(index) { $0.elementsEqual(names[index].utf8) }
    }
  }

  /// Keeps the names of a few series, to tell whether the table has more than one.
  private mutating func noteSeries(_ row: CSVRow) {
    guard !plan.unnamed.isEmpty, let column = plan.form.seriesColumn, series.count < 20 else {
      return
    }
    if row.withField(column, { series[$0] == nil }) {
      series.update(row.withField(column) { Array($0) }) { $0 = true }
    }
  }

  private mutating func namesCountry(_ row: CSVRow) -> Bool {
    plan.form.countryColumns.enumerated().contains { rank, column in
      !row.isEmpty(column)
        && row.withField(column) { lookup.key($0, isFirst: rank == 0) } != nil
    }
  }

  private func ragged(_ row: CSVRow) -> Diagnostic? {
    odd.wantsMore ? RecordReader.ragged(row, plan.form.width, text) : nil
  }

  private mutating func wrong(
    _ row: CSVRow, _ column: Int, _ severity: Diagnostic.Severity, _ identifier: String,
    _ message: @autoclosure () -> String, _ remedy: @autoclosure () -> String,
    _ target: Int? = nil
  ) {
    let text = text
    func finding() -> Diagnostic {
      let place = row.place(ofField: column)
      return Diagnostic(
        severity, identifier, message(), in: text, line: place.line, column: place.column,
        remedy: remedy())
    }
    if let target {
      valueFindings[target].append(severity, identifier, in: text, finding)
    } else {
      findings.append(severity, identifier, in: text, finding)
    }
  }
}

extension RowReader {
  /// Notes what is wrong with the quoting.
  mutating func note(_ quoting: Findings) { findings.append(contentsOf: quoting) }

  /// Says that no row comes any more.
  /// - Returns: how many lines of footnotes stand below the table.
  mutating func endOfTable() -> Int { odd.end(into: &findings, text) }

  /// Joins what another piece was read into, which stood right below.
  /// - Parameter lines: how many lines of the text stand before that piece.
  mutating func append(_ other: RowReader, lines: Int) {
    for target in figures.indices {
      var below = other.figures[target]
      for index in below.indices { below[index].move(down: lines) }
      if figures[target].isEmpty { figures[target] = below } else { figures[target] += below }
      valueFindings[target].append(contentsOf: other.valueFindings[target].moved(down: lines))
      localised[target] = localised[target] || other.localised[target]
    }
    odd.append(other.odd, hasRows: other.rows > 0, lines: lines, into: &findings, text)
    findings.append(contentsOf: other.findings.moved(down: lines))
    rows += other.rows
    left.append(other.left)
    for key in other.series.all where series.count < 20 { series.update(key) { $0 = true } }
    otherEncoding = otherEncoding ?? other.otherEncoding.map { $0 + lines }
  }
}
