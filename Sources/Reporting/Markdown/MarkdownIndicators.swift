import IndexModel
import Scoring
import Tabular

/// The list of indicators: how each is scored, then whose figures it has.
struct MarkdownIndicators {
  let report: Report

  var text: String {
    """
    \(scales.markdown)
    \(MethodText(report).goalposts) Covered: ranked countries with a figure. What each measures and how its figures \
    are spread: `hsi indicators --format md`.

    \(sources.markdown)
    † the licence restricts reuse, or is not known; see the catalogue.

    """
  }

  private var scales: TextTable {
    TextTable(
      [
        .text("Part"), .text("Indicator"), .text("Unit"), .number("Worst"), .number("Best"), .text("Scale"),
        .number("Weight"), .number("Covered"),
      ],
      report.indicators.map { line in
        let own = line.definition
        return [own.dimension.map(Heading.title) ?? "", own.displayName, own.unit].map(MarkdownText.escape)
          + [
            NumberFormat.value(line.goalposts.worst), NumberFormat.value(line.goalposts.best),
            own.transform.scale ?? "linear", NumberFormat.fixed(line.effectiveWeight * 100, 1) + " %",
            "\(line.countriesCovered)",
          ]
      })
  }

  private var sources: TextTable {
    TextTable(
      [.text("Indicator"), .text("Producer"), .text("Licence")],
      report.indicators.map { line in
        let (own, licence) = (line.definition, line.definition.licence)
        return [
          MarkdownText.escape(own.displayName), MarkdownText.escape(own.producer),
          MarkdownText.escape(licence.isUnknown ? "unknown" : licence.text) + (licence.isOpen ? "" : " †"),
        ]
      })
  }
}
