import IndexModel

/// The pages of a report in Markdown, which lead to each other.
package struct MarkdownReport: Sendable {
  let report: Report
  let edition: ReportEdition
  /// Nil where neither years nor lenses are compared.
  let comparisons: ReportComparisons?

  package init(_ report: Report, _ edition: ReportEdition, _ comparisons: ReportComparisons? = nil) {
    (self.report, self.edition, self.comparisons) = (report, edition, comparisons)
  }

  /// `ranking.md`, `audit.md` and a page a country in `countries/`.
  /// Each is made when it is asked for.
  package func pages(_ audit: AuditPage) -> [(name: String, text: @Sendable () -> String)] {
    let links = "\n[Ranking](ranking.md) · [Indicators](ranking.md#indicators)\n"
    var pages: [(name: String, text: @Sendable () -> String)] = []
    pages.append((name: "audit.md", text: { audit.markdown + links }))
    pages.append((name: "ranking.md", text: { MarkdownRanking(of: self).text }))
    for page in report.isPart ? [] : report.ranked + report.withheld {
      pages.append((name: Self.address(of: page.country), text: { MarkdownCountry(page, of: self).text }))
    }
    return pages
  }

  /// Where a country's page stands in the folder of the report.
  private static func address(of country: Country) -> String { "countries/\(country.code).md" }

  /// A country's name as a link from a page beside `countries/`.
  static func link(to country: Country) -> String {
    "[\(MarkdownText.escape(country.name))](\(address(of: country)))"
  }
}
