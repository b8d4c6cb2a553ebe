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
  /// The tools again: counting a reference to them at each row takes as long as splitting it.
  nonisolated(unsafe) private let lanes: Unmanaged<RowLanes>
  nonisolated(unsafe) private let lookup: Unmanaged<CountryLookup>
  /// The figures of this piece, once it is read to its end.
  private var sorted = SortedFigures()
  /// Those of pieces that were taken over.
  private var joined: [Figures]
  var valueFindings: [Findings]
  /// What is wrong in many rows for one cause: of whole rows, and of the values of each target.
  var tally = RowTally()
  var valueTallies: [RowTally]
  /// Targets in which commas and points stand that the column has to explain.
  private(set) var localised: [Bool]
  var findings = Findings()
  private(set) var odd = OddRows()
  private(set) var rows = 0
  var left = LeftOut()
  /// The series met where none was asked for, up to a few.
  private(set) var series = ByteTable<Bool>()
  /// A few texts of the columns that divide figures, for each target and each such column.
  private(set) var divisions: [[ByteTable<Bool>]]
  /// How many numbers of each target have a percent sign.
  var percents: [Int]
  /// Names that were read without the mark of a footnote, each with the rank of its column.
  private(set) var marked = ByteTable<Int>()
  /// Rows of words that nobody knows, between figures.
  private(set) var headings = HeadingRows()
  /// Where another table begins below a heading, and that heading.
  private(set) var stacked: (line: Int, heading: String)?
  /// The line of a repeated header above all else in this piece: its heading may end the one above.
  private var opening: Int?
  private var hasBegun = false
  /// The first line that is not UTF-8.
  private(set) var otherEncoding: Int?

  init(_ plan: RowPlan, _ text: SourceText, _ countries: CountryTable) {
    (self.plan, self.text, tools) = (plan, text, Tools(plan, countries))
    (lanes, lookup) = (.passUnretained(tools.lanes), .passUnretained(tools.lookup))
    joined = plan.targets.map { _ in Figures() }
    valueFindings = plan.targets.map { _ in Findings() }
    valueTallies = plan.targets.map { _ in RowTally() }
    localised = plan.targets.map { _ in false }
    percents = plan.targets.map { _ in 0 }
    let none = tools.lanes.dividing.map { _ in ByteTable<Bool>() }
    divisions = none.isEmpty ? [] : plan.targets.map { _ in none }
  }

  mutating func take(_ row: CSVRow) {
    let (lanes, lookup) = (lanes, lookup)
    lanes._withUnsafeGuaranteedRef { lanes in lookup._withUnsafeGuaranteedRef { take(row, lanes, $0) } }
  }

  @inline(__always) private mutating func take(_ row: CSVRow, _ lanes: RowLanes, _ lookup: CountryLookup) {
    guard row.count == lanes.width || lanes.form.fits(row) else {
      hasBegun = true
      let finding = odd.wantsMore ? RecordReader.ragged(row, plan.form.width, text) : nil
      return odd.append(row, namesCountry: namesCountry(row), finding)
    }
    if lanes.isRepeatedHeader(row) { return noteHeader(row) }
    if lanes.isOtherHeader(row) { return noteOtherHeader(row) }
    if !odd.isEmpty { odd.close(into: &findings, text) }
    hasBegun = true
    rows += 1
    if otherEncoding == nil, row.holdsOtherEncoding { otherEncoding = row.line }
    take(row, lanes, lookup, from: lanes.first(for: row))
    if lanes.unnamed >= 0 {
      // A few are enough to tell whether the table has more than one.
      if lanes.seriesColumn >= 0, !row.isEmpty(lanes.seriesColumn) {
        series.note(row, lanes.seriesColumn, atMost: 20)
      }
      take(row, lanes, lookup, from: lanes.unnamed)
    }
  }

  /// Takes a row for a lane and those that want the same rows.
  @inline(__always) private mutating func take(
    _ row: CSVRow, _ lanes: RowLanes, _ lookup: CountryLookup, from first: Int
  ) {
    var lane = first
    while lane >= 0 {
      if lanes.accepts(row, lane) {
        if lanes.lanes[lane].value >= 0 {
          takeLong(row, lanes, lookup, lane)
        } else if lanes.isAcross {
          takeAcross(row, lanes, lane)
        } else {
          takeWide(row, lanes, lookup, lane)
        }
      }
      lane = lanes.lanes[lane].next
    }
  }

  private mutating func takeLong(_ row: CSVRow, _ lanes: RowLanes, _ lookup: CountryLookup, _ lane: Int) {
    let column = lanes.lanes[lane].value
    // A name that nobody knows does no harm where no figure stands; in our own files it is wrong.
    if row.isEmpty(column), lanes.form.kind != .canonical { return noteHeading(row) }
    if lanes.isUnobserved(row) { return left.count(.unobserved) }
    guard let country = country(of: row, lookup, lane), !row.isEmpty(column), let year = year(of: row, lanes)
    else { return }
    take(row, lanes, lane, column, country, year)
  }

  private mutating func takeWide(_ row: CSVRow, _ lanes: RowLanes, _ lookup: CountryLookup, _ lane: Int) {
    guard let country = country(of: row, lookup, lane) else { return }
    for place in lanes.lanes[lane].years {
      let column = lanes.years[place]
      if !row.isEmpty(column.index) { take(row, lanes, lane, column.index, country, column.year) }
    }
  }

  private mutating func takeAcross(_ row: CSVRow, _ lanes: RowLanes, _ lane: Int) {
    guard lanes.form.across.contains(where: { !row.isEmpty($0.index) }), let year = year(of: row, lanes)
    else { return }
    for place in lanes.form.across where !row.isEmpty(place.index) {
      switch place.key {
      case .country(let country)?: take(row, lanes, lane, place.index, country, year)
      case .area(let area)?: left.count(area: area)
      case nil: if row.number(place.index) != .missing { unknownColumn(row, place.index) }
      }
    }
  }

  @inline(__always) private mutating func take(
    _ row: CSVRow, _ lanes: RowLanes, _ lane: Int, _ column: Int, _ country: CountryIndex, _ year: Year
  ) {
    if lanes.isMissing(row, column, lane) { return }
    let mark = lanes.lanes[lane].mark
    switch mark.map({ mark in row.withField(column) { NumberText($0, mark) } }) ?? row.number(column) {
    case .missing: return
    case .value(let value):
      if lanes.lanes[lane].end == nil { keep(value, row, lanes, lane, column, country, year) }
    case .qualified(let value, let qualifier):
      if let end = lanes.lanes[lane].end {
        let ends = row.withField(column) { NumberText.interval($0, mark) }
        if let ends { keep(end == .low ? ends.low : ends.high, row, lanes, lane, column, country, year) }
        return
      }
      if !noteQualifier(qualifier, row, lane, column) { return }
      keep(value, row, lanes, lane, column, country, year)
    case .localised: localised[lane] = true
    case .malformed: if isWanted(year, lane) { notANumber(row, lane, column) }
    }
  }

  @inline(__always) private mutating func keep(
    _ value: Double, _ row: CSVRow, _ lanes: RowLanes, _ lane: Int, _ column: Int, _ country: CountryIndex,
    _ year: Year
  ) {
    guard lanes.lanes[lane].limits.wants(value, year), !lanes.isMissing(value, lane) else { return }
    if lanes.lanes[lane].limits.accepts(value) {
      if headings.isPending { headings.noteFigure(isFirst: lanes.log.isEmpty) }
      lanes.log.append(Figure(country: country, year: year, value: value, line: row.line), lane)
      for (place, column) in lanes.dividing.enumerated() {
        divisions[lane][place].note(row, column, atMost: 20)
      }
    } else if let problem = plan.targets[lane].selection.problem(with: value) {
      wrong(row, column, problem.kind, problem.message, nil, lane)
    }
  }

  @inline(__always) private mutating func year(of row: CSVRow, _ lanes: RowLanes) -> Year? {
    if let year = lanes.fixedYear { return year }
    if case .year(let year) = row.withField(lanes.yearColumn, YearText.init) { return year }
    noteYear(row, lanes.yearColumn)
    return nil
  }

  @inline(__always) private mutating func country(of row: CSVRow, _ lookup: CountryLookup, _ lane: Int)
    -> CountryIndex?
  { lookup.country(byCodeAlone: row) ?? otherCountry(of: row, lookup, lane) }

  private mutating func otherCountry(of row: CSVRow, _ lookup: CountryLookup, _ lane: Int) -> CountryIndex? {
    switch lookup.key(of: row) {
    case (.country(let country), let rank)?:
      guard let other = lookup.contradiction(row, country, behind: rank) else { return country }
      contradiction(row, (rank, .country(country)), other)
    case (.area(let area), let rank)?:
      if let other = lookup.country(row, besides: area, behind: rank) {
        contradiction(row, (rank, .area(area)), other)
      } else {
        left.count(area: area)
      }
    case nil: noteUnknown(row, lane)
    }
    return nil
  }

  private mutating func noteUnknown(_ row: CSVRow, _ lane: Int) {
    let column = tools.lookup.told(row)
    if plan.form.kind != .canonical, !hasFigures(row, lane) {
      left.count(unknown: row.string(column ?? 0))
      headings.note(row.string(column ?? 0))
    } else if let year = tools.lanes.year(of: row), !isWanted(year, lane) {
      left.count(.unknownThen)
    } else {
      unknownCountry(row)
    }
  }

  /// A header that stands here again begins another table where a heading stands above it.
  private mutating func noteHeader(_ row: CSVRow) {
    left.count(.header)
    if !hasBegun { opening = row.line }
    hasBegun = true
    noteStacked(at: row.line)
  }

  /// A header of other years begins another table.
  private mutating func noteOtherHeader(_ row: CSVRow) {
    hasBegun = true
    stacked = stacked ?? (row.line, row.strings.prefix(4).joined(separator: ","))
  }

  /// A header stands at a line: what is held as a heading names the table below it.
  private mutating func noteStacked(at line: Int) {
    if let heading = odd.heading, stacked == nil { stacked = (line, heading) }
    odd.forgetHeading()
  }

  /// A row without a figure may be a heading, under which another table begins.
  private mutating func noteHeading(_ row: CSVRow) {
    guard let column = tools.lookup.told(row), tools.lookup.key(of: row) == nil else { return }
    left.count(unknown: row.string(column))
    headings.note(row.string(column))
  }
}

