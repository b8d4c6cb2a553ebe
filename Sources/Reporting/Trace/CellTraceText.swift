import Diagnostics
import IndexModel
import Scoring
import Tabular

/// One value in full: what it is, how it comes of figures, the line of each, and who publishes them.
struct CellTraceText {
  let cell: CellTrace
  let sources: TraceSources

  private var table: ScoreTable { cell.table }
  private var framework: Framework { table.framework }

  /// So many figures are shown, each with its line; CSV and JSON have all.
  private static let most = 12

  func write(to out: inout PageText) {
    let (country, definition) = (table.country(cell.place), cell.definition)
    out.title(
      "\(country.name) (\(country.code)), \(definition.displayName), \(table.year): \(conclusion)",
      wraps: true)
    out.blank()
    out.line(standing)
    guard !cell.figures.isEmpty else {
      writeSources([cell.indicator], to: &out)
      return
    }
    out.line("The value is \(framework.derivationInWords(definition)).")
    out.heading(cell.figures.count == 1 ? "Figure" : "Figures")
    out.table(figures)
    out.blank()
    writeLines(to: &out)
    var series: [IndicatorIndex] = []
    for figure in cell.figures where !series.contains(figure.series) { series.append(figure.series) }
    writeSources(series, to: &out)
  }

  private var unit: String { cell.definition.unit.isEmpty ? "" : " \(cell.definition.unit)" }

  private var conclusion: String {
    guard let value = cell.value else { return cell.cell?.substitute ?? "no figure" }
    return NumberFormat.value(value) + unit
  }

  /// How the value came to be there, and what it scores.
  private var standing: String {
    var text: String
    switch cell.cell {
    case .observed: text = "Observed in \(table.year)."
    case .carried(let age): text = "Carried forward from \(table.year - age)."
    case .imputed: text = "Not a figure: the lens \(table.lens.name) estimates it."
    case .assumed: text = "Assumed."
    case .absent, nil: text = "No figure enters the index here."
    }
    guard let score = cell.score, let column = table.columnWeighedOrNot(cell.indicator) else { return text }
    let posts = column.goalposts
    let cutoff = table.lens.cutoffs[cell.definition.id]
    let scale =
      cutoff.map { ", \(CutoffText.phrase($0))" }
      ?? (table.lens.normalisation == .goalposts
        ? " between \(NumberFormat.goalpost(posts.worst)) (0) and \(NumberFormat.goalpost(posts.best)) (100)"
        : "")
    text += " It scores \(NumberFormat.fixed(score, 1))\(scale)\(cap)"
    return text
      + (table.columns[cell.indicator] == nil
        ? ", but \(table.lens.name) gives it no weight." : " under \(table.lens.name).")
  }

  /// What the lens counts the value as, where that is another.
  private var cap: String {
    guard let value = cell.value else { return "" }
    let counted = table.lens.capped(value, of: cell.definition.id)
    return counted == value ? "" : ", counted as \(NumberFormat.value(counted)), the cap,"
  }

  // MARK: - Figures

  private var shown: ArraySlice<TracedFigure> { cell.figures.prefix(Self.most) }

  private var figures: TextTable {
    TextTable(
      [
        .text("what"), .text("series", shrinksTo: 16), .text("whose"), .number("year"), .number("figure"),
        .text("where", shrinksTo: 24),
      ],
      shown.map { figure in
        [
          figure.role.rawValue, framework.indicators[figure.series].id.rawValue,
          table.cube.countries[figure.country].code.description, "\(figure.year)",
          CSVText.shortest(figure.figure), "\(sources.dataFolder)/\(figure.place.file):\(figure.place.line)",
        ]
      })
  }

  /// The lines of the files as they stand there.
  private func writeLines(to out: inout PageText) {
    for figure in shown {
      let text = PageText.oneLine(sources.text(figure.place))
      let room = out.style.width.map { max(20, $0 - 4) } ?? 400
      let line = Diagnostic.cut(text, to: room)
      if out.isMarkdown {
        out.item("\(figure.place.file):\(figure.place.line): \(line)")
      } else {
        out.raw("  > " + line)
      }
    }
    let more = cell.figures.count - shown.count
    if more > 0 { out.line("\(CountWords.of(more, "figure")) more: see --format csv.") }
  }

  // MARK: - Sources

  private func writeSources(_ series: [IndicatorIndex], to out: inout PageText) {
    for index in series {
      let source = sources.source(framework.indicators[index])
      out.heading("Source of \(source.definition.displayName)")
      if out.isMarkdown { out.blank() }
      let licence = source.definition.licence
      out.definitions([
        ("imported from", source.files.joined(separator: "; ")), ("as said in", source.planPlace ?? ""),
        ("address", source.addresses.joined(separator: " ")), ("data set", source.definition.source),
        ("producer", source.producer),
        ("licence", licence.isUnknown ? licence.openness : "\(licence.text) (\(licence.openness))"),
      ])
    }
  }
}
