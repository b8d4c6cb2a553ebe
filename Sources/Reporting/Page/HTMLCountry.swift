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
  private let dataFolder: String
  private let pages: [Report.CountryPage]
  /// What is the same in the rows of all countries, written once.
  private let rowHeads: [Markup]
  private let units: [Markup]

  init(_ report: Report, _ edition: ReportEdition) {
    self.report = report
    dataFolder = edition.dataFolder
    pages = report.ranked + report.withheld
    rowHeads = report.indicators.map { line in
      let scale = line.definition.transform.scale.map { " <small>\($0)</small>" as Markup } ?? ""
      return "<tr><th scope=row>\(line.definition.name)\(scale)"
    }
    units = report.indicators.map { " <small>\($0.definition.unit)</small><td>" }
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
    out.markup(##"<nav aria-label="Countries"><a href="#r-\##(code)">Back to the ranking</a>"##)
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
      <th scope=col>Weight<th scope=col>Figure in</thead>\n
      """)
    var group = -1
    for (place, (line, cell)) in zip(report.indicators, page.cells).enumerated() {
      if line.dimension != group {
        group = line.dimension
        let name = report.dimensions[group].name
        out.markup("<tbody><tr><th scope=rowgroup colspan=6>\(title: name)\n")
      }
      writeRow(place, cell, to: &out)
    }
    out.markup(
      """
      </table></div><p class=note>Score: \(MethodText(report).score). File and lines under Data. After = the figure that stands there, \
      where the value is worked out from one; after × its factors, after ÷ its denominator.</p>
      """)
  }

  private func writeRow(_ place: Int, _ cell: Report.IndicatorCell, to out: inout HTMLWriter) {
    out.markup(rowHeads[place])
    if case .absent(let absence) = cell.cell {
      return out.markup("<td colspan=5 class=none>missing: \(absence.reason)\n")
    }
    out.markup("<td>\(NumberFormat.value(cell.value))\(units[place])")
    if case .imputed(let rule) = cell.cell {
      out.text("imputed: " + rule.replacing("_", with: " "))
    } else {
      out.text(NumberFormat.rank(cell.year))
    }
    if case .carried(let age) = cell.cell { out.markup(" <small>\(age) y old</small>") }
    out.markup("\(cell.score.map(bar) ?? "<td>–")<td>\(percent: cell.weight)<td>")
    writeProvenance(place, cell, to: &out)
    out.markup("\n")
  }

  // MARK: - Provenance

  private func writeProvenance(_ place: Int, _ cell: Report.IndicatorCell, to out: inout HTMLWriter) {
    for (index, lines) in FigureText.files(cell.places).enumerated() {
      out.markup(index == 0 ? link(lines) : ", \(link(lines))")
    }
    // Whoever looks the line up finds this number there, not the derived one.
    if cell.places.count == 1, !report.indicators[place].definition.derivation.isIdentity, let raw = cell.raw
    {
      out.markup(" <small>= \(NumberFormat.value(raw))</small>")
    }
    for factor in FigureText.files(cell.factors) { out.markup(" <small>× </small>\(link(factor))") }
    for (index, denominator) in FigureText.files(cell.denominators).enumerated() {
      out.markup(" <small>\(index == 0 ? "÷" : "+") </small>\(link(denominator))")
    }
    for (index, neighbour) in FigureText.files(cell.neighbours).enumerated() {
      out.markup(index == 0 ? " <small>land neighbours </small>" : ", ")
      out.markup(link(neighbour))
    }
  }

  private func link(_ lines: FigureText.Lines) -> Markup {
    if dataFolder.isEmpty { return "\(lines.file):\(lines.text)" }
    return #"<a href="\#(path: dataFolder)/\#(path: lines.file)">\#(lines.file):\#(lines.text)</a>"#
  }
}
