import IndexModel

/// A report as a web page that needs nothing beside itself.
package enum HTMLReport {
  /// The style sheets in the order in which they apply; a later one overrides an earlier one.
  private static let styleSheets = [
    PackageResources.page_css, PackageResources.tables_css, PackageResources.country_css,
    PackageResources.narrow_css, PackageResources.print_css,
  ]

  /// - Parameter audit: what an audit of the weights found; nil for a page without that section.
  package static func render(
    _ report: Report, outlines: [(code: CountryCode, outline: Outline)], edition: ReportEdition,
    audit: AuditPage? = nil
  ) -> String {
    let cells = (report.ranked.count + report.withheld.count) * report.indicators.count
    var out = HTMLWriter(capacity: 250_000 + cells * 300)
    let prose = HTMLProse(report: report, edition: edition, hasAudit: audit != nil)
    writeHead(report, to: &out)
    prose.writeTitle(to: &out)
    out.markup("<main>\n<div class=front>\n")
    prose.writeReading(to: &out)
    HTMLMap(report, outlines).write(to: &out)
    HTMLRanking(report: report).write(to: &out)
    if let audit { HTMLAudit(page: audit).write(to: &out) }
    HTMLIndicators(report: report).write(to: &out)
    out.markup("</div>\n")
    HTMLCountry(report, edition).write(to: &out)
    out.markup("</main>\n")
    prose.writeAbout(to: &out)
    out.markup("<script>\n")
    out.embedded(PageScript.shipped)
    out.markup("</script>\n</body>\n</html>\n")
    return out.string
  }

  private static func writeHead(_ report: Report, to out: inout HTMLWriter) {
    // An icon of nothing keeps a browser from asking the server for one.
    out.markup(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="data:,">
      <title>Human security index \(report.year) – \(report.lens.displayTitle)</title>
      <style>\n
      """)
    for sheet in styleSheets { out.embedded(sheet) }
    out.markup(
      """
      </style>
      </head>
      <body>
      <a class=skip href="#ranking">Skip to the ranking</a>\n
      """)
  }
}
