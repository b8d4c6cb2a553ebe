import Diagnostics
import IndexModel
import Tabular

/// Turns rows of a table into figures: what one piece of a text was read into.
///
/// Its lines count from the start of the piece until another reader takes it over by `append`.
struct RowReader: Sendable {
  let plan: RowPlan
  let text: SourceText
  let tools: Tools
  private var figures: [[Figure]]
  /// Those of pieces that were taken over.
  private var joined: [Figures]
  var valueFindings: [Findings]
  /// Targets in which commas and points stand that the column has to explain.
  private(set) var localised: [Bool]
  var findings = Findings()
  private(set) var odd = OddRows()
  private(set) var rows = 0
  private(set) var left = LeftOut()
  /// The series met where none was asked for, up to a few.
  private(set) var series = ByteTable<Bool>()
  /// A few texts of the columns that divide figures, for each target and each such column.
  private(set) var divisions: [[ByteTable<Bool>]]
  /// How many numbers of each target have a percent sign.
  var percents: [Int]
  /// The first line that is not UTF-8.
  private(set) var otherEncoding: Int?

  /// What the loop over rows works with. One core at a time has it: each piece of a table is read
  /// with tools of its own, and nobody uses them afterwards.
  final class Tools: @unchecked Sendable {
    let lanes: RowLanes
    let lookup: CountryLookup

    init(_ plan: RowPlan, _ countries: CountryTable) {
      lanes = RowLanes(plan)
      lookup = CountryLookup(countries, prefix: plan.form.keyPrefix)
    }
  }

  init(_ plan: RowPlan, _ text: SourceText, _ countries: CountryTable) {
    (self.plan, self.text, tools) = (plan, text, Tools(plan, countries))
    figures = plan.targets.map { _ in [] }
    joined = plan.targets.map { _ in Figures() }
    valueFindings = plan.targets.map { _ in Findings() }
    localised = plan.targets.map { _ in false }
    percents = plan.targets.map { _ in 0 }
    let none = tools.lanes.dividing.map { _ in ByteTable<Bool>() }
    divisions = none.isEmpty ? [] : plan.targets.map { _ in none }
  }

  mutating func take(_ row: CSVRow) {
    let lanes = tools.lanes
    guard row.count == lanes.width || lanes.form.fits(row) else {
      let finding = odd.wantsMore ? RecordReader.ragged(row, plan.form.width, text) : nil
      return odd.append(row, namesCountry: namesCountry(row), finding)
    }
    if lanes.isRepeatedHeader(row) { return left.count(.header) }
    if !odd.isEmpty { odd.close(into: &findings, text) }
    rows += 1
    if otherEncoding == nil, row.holdsOtherEncoding { otherEncoding = row.line }
    take(row, lanes, from: lanes.first(for: row))
    if lanes.unnamed >= 0 {
      // A few are enough to tell whether the table has more than one.
      if lanes.seriesColumn >= 0 { series.note(row, lanes.seriesColumn, atMost: 20) }
      take(row, lanes, from: lanes.unnamed)
    }
  }

  /// Takes a row for a lane and those that want the same rows.
  @inline(__always) private mutating func take(_ row: CSVRow, _ lanes: RowLanes, from first: Int) {
    var lane = first
    while lane >= 0 {
      if lanes.accepts(row, lane) {
        if lanes.lanes[lane].value >= 0 { takeLong(row, lanes, lane) } else { takeWide(row, lanes, lane) }
      }
      lane = lanes.lanes[lane].next
    }
  }

  private mutating func takeLong(_ row: CSVRow, _ lanes: RowLanes, _ lane: Int) {
    let column = lanes.lanes[lane].value
    // A name that nobody knows does no harm where no figure stands; in our own files it is wrong.
    if row.isEmpty(column), lanes.form.kind != .canonical { return noteHeading(row) }
    if lanes.isUnobserved(row) { return left.count(.unobserved) }
    guard let country = country(of: row, lane), !row.isEmpty(column),
      let year = year(of: row, lanes.yearColumn)
    else { return }
    take(row, lanes, lane, column, country, year)
  }

  private mutating func takeWide(_ row: CSVRow, _ lanes: RowLanes, _ lane: Int) {
    guard let country = country(of: row, lane) else { return }
    for place in lanes.lanes[lane].years {
      let column = lanes.years[place]
      if !row.isEmpty(column.index) { take(row, lanes, lane, column.index, country, column.year) }
    }
  }

  @inline(__always) private mutating func take(
    _ row: CSVRow, _ lanes: RowLanes, _ lane: Int, _ column: Int, _ country: CountryIndex, _ year: Year
  ) {
    if lanes.isMissing(row, column, lane) { return }
    let mark = lanes.lanes[lane].mark
    switch mark.map({ mark in row.withField(column) { NumberText($0, mark) } }) ?? row.number(column) {
    case .missing: return
    case .value(let value): keep(value, row, lanes, lane, column, country, year)
    case .qualified(let value, let qualifier):
      if !noteQualifier(qualifier, row, lane, column) { return }
      keep(value, row, lanes, lane, column, country, year)
    case .localised: localised[lane] = true
    case .malformed: notANumber(row, lane, column)
    }
  }

