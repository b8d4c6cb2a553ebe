import IndexModel
import Scoring

/// The sheets that the reader may change: figures, goalposts, weights and rules; and where the figures stand.
struct WorkbookInputs {
  typealias Name = WorkbookLayout.Name

  let layout: WorkbookLayout
  /// What the folder of figures is called, such as `Data`.
  let dataFolder: String

  private var table: ScoreTable { layout.table }
  private var framework: Framework { table.framework }

  var sheets: [Workbook.Sheet] { [figures, sources, goalposts, weights, rules] }

  // MARK: - Figures

  private var figures: Workbook.Sheet {
    var sheet = layout.sheet(Name.figures, "Values of \(table.year), in the unit of each indicator")
    heads(&sheet)
    for leaf in layout.leaves {
      guard let column = table.column(of: leaf) else { continue }
      for (row, place) in layout.rows where column.cells[place].isMeasured {
        sheet.put(column.values[place], row, layout.column(leaf), .figure)
      }
    }
    return sheet
  }

  /// Where each value's figures stand, or why there is none.
  private var sources: Workbook.Sheet {
    var sheet = layout.sheet(
      Name.sources, "Where each value stands: file, line and year of its figures", width: 28)
    heads(&sheet)
    for leaf in layout.leaves {
      guard let column = table.column(of: leaf) else { continue }
      for (row, place) in layout.rows { sheet.put(source(column, place), row, layout.column(leaf), .note) }
    }
    return sheet
  }

  private func source(_ column: IndicatorColumn, _ place: RowIndex) -> String {
    if let substitute = column.cells[place].substitute { return substitute }
    let figures = table.figures(column.indicator, place)
    let own = figures.isEmpty ? [] : [FigureText.places(figures, in: dataFolder)]
    let neighbours = table.neighbourFigures(column.indicator, place).flatMap(\.places)
    return
      (own + (neighbours.isEmpty ? [] : ["land neighbours " + FigureText.lines(neighbours, in: dataFolder)]))
      .joined(separator: " beside ")
  }

  private func heads(_ sheet: inout Workbook.Sheet) {
    for leaf in layout.leaves {
      guard let indicator = framework.nodes[leaf].indicator.map({ framework.indicators[$0] }) else {
        continue
      }
      let column = layout.column(leaf)
      sheet.put(indicator.id.rawValue, 1, column, .head)
      sheet.put(indicator.name, 2, column, .note)
      sheet.put(indicator.unit, 3, column, .note)
      sheet.put(indicator.dimension?.description ?? "", 4, column, .note)
    }
  }

  // MARK: - Goalposts

  private var goalposts: Workbook.Sheet {
    var sheet = Workbook.Sheet(Name.goalposts, widths: [28, 40, 24, 24, 12], frozen: (3, 1))
    let isFixed = table.lens.normalisation == .goalposts
    sheet.put(
      isFixed
        ? "The values of each indicator that score 0 and 100"
        : "Which end of each indicator is safer; scores do not depend on goalposts otherwise", 0, 0, .title)
    let heads =
      ["indicator", "name", "part of", "unit", "worst", "best", "transform"]
      + (isFixed ? ["worst, transformed", "best, transformed"] : [])
    for (column, head) in heads.enumerated() { sheet.put(head, 2, column, .head) }
    for leaf in layout.leaves {
      guard let column = table.column(of: leaf) else { continue }
      let (indicator, row) = (framework.indicators[column.indicator], layout.goalpostLine(leaf))
      for (place, text) in [
        indicator.id.rawValue, indicator.name, indicator.dimension?.description ?? "", indicator.unit,
      ].enumerated() { sheet.put(text, row, place) }
      sheet.put(column.goalposts.worst, row, 4, .input)
      sheet.put(column.goalposts.best, row, 5, .input)
      sheet.put(indicator.transform.rawValue, row, 6)
      guard isFixed else { continue }
      for (place, value) in [(4, column.goalposts.worst), (5, column.goalposts.best)] {
        sheet.put(
          formula: indicator.transform.formula(of: CellAddress.of(row, place)),
          .score(indicator.transform(value)), row, place + 3, .plain)
      }
    }
    return sheet
  }

  // MARK: - Weights

  private var weights: Workbook.Sheet {
    var sheet = Workbook.Sheet(Name.weights, widths: [32, 40, 24, 10, 16, 16, 18], frozen: (3, 1))
    sheet.put("What each part weighs among its siblings, and in the index", 0, 0, .title)
    let heads = [
      "part", "name", "part of", "weight", "share of siblings", "share of index", "its parts are joined by",
    ]
    for (column, head) in heads.enumerated() { sheet.put(head, 2, column, .head) }
    let nominal = table.lens.nominalWeights(in: framework)
    for parent in layout.inner {
      let children = table.childrenInSummationOrder(parent)
      guard let first = children.first, let last = children.last else { continue }
      let siblings = CellAddress.range((layout.line(first), 3), (layout.line(last), 3), fixed: .row)
      for child in children {
        let row = layout.line(child)
        let own = CellAddress.of(row, 3)
        sheet.put(layout.name(child), row, 0)
        sheet.put(title(child), row, 1)
        sheet.put(layout.name(parent), row, 2)
        sheet.put(nominal[child], row, 3, .input)
        sheet.put(
          formula: "IF(SUM(\(siblings))>0,\(own)/SUM(\(siblings)),0)", .number(table.weights[child]), row, 4,
          .share)
        let share = CellAddress.of(row, 4)
        let above = parent == Framework.root ? "" : "*" + CellAddress.of(layout.line(parent), 5)
        sheet.put(formula: share + above, .number(table.effectiveWeights[child]), row, 5, .share)
        if framework.nodes[child].indicator == nil {
          sheet.put(table.aggregator(of: child).method.rawValue, row, 6)
        }
      }
    }
    return sheet
  }

  private func title(_ node: NodeIndex) -> String {
    framework.nodes[node].indicator.map { framework.indicators[$0].name } ?? ""
  }

  // MARK: - Rules

  private var rules: Workbook.Sheet {
    var sheet = Workbook.Sheet(Name.rules, widths: [24, 12, 80])
    sheet.put("Rules for what is missing, and constants of the means", 0, 0, .title)
    for (column, head) in ["rule", "value", "meaning"].enumerated() { sheet.put(head, 2, column, .head) }
    for rule in WorkbookRule.allCases {
      let row = WorkbookLayout.firstLine + rule.rawValue
      sheet.put(rule.key, row, 0)
      sheet.put(value(of: rule), row, 1, .input)
      sheet.put(rule.meaning, row, 2)
    }
    return sheet
  }

  private func value(of rule: WorkbookRule) -> Double {
    let lens = table.lens
    return switch rule {
    case .indicatorShare: lens.indicatorShare
    case .dimensionsRequired: Double(max(1, table.dimensionsRequired))
    case .coverageRequired: lens.coverageRequired
    case .imputedLimit: lens.imputedLimit
    case .floor: lens.aggregation.floor
    case .power: lens.aggregation.power
    }
  }
}

extension Transform {
  /// What a formula makes of a cell.
  func formula(of cell: String) -> String {
    switch self {
    case .none: cell
    case .log: "LN(\(cell))"
    case .log1p: "LN(1+\(cell))"
    case .sqrt: "SQRT(\(cell))"
    }
  }
}
