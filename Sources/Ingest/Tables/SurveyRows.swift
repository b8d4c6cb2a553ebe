import IndexModel
import Tabular

/// What the rows of a table hold, whichever series they belong to.
struct SurveyRows: Sendable {
  private let form: TableForm
  /// The header's name of the first column of countries.
  private let headerKey: [UInt8]
  /// One core at a time has it, and nobody uses it afterwards.
  nonisolated(unsafe) private let lookup: CountryLookup
  /// The columns of each series, where the header tells them.
  private let conditions: [(index: Int, text: [UInt8], isExclusion: Bool)]
  private let columns: [(series: Int, index: Int, year: Year?)]
  /// What was found so far, without what `result` adds.
  private var survey: TableSurvey
  private var names = ByteTable<Int>()
  private var countries: [Bool]
  private var left = LeftOut()
  private var unknown = ByteTable<Bool>()
  private var unknownLines: [Int] = []

  /// A column that names more series than this names none: it may hold a number for each row.
  private static let seriesLimit = 20_000
  /// So many unknown names are told apart.
  private static let unknownLimit = 1000

  init(_ table: TableRows, where conditions: [RowCondition]) {
    let (head, countries) = (table.head, table.countries)
    form = head.form
    headerKey = head.form.countryColumns.first.map { Array(head.form.header.names[$0.index].utf8) } ?? []
    survey = TableSurvey(head, table.text)
    lookup = CountryLookup(countries, head.form.countryColumns)
    let none = countries.countries.map { _ in false }
    self.countries = none
    let form = head.form
    var columns: [(series: Int, index: Int, year: Year?)] = []
    var names: [String] = []
    if !form.across.isEmpty {
      names = [""]
    } else if form.hasStems {
      for (place, stem) in form.stems.enumerated() {
        names.append(stem.stem)
        columns += stem.columns.map { (place, $0.index, $0.year) }
      }
    } else if form.yearColumn == nil, form.year == nil {
      names = form.seriesColumn == nil ? [""] : []
      columns = form.header.yearColumns.map { (0, $0.index, $0.year) }
    } else if let main = form.mainValue {
      names = form.seriesColumn == nil ? [form.header.names[main]] : []
      columns = [(0, main, nil)]
    } else {
      let found = head.numeric.isEmpty ? form.valueColumns : head.numeric
      names = found.map { form.header.names[$0] }
      columns = found.enumerated().map { ($0, $1, nil) }
    }
    survey.series = names.map { TableSurvey.Series(name: $0, members: none) }
    self.columns = columns
    self.conditions = conditions.compactMap { condition in
      form.header.index(TableHeader.fold(condition.column)).map {
        ($0, RowLanes.lowercased(condition.text), condition.isExclusion)
      }
    }
  }

  mutating func take(_ row: CSVRow) {
    guard form.fits(row),
      conditions.allSatisfy({ row.field($0.index, isIgnoringCase: $0.text) != $0.isExclusion })
    else { return }
    if isRepeatedHeader(row) { return }
    if survey.encoding != .windows1252, row.holdsOtherEncoding { survey.encoding = .windows1252 }
    if !form.across.isEmpty { return takeAcross(row) }
    let key = lookup.key(of: row)?.key
    var country: CountryIndex?
    switch key {
    case .country(let index)?:
      country = index
      countries[index] = true
    case .area(let area)?: left.count(area: area)
    case nil: break
    }
    let own = form.seriesColumn.flatMap { series(of: row, $0) }
    let year = year(of: row)
    var hasFigure = false
    for column in columns {
      let series = form.seriesColumn == nil ? column.series : own
      if take(row, column.index, series, country, column.year ?? year) { hasFigure = true }
    }
    if key == nil, hasFigure, let column = lookup.told(row),
      unknown.note(row, column, atMost: Self.unknownLimit)
    {
      unknownLines.append(row.line)
    }
  }

  /// Whether the header stands here again, as where files were put end to end.
  private func isRepeatedHeader(_ row: CSVRow) -> Bool {
    guard let column = form.countryColumns.first?.index, row.size(column) == headerKey.count else {
      return false
    }
    return row.withField(column) { $0.elementsEqual(headerKey) }
      && form.header.names.indices.allSatisfy { row.string($0) == form.header.names[$0] }
  }

  private func year(of row: CSVRow) -> Year? {
    guard let column = form.yearColumn, case .year(let year) = row.withField(column, YearText.init) else {
      return form.year
    }
    return year
  }

