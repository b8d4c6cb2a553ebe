import Glibc
import IndexModel
import Scoring

/// The sheet of normalised scores: a formula a value, a fixed score an estimate. Above each column stand the numbers
/// that its normalisation compares with.
struct WorkbookScores {
  private typealias Name = WorkbookLayout.Name

  let layout: WorkbookLayout

  private var table: ScoreTable { layout.table }
  private var method: Normalisation { table.lens.normalisation }

  /// The rows of what the column is compared with, and of the indicator's share of the index.
  private static let (low, high, weight) = (2, 3, 4)

  var sheets: [Workbook.Sheet] { method == .zscore ? [transformed, normalised] : [normalised] }

  /// The values once they are transformed, which z-scores are made of.
  private var transformed: Workbook.Sheet {
    var sheet = layout.sheet(Name.transformed, "Values, transformed")
    for leaf in layout.leaves {
      guard let column = table.column(of: leaf) else { continue }
      let (transform, place) = (self.transform(column), layout.column(leaf))
      sheet.put(layout.name(leaf), 1, place, .head)
      for (row, own) in layout.rows {
        let figure = CellAddress.of(row, place, on: Name.figures)
        let value = column.cells[own].isMeasured ? transform(column.values[own]) : nil
        sheet.put(
          formula: "IF(ISNUMBER(\(figure)),\(transform.formula(of: figure)),\"\")", .score(value), row, place,
          .plain)
      }
    }
    return sheet
  }

  private var normalised: Workbook.Sheet {
    var sheet = layout.sheet(
      Name.normalised, "Normalised scores (\(method.rawValue.replacing("_", with: " "))); higher is safer")
    let heads = heads
    for (row, head) in [
      (1, "indicator"), (Self.low, heads.low), (Self.high, heads.high), (Self.weight, "share of index"),
    ] { sheet.put(head, row, 1, .head) }
    for leaf in layout.leaves {
      guard let column = table.column(of: leaf) else { continue }
      put(leaf, column, &sheet)
    }
    return sheet
  }

  private func put(_ leaf: NodeIndex, _ column: IndicatorColumn, _ sheet: inout Workbook.Sheet) {
    let place = layout.column(leaf)
    sheet.put(layout.name(leaf), 1, place, .head)
    for (row, base) in zip([Self.low, Self.high], bases(leaf, column)) {
      sheet.put(formula: base.formula, base.value, row, place, .plain)
    }
    sheet.put(
      formula: layout.effectiveWeight(leaf), .number(table.effectiveWeights[leaf]), Self.weight, place, .share
    )
    for (row, own) in layout.rows {
      if column.cells[own].isImputed {
        sheet.put(column.scores[own], row, place, .estimate)
        continue
      }
      let figure = CellAddress.of(row, place, on: Name.figures)
      let score = score(leaf, column, row)
      sheet.put(formula: "IF(ISNUMBER(\(figure)),\(score),\"\")", .score(column.scores[own]), row, place)
    }
  }

  // MARK: - What values are compared with

  private var heads: (low: String, high: String) {
    switch method {
    case .goalposts: ("worst, transformed", "best, transformed")
    case .minmax: ("least secure value", "most secure value")
    case .zscore: ("mean", "standard deviation")
    case .rank, .percentile: ("how many values", "more is safer")
    case .ratioToReference: ("value of the reference", "more is safer")
    }
  }

  private func transform(_ column: IndicatorColumn) -> Transform {
    table.framework.indicators[column.indicator].transform
  }

