import Glibc
import IndexModel
import Tabular

/// What the rows of a table are read for: one target for each series that is wanted.
struct RowPlan: Sendable {
  /// A series that is wanted, and where it stands.
  struct Target: Sendable {
    let layout: Layout
    let selection: FigureSelection
    /// The decimal mark that the column proved; nil while nobody asked.
    var mark: DecimalMark?
    /// The end of the interval in each cell that is wanted instead of its value.
    var end: IntervalEnd?

    func accepts(_ row: CSVRow, _ form: TableForm) -> Bool {
      if let series = layout.series, let column = form.seriesColumn,
        !row.withField(column, { $0.elementsEqual(series.utf8) })
      {
        return false
      }
      return layout.filters.allSatisfy { filter in
        row.field(filter.index, isIgnoringCase: RowLanes.lowercased(filter.text)) != filter.isExclusion
      }
    }
  }

  let form: TableForm
  let targets: [Target]
}

/// A plan laid out for the loop over rows: flat memory, no reference counted on the way.
///
/// Each piece of a table has lanes of its own. Cores that count references to one and the same
/// object wait for each other at every row.
final class RowLanes {
  struct Lane {
    let limits: FigureSelection.Limits
    let mark: DecimalMark?
    let end: IntervalEnd?
    /// The column of values; −1 where each year has a column of its own.
    var value = -1
    /// The columns of years, as places in `years`.
    var years = 0..<0
    /// The conditions on rows, as places in `filters`.
    var filters = 0..<0
    /// The texts that stand for a missing value, as places in `missing`.
    var missing = 0..<0
    /// The numbers among these, as places in `missingValues`.
    var missingValues = 0..<0
    /// The next lane for the same rows; −1 after the last.
    var next = -1
  }

  /// What the rows hold, of all lanes.
  let log: FigureLog
  let form: TableForm
  let width: Int
  let yearColumn: Int
  let seriesColumn: Int
  let lanes: UnsafeMutablePointer<Lane>
  let years: UnsafeMutablePointer<Layout.YearColumn>
  private let filters: [(index: Int, text: [UInt8], isExclusion: Bool)]
  private let missing: [[UInt8]]
  private let missingValues: [Double]
  /// The columns that divide figures or give their unit.
  let dividing: [Int]
  /// The column that says whether there is an observation; −1 for none.
  let statusColumn: Int
  /// The year of all rows, where none says its own.
  let fixedYear: Year?
  /// Whether each country has a column of its own.
  let isAcross: Bool
  private let named: ByteTable<Int>
  private let last: UnsafeMutablePointer<LastSeries>
  /// The first lane whose rows may be of any series; −1 when there is none.
  let unnamed: Int
  /// The header's name of the first country column, by which a repeated header is known.
  private let keyName: [UInt8]
  /// The surest of the columns that name the country.
  let countryColumn: Int

  init(_ plan: RowPlan) {
    (form, log) = (plan.form, FigureLog(laneCount: plan.targets.count))
    (width, dividing, yearColumn) = (form.width, form.dividing, form.yearColumn ?? -1)
    (seriesColumn, statusColumn) = (form.seriesColumn ?? -1, form.statusColumn ?? -1)
    countryColumn = form.countryColumns.first?.index ?? -1
    keyName = countryColumn < 0 ? [] : Array(form.header.names[countryColumn].utf8)
    (fixedYear, isAcross) = (form.year, !form.across.isEmpty)
    var (missing, lanes): ([[UInt8]], [Lane]) = ([], [])
    var missingValues: [Double] = []
    var years: [Layout.YearColumn] = []
    var filters: [(index: Int, text: [UInt8], isExclusion: Bool)] = []
    var named = ByteTable<Int>()
    var unnamed = -1
    for (index, target) in plan.targets.enumerated() {
      var lane = Lane(limits: target.selection.limits, mark: target.mark, end: target.end)
      switch target.layout.shape {
      case .long(_, let value): lane.value = value
      case .across: break
      case .wide(let columns):
        lane.years = years.count..<(years.count + columns.count)
        years += columns
      }
      lane.filters = filters.count..<(filters.count + target.layout.filters.count)
      filters += target.layout.filters.map { ($0.index, Self.lowercased($0.text), $0.isExclusion) }
      lane.missing = missing.count..<(missing.count + target.selection.missing.count)
      missing += target.selection.missing.map { Self.lowercased($0) }
      let values = target.selection.missing.compactMap { NumberText($0).plainValue }
      lane.missingValues = missingValues.count..<(missingValues.count + values.count)
      missingValues += values
      if let series = target.layout.series {
        named.update(Array(series.utf8)) { first in
          lane.next = first ?? -1
          first = index
        }
      } else {
        lane.next = unnamed
        unnamed = index
      }
      lanes.append(lane)
    }
    (self.filters, self.missing, self.named, self.unnamed) = (filters, missing, named, unnamed)
    self.missingValues = missingValues
    last = .allocate(capacity: 1)
    last.initialize(to: LastSeries())
    self.lanes = .allocate(capacity: max(1, lanes.count))
    self.lanes.initialize(from: lanes, count: lanes.count)
    self.years = .allocate(capacity: max(1, years.count))
    self.years.initialize(from: years, count: years.count)
  }

