import Audit
import IndexModel
import Scoring
import Tabular

/// The first sheet: what the workbook is, what may be changed and what does not move, and the terms of the figures.
struct WorkbookGuide {
  let layout: WorkbookLayout
  let edition: ReportEdition
  let intervals: RankIntervals?

  private var table: ScoreTable { layout.table }

  var sheet: Workbook.Sheet {
    var sheet = Workbook.Sheet("Read me", widths: [30, 60, 60])
    let index = table.lens.index.name
    sheet.put("\(index.isEmpty ? table.lens.displayTitle : index), \(table.year)", 0, 0, .title)
    var row = 2
    for (key, text) in facts {
      sheet.put(key, row, 0, .head)
      sheet.put(text, row, 1)
      row += 1
    }
    row += 1
    sheet.put("What may be changed", row, 0, .title)
    for (look, text) in colours {
      row += 1
      sheet.put(Self.name(look), row, 0, look)
      sheet.put(text, row, 1)
    }
    row += 2
    sheet.put("Sheets", row, 0, .title)
    for (name, text) in sheets {
      row += 1
      sheet.put(name, row, 0, .head)
      sheet.put(text, row, 1)
    }
    row += 2
    sheet.put("Terms of the figures", row, 0, .title)
    putTerms(from: row + 1, on: &sheet)
    return sheet
  }

  private var facts: [(String, String)] {
    let ranked = CountWords.of(table.rankedCount, table.lens.index.unit, table.lens.index.units)
    return [
      ("lens", "\(table.lens.name): \(table.lens.displayTitle)"), ("year", "\(table.year)"),
      ("vintage of the figures", edition.vintage), ("made by", "hsi \(edition.toolVersion)"),
      ("ranked", "\(ranked) of \(table.countries.count)"),
      (
        "rank intervals",
        intervals.map {
          "ranks in nine of ten of \($0.samples) combinations of all judgements; computed by hsi, they do not move"
        } ?? "not computed"
      ), ("not in here", "indicators and parts that the lens gives no weight"),
    ]
  }

  private static func name(_ look: Workbook.Look) -> String {
    switch look {
    case .input: "weight, goalpost, rule"
    case .figure: "figure"
    case .estimate: "estimate"
    case .engine: "result of hsi"
    case .plain, .title, .head, .note, .score, .share, .rank: "formula"
    }
  }

  private var colours: [(Workbook.Look, String)] {
    var rows: [(Workbook.Look, String)] = [
      (.input, "May be changed. A weight of 0 leaves a part out."),
      (.figure, "May be changed, emptied or filled in. Its source is in the same cell of the sheet Sources."),
    ]
    if hasEstimates {
      rows.append(
        (
          .estimate,
          "An estimated score (\(table.lens.impute.rawValue.replacing("_", with: " "))): a value that does not move, "
            + "also where the program would estimate otherwise after a change of figures or goalposts, or of "
            + "weights below a dimension."
        ))
    }
    rows.append((.engine, "Computed by hsi from the figures and weights as they were: does not move."))
    rows.append((.score, "A formula: not to be overwritten."))
    return rows
  }

  private var hasEstimates: Bool {
    layout.leaves.contains { leaf in table.column(of: leaf)?.cells.contains(where: \.isImputed) ?? false }
  }

  private var sheets: [(String, String)] {
    typealias Name = WorkbookLayout.Name
    let components = layout.inner.contains { table.framework.nodes[$0].depth > 1 }
    return [
      (Name.index, "scores and ranks, beside those of hsi; who is not ranked, and why"),
      (Name.dimensions, "what each dimension is joined of"),
    ] + (components ? [(Name.components, "what each component is joined of")] : []) + [
      (Name.normalised, "each value as a score")
    ] + (table.lens.normalisation == .zscore ? [(Name.transformed, "each value, transformed")] : []) + [
      (Name.figures, "the values that are scored"), (Name.sources, "file, line and year of each value"),
      (Name.goalposts, "worst and best value of each indicator"),
      (Name.weights, "what each part weighs, and how its parts are joined"),
      (Name.rules, "what is asked of missing figures"),
    ]
  }

  private func putTerms(from first: Int, on sheet: inout Workbook.Sheet) {
    for (column, head) in ["indicator", "producer", "licence"].enumerated() {
      sheet.put(head, first, column, .head)
    }
    for (offset, leaf) in layout.leaves.enumerated() {
      guard let place = table.framework.nodes[leaf].indicator else { continue }
      let indicator = table.framework.indicators[place]
      let licence = indicator.licence
      sheet.put(indicator.id.rawValue, first + 1 + offset, 0)
      sheet.put(indicator.producer, first + 1 + offset, 1)
      sheet.put(
        licence.isUnknown ? "not known" : licence.text + (licence.isOpen ? "" : " (restricted)"),
        first + 1 + offset, 2)
    }
  }
}
