import Diagnostics
import IndexModel
import Ingest
import Scoring
import Tabular

/// Cells back to the lines of the files that they are made of, and to whoever publishes these: one in full, several as
/// a table.
package struct TracePage: WrittenPage {
  let table: ScoreTable
  let place: RowIndex
  /// What is traced, such as the name of a dimension; nil for a single cell, and for all of a country.
  let part: String?
  let cells: [CellTrace]
  let sources: TraceSources

  /// - Parameter part: what was named where that is a part of the index.
  package init(
    _ table: ScoreTable, _ place: RowIndex, _ indicators: [IndicatorIndex], part: String?,
    _ sources: TraceSources
  ) {
    (self.table, self.place, self.part, self.sources) = (table, place, part, sources)
    cells = indicators.map { CellTrace(table, $0, place) }
  }

  package func write(to out: inout PageText) {
    if part == nil, cells.count == 1, let cell = cells.first {
      CellTraceText(cell: cell, sources: sources).write(to: &out)
    } else {
      writeTable(to: &out)
    }
  }

  // MARK: - Several cells

  private func writeTable(to out: inout PageText) {
    let country = table.country(place)
    let missing = cells.count { $0.value == nil }
    let what = part.map { ", \($0)" } ?? ""
    out.title(
      "\(country.name) (\(country.code))\(what), \(table.year): "
        + "\(CountWords.of(cells.count - missing, "value")) of \(CountWords.of(cells.count, "indicator"))",
      wraps: true)
    out.table(
      TextTable(
        [
          .text("indicator", shrinksTo: 20), .number("value"), .number("year"), .number("score"),
          .text("status"), .text("from", shrinksTo: 24),
        ], cells.map(row)))
    out.paragraph(
      "from: where the figures stand. hsi trace \(country.code).INDICATOR shows one value in full, with the "
        + "lines of its files and who publishes them.")
  }

  private func row(_ cell: CellTrace) -> [String] {
    let figures = cell.year.map { table.figures(cell.indicator, place, behind: $0) } ?? []
    let neighbours = cell.figures.filter { $0.role == .neighbour }.map(\.place)
    let from =
      (figures.isEmpty ? [] : [FigureText.places(figures, in: sources.dataFolder)])
      + (neighbours.isEmpty
        ? [] : ["land neighbours " + FigureText.lines(neighbours, in: sources.dataFolder)])
    return [
      cell.definition.id.rawValue, NumberFormat.value(cell.value), cell.year.map(String.init) ?? "–",
      NumberFormat.fixed(cell.score, 1), cell.cell?.word ?? "missing",
      from.isEmpty ? cell.cell?.substitute ?? "no figure" : from.joined(separator: " beside "),
    ]
  }

  // MARK: - CSV and JSON

  private typealias Line = (cell: CellTrace, figure: TracedFigure?)

  /// One row a figure; one without figure for a cell that has none.
  package var csv: String {
    let lines = cells.flatMap { cell -> [Line] in
      cell.figures.isEmpty ? [(cell, nil)] : cell.figures.map { (cell, $0) }
    }
    return CSVText.table(
      lines, cellFields.map { field in (field.name, { field.value($0.cell) }) } + figureFields)
  }

  private var cellFields: Fields<CellTrace> {
    [
      ("iso3", { _ in .string(table.country(place).code.description) }),
      ("indicator", { .string($0.definition.id.rawValue) }), ("year", { .optional($0.year) }),
      ("value", { .optional($0.value) }), ("score", { .optional($0.score) }),
      ("status", { .string($0.cell?.word ?? "missing") }),
    ]
  }

  private var figureFields: Fields<Line> {
    func source(_ line: Line) -> TraceSources.Source? {
      line.figure.map { sources.source(table.framework.indicators[$0.series]) }
    }
    return [
      ("role", { .optional($0.figure?.role.rawValue) }),
      ("series", { .optional($0.figure.map { table.framework.indicators[$0.series].id.rawValue }) }),
      ("figure_iso3", { .optional($0.figure.map { table.cube.countries[$0.country].code.description }) }),
      ("figure_year", { .optional($0.figure?.year) }), ("figure", { .optional($0.figure?.figure) }),
      ("file", { .optional($0.figure?.place.file) }), ("line", { .optional($0.figure?.place.line) }),
      ("text", { .optional($0.figure.map { sources.text($0.place) }) }),
      ("imported_from", { .optional(source($0)?.files.joined(separator: "; ")) }),
      ("address", { .optional(source($0)?.addresses.joined(separator: "; ")) }),
      ("producer", { .optional(source($0)?.producer) }), ("licence", { .optional(source($0)?.licence) }),
    ]
  }

  package var json: JSONText {
    .object([
      ("lens", .string(table.lens.name)), ("year", .integer(table.year)),
      (
        "cells",
        .list(cells) { cell in
          JSONText.members(cell, cellFields) + [
            ("derivation", .string(table.framework.derivationInWords(cell.definition))),
            ("figures", .list(cell.figures) { figure in JSONText.members((cell, figure), figureFields) }),
          ]
        }
      ),
    ])
  }
}
