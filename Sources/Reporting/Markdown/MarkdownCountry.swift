import Audit
import IndexModel
import Scoring
import Tabular

/// One country as a Markdown page.
package struct MarkdownCountry {
  private let report: Report
  private let page: Report.CountryPage
  private let edition: ReportEdition

  /// The page `countries/<ISO3>.md`.
  package static func render(_ page: Report.CountryPage, of report: Report, edition: ReportEdition) -> String
  { MarkdownCountry(report: report, page: page, edition: edition).text }

  private var text: String {
    var out =
      "# \(MarkdownText.escape(page.country.name))\n\n*\(MarkdownText.escape(report.name))*\n\n\(standing)\n\n\(facts)\n\n"
    out += "## Dimensions\n\n\(dimensions.markdown)\n"
    out += "Points of the index: \(method.points). \(Self.dimensionRank)\n\n"
    if report.hasOwnWeights { out += "\(Self.ownWeight)\n\n" }
    for index in report.dimensions.indices { out += section(index) }
    out += "Score: \(method.score). Weight: "
    out += "share of the dimension after renormalising over what is present. Points: what the "
    out += "indicator adds to the dimension's score; they sum to it.\n\n"
    out += "Lens \(MarkdownText.code(report.lens.name)), data vintage `\(edition.shortVintage)`. "
    return out + "[Ranking](../ranking.md)\n"
  }

  /// What a weight of a country's own is.
  static let ownWeight =
    "Own weight: the share of the index that comes from the dimension by the weights that suit this country "
    + "best; others of its choices may be as good."

  /// What the rank in a dimension is.
  static let dimensionRank =
    "Rank: among the ranked countries with a score of the dimension; ranges are of the index only."

  private var method: MethodText { MethodText(report) }

  private var standing: String {
    if let reason = page.withheldBecause {
      return "**Unranked** in \(report.year): \(MarkdownText.escape(reason))."
    }
    return "**Rank \(NumberFormat.rank(page.rank))** of \(report.ranked.count) in \(report.year) "
      + "(\(method.standing(page.interval, page.range))), **score \(NumberFormat.fixed(page.score, 1))**."
      + (page.outlying.map { " " + MarkdownText.escape(IntervalWords.sentence($0, page.country.name)) } ?? "")
  }

  private var facts: String {
    let parts = [
      page.country.code.description, page.country.subregion, page.country.incomeGroup,
      "\(NumberFormat.percent(page.coverage)) of the weight rests on a figure"
        + (page.rank != nil && CoverageHint.isThin(page.coverage)
          ? ", so read rank and score with care" : ""),
    ]
    let facts = parts.filter { !$0.isEmpty }.map(MarkdownText.escape).joined(separator: " · ")
    return "\(facts)\n\n\(ReliabilityText.sentence(page.reliability, report.year)). "
      + Heading.capitalised(ReliabilityText.verdict(page.reliability, report.year)) + "."
  }

  private var dimensions: TextTable {
    let hasOwn = report.hasOwnWeights
    return TextTable(
      [.text("Dimension"), .number("Score"), .number("Rank")] + (hasOwn ? [.number("Own weight")] : []) + [
        .number("Points of the index")
      ],
      zip(report.dimensions, page.dimensions).map { line, cell in
        [
          MarkdownText.escape(Heading.capitalised(line.name)), NumberFormat.fixed(cell.score, 1),
          NumberFormat.rank(cell.rank),
        ] + (hasOwn ? [NumberFormat.fixed(cell.ownShare, 3)] : []) + [NumberFormat.fixed(cell.points, 1)]
      })
  }

  private func section(_ dimension: Int) -> String {
    let table = TextTable(
      [
        .text("Indicator"), .number("Value"), .text("Unit"), .number("Year"), .text("Scale"),
        .number("Score"), .number("Weight"), .number("Points"), .text("Figure"),
      ], zip(report.indicators, page.cells).filter { $0.0.dimension == dimension }.map(row))
    let score = page.dimensions[dimension].score.map { NumberFormat.fixed($0, 1) } ?? "not scored"
    let name = MarkdownText.escape(Heading.capitalised(report.dimensions[dimension].name))
    return "## \(name): \(score)\n\n\(table.markdown)\n"
  }

  private func row(_ line: Report.IndicatorLine, _ cell: Report.IndicatorCell) -> [String] {
    let name = MarkdownText.escape(line.definition.name)
    let unit = MarkdownText.escape(line.definition.unit)
    let scale = line.definition.transform.scale ?? "linear"
    if case .absent(let absence) = cell.cell {
      return [name, "missing", unit, "–", scale, "–", "–", "–", MarkdownText.escape(absence.reason)]
    }
    var year = NumberFormat.rank(cell.year)
    if case .carried(let age) = cell.cell { year += " (\(age) y old)" }
    if case .imputed(let rule) = cell.cell {
      year = "imputed: " + MarkdownText.escape(rule.replacing("_", with: " "))
    }
    return [
      name, NumberFormat.value(cell.value), unit, year, scale, NumberFormat.fixed(cell.score, 1),
      NumberFormat.fixed(cell.weight, 3), NumberFormat.fixed(cell.points, 1), figures(cell),
    ]
  }

  /// Where every figure behind a value stands: the lines of a file as one link, to the first of them.
  private func figures(_ cell: Report.IndicatorCell) -> String {
    let own = (FigureText.files(cell.places) + FigureText.files(cell.factors)).map(link)
    let denominators = FigureText.files(cell.denominators).map(link)
    let under = denominators.joined(separator: " + ")
    let people = FigureText.files(cell.people).map(link)
    let ratio =
      [own.joined(separator: " × "), denominators.count > 1 ? "(\(under))" : under].filter { !$0.isEmpty }
      .joined(separator: " ÷ ") + (people.isEmpty ? "" : ", weighted by " + people.joined(separator: ", "))
    if cell.neighbours.isEmpty { return ratio }
    return ratio + (ratio.isEmpty ? "" : " beside ") + "land neighbours "
      + FigureText.files(cell.neighbours).map(link).joined(separator: ", ")
  }

  private func link(_ lines: FigureText.Lines) -> String {
    let text = "\(MarkdownText.escape(lines.file)):\(lines.text)"
    if edition.dataFolder.isEmpty { return text }
    return MarkdownText.link(text, to: "../\(edition.dataFolder)/\(lines.file)", line: lines.first)
  }
}
