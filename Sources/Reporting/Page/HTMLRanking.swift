import IndexModel
import Tabular

/// The ranking table, and the countries that are not ranked.
struct HTMLRanking {
  let report: Report

  func write(to out: inout HTMLWriter) {
    out.markup("<section id=ranking aria-labelledby=rank-h><h2 id=rank-h>Ranking</h2>\n")
    if report.isPart { out.markup("<p>\(report.partNote)</p>\n") }
    out.markup(
      """
      <div class=scroll tabindex=0 role=region aria-label="Table of ranks"><table id=rank>\
      <caption>Index and dimensions, \(report.year), scores from 0 to 100</caption>\n
      """)
    writeHeader(to: &out)
    out.markup("<tbody>\n")
    for page in report.ranked { writeRow(page, to: &out) }
    out.markup("</tbody></table></div></section>\n")
  }

  // MARK: - Ranked

  private func writeHeader(to out: inout HTMLWriter) {
    out.markup(
      """
      <thead><tr><th scope=col>Rank<th scope=col>Interval (tier)\
      <th scope=col>\(Heading.capitalised(report.lens.index.unit))<th scope=col>Score
      """)
    for dimension in report.dimensions { out.markup("<th scope=col>\(title: dimension.name)") }
    out.markup("<th scope=col>Coverage<th scope=col>Reliability</thead>\n")
  }

  private func writeRow(_ page: Report.CountryPage, to out: inout HTMLWriter) {
    let country = page.country
    out.markup(
      """
      <tr id="r-\(country.code)">\
      <td>\(NumberFormat.rank(page.rank))\(interval(page))\
      <th scope=row>\(link(to: country))\
      <td>\(page.score, decimals: 1)
      """)
    for dimension in page.dimensions {
      let score = dimension.score
      // Coloured as the number reads, so that no two cells of 90 differ.
      out.markup("<td\(colourOf: score?.rounded(), report.lens.index)>\(score, decimals: 0)")
    }
    out.markup("<td>\(percent: page.coverage)<td>\(ReliabilityText.word(page.reliability))\n")
  }

  /// The name, leading to what the page says of the country where it says anything.
  private func link(to country: Country) -> Markup {
    report.isPart ? "\(country.name)" : ##"<a href="#c-\##(country.code)">\##(country.name)</a>"##
  }

  /// The interval as numbers, over a strip that shows it on the line from first to last.
  private func interval(_ page: Report.CountryPage) -> Markup {
    guard let own = page.interval else { return "<td>–" }
    let count = Double(max(report.rankedCount, 1))
    return """
      <td style="--a:\(Double(own.low - 1) / count * 100, decimals: 1)%;\
      --b:\(Double(own.high) / count * 100, decimals: 1)%">\(own.text) (\(own.tier))
      """
  }

  // MARK: - Withheld

  func writeWithheld(to out: inout HTMLWriter) {
    if report.withheld.isEmpty { return }
    out.markup(
      """
      <section id=withheld aria-labelledby=withheld-h><h2 id=withheld-h>Unranked</h2>
      <div class=scroll><table class=plain>\
      <caption>\(Heading.capitalised(report.lens.index.units)) in scope with too few figures for a score</caption>
      <thead><tr><th scope=col>\(Heading.capitalised(report.lens.index.unit))<th scope=col>Reason<th scope=col>Coverage</thead>
      <tbody>\n
      """)
    for page in report.withheld {
      let country = page.country
      out.markup(
        """
        <tr id="r-\(country.code)"><th scope=row>\(link(to: country))\
        <td>\(page.withheldBecause ?? "")<td class=num>\(percent: page.coverage)\n
        """)
    }
    out.markup("</tbody></table></div></section>\n")
  }
}
