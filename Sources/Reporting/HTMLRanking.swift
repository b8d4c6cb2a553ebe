import HumanSecurity

/// The ranking table with its filters, and the countries that are not ranked.
struct HTMLRanking {
  let report: Report

  func write(to out: inout HTMLWriter) {
    out.markup("<section id=ranking aria-labelledby=rank-h><h2 id=rank-h>Ranking</h2>\n")
    writeFilters(to: &out)
    out.markup("<div class=scroll tabindex=0 role=region aria-labelledby=rank-h>")
    out.markup("<table id=rank><caption>Index and dimensions, ")
    out.integer(report.year)
    out.markup(", scores from 0 to 100</caption>\n")
    writeHeader(to: &out)
    out.markup("<tbody>\n")
    for page in report.ranked { writeRow(page, to: &out) }
    out.markup("</tbody></table></div></section>\n")
    if !report.withheld.isEmpty { writeWithheld(to: &out) }
  }

  // MARK: - Filters

  /// Hidden until the script shows them: without it they would do nothing.
  private func writeFilters(to out: inout HTMLWriter) {
    out.markup("<form id=filters class=filters hidden>")
    out.markup("<label>Country <input id=f-text type=search autocomplete=off></label>")
    let regions = Set(report.ranked.map(\.country.region)).sorted()
    writeChoice("<label>Region <select id=f-region>", regions, to: &out)
    writeChoice("<label>Income group <select id=f-income>", incomeGroups, to: &out)
    out.markup("<output id=f-count aria-live=polite></output></form>\n")
  }

  private func writeChoice(
    _ opening: StaticString, _ values: [String], to out: inout HTMLWriter
  ) {
    out.markup(opening)
    out.markup("<option value=\"\">all")
    for value in values where !value.isEmpty {
      out.markup("<option>")
      out.text(value)
    }
    out.markup("</select></label>")
  }

  /// From rich to poor; groups that are not the World Bank's come last.
  private var incomeGroups: [String] {
    let usual = ["High income", "Upper middle income", "Lower middle income", "Low income"]
    let present = Set(report.ranked.map(\.country.incomeGroup))
    return usual.filter(present.contains) + present.subtracting(usual).sorted()
  }

  // MARK: - Ranked

  private func writeHeader(to out: inout HTMLWriter) {
    out.markup("<thead><tr><th scope=col aria-sort=ascending>Rank<th scope=col>Range")
    out.markup("<th scope=col>Country<th scope=col data-down>Score")
    for dimension in report.dimensions {
      out.markup("<th scope=col data-down>")
      out.title(dimension.name)
    }
    out.markup("<th scope=col data-down>Coverage<th scope=col data-down>Reliability</thead>\n")
  }

  private func writeRow(_ page: Report.CountryPage, to out: inout HTMLWriter) {
    let country = page.country
    out.markup("<tr id=\"r-")
    out.text(country.code.description)
    out.markup("\" data-r=\"")
    out.text(country.region)
    out.markup("\" data-g=\"")
    out.text(country.incomeGroup)
    out.markup("\"><td>")
    out.text(page.rank.map(String.init) ?? "–")
    writeRange(page, to: &out)
    out.markup("<th scope=row><a href=\"#c-")
    out.text(country.code.description)
    out.markup("\">")
    out.text(country.name)
    out.markup("</a><td data-v=\"")
    out.key(page.score)
    out.markup("\">")
    out.text(NumberFormat.fixed(page.score, 1))
    for dimension in page.dimensions {
      out.markup("<td")
      // Coloured as the number reads, so that no two cells of 90 differ.
      out.stepClass(dimension.score?.rounded())
      out.markup(" data-v=\"")
      out.key(dimension.score)
      out.markup("\">")
      out.text(NumberFormat.fixed(dimension.score, 0))
    }
    out.markup("<td data-v=\"")
    out.key(page.coverage)
    out.markup("\">")
    out.text(NumberFormat.percent(page.coverage))
    let level = page.reliability.level
    out.markup("<td data-v=")
    out.integer(level == .high ? 2 : level == .medium ? 1 : 0)
    out.markup(">")
    out.text(level.rawValue)
    out.markup("\n")
  }

  /// The range as numbers, over a strip that shows it on the line from first to last.
  private func writeRange(_ page: Report.CountryPage, to out: inout HTMLWriter) {
    guard let range = page.range else { return out.markup("<td>–") }
    let count = Double(max(report.ranked.count, 1))
    out.markup("<td data-v=\"")
    // Ranges that begin alike are sorted by where they end.
    out.key(Double(range.best) + Double(range.worst) / (count + 1))
    out.markup("\" style=\"--a:")
    out.text(NumberFormat.fixed(Double(range.best - 1) / count * 100, 1))
    out.markup("%;--b:")
    out.text(NumberFormat.fixed(Double(range.worst) / count * 100, 1))
    out.markup("%\">")
    out.ranks(range.best, range.worst)
  }

  // MARK: - Withheld

  private func writeWithheld(to out: inout HTMLWriter) {
    out.markup("<section id=withheld aria-labelledby=withheld-h>")
    out.markup("<h2 id=withheld-h>Not ranked</h2>\n<div class=scroll><table class=plain>")
    out.markup("<caption>Countries in scope with too few figures for a score</caption>\n")
    out.markup("<thead><tr><th scope=col>Country<th scope=col>Reason<th scope=col>Coverage")
    out.markup("</thead>\n<tbody>\n")
    for page in report.withheld {
      out.markup("<tr id=\"r-")
      out.text(page.country.code.description)
      out.markup("\"><th scope=row><a href=\"#c-")
      out.text(page.country.code.description)
      out.markup("\">")
      out.text(page.country.name)
      out.markup("</a><td>")
      out.text(page.withheldBecause ?? "")
      out.markup("<td class=num>")
      out.text(NumberFormat.percent(page.coverage))
      out.markup("\n")
    }
    out.markup("</tbody></table></div></section>\n")
  }
}