  @inline(__always) private mutating func keep(
    _ value: Double, _ row: CSVRow, _ lanes: RowLanes, _ lane: Int, _ column: Int, _ country: CountryIndex,
    _ year: Year
  ) {
    guard lanes.lanes[lane].limits.wants(value, year) else { return }
    if lanes.lanes[lane].limits.accepts(value) {
      figures[lane].append(Figure(country: country, year: year, value: value, line: row.line))
      for (place, column) in lanes.dividing.enumerated() {
        divisions[lane][place].note(row, column, atMost: 20)
      }
    } else if let problem = plan.targets[lane].selection.problem(with: value) {
      wrong(row, column, problem.kind, problem.message, nil, lane)
    }
  }

  private mutating func year(of row: CSVRow, _ column: Int) -> Year? {
    switch row.withField(column, YearText.init) {
    case .year(let year): return year
    case .early where [.owid, .ddf].contains(plan.form.kind):
      left.count(.early)
      return nil
    case .partOfYear:
      wrong(
        row, column, .figures.partOfYear, "\"\(row.string(column))\" is part of a year",
        "figures are by calendar year: add up or average the parts first")
    case .span: wrong(row, column, .figures.yearSpan, "\"\(row.string(column))\" is more than one year")
    case .malformed, .early: wrong(row, column, .figures.badYear, "\"\(row.string(column))\" is not a year")
    }
    return nil
  }

  @inline(__always) private mutating func country(of row: CSVRow, _ lane: Int) -> CountryIndex? {
    let lookup = tools.lookup
    let first = tools.lanes.countryColumn
    if case .country(let index)? = row.withField(first, { lookup.key($0, isFirst: true) }) {
      let name = tools.lanes.nameColumn
      if name >= 0, let other = row.withField(name, { lookup.other(than: index, named: $0) }) {
        contradiction(row, index, other, name)
        return nil
      }
      return index
    }
    return countryByOtherColumns(of: row, lane)
  }

  private mutating func countryByOtherColumns(of row: CSVRow, _ lane: Int) -> CountryIndex? {
    switch tools.lookup.key(of: row, plan.form.countryColumns) {
    case .country(let index)?: return index
    case .area(let area)?:
      left.count(area: area)
      return nil
    case nil: break
    }
    if plan.form.kind == .canonical || hasFigures(row, lane) {
      unknownCountry(row)
    } else {
      left.count(unknown: row.string(plan.form.countryColumns.last { !row.isEmpty($0) } ?? 0))
    }
    return nil
  }

  /// A row without a figure may be a heading, under which another table begins.
  private mutating func noteHeading(_ row: CSVRow) {
    let column = plan.form.countryColumns.last { !row.isEmpty($0) }
    guard let column, !namesCountry(row) else { return }
    left.count(unknown: row.string(column))
  }

  private func hasFigures(_ row: CSVRow, _ lane: Int) -> Bool {
    switch plan.targets[lane].layout.shape {
    case .long(_, let value): !row.isEmpty(value)
    case .wide(let columns): columns.contains { row.number($0.index) != .missing }
    }
  }

  private func namesCountry(_ row: CSVRow) -> Bool {
    tools.lookup.key(of: row, plan.form.countryColumns) != nil
  }
}

extension RowReader {
  /// The figures of a target in all pieces that were taken over.
  func figures(of target: Int) -> Figures { joined[target] }

  /// Says that no row comes any more.
  /// - Returns: how many lines of footnotes stand below the table.
  mutating func endOfTable() -> Int { odd.end(into: &findings, text) }

  /// Joins what another piece was read into, which stood right below.
  /// - Parameter lines: how many lines of the text stand before that piece.
  mutating func append(_ other: RowReader, lines: Int) {
    for target in figures.indices {
      joined[target].append(other.figures[target], linesBefore: lines)
      valueFindings[target].append(contentsOf: other.valueFindings[target].moved(down: lines))
      localised[target] = localised[target] || other.localised[target]
      percents[target] += other.percents[target]
      for place in divisions.first?.indices ?? 0..<0 {
        divisions[target][place].formUnion(other.divisions[target][place], atMost: 20)
      }
    }
    odd.append(other.odd, hasRows: other.rows > 0, lines: lines, into: &findings, text)
    findings.append(contentsOf: other.findings.moved(down: lines))
    rows += other.rows
    left.append(other.left)
    series.formUnion(other.series, atMost: 20)
    otherEncoding = otherEncoding ?? other.otherEncoding.map { $0 + lines }
  }
}