  deinit {
    last.pointee.deallocate()
    last.deallocate()
    // Both hold plain values only.
    lanes.deallocate()
    years.deallocate()
  }

  static func lowercased(_ text: String) -> [UInt8] {
    text.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The first lane of the row's series; −1 when nobody wants it.
  @inline(__always) func first(for row: CSVRow) -> Int {
    if seriesColumn < 0 || named.isEmpty { return -1 }
    let field = row.field(seriesColumn)
    if last.pointee.isText(field) { return last.pointee.lane }
    let place = named.place(of: field) ?? -1
    let lane = place < 0 ? -1 : named[place: place]
    last.pointee.note(field, lane)
    return lane
  }

  /// The series of the row before, since rows of one series often stand together.
  private struct LastSeries {
    private static let mostBytes = 64
    private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: mostBytes)
    private var count = -1
    private(set) var lane = -1

    @inline(__always) func isText(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
      guard field.count == count, let start = field.baseAddress else { return false }
      return memcmp(start, bytes, count) == 0
    }

    mutating func note(_ field: UnsafeBufferPointer<UInt8>, _ lane: Int) {
      guard field.count <= Self.mostBytes, let start = field.baseAddress else { return count = -1 }
      bytes.update(from: start, count: field.count)
      (count, self.lane) = (field.count, lane)
    }

    func deallocate() { bytes.deallocate() }
  }

  @inline(__always) func accepts(_ row: CSVRow, _ lane: Int) -> Bool {
    lanes[lane].filters.isEmpty
      || lanes[lane].filters.allSatisfy {
        row.field(filters[$0].index, isIgnoringCase: filters[$0].text) != filters[$0].isExclusion
      }
  }

  /// Whether a cell holds a text that stands for a missing value in this table.
  @inline(__always) func isMissing(_ row: CSVRow, _ column: Int, _ lane: Int) -> Bool {
    !lanes[lane].missing.isEmpty
      && lanes[lane].missing.contains { row.field(column, isIgnoringCase: missing[$0]) }
  }

  /// Whether a number stands for a missing value, however it is written: -99 is -99.0.
  @inline(__always) func isMissing(_ value: Double, _ lane: Int) -> Bool {
    !lanes[lane].missingValues.isEmpty && lanes[lane].missingValues.contains { missingValues[$0] == value }
  }

  /// The year of a row that says one; nil where years stand in the header.
  func year(of row: CSVRow) -> Year? {
    if let fixedYear { return fixedYear }
    guard yearColumn >= 0, case .year(let year) = row.withField(yearColumn, YearText.init) else { return nil }
    return year
  }

  /// Whether the row says that there is no observation: SDMX's codes H, L, M, O and Q of the status.
  @inline(__always) func isUnobserved(_ row: CSVRow) -> Bool {
    statusColumn >= 0 && row.withField(statusColumn) { $0.count == 1 && Self.unobserved.contains($0[0]) }
  }

  private static let unobserved = Array("HLMOQ".utf8)

  /// Whether the header stands here again, as where files were put end to end.
  @inline(__always) func isRepeatedHeader(_ row: CSVRow) -> Bool {
    row.size(countryColumn) == keyName.count && isHeader(row)
  }

  /// Whether another header stands here: the name of the column of countries, and years alone above columns of years.
  func isOtherHeader(_ row: CSVRow) -> Bool {
    guard row.size(countryColumn) == keyName.count, countryColumn >= 0,
      row.withField(countryColumn, { $0.elementsEqual(keyName) })
    else { return false }
    if yearColumn >= 0 { return row.string(yearColumn) == form.header.names[yearColumn] }
    return !form.header.yearColumns.isEmpty
      && form.header.yearColumns.allSatisfy { TableHeader.year(row.string($0.index)) != nil }
  }

  private func isHeader(_ row: CSVRow) -> Bool {
    countryColumn >= 0 && row.withField(countryColumn) { $0.elementsEqual(keyName) }
      && form.header.names.indices.allSatisfy { index in
        row.withField(index) { $0.elementsEqual(form.header.names[index].utf8) }
      }
  }
}
