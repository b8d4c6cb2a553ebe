import Audit
import IndexModel
import Scoring
import Tabular

/// One country as a Markdown page, which stands in `countries/`.
struct MarkdownCountry {
  private let report: Report
  private let page: Report.CountryPage
  private let edition: ReportEdition
  private let comparisons: ReportComparisons?

  init(_ page: Report.CountryPage, of pages: MarkdownReport) {
    self.page = page
    (report, edition, comparisons) = (pages.report, pages.edition, pages.comparisons)
  }

  var text: String {
    let scores =
      "Score: \(method.score). Weight: share of the dimension after renormalising over what is present. Points: what "
      + "the indicator adds to the dimension's score; they sum to it. Goalposts and scales stand in the list of "
      + "[indicators](../ranking.md#indicators)."
    return
      ([head, standing] + change + [facts, "## Dimensions", dimensions.markdown + dimensionNotes]
      + report.dimensions.indices.map(section) + [scores, "## Figures", figures]).joined(separator: "\n\n")
      // The vintage stands on the page of the ranking alone: one figure is not to change the pages of all countries.
      + "\n\nLens \(MarkdownText.code(report.lens.name)); the vintage of its figures stands below the [ranking](../ranking.md).\n"
  }

  private var head: String {
    let lens = report.lens
    let names =
      [lens.index.name, lens.displayTitle].filter { !$0.isEmpty } + ["reference year \(report.year)"]
    return """
      # \(MarkdownText.escape(page.country.name))

      *\(names.map(MarkdownText.escape).joined(separator: " · "))*

      [Ranking](../ranking.md) · [Indicators](../ranking.md#indicators) · [Audit](../audit.md)
      """
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

  /// What became of score and rank since an earlier year; nothing where it is not ranked in both.
  private var change: [String] {
    guard let changes = comparisons?.changes, let own = comparisons?.change(of: page.country.code) else {
      return []
    }
    let points = NumberFormat.signed(own.points, 1) + " points"
    return [
      "Since \(changes.since): \(points), and \(Self.words(places: own.places)) among the "
        + "\(CountWords.of(changes.countries, "country", "countries")) ranked in both years. "
        + MarkdownComparisons.coverageChanges
    ]
  }

  /// `3 places up`, `1 place down`, `the same place`.
  static func words(places: Int) -> String {
    if places == 0 { return "the same place" }
    return CountWords.of(abs(places), "place") + (places > 0 ? " up" : " down")
  }

  private var facts: String {
    let parts = [
      page.country.subregion, page.country.incomeGroup, "code \(page.country.code)",
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
          MarkdownText.escape(Heading.title(line.name)), NumberFormat.fixed(cell.score, 1),
          NumberFormat.rank(cell.rank),
        ] + (hasOwn ? [NumberFormat.fixed(cell.ownShare, 3)] : []) + [NumberFormat.fixed(cell.points, 1)]
      })
  }

  private var dimensionNotes: String {
    "\nPoints of the index: \(method.points). \(Self.dimensionRank)"
      + (report.hasOwnWeights ? "\n\n\(Self.ownWeight)" : "")
  }

  private func section(_ dimension: Int) -> String {
    let table = TextTable(
      [
        .text("Indicator"), .number("Value"), .text("Unit"), .number("Year"), .number("Score"),
        .number("Weight"), .number("Points"),
      ], zip(report.indicators, page.cells).filter { $0.0.dimension == dimension }.map(row))
    let score = page.dimensions[dimension].score.map { NumberFormat.fixed($0, 1) } ?? "not scored"
    let name = MarkdownText.escape(Heading.title(report.dimensions[dimension].name))
    return "## \(name): \(score)\n\n" + table.markdown.dropLast()
  }

  private func row(_ line: Report.IndicatorLine, _ cell: Report.IndicatorCell) -> [String] {
    let name = MarkdownText.escape(line.definition.displayName)
    let unit = MarkdownText.escape(line.definition.unit)
    if case .absent = cell.cell { return [name, "missing", unit, "–", "–", "–", "–"] }
    var year = NumberFormat.rank(cell.year)
    if case .carried(let age) = cell.cell { year += " (\(age) y old)" }
    if case .imputed(let rule) = cell.cell {
      year = "imputed: " + MarkdownText.escape(rule.replacing("_", with: " "))
    }
    return [
      name, NumberFormat.value(cell.value), unit, year, NumberFormat.fixed(cell.score, 1),
      NumberFormat.fixed(cell.weight, 3), NumberFormat.fixed(cell.points, 1),
    ]
  }

  private var figures: String {
    let list = MarkdownFigures(dataFolder: edition.dataFolder)
    return zip(report.indicators, page.cells).map(list.item).joined(separator: "\n")
  }
}