  /// The formulas of the two rows above a column.
  private func bases(_ leaf: NodeIndex, _ column: IndicatorColumn) -> [(
    formula: String, value: Workbook.Value
  )] {
    let isUp = column.goalposts.moreIsSafer
    let values = column.values.compactMap { $0.isNaN ? nil : transform(column)($0) }
    let range = figures(leaf)
    let direction = "\(layout.best(leaf))>\(layout.worst(leaf))"
    let isSafer = ("IF(\(direction),1,0)", Workbook.Value.number(isUp ? 1 : 0))
    switch method {
    case .goalposts:
      let line = layout.goalpostLine(leaf)
      return [(7, column.goalposts.worst), (8, column.goalposts.best)].map { place, value in
        (CellAddress.of(line, place, on: Name.goalposts, fixed: .both), .score(transform(column)(value)))
      }
    case .minmax:
      let (least, most) = (end("MIN", column, range), end("MAX", column, range))
      let (low, high) = (Workbook.Value.score(values.min()), Workbook.Value.score(values.max()))
      return [
        ("IF(\(direction),\(least),\(most))", isUp ? low : high),
        ("IF(\(direction),\(most),\(least))", isUp ? high : low),
      ]
    case .zscore:
      let own = transformed(leaf)
      let (mean, deviation) = Self.moments(values)
      return [
        ("IF(COUNT(\(own))>0,AVERAGE(\(own)),\"\")", .score(mean)),
        ("IF(COUNT(\(own))>1,IF(MAX(\(own))=MIN(\(own)),0,STDEV(\(own))),0)", .score(deviation)),
      ]
    case .rank, .percentile: return [("COUNT(\(range))", .number(Double(values.count))), isSafer]
    case .ratioToReference:
      let reference = layout.rows.first { table.country($0.place).code == table.lens.reference }
      let cell = CellAddress.of(
        reference?.row ?? WorkbookLayout.firstRow, layout.column(leaf), on: Name.figures, fixed: .both)
      let value = reference.flatMap { transform(column)(column.values[$0.place]) }
      return [(transform(column).formula(of: cell), .score(value)), isSafer]
    }
  }

  /// The least or greatest value, transformed: every transform rises.
  private func end(_ function: String, _ column: IndicatorColumn, _ range: String) -> String {
    "IF(COUNT(\(range))>0,\(transform(column).formula(of: "\(function)(\(range))")),\"\")"
  }

  private static func moments(_ values: [Double]) -> (mean: Double?, deviation: Double) {
    guard !values.isEmpty else { return (nil, 0) }
    let mean = values.reduce(0, +) / Double(values.count)
    guard values.count > 1, values.min() != values.max() else { return (mean, 0) }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(values.count - 1)).squareRoot())
  }

  private func figures(_ leaf: NodeIndex) -> String { range(leaf, on: Name.figures) }
  private func transformed(_ leaf: NodeIndex) -> String { range(leaf, on: Name.transformed) }

  private func range(_ leaf: NodeIndex, on sheet: String) -> String {
    let column = layout.column(leaf)
    return CellAddress.range(
      (WorkbookLayout.firstRow, column), (layout.lastRow, column), on: sheet, fixed: .both)
  }

  // MARK: - Scores

  /// The score of the figure of a row, which is there.
  private func score(_ leaf: NodeIndex, _ column: IndicatorColumn, _ row: Int) -> String {
    let place = layout.column(leaf)
    let figure = CellAddress.of(row, place, on: Name.figures)
    let value = transform(column).formula(of: figure)
    let low = CellAddress.of(Self.low, place, fixed: .row)
    let high = CellAddress.of(Self.high, place, fixed: .row)
    switch method {
    case .goalposts: return "100*MAX(0,MIN(1,(\(value)-\(low))/(\(high)-\(low))))"
    case .minmax: return "IF(\(low)=\(high),50,100*((\(value)-\(low))/(\(high)-\(low))))"
    case .zscore:
      let own = CellAddress.of(row, place, on: Name.transformed)
      let sign = "IF(\(layout.best(leaf))>\(layout.worst(leaf)),1,-1)"
      return "IF(\(high)=0,50,50+10*\(sign)*(\(own)-\(low))/\(high))"
    case .rank:
      let (up, down) = orders(figure, figures(leaf))
      return "IF(\(low)=1,50,100*(IF(\(high)=1,1,-1)*(\(up)-\(down))+\(low)-1)/(2*(\(low)-1)))"
    case .percentile:
      let (up, down) = orders(figure, figures(leaf))
      return "100*(\(low)-IF(\(high)=1,\(down),\(up))+1)/\(low)"
    case .ratioToReference:
      return "MIN(\(Int(method.range.upperBound)),IF(\(high)=1,100*(\(value)/\(low)),100*(\(low)/\(value))))"
    }
  }

  /// One more than how many values are below, and one more than how many are above.
  private func orders(_ figure: String, _ range: String) -> (up: String, down: String) {
    ("RANK(\(figure),\(range),1)", "RANK(\(figure),\(range),0)")
  }
}
