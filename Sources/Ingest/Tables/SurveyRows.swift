import IndexModel
import Tabular

/// What the rows of a table hold, whichever series they belong to.
struct SurveyRows: Sendable {
  private let form: TableForm
  /// One core at a time has it, and nobody uses it afterwards.
  nonisolated(unsafe) private let lookup: CountryLookup
  /// The columns of each series, where the header tells them.
  private let conditions: [(index: Int, text: [UInt8])]
  private let columns: [(series: Int, index: Int, year: Year?)]
  private(set) var series: [TableSurvey.Series]
  private var names = ByteTable<Int>()
  private(set) var countries: [Bool]
  private(set) var decimals = DecimalEvidence()
  private(set) var missing = 0
  private(set) var notNumbers = 0
  private(set) var left = LeftOut()
  private(set) var unknown = ByteTable<Bool>()
  private(set) var unknownLines: [Int] = []
  private(set) var isOtherEncoding = false

  /// Whether the rows name more series than can be told apart.
  private(set) var hasTooManySeries = false

  /// A column that names more series than this names none: it may hold a number for each row.
  private static let seriesLimit = 20_000
  /// So many unknown names are told apart.
  private static let unknownLimit = 1000

  init(_ head: TableHead, _ countries: CountryTable, where conditions: [(column: String, text: String)]) {
    form = head.form
    lookup = CountryLookup(countries, prefix: head.form.keyPrefix)
    let none = countries.countries.map { _ in false }
    self.countries = none
    let form = head.form
    var columns: [(series: Int, index: Int, year: Year?)] = []
    var names: [String] = []
    if form.kind == .hdr {
      for (place, stem) in form.header.stems.enumerated() {
        names.append(stem.stem)
        columns += stem.columns.map { (place, $0.index, $0.year) }
      }
    } else if form.yearColumn == nil {
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
    series = names.map { TableSurvey.Series(name: $0, members: none) }
    self.columns = columns
    self.conditions = conditions.compactMap { condition in
      form.header.index(TableHeader.fold(condition.column)).map { ($0, RowLanes.lowercased(condition.text)) }
    }
  }

  mutating func take(_ row: CSVRow) {
    guard form.fits(row), conditions.allSatisfy({ row.field($0.index, isIgnoringCase: $0.text) }) else {
      return
    }
    if !isOtherEncoding { isOtherEncoding = row.holdsOtherEncoding }
    let key = key(of: row)
    var country: Int?
    if case .country(let index) = key { country = index }
    let own = form.seriesColumn.flatMap { series(of: row, $0) }
    var year: Year?
    if let column = form.yearColumn, case .year(let read) = row.withField(column, YearText.init) {
      year = read
    }
    var hasFigure = false
    for column in columns {
      let isFigure = take(
        row, column.index, form.seriesColumn == nil ? column.series : own, country, column.year ?? year)
      hasFigure = hasFigure || isFigure
    }
    if key == nil, hasFigure { noteUnknown(row) }
  }

  private mutating func take(_ row: CSVRow, _ column: Int, _ place: Int?, _ country: Int?, _ year: Year?)
    -> Bool
  {
    switch row.number(column) {
    case .missing:
      missing += 1
      return false
    case .malformed:
      notNumbers += 1
      return false
    case .localised, .value, .qualified: break
    }
    if decimals.point == nil || decimals.comma == nil {
      row.withField(column) { decimals.note($0, line: row.line, field: column) }
    }
    guard let country, let year, let place else { return true }
    series[place].figures += 1
    series[place].members[country] = true
    series[place].firstYear = min(series[place].firstYear ?? year, year)
    series[place].lastYear = max(series[place].lastYear ?? year, year)
    return true
  }

  private mutating func series(of row: CSVRow, _ column: Int) -> Int? {
    if hasTooManySeries { return nil }
    if let place = row.withField(column, { names[$0] }) { return place }
    return add(
      TableSurvey.Series(name: row.string(column), members: countries.map { _ in false }),
      named: row.withField(column) { Array($0) })
  }

  private mutating func add(_ new: TableSurvey.Series, named name: [UInt8]) -> Int? {
    if series.count == Self.seriesLimit { return forgetSeries() }
    names.update(name) { $0 = series.count }
    series.append(new)
    return series.count - 1
  }

  private mutating func forgetSeries() -> Int? {
    hasTooManySeries = true
    series = []
    names = ByteTable()
    return nil
  }

  private mutating func key(of row: CSVRow) -> CountryTable.Key? {
    for (rank, column) in form.countryColumns.enumerated() where !row.isEmpty(column) {
      guard let key = row.withField(column, { lookup.key($0, isFirst: rank == 0) }) else { continue }
      switch key {
      case .country(let index): countries[index] = true
      case .area(let area): left.count(area: area)
      }
      return key
    }
    return nil
  }

  private mutating func noteUnknown(_ row: CSVRow) {
    guard let column = form.countryColumns.last(where: { !row.isEmpty($0) }),
      row.withField(column, { unknown[$0] == nil }), unknown.count < Self.unknownLimit
    else { return }
    unknown.update(row.withField(column) { Array($0) }) { $0 = true }
    unknownLines.append(row.line)
  }

  /// Joins what stands below.
  /// - Parameter lines: how many lines of the text stand before that.
  mutating func append(_ other: SurveyRows, lines: Int) {
    if other.hasTooManySeries { _ = forgetSeries() }
    for (place, below) in other.series.enumerated() { join(below, at: place) }
    for (index, isThere) in other.countries.enumerated() where isThere { countries[index] = true }
    decimals.append(other.decimals, lines: lines)
    missing += other.missing
    notNumbers += other.notNumbers
    left.append(other.left)
    isOtherEncoding = isOtherEncoding || other.isOtherEncoding
    for (key, line) in zip(other.unknown.all, other.unknownLines) where unknown.count < Self.unknownLimit {
      let isNew = key.withUnsafeBufferPointer { unknown[$0] == nil }
      unknown.update(key) { $0 = true }
      if isNew { unknownLines.append(line + lines) }
    }
  }

  private mutating func join(_ below: TableSurvey.Series, at place: Int) {
    var place = place
    if form.seriesColumn != nil {
      if hasTooManySeries { return }
      let key = Array(below.name.utf8)
      guard let known = key.withUnsafeBufferPointer({ names[$0] }) else {
        _ = add(below, named: key)
        return
      }
      place = known
    }
    series[place].figures += below.figures
    for (index, isThere) in below.members.enumerated() where isThere { series[place].members[index] = true }
    series[place].firstYear = [series[place].firstYear, below.firstYear].compactMap { $0 }.min()
    series[place].lastYear = [series[place].lastYear, below.lastYear].compactMap { $0 }.max()
  }
}

extension TableRows {
  func survey(_ conditions: [(column: String, text: String)]) -> SurveyRows {
    let (head, countries) = (head, countries)
    let empty: @Sendable () -> SurveyRows = { SurveyRows(head, countries, where: conditions) }
    let segments = scan(into: empty) { row, rows in rows.take(row) }
    return segments.reduce(into: empty()) { all, segment in
      all.append(segment.rows, lines: segment.linesBefore)
    }
  }
}
