import HumanSecurity
import Tabular

/// What the rows of a table are read for: one target for each series that is wanted.
struct RowPlan: Sendable {
  /// A series that is wanted, and where it stands.
  struct Target: Sendable {
    let layout: Layout
    let selection: FigureSelection
    /// What is asked of every value, apart from the texts of the selection.
    let limits: FigureSelection.Limits
    /// The decimal mark that the column proved; nil while nobody asked.
    var mark: DecimalMark?
    fileprivate let filters: [(index: Int, text: [UInt8])]

    init(_ layout: Layout, _ selection: FigureSelection, mark: DecimalMark? = nil) {
      self.layout = layout
      self.selection = selection
      limits = selection.limits
      self.mark = mark
      filters = layout.filters.map { filter in
        (filter.index, filter.text.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 })
      }
    }

    /// Whether a row is one of the series, as far as its conditions go.
    func accepts(_ row: CSVRow) -> Bool {
      filters.allSatisfy { row.field($0.index, isIgnoringCase: $0.text) }
    }
  }

  let form: TableForm
  let targets: [Target]
  /// The targets whose rows any series may have.
  let unnamed: [Int]
  /// The targets of each series.
  private let named: ByteTable<[Int]>
  /// The header's name of the first country column, by which a repeated header is known.
  let keyName: [UInt8]

  init(_ form: TableForm, _ targets: [Target]) {
    self.form = form
    self.targets = targets
    var named = ByteTable<[Int]>()
    var unnamed: [Int] = []
    for (index, target) in targets.enumerated() {
      if let series = target.layout.series {
        named.update(Array(series.utf8)) { $0 = ($0 ?? []) + [index] }
      } else {
        unnamed.append(index)
      }
    }
    self.named = named
    self.unnamed = unnamed
    keyName = form.countryColumns.first.map { Array(form.header.names[$0].utf8) } ?? []
  }

  /// The targets that a row may belong to.
  @inline(__always)
  func candidates(for row: CSVRow) -> [Int] {
    guard let column = form.seriesColumn, !named.isEmpty else { return unnamed }
    guard let place = row.withField(column, named.place(of:)) else { return unnamed }
    return unnamed.isEmpty ? named[place: place] : unnamed + named[place: place]
  }
}
