import IndexModel
import Scoring

/// The sheets on which scores are joined: for each node a block of columns with its parts, the weight that is there,
/// the terms of its mean where it has some, and its score.
struct WorkbookNodes {
  private typealias Name = WorkbookLayout.Name

  let layout: WorkbookLayout
  /// The blocks, by node.
  private let blocks: [NodeIndex: WorkbookBlock]

  private var table: ScoreTable { layout.table }

  init(_ layout: WorkbookLayout) {
    self.layout = layout
    let framework = layout.table.framework
    var blocks: [NodeIndex: WorkbookBlock] = [:]
    var next = [Name.components: WorkbookLayout.firstColumn, Name.dimensions: WorkbookLayout.firstColumn]
    for node in layout.inner {
      let depth = framework.nodes[node].depth
      let sheet = depth == 0 ? Name.index : depth == 1 ? Name.dimensions : Name.components
      let block = WorkbookBlock(node, layout.table, sheet, at: next[sheet] ?? WorkbookIndex.firstFreeColumn)
      // A column stays free between one block and the next.
      next[sheet] = block.score + 2
      blocks[node] = block
    }
    self.blocks = blocks
  }

  var sheets: [Workbook.Sheet] {
    let framework = table.framework
    let components = layout.inner.filter { framework.nodes[$0].depth > 1 }
    let dimensions = layout.inner.filter { framework.nodes[$0].depth == 1 }
    return (components.isEmpty ? [] : [sheet(Name.components, "Components of dimensions", components)]) + [
      sheet(Name.dimensions, "Dimensions", dimensions)
    ]
  }

  private func sheet(_ name: String, _ title: String, _ nodes: [NodeIndex]) -> Workbook.Sheet {
    var sheet = layout.sheet(name, title)
    for (row, head) in [(1, "joined to"), (2, "part"), (3, "share of siblings")] {
      sheet.put(head, row, 1, .head)
    }
    for node in nodes { put(node, on: &sheet) }
    return sheet
  }

  /// Where the index is joined.
  var root: WorkbookBlock? { blocks[Framework.root] }

  func put(_ node: NodeIndex, on sheet: inout Workbook.Sheet) {
    guard let block = blocks[node] else { return }
    putHeads(block, &sheet)
    let children = block.children.map { child in (child, source(child)) }
    for (row, place) in layout.rows {
      for (offset, (child, source)) in children.enumerated() {
        let column = block.first + offset
        let weight = CellAddress.of(WorkbookBlock.weightRow, column, fixed: .row)
        let cell = source.map { CellAddress.of(row, $0.column, on: $0.sheet == sheet.name ? nil : $0.sheet) }
        sheet.put(
          formula: "IF(\(weight)>0,\(cell ?? "\"\""),\"\")", .score(table.score(child, place)), row, column)
      }
      let there = table.presentShare(of: node, place)
      sheet.put(formula: block.presentFormula(row), .number(there), row, block.present, .share)
      for term in block.terms(row, table, place) {
        sheet.put(formula: term.formula, .score(term.value), row, term.column, .note)
      }
      sheet.put(formula: block.scoreFormula(row, layout), .score(table.score(node, place)), row, block.score)
    }
  }

  private func putHeads(_ block: WorkbookBlock, _ sheet: inout Workbook.Sheet) {
    let name = layout.name(block.node)
    for (offset, child) in block.children.enumerated() {
      let column = block.first + offset
      sheet.put(name, 1, column, .note)
      sheet.put(layout.name(child), 2, column, .head)
      sheet.put(
        formula: layout.weight(child), .number(table.weights[child]), WorkbookBlock.weightRow, column, .share)
    }
    sheet.put("weight there", 2, block.present, .note)
    for column in block.termColumns { sheet.put("term", 2, column, .note) }
    sheet.put(name, 2, block.score, .head)
    sheet.put(block.aggregator.method.rawValue.replacing("_", with: " "), 1, block.score, .note)
  }

  /// Where a node's scores stand; nil for an indicator that has none.
  private func source(_ node: NodeIndex) -> (sheet: String, column: Int)? {
    if let block = blocks[node] { return (block.sheet, block.score) }
    return table.column(of: node) == nil ? nil : (Name.normalised, layout.column(node))
  }
}