  private mutating func takeAcross(_ row: CSVRow) {
    let year = year(of: row)
    for place in form.across {
      var country: CountryIndex?
      if case .country(let index)? = place.key { country = index }
      let hasFigure = take(row, place.index, 0, country, year)
      if let country, hasFigure { countries[country] = true }
      if case .area(let area)? = place.key, hasFigure { left.count(area: area) }
    }
  }

  private mutating func take(
    _ row: CSVRow, _ column: Int, _ place: Int?, _ country: CountryIndex?, _ year: Year?
  ) -> Bool {
    switch row.number(column) {
    case .missing:
      survey.missing += 1
      return false
    case .malformed:
      survey.notNumbers += 1
      return true
    case .localised, .value, .qualified: break
    }
    if survey.decimals.point == nil || survey.decimals.comma == nil {
      row.withField(column) { survey.decimals.note($0, line: row.line, field: column) }
    }
    guard let country, let year, let place else { return true }
    survey.series[place].members[country] = true
    survey.series[place].add(1, from: year, to: year)
    return true
  }

  private mutating func series(of row: CSVRow, _ column: Int) -> Int? {
    if survey.hasTooManySeries { return nil }
    if let place = row.withField(column, { names[$0] }) { return place }
    return add(
      TableSurvey.Series(name: row.string(column), members: countries.map { _ in false }),
      named: row.withField(column) { Array($0) })
  }

  private mutating func add(_ new: TableSurvey.Series, named name: [UInt8]) -> Int? {
    if survey.series.count == Self.seriesLimit {
      forgetSeries()
      return nil
    }
    names.update(name) { $0 = survey.series.count }
    survey.series.append(new)
    return survey.series.count - 1
  }

  private mutating func forgetSeries() {
    (survey.hasTooManySeries, survey.series, names) = (true, [], ByteTable())
  }

  /// Joins what stands below.
  /// - Parameter lines: how many lines of the text stand before that.
  mutating func append(_ other: SurveyRows, lines: Int) {
    if other.survey.hasTooManySeries { forgetSeries() }
    for (place, below) in other.survey.series.enumerated() { join(below, at: place) }
    for (index, isThere) in other.countries.enumerated() where isThere { countries[index] = true }
    survey.decimals.append(other.survey.decimals, lines: lines)
    survey.missing += other.survey.missing
    survey.notNumbers += other.survey.notNumbers
    left.append(other.left)
    if other.survey.encoding == .windows1252 { survey.encoding = .windows1252 }
    for (key, line) in zip(other.unknown.all, other.unknownLines) where unknown.count < Self.unknownLimit {
      let isNew = key.withUnsafeBufferPointer { unknown[$0] == nil }
      unknown.update(key) { $0 = true }
      if isNew { unknownLines.append(line + lines) }
    }
  }

  private mutating func join(_ below: TableSurvey.Series, at place: Int) {
    var place = place
    if form.seriesColumn != nil {
      if survey.hasTooManySeries { return }
      let key = Array(below.name.utf8)
      guard let known = key.withUnsafeBufferPointer({ names[$0] }) else {
        _ = add(below, named: key)
        return
      }
      place = known
    }
    for (index, isThere) in below.members.enumerated() where isThere {
      survey.series[place].members[index] = true
    }
    if let first = below.firstYear, let last = below.lastYear {
      survey.series[place].add(below.figures, from: first, to: last)
    }
  }

  var result: TableSurvey {
    var result = survey
    result.countries = countries.count { $0 }
    result.series.removeAll { $0.figures == 0 }
    result.leftOut = left.message(lookup.countries)
    result.unknown = zip(unknown.all, unknownLines).map { bytes, line in
      (bytes.withUnsafeBufferPointer { TextEncoding.string($0) }, line)
    }
    return result
  }
}

extension TableSurvey.Series {
  fileprivate mutating func add(_ count: Int, from first: Year, to last: Year) {
    figures += count
    firstYear = min(firstYear ?? first, first)
    lastYear = max(lastYear ?? last, last)
  }
}

extension TableRows {
  func survey(_ conditions: [RowCondition]) -> TableSurvey {
    let empty: @Sendable () -> SurveyRows = { SurveyRows(self, where: conditions) }
    let segments = scan(into: empty) { row, rows in rows.take(row) }
    return segments.reduce(into: empty()) { $0.append($1.rows, lines: $1.linesBefore) }.result
  }
}
