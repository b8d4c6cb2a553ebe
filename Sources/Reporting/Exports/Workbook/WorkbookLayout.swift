import IndexModel
import Scoring

/// Where everything stands in the workbook of an index. Countries have the same row, and indicators the same column,
/// on every sheet.
struct WorkbookLayout: Sendable {
  enum Name {
    static let figures = "Figures"
    static let sources = "Sources"
    static let goalposts = "Goalposts"
    static let weights = "Weights"
    static let rules = "Rules"
    static let transformed = "Transformed"
    static let normalised = "Normalised"
    static let components = "Components"
    static let dimensions = "Dimensions"
    static let index = "Index"
  }

  /// The first row of a country, and the first column of what is said of it: code and name stand before.
  static let firstRow = 6
  static let firstColumn = 2
  /// The first row of an indicator on `goalposts`, of a node on `weights`, of a rule on `rules`.
  static let firstLine = 3

  let table: ScoreTable
  /// The countries in the order of their rows.
  let places: [RowIndex]
  /// The indicators of weight, in framework order.
  let leaves: [NodeIndex]
  /// The nodes that are joined of others, parents first: the root, dimensions, components.
  let inner: [NodeIndex]
  private let lines: [NodeIndex: Int]
  private let columns: [NodeIndex: Int]

  init(_ table: ScoreTable) {
    self.table = table
    let framework = table.framework
    let nodes = framework.nodeIndices.filter { $0 == Framework.root || table.effectiveWeights[$0] > 0 }
    places = table.order
    leaves = nodes.filter { table.column(of: $0) != nil }
    inner = nodes.filter { framework.nodes[$0].indicator == nil }
    columns = Dictionary(
      leaves.enumerated().map { ($1, Self.firstColumn + $0) }, uniquingKeysWith: { first, _ in first })
    // Siblings stand below each other, so that one range sums them.
    let listed = inner.flatMap { table.childrenInSummationOrder($0) }
    lines = Dictionary(
      listed.enumerated().map { ($1, Self.firstLine + $0) }, uniquingKeysWith: { first, _ in first })
  }

  var lastRow: Int { Self.firstRow + max(places.count, 1) - 1 }
  var lastColumn: Int { Self.firstColumn + max(leaves.count, 1) - 1 }

  /// Countries with their rows.
  var rows: [(row: Int, place: RowIndex)] { places.enumerated().map { (Self.firstRow + $0, $1) } }

  /// The column of an indicator on the sheets of figures and of scores.
  func column(_ leaf: NodeIndex) -> Int { columns[leaf] ?? Self.firstColumn }

  /// The row of an indicator on the sheet of goalposts.
  func goalpostLine(_ leaf: NodeIndex) -> Int { column(leaf) - Self.firstColumn + Self.firstLine }

  /// The row of a node on the sheet of weights.
  func line(_ node: NodeIndex) -> Int { lines[node] ?? Self.firstLine }

  /// The node's share among its siblings, and its share of the index.
  func weight(_ node: NodeIndex) -> String { CellAddress.of(line(node), 4, on: Name.weights, fixed: .both) }
  func effectiveWeight(_ node: NodeIndex) -> String {
    CellAddress.of(line(node), 5, on: Name.weights, fixed: .both)
  }

  /// The goalposts of an indicator.
  func worst(_ leaf: NodeIndex) -> String {
    CellAddress.of(goalpostLine(leaf), 4, on: Name.goalposts, fixed: .both)
  }
  func best(_ leaf: NodeIndex) -> String {
    CellAddress.of(goalpostLine(leaf), 5, on: Name.goalposts, fixed: .both)
  }

  func rule(_ rule: WorkbookRule) -> String {
    CellAddress.of(Self.firstLine + rule.rawValue, 1, on: Name.rules, fixed: .both)
  }

  /// A node as the sheets name it.
  func name(_ node: NodeIndex) -> String { table.framework.named(node) }

  /// A sheet with a row a country, of which code and name are there.
  func sheet(_ name: String, _ title: String, width: Double = 12) -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name, widths: [7, 24, width], frozen: (Self.firstRow, Self.firstColumn))
    sheet.put(title, 0, 0, .title)
    sheet.put("iso3", Self.firstRow - 1, 0, .head)
    sheet.put(table.lens.index.unit, Self.firstRow - 1, 1, .head)
    for (row, place) in rows {
      sheet.put(table.country(place).code.description, row, 0)
      sheet.put(table.country(place).name, row, 1)
    }
    return sheet
  }
}

/// The rules of a lens that formulas refer to, in the order of their rows.
enum WorkbookRule: Int, CaseIterable {
  case indicatorShare, dimensionsRequired, coverageRequired, imputedLimit, floor, power

  var key: String {
    switch self {
    case .indicatorShare: "indicator_share"
    case .dimensionsRequired: "dimensions_required"
    case .coverageRequired: "coverage_required"
    case .imputedLimit: "imputed_limit"
    case .floor: "floor"
    case .power: "power"
    }
  }

  var meaning: String {
    switch self {
    case .indicatorShare:
      "a part of the index is scored if what is there of it carries this share of its weight"
    case .dimensionsRequired: "so many dimensions must be scored for a rank"
    case .coverageRequired: "figures must carry this share of the weight for a rank"
    case .imputedLimit: "estimates may carry this share of the weight for a rank"
    case .floor: "geometric and harmonic means, and powers below 1, take no score below it"
    case .power: "the exponent of power means"
    }
  }
}