extension RowReader {
  /// The figures of a target in all pieces that were taken over.
  func figures(of target: Int) -> Figures { joined[target] }

  /// Says that no row of the piece comes any more.
  mutating func sort() {
    headings.end(hasFigures: !tools.lanes.log.isEmpty)
    sorted = tools.lanes.log.sorted()
  }

  /// Says that no row comes any more.
  /// - Returns: how many lines of footnotes stand below the table.
  mutating func endOfTable() -> Int { odd.end(into: &findings, text) }

  /// Joins what another piece was read into, which stood right below.
  /// - Parameter lines: how many lines of the text stand before that piece.
  mutating func append(_ other: RowReader, lines: Int) {
    for target in joined.indices {
      joined[target].append(other.sorted, target, linesBefore: lines)
      valueFindings[target].append(contentsOf: other.valueFindings[target].moved(down: lines))
      valueTallies[target].append(other.valueTallies[target], lines: lines)
      localised[target] = localised[target] || other.localised[target]
      percents[target] += other.percents[target]
      for place in divisions.first?.indices ?? 0..<0 {
        divisions[target][place].formUnion(other.divisions[target][place], atMost: 20)
      }
    }
    headings.append(other.headings)
    if let opening = other.opening { noteStacked(at: opening + lines) }
    odd.append(other.odd, hasRows: other.rows > 0, lines: lines, into: &findings, text)
    findings.append(contentsOf: other.findings.moved(down: lines))
    tally.append(other.tally, lines: lines)
    rows += other.rows
    left.append(other.left)
    marked.add(other.tools.lookup.marked)
    stacked = stacked ?? other.stacked.map { ($0.line + lines, $0.heading) }
    series.formUnion(other.series, atMost: 20)
    otherEncoding = otherEncoding ?? other.otherEncoding.map { $0 + lines }
  }
}
