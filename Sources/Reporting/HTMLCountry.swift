import HumanSecurity

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
  private let rowHeads: [HTMLWriter]
  private let units: [HTMLWriter]

  init(_ report: Report, _ edition: ReportEdition) {
    self.report = report
    dataFolder = edition.dataFolder
    pages = report.ranked + report.withheld
    rowHeads = report.indicators.map { line in
      var head = HTMLWriter()
      head.markup("<tr><th scope=row>")
      head.text(line.definition.name)
      return head
    }
    units = report.indicators.map { line in
      var unit = HTMLWriter()
      unit.markup(" <small>")
      unit.text(line.definition.unit)
      unit.markup("</small><td>")
      return unit
    }
  }

  func write(to out: inout HTMLWriter) {
    for place in pages.indices {
      let page = pages[place]
      out.markup("<section class=c id=\"c-")
      out.text(page.country.code.description)
      out.markup("\">")
      writeNavigation(place, to: &out)
      out.markup("<h2>")
      out.text(page.country.name)
      out.markup("</h2>\n")
      writeFacts(page, to: &out)
      if let reason = page.withheldBecause {
        out.markup("<p class=why>Not ranked: ")
        out.text(reason)
        out.markup(".</p>\n")
      }
      writeDimensions(page, to: &out)
      writeIndicators(page, to: &out)
      out.markup("</section>\n")
    }
  }

  // MARK: - Head

  private func writeNavigation(_ place: Int, to out: inout HTMLWriter) {
    out.markup("<nav aria-label=\"Countries\"><a href=\"#r-")
    out.text(pages[place].country.code.description)
    out.markup("\">Back to the ranking</a>")
    if place > 0 { writeNeighbour(pages[place - 1], "← ", "", to: &out) }
    if place + 1 < pages.count { writeNeighbour(pages[place + 1], "", " →", to: &out) }
    out.markup("</nav>\n")
  }

  private func writeNeighbour(
    _ page: Report.CountryPage, _ before: StaticString, _ after: StaticString,
    to out: inout HTMLWriter
  ) {
    out.markup("<a href=\"#c-")
    out.text(page.country.code.description)
    out.markup("\">")
    out.markup(before)
    out.text(page.country.name)
    out.markup(after)
    out.markup("</a>")
  }

  private func writeFacts(_ page: Report.CountryPage, to out: inout HTMLWriter) {
    out.markup("<p class=place>")
    let places = [page.country.region, page.country.subregion, page.country.incomeGroup]
    for (index, place) in places.filter({ !$0.isEmpty }).enumerated() {
      if index > 0 { out.markup(" · ") }
      out.text(place)
    }
    out.markup("</p>\n<dl class=facts>")
    if let rank = page.rank {
      out.markup("<div><dt>Rank<dd>")
      out.integer(rank)
      out.markup(" <span>of ")
      out.integer(report.ranked.count)
      out.markup("</span></div><div><dt>Rank range<dd>")
      out.ranks(page.range?.best, page.range?.worst)
      out.markup("</div><div><dt>Score<dd>")
      out.text(NumberFormat.fixed(page.score, 1))
      out.markup("</div>")
    }
    out.markup("<div><dt>Coverage<dd>")
    out.text(NumberFormat.percent(page.coverage))
    out.markup("</div></dl>\n<p class=note>")
    out.title(ReliabilityText.verdict(page.reliability, report.year))
    out.markup(". ")
    out.title(ReliabilityText.sentence(page.reliability, report.year))
    out.markup(".</p>\n")
  }

  private func writeDimensions(_ page: Report.CountryPage, to out: inout HTMLWriter) {
    out.markup("<table class=dims><caption>Dimensions</caption><thead><tr><th scope=col>Dimension")
    out.markup("<th scope=col>Score<th scope=col>Rank")
    if report.hasOwnWeights { out.markup("<th scope=col>Own weight") }
    out.markup("<th scope=col>Points of the index")
    out.markup("</thead><tbody>\n")
    for (line, cell) in zip(report.dimensions, page.dimensions) {
      out.markup("<tr><th scope=row>")
      out.title(line.name)
      if let score = cell.score {
        writeBar(score, to: &out)
      } else {
        out.markup("<td class=none>not scored")
      }
      out.markup("<td>")
      out.text(cell.rank.map(String.init) ?? "–")
      if report.hasOwnWeights {
        out.markup("<td>")
        out.text(NumberFormat.fixed(cell.ownShare, 3))
      }
      out.markup("<td>")
      out.text(NumberFormat.fixed(cell.points, 1))
      out.markup("\n")
    }
    out.markup("</tbody></table>\n")
    guard report.hasOwnWeights else { return }
    out.markup("<p class=note>")
    out.text(MarkdownCountry.ownWeight)
    out.markup("</p>\n")
  }

  private func writeBar(_ score: Double, to out: inout HTMLWriter) {
    let text = NumberFormat.fixed(score, 1)
    out.markup("<td style=--s:")
    out.text(text)
    out.markup(">")
    out.text(text)
  }

  // MARK: - Indicators

  private func writeIndicators(_ page: Report.CountryPage, to out: inout HTMLWriter) {
    out.markup("<div class=scroll><table class=w><caption>Indicators</caption><thead><tr>")
    out.markup("<th scope=col>Indicator<th scope=col>Value<th scope=col>Year<th scope=col>Score")
    out.markup("<th scope=col>Weight<th scope=col>Figure in</thead>\n")
    var group = -1
    for (place, (line, cell)) in zip(report.indicators, page.cells).enumerated() {
      if line.dimension != group {
        group = line.dimension
        out.markup("<tbody><tr><th scope=rowgroup colspan=6>")
        out.title(report.dimensions[group].name)
        out.markup("\n")
      }
      writeRow(place, cell, to: &out)
    }
    out.markup("</table></div><p class=note>File and line under Data. After = the figure that ")
    out.markup(
      "stands there, where the value is worked out from it; after × its factors, after ÷ its denominator.</p>"
    )
  }

  private func writeRow(_ place: Int, _ cell: Report.IndicatorCell, to out: inout HTMLWriter) {
    out.append(rowHeads[place])
    if case .absent(let absence) = cell.cell {
      out.markup("<td colspan=5 class=none>missing: ")
      out.text(absence.reason)
      out.markup("\n")
      return
    }
    out.markup("<td>")
    out.text(NumberFormat.value(cell.value))
    out.append(units[place])
    if case .imputed(let rule) = cell.cell {
      out.text("imputed: " + rule.replacing("_", with: " "))
    } else {
      out.text(cell.year.map(String.init) ?? "–")
    }
    if case .carried(let age) = cell.cell {
      out.markup(" <small>")
      out.integer(age)
      out.markup(" y old</small>")
    }
    if let score = cell.score { writeBar(score, to: &out) } else { out.markup("<td>–") }
    out.markup("<td>")
    out.text(NumberFormat.percent(cell.weight))
    out.markup("<td>")
    writeProvenance(place, cell, to: &out)
    out.markup("\n")
  }

  // MARK: - Provenance

  private func writeProvenance(
    _ place: Int, _ cell: Report.IndicatorCell, to out: inout HTMLWriter
  ) {
    if let provenance = cell.provenance { writeLink(provenance, to: &out) }
    // Whoever looks the line up finds this number there, not the derived one.
    if !report.indicators[place].definition.derivation.isIdentity, let raw = cell.raw {
      out.markup(" <small>= ")
      out.text(NumberFormat.value(raw))
      out.markup("</small>")
    }
    for factor in cell.factors {
      out.markup(" <small>× </small>")
      writeLink(factor, to: &out)
    }
    for (index, denominator) in cell.denominators.enumerated() {
      out.markup(index == 0 ? " <small>÷ </small>" : " <small>+ </small>")
      writeLink(denominator, to: &out)
    }
    for (index, neighbour) in cell.neighbours.enumerated() {
      out.markup(index == 0 ? " <small>land neighbours </small>" : ", ")
      writeLink(neighbour, to: &out)
    }
  }

  private func writeLink(_ place: Provenance, to out: inout HTMLWriter) {
    if !dataFolder.isEmpty {
      out.markup("<a href=\"")
      out.path(dataFolder)
      out.markup("/")
      out.path(place.file)
      out.markup("\">")
    }
    out.text(place.file)
    out.markup(":")
    out.integer(place.line)
    if !dataFolder.isEmpty { out.markup("</a>") }
  }
}
