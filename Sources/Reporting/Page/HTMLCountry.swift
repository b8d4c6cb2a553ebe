import Audit
import IndexModel
import Ingest
import Tabular

/// A section for each country: its standing in every dimension and the working of every figure.
///
/// A section shows when it is the target of the address, which works without a script. There are
/// some nine thousand rows of them, hence the bare markup: end tags that HTML lets one omit are
/// omitted, and bars are drawn by the style sheet from one number.
struct HTMLCountry {
  private let report: Report
  private let pages: [Report.CountryPage]
  /// What is the same in the rows of all countries, written once.
  private let rowHeads: [Markup]

  init(_ report: Report) {
    self.report = report
    pages = report.ranked + report.withheld
    rowHeads = report.indicators.map { line in "<tr><th scope=row>\(line.definition.name)" }
  }

  func write(to out: inout HTMLWriter) {
    for place in pages.indices {
      let page = pages[place]
      out.markup(#"<section class=c id="c-\#(page.country.code)">"#)
      writeNavigation(place, to: &out)
      out.markup("<h2>\(page.country.name)</h2>\n")
      writeFacts(page, to: &out)
      if let reason = page.withheldBecause { out.markup("<p class=why>Unranked: \(reason).</p>\n") }
      writeDimensions(page, to: &out)
      writeIndicators(page, to: &out)
      out.markup("</section>\n")
    }
  }

  // MARK: - Head

  private func writeNavigation(_ place: Int, to out: inout HTMLWriter) {
    func link(_ page: Report.CountryPage, _ text: String) -> Markup {
      ##"<a href="#c-\##(page.country.code)">\##(text)</a>"##
    }
    let code = pages[place].country.code
    out.markup(
      ##"<nav aria-label="\(Heading.capitalised(report.lens.index.units))"><a href="#r-\##(code)">Back to the ranking</a>"##
    )
    if place > 0 { out.markup(link(pages[place - 1], "← \(pages[place - 1].country.name)")) }
    if place + 1 < pages.count { out.markup(link(pages[place + 1], "\(pages[place + 1].country.name) →")) }
    out.markup("</nav>\n")
  }

  private func writeFacts(_ page: Report.CountryPage, to out: inout HTMLWriter) {
    let places = [page.country.region, page.country.subregion, page.country.incomeGroup]
    out.markup(
      """
      <p class=place>\(places.filter { !$0.isEmpty }.joined(separator: " · "))</p>
      <dl class=facts>
      """)
    if let rank = page.rank {
      out.markup(
        """
        <div><dt>Rank<dd>\(rank) <span>of \(report.ranked.count)</span></div>\
        <div><dt>Rank interval<dd>\(ScoreListing.intervalText(page.interval))</div>\
        <div><dt>Tier<dd>\(NumberFormat.rank(page.interval?.tier))</div>\
        <div><dt>Without one \(report.dimensions.count > 1 ? "dimension" : "part")<dd>\(ScoreListing.rangeText(page.range))</div>\
        <div><dt>Score<dd>\(page.score, decimals: 1)</div>
        """)
    }
    let outlying =
      page.outlying.map { "<p class=why>\(IntervalWords.sentence($0, page.country.name))</p>" as Markup }
      ?? ""
    out.markup(
      """
      <div><dt>Coverage<dd>\(percent: page.coverage)</div></dl>\(outlying)
      <p class=note>\(title: ReliabilityText.verdict(page.reliability, report.year)). \
      \(title: ReliabilityText.sentence(page.reliability, report.year)).</p>\n
      """)
  }

  private func writeDimensions(_ page: Report.CountryPage, to out: inout HTMLWriter) {
    let ownWeight: Markup = report.hasOwnWeights ? "<th scope=col>Own weight" : ""
    out.markup(
      """
      <table class=dims><caption>Dimensions</caption><thead><tr><th scope=col>Dimension\
      <th scope=col>Score<th scope=col>Rank\(ownWeight)<th scope=col>Points of the index\
      </thead><tbody>\n
      """)
    for (line, cell) in zip(report.dimensions, page.dimensions) {
      let own: Markup = report.hasOwnWeights ? "<td>\(cell.ownShare, decimals: 3)" : ""
      out.markup(
        """
        <tr><th scope=row>\(title: line.name)\(cell.score.map(bar) ?? "<td class=none>not scored")\
        <td>\(NumberFormat.rank(cell.rank))\(own)<td>\(cell.points, decimals: 1)\n
        """)
    }
    out.markup("</tbody></table>\n")
    if report.hasOwnWeights { out.markup("<p class=note>\(MarkdownCountry.ownWeight)</p>\n") }
  }

  private func bar(_ score: Double) -> Markup { "<td style=--s:\(score, decimals: 1)>\(score, decimals: 1)" }

  // MARK: - Indicators

  private func writeIndicators(_ page: Report.CountryPage, to out: inout HTMLWriter) {
    out.markup(
      """
      <div class=scroll><table class=w><caption>Indicators</caption><thead><tr>\
      <th scope=col>Indicator<th scope=col>Value<th scope=col>Year<th scope=col>Score\
      <th scope=col>Lines</thead>\n
      """)
    var group = -1
    for (place, (line, cell)) in zip(report.indicators, page.cells).enumerated() {
      if line.dimension != group {
        group = line.dimension
        let name = report.dimensions[group].name
        out.markup("<tbody><tr><th scope=rowgroup colspan=5>\(title: name)\n")
      }
      writeRow(place, cell, to: &out)
    }
    out.markup(
      """
      </table></div><p class=note>Score: \(MethodText(report).score). Units, weights and goalposts stand in the \
      <a href="#indicators">list of indicators</a>. Lines are of the file that stands there, under Data; after × factors, after ÷ denominators.</p>
      """)
  }

  private func writeRow(_ place: Int, _ cell: Report.IndicatorCell, to out: inout HTMLWriter) {
    out.markup(rowHeads[place])
    if case .absent(let absence) = cell.cell {
      return out.markup("<td colspan=4 class=none>missing: \(absence.reason)\n")
    }
    out.markup("<td>\(NumberFormat.value(cell.value))<td>")
    if case .imputed(let rule) = cell.cell {
      out.text("imputed: " + rule.replacing("_", with: " "))
    } else {
      out.text(NumberFormat.rank(cell.year))
    }
    if case .carried(let age) = cell.cell { out.markup(" <small>\(age) y old</small>") }
    out.markup("<td>\(cell.score, decimals: 1)<td>\(provenance(cell, report.indicators[place].file))\n")
  }

  // MARK: - Provenance

  /// The file itself is not named where it is the indicator's: the list of indicators has it.
  private func provenance(_ cell: Report.IndicatorCell, _ usual: String) -> String {
    func text(_ places: [Provenance], _ mark: String) -> String {
      FigureText.files(places).enumerated().map {
        ($0.offset == 0 ? mark : ", ") + ($0.element.file == usual ? "" : $0.element.file + ":")
          + $0.element.text
      }.joined()
    }
    return text(cell.places, "") + text(cell.factors, " × ") + text(cell.denominators, " ÷ ")
      + text(cell.people, ", weighted by ") + text(cell.neighbours, " land neighbours ")
  }
}
