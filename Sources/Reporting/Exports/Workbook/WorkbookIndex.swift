import Audit
import IndexModel
import Scoring

/// The sheet of index scores and ranks, beside those of the program.
struct WorkbookIndex {
  private typealias Name = WorkbookLayout.Name

  private enum Column: Int, CaseIterable {
    case rank = 2
    case score, status, engineRank, moved, low, high, coverage, estimated, scored, engineStatus

    var head: String {
      switch self {
      case .rank: "rank"
      case .score: "score"
      case .status: "status"
      case .engineRank: "rank by hsi"
      case .moved: "places gained"
      case .low: "rank interval by hsi, from"
      case .high: "to"
      case .coverage: "coverage"
      case .estimated: "estimated"
      case .scored: "dimensions scored"
      case .engineStatus: "status by hsi"
      }
    }
  }

  /// Where the block of dimensions begins.
  static let firstFreeColumn = Column.engineStatus.rawValue + 2

  let layout: WorkbookLayout
  let nodes: WorkbookNodes
  let intervals: RankIntervals?

  private var table: ScoreTable { layout.table }

  var sheet: Workbook.Sheet {
    var sheet = layout.sheet(
      Name.index, "\(table.lens.displayTitle), \(table.year): scores and ranks, which follow what is changed")
    for column in Column.allCases {
      sheet.put(column.head, WorkbookLayout.firstRow - 1, column.rawValue, .head)
    }
    nodes.put(Framework.root, on: &sheet)
    let own = RankIntervals.byRow(intervals, table)
    for (row, place) in layout.rows {
      putResults(row, place, on: &sheet)
      putEngine(row, place, own[place], on: &sheet)
    }
    return sheet
  }

  private func cell(_ row: Int, _ column: Column) -> String { CellAddress.of(row, column.rawValue) }

  private func putResults(_ row: Int, _ place: RowIndex, on sheet: inout Workbook.Sheet) {
    func put(_ column: Column, _ formula: String, _ value: Workbook.Value, _ look: Workbook.Look) {
      sheet.put(formula: formula, value, row, column.rawValue, look)
    }
    let joined = nodes.root.map { CellAddress.of(row, $0.score) } ?? "\"\""
    let score = Column.score.rawValue
    let scores = CellAddress.range((WorkbookLayout.firstRow, score), (layout.lastRow, score), fixed: .row)
    let rank = table.rank(place)
    put(
      .rank, "IF(ISNUMBER(\(cell(row, .score))),RANK(\(cell(row, .score)),\(scores)),\"\")",
      .score(rank.map(Double.init)), .rank)
    put(.score, "IF(\(cell(row, .status))=\"ranked\",\(joined),\"\")", .score(table.score(place)), .score)
    put(.status, statusFormula(row, joined), .text(status(place)), .plain)
    put(
      .moved,
      "IF(AND(ISNUMBER(\(cell(row, .rank))),ISNUMBER(\(cell(row, .engineRank)))),"
        + "\(cell(row, .engineRank))-\(cell(row, .rank)),\"\")", .score(rank.map { _ in 0 }), .rank)
    put(.coverage, shareFormula(row, "ISNUMBER(%F)"), .number(table.coverage(place)), .share)
    put(
      .estimated, shareFormula(row, "ISNUMBER(%N)*(1-ISNUMBER(%F))"), .number(table.imputedShare(place)),
      .share)
    let dimensions = nodes.root.map { CellAddress.range((row, $0.first), (row, $0.present - 1)) }
    let scored = table.dimensions.count { table.score($0, place) != nil }
    put(.scored, "COUNT(\(dimensions ?? "\"\""))", .number(Double(scored)), .rank)
  }

  private func putEngine(
    _ row: Int, _ place: RowIndex, _ interval: RankIntervals.Interval?, on sheet: inout Workbook.Sheet
  ) {
    for (column, value) in [
      (Column.engineRank, table.rank(place)), (.low, interval?.low), (.high, interval?.high),
    ] { sheet.put(value.map(Double.init), row, column.rawValue, .engine) }
    sheet.put(ScoreCSV.status(table.standings[place]), row, Column.engineStatus.rawValue, .engine)
  }

  /// The share of the index whose indicators fulfil a condition on figure (%F) and score (%N).
  private func shareFormula(_ row: Int, _ condition: String) -> String {
    func range(_ row: Int, _ sheet: String, _ fixed: CellAddress.Fixed = .none) -> String {
      CellAddress.range((row, WorkbookLayout.firstColumn), (row, layout.lastColumn), on: sheet, fixed: fixed)
    }
    let weights = range(4, Name.normalised, .row)
    let filled = condition.replacing("%F", with: range(row, Name.figures)).replacing(
      "%N", with: range(row, Name.normalised))
    return "IF(SUM(\(weights))>0,SUMPRODUCT(\(weights),1*(\(filled)))/SUM(\(weights)),0)"
  }

  // MARK: - Who is ranked

  private static let reasons = (
    estimated: "withheld: more of the weight is estimated than the rules allow",
    coverage: "withheld: figures carry less of the weight than the rules require",
    dimensions: "withheld: fewer dimensions are scored than the rules require",
    none: "withheld: no score can be computed"
  )

  private func statusFormula(_ row: Int, _ joined: String) -> String {
    let reasons = Self.reasons
    return "IF(\(cell(row, .estimated))>\(layout.rule(.imputedLimit))+1E-12,\"\(reasons.estimated)\","
      + "IF(\(cell(row, .coverage))<\(layout.rule(.coverageRequired))-1E-12,\"\(reasons.coverage)\","
      + "IF(\(cell(row, .scored))<MAX(1,\(layout.rule(.dimensionsRequired))),\"\(reasons.dimensions)\","
      + "IF(ISNUMBER(\(joined)),\"ranked\",\"\(reasons.none)\"))))"
  }

  /// What that formula gives now: the program's rules in their order.
  private func status(_ place: RowIndex) -> String {
    let lens = table.lens
    if table.imputedShare(place) > lens.imputedLimit + 1e-12 { return Self.reasons.estimated }
    if lens.coverageRequired > 0, table.coverage(place) < lens.coverageRequired - 1e-12 {
      return Self.reasons.coverage
    }
    let scored = table.dimensions.count { table.score($0, place) != nil }
    if scored < max(1, table.dimensionsRequired) { return Self.reasons.dimensions }
    return table.rank(place) == nil ? Self.reasons.none : "ranked"
  }
}
