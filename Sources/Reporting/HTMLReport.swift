import HumanSecurity

/// A report as a web page that needs nothing beside itself.
public enum HTMLReport {
  /// One self-contained page.
  /// - Parameter audit: what an audit of the weights found; nil for a page without that section.
  public static func render(
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
    out.markup(HTMLScript.source)
    out.markup("\n</script>\n</body>\n</html>\n")
    return out.string
  }

  private static func writeHead(_ report: Report, to out: inout HTMLWriter) {
    out.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    out.markup("style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n")
    out.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    // An icon of nothing keeps a browser from asking the server for one.
    out.markup("<link rel=\"icon\" href=\"data:,\">\n<title>Human security index ")
    out.integer(report.year)
    out.markup(" – ")
    out.text(report.lens.displayTitle)
    out.markup("</title>\n<style>\n")
    out.markup(HTMLStyle.page)
    out.markup(HTMLStyle.tables)
    out.markup(HTMLStyle.country)
    out.markup(HTMLStyle.narrow)
    out.markup(HTMLStyle.print)
    out.markup("\n</style>\n</head>\n<body>\n")
    out.markup("<a class=skip href=\"#ranking\">Skip to the ranking</a>\n")
  }
}
