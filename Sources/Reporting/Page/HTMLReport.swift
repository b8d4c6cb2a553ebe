import IndexModel

/// A report as a web page that needs nothing beside itself.
package enum HTMLReport {
  /// The style sheets in the order in which they apply; a later one overrides an earlier one.
  private static let styleSheets = [
    PackageResources.page_css, PackageResources.tables_css, PackageResources.country_css,
    PackageResources.app_css, PackageResources.narrow_css, PackageResources.print_css,
  ]

  /// - Parameters:
  ///   - audit: what an audit of the weights found; nil for a page without that section.
  ///   - changes: what changed since the last report, in sentences; empty for a page without that section.
  ///   - data: what the script needs; nil for a page without script.
  package static func render(
    _ report: Report, outlines: [(code: CountryCode, outline: Outline)], edition: ReportEdition,
    audit: AuditPage? = nil, data: PageData? = nil, changes: [String] = []
  ) -> String {
    let cells = (report.ranked.count + report.withheld.count) * report.indicators.count
    var out = HTMLWriter(capacity: 250_000 + cells * 300)
    let prose = HTMLProse(report: report, edition: edition, hasAudit: audit != nil)
    writeHead(report, hasScript: data != nil, to: &out)
    prose.writeTitle(to: &out)
    out.markup("<main id=content tabindex=-1>\n<div class=front>\n")
    prose.writeReading(to: &out)
    HTMLMap(report, outlines).write(to: &out)
    let ranking = HTMLRanking(report: report)
    withoutScript(data != nil, to: &out) { ranking.write(to: &$0) }
    ranking.writeWithheld(to: &out)
    write(changes, to: &out)
    if let audit { HTMLAudit(page: audit).write(to: &out) }
    HTMLIndicators(report: report).write(to: &out)
    out.markup("</div>\n")
    if !report.isPart { withoutScript(data != nil, to: &out) { HTMLCountry(report).write(to: &$0) } }
    out.markup("</main>\n")
    prose.writeAbout(to: &out)
    if let data {
      out.markup("<script type=application/json id=data>")
      out.embedded(Array(data.json.compact.utf8))
      out.markup("</script>\n<script>")
      out.embedded(PageScript.shipped)
      out.markup("</script>\n")
    }
    out.markup("</body>\n</html>\n")
    return out.string
  }

  private static func write(_ changes: [String], to out: inout HTMLWriter) {
    guard let finding = changes.first else { return }
    out.markup(
      "<section id=changes aria-labelledby=changes-h><h2 id=changes-h>What changed since the last report</h2>\n"
    )
    out.markup("<p>\(finding)</p>\n")
    if changes.count > 1 {
      out.markup("<ul>\n")
      for sentence in changes.dropFirst() { out.markup("<li>\(sentence)</li>\n") }
      out.markup("</ul>\n")
    }
    out.markup("</section>\n")
  }

  /// What the script draws itself from its data stands where browsers without it alone look.
  private static func withoutScript(
    _ hasScript: Bool, to out: inout HTMLWriter, _ write: (inout HTMLWriter) -> Void
  ) {
    if hasScript { out.markup("<noscript>\n") }
    write(&out)
    if hasScript { out.markup("</noscript>\n") }
  }

  private static func writeHead(_ report: Report, hasScript: Bool, to out: inout HTMLWriter) {
    let script = hasScript ? "'sha256-\(PageScript.digest)'" : "'none'"
    // An icon of nothing keeps a browser from asking the server for one.
    out.markup(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src \(script); img-src data:; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="data:,">
      <title>\(report.name)</title>
      <style>\n
      """)
    for sheet in styleSheets { out.embedded(sheet) }
    // What the script takes over is not laid out before it runs, for nothing.
    if hasScript {
      out.markup("@media (scripting:enabled){html:not(.js) :is(.front>section,#about){display:none}}\n")
    }
    out.text(report.lens.index.styleRules)
    out.markup(
      """
      </style>
      </head>
      <body>
      <a class=skip href="#content">Skip to the content</a>\n
      """)
  }
}
