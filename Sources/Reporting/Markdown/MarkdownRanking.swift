import Audit
import IndexModel
import Scoring
import Tabular

/// The ranking as a Markdown page.
package enum MarkdownRanking {
  /// The page `ranking.md`, which stands beside the folder `countries/`.
  package static func render(_ report: Report, edition: ReportEdition) -> String {
    let method = MethodText(report)
    let lens = report.lens
    let title = "\(lens.index.isEmpty ? lens.displayTitle : lens.index) \(report.year)"
    let subtitle = lens.index.isEmpty ? "" : "*\(MarkdownText.escape(lens.displayTitle))*\n\n"
    return """
      # \(MarkdownText.escape(title))

      \(subtitle)\
      \(reading(report))

      ## Ranking

      \(ranking(report).markdown)
      \(Heading.capitalised(method.intervalNote(report.intervalDraws))). \(Heading.capitalised(MethodText.tierNote)). \
      \(outlying(report))Coverage: share of the weight that rests on a figure. \(CoverageHint.mark) \
      \(CoverageHint.text). \(Heading.capitalised(ReliabilityText.note)).

      \(withheld(report))
      ## Indicators

      \(indicators(report).markdown)
      \(method.goalposts) Covered: ranked countries with a figure. † the \
      licence restricts reuse, or is not known; see the catalogue.

      \(about(report, edition))
      """
  }

  private static func reading(_ report: Report) -> String {
    let inScope = report.ranked.count + report.withheld.count
    let method = MethodText(report)
    return """
      \(report.ranked.count) of \(inScope) countries are ranked. \(method.scale) \(method.joining) \
      Security is a matter of degree: \
      a score is no verdict, and close ranks may be exchanged by another judgement. \
      \(report.lens.impute.inProse) Every figure leads back to its file and \
      line on the country's page.
      """
  }

  private static func ranking(_ report: Report) -> TextTable {
    TextTable(
      [.number("Rank"), .number("Interval"), .number("Tier"), .text("Country"), .number("Score")]
        + report.dimensions.map { .number(Heading.capitalised($0.name)) } + [
          .number("Coverage"), .text("Reliability"),
        ],
      report.ranked.map { page in
        let mark = CoverageHint.isThin(page.coverage) ? " \(CoverageHint.mark)" : ""
        return [
          NumberFormat.rank(page.rank), ScoreListing.intervalText(page.interval),
          NumberFormat.rank(page.interval?.tier), link(page), NumberFormat.fixed(page.score, 1),
        ] + page.dimensions.map { NumberFormat.fixed($0.score, 1) } + [
          NumberFormat.percent(page.coverage) + mark, page.reliability.level.rawValue,
        ]
      })
  }

  /// Who lies outside its own interval; each country's page says why.
  private static func outlying(_ report: Report) -> String {
    let outside = report.ranked.filter { $0.outlying != nil }
    if outside.isEmpty { return "" }
    let verb =
      outside.count == 1
      ? "lies outside its own interval, and its page says"
      : "lie outside their own intervals, and their pages say"
    return
      "\(CountWords.list(outside.map(link))) \(verb) which judgement moves \(outside.count == 1 ? "it" : "them"). "
  }

  private static func link(_ page: Report.CountryPage) -> String {
    "[\(MarkdownText.escape(page.country.name))](countries/\(page.country.code).md)"
  }

  private static func withheld(_ report: Report) -> String {
    guard !report.withheld.isEmpty else { return "" }
    var out = "## Unranked\n\n"
    for page in report.withheld {
      out += "- \(link(page)): \(MarkdownText.escape(page.withheldBecause ?? ""))\n"
    }
    return out
  }

  private static func indicators(_ report: Report) -> TextTable {
    TextTable(
      [
        .text("Dimension"), .text("Indicator"), .text("Unit"), .number("Worst"), .number("Best"),
        .text("Scale"), .number("Weight"), .number("Covered"), .text("Producer"), .text("Licence"),
      ],
      report.indicators.map { line in
        let (own, licence) = (line.definition, line.definition.licence)
        return [own.dimension?.description ?? "", own.name, own.unit].map(MarkdownText.escape) + [
          NumberFormat.value(line.goalposts.worst), NumberFormat.value(line.goalposts.best),
          own.transform.scale ?? "linear", NumberFormat.fixed(line.effectiveWeight * 100, 1) + " %",
          "\(line.countriesCovered)", MarkdownText.escape(own.producer),
          MarkdownText.escape(licence.isUnknown ? "unknown" : licence.text) + (licence.isOpen ? "" : " †"),
        ]
      })
  }

  private static func about(_ report: Report, _ edition: ReportEdition) -> String {
    var out = "## About this edition\n\n"
    out +=
      "Lens \(MarkdownText.code(report.lens.name)), reference year \(report.year), figures carried forward up to "
    out += "\(report.lens.carryForward) years, hsi \(edition.toolVersion), "
    out += "data vintage `\(edition.shortVintage)`.\n"
    if !report.lens.rationale.isEmpty { out += "\n\(MarkdownText.escape(report.lens.rationale))\n" }
    if !report.lens.references.isEmpty { out += "\n" }
    for reference in report.lens.references { out += "- \(MarkdownText.escape(reference))\n" }
    return out
  }
}
