import HumanSecurity
import Lens
import Scoring

/// The ranking as a Markdown page.
public enum MarkdownRanking {
  /// The page `ranking.md`, which stands beside the folder `countries/`.
  public static func render(_ report: Report, edition: ReportEdition) -> String {
    let method = MethodText(lens: report.lens, dimensionCount: report.dimensions.count)
    let title = report.lens.title.isEmpty ? report.lens.name : report.lens.title
    return """
      # Human security index \(report.year)

      *\(MarkdownText.escape(title))*

      \(reading(report))

      ## Ranking

      \(ranking(report).markdown)
      \(method.rangeNote). Coverage: share of the weight that rests on a figure. \(CoverageHint.mark) \
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
    let method = MethodText(lens: report.lens, dimensionCount: report.dimensions.count)
    return """
      \(report.ranked.count) of \(inScope) countries are ranked. \(method.scale) \(method.joining) \
      Security is a matter of degree: \
      a score is no verdict, and close ranks may be exchanged by another judgement. \
      \(report.lens.impute.inProse) Every figure leads back to its file and \
      line on the country's page.
      """
  }

  private static func ranking(_ report: Report) -> TextTable {
    var table = TextTable(
      [.number("Rank"), .number("Range"), .text("Country"), .number("Score")]
        + report.dimensions.map { .number(Heading.capitalised($0.name)) }
        + [.number("Coverage"), .text("Reliability")])
    for page in report.ranked {
      let code = page.country.code.description
      table.append(
        [
          page.rank.map(String.init) ?? "–", ScoreListing.rangeText(page.range),
          "[\(MarkdownText.escape(page.country.name))](countries/\(code).md)",
          NumberFormat.fixed(page.score, 1),
        ] + page.dimensions.map { NumberFormat.fixed($0.score, 1) }
          + [
            NumberFormat.percent(page.coverage)
              + (CoverageHint.isThin(page.coverage) ? " \(CoverageHint.mark)" : ""),
            page.reliability.level.rawValue,
          ]
      )
    }
    return table
  }

  private static func withheld(_ report: Report) -> String {
    guard !report.withheld.isEmpty else { return "" }
    var out = "## Not ranked\n\n"
    for page in report.withheld {
      let name = MarkdownText.escape(page.country.name)
      let reason = MarkdownText.escape(page.withheldBecause ?? "")
      out += "- [\(name)](countries/\(page.country.code).md): \(reason)\n"
    }
    return out
  }

  private static func indicators(_ report: Report) -> TextTable {
    var table = TextTable([
      .text("Dimension"), .text("Indicator"), .text("Unit"), .number("Worst"), .number("Best"),
      .number("Weight"), .number("Covered"), .text("Producer"), .text("Licence"),
    ])
    for line in report.indicators {
      let definition = line.definition
      table.append([
        MarkdownText.escape(definition.dimension?.description ?? ""),
        MarkdownText.escape(definition.name), MarkdownText.escape(definition.unit),
        NumberFormat.value(line.goalposts.worst), NumberFormat.value(line.goalposts.best),
        NumberFormat.fixed(line.effectiveWeight * 100, 1) + " %", "\(line.countriesCovered)",
        MarkdownText.escape(definition.producer),
        (definition.licence.isUnknown ? "unknown" : MarkdownText.escape(definition.licence.text))
          + (definition.licence.isOpen ? "" : " †"),
      ])
    }
    return table
  }

  private static func about(_ report: Report, _ edition: ReportEdition) -> String {
    var out = "## About this edition\n\n"
    out +=
      "Lens `\(report.lens.name)`, reference year \(report.year), figures carried forward up to "
    out += "\(report.lens.carryForward) years, hsi \(edition.toolVersion), "
    out += "data vintage `\(edition.shortVintage)`.\n"
    if !report.lens.rationale.isEmpty {
      out += "\n\(MarkdownText.escape(report.lens.rationale))\n"
    }
    if !report.lens.references.isEmpty { out += "\n" }
    for reference in report.lens.references { out += "- \(MarkdownText.escape(reference))\n" }
    return out
  }
}

/// When so little of a country's weight rests on figures that readers should be told.
public enum CoverageHint {
  /// The JRC's rule of thumb for the share of indicators a country should have.
  public static let threshold = Reliability.coverageRequired

  /// What stands behind a coverage that is below the threshold.
  public static let mark = "¹"

  /// What the mark means.
  public static let text =
    "less than \(NumberFormat.percent(threshold)) covered: read rank and score with care"

  /// Whether a coverage is below the threshold.
  public static func isThin(_ coverage: Double) -> Bool { coverage < threshold }
}

/// Names as headings.
public enum Heading {
  /// The name with a capital first letter.
  public static func capitalised(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }
}
