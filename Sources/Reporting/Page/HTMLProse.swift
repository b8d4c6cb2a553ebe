import Audit
import IndexModel
import Ingest
import Scoring
import Tabular

/// What a report says in sentences: its title, how to read it, and what it rests on.
struct HTMLProse {
  let report: Report
  let edition: ReportEdition
  /// Whether the page has a section on the audit.
  var hasAudit = false

  // MARK: - Title

  func writeTitle(to out: inout HTMLWriter) {
    let withheld: Markup = report.withheld.isEmpty ? "" : ##"<a href="#withheld">Unranked</a>"##
    let audit: Markup = hasAudit ? ##"<a href="#audit">How robust</a>"## : ""
    let index = report.lens.index
    let names = [index.name, index.publisher].filter { !$0.isEmpty }
    let kicker: Markup = names.isEmpty ? "" : "<p class=kicker>\(names.joined(separator: " · "))</p>"
    let logo: Markup = index.logo.isEmpty ? "" : #"<img class=logo alt="" src="\#(index.logo)">"#
    out.markup(
      """
      <header class=front>\(logo)\(kicker)
      <h1>\(report.lens.displayTitle)</h1>
      <dl class=facts><div><dt>Reference year<dd>\(report.year)</div>\
      <div><dt>\(Heading.capitalised(report.lens.index.units)) ranked<dd>\(report.rankedCount) <span>of \(report.scopeCount)</span></div>\
      <div><dt>Dimensions<dd>\(report.dimensions.count)</div>\
      <div><dt>Indicators<dd>\(report.indicators.count)</div></dl>
      <nav aria-label="Contents"><a href="#map">Map</a><a href="#ranking">Ranking</a>\
      \(withheld)\(audit)<a href="#indicators">Indicators</a><a href="#about">About</a>\
      </nav></header>\n
      """)
  }

  // MARK: - How to read

  func writeReading(to out: inout HTMLWriter) {
    let method = MethodText(report)
    out.markup(
      """
      <section class=reading aria-labelledby=read-h><h2 id=read-h>How to read this</h2>
      <p>\(method.scale) \(method.joining) \(method.intervalsInReading(report.intervalDraws)) A rank in \
      a dimension counts among the ranked \(report.lens.index.units) with a score of it; it has no interval. \
      <strong>Points of the index</strong>: \(method.points).</p>
      <p>\(report.lens.impute.inProse) <strong>Coverage</strong> is the share of weight that \
      rests on figures, none carried forward more than \
      \(CountWords.of(report.lens.carryForward, "year")). <strong>Reliability</strong> is high, \
      medium or low, by gaps, the age of figures, the share that experts judge, and armed \
      conflict. A \(report.lens.index.unit) with fewer than \
      \(CountWords.of(report.dimensionsRequired, "scored dimension"))\(thinRule) is not ranked. Scores are a \
      matter of degree, not a verdict: a gap of a point or two between neighbours means \
      little.</p></section>\n
      """)
  }

  /// What the lens requires of a country's own figures; empty where it requires nothing.
  private var thinRule: Markup {
    let required = report.lens.coverageRequired
    if required == 0 { return "" }
    return
      ", or whose own figures carry less than \(CSVText.shortest((1000 * required).rounded() / 10)) % of the weight,"
  }

  // MARK: - About

  func writeAbout(to out: inout HTMLWriter) {
    out.markup("<footer id=about class=front><h2>About this edition</h2>\n<div class=cols><div>")
    writeLens(to: &out)
    out.markup("</div><div>")
    writeMethod(to: &out)
    writeEdition(to: &out)
    out.markup("</div></div></footer>\n")
  }

  private func writeLens(to out: inout HTMLWriter) {
    let lens = report.lens
    let tradition: Markup = lens.tradition.isEmpty ? "" : " <span class=dim>(\(lens.tradition))</span>"
    out.markup(
      """
      <h3>Judgements</h3>
      <p>Lens <code>\(lens.name)</code>: \(lens.displayTitle)\(tradition).</p>\n
      """)
    if !lens.rationale.isEmpty { out.markup("<p>\(lens.rationale)</p>\n") }
    guard !lens.references.isEmpty else { return }
    out.markup("<h3>References</h3>\n<ul>")
    for reference in lens.references { out.markup("<li>\(reference)") }
    out.markup("</ul>\n")
  }

  private func writeMethod(to out: inout HTMLWriter) {
    out.markup("<h3>Weights of the dimensions</h3>\n<ul class=weights>")
    for dimension in report.dimensions {
      let weight = dimension.weight * 100
      out.markup("<li>\(title: dimension.name) <b>\(weight, decimals: 1) %</b>")
    }
    out.markup(
      """
      </ul>
      <p>A dimension is scored where its figures carry at least \
      \(percent: report.lens.indicatorShare) of its weight; those that are there then carry the \
      weight of those that are not.
      """)
    let rules = report.lens.aggregation.rules
    let own = rules.written.filter { $0.name.hasSuffix(".share") }
    if !own.isEmpty { out.markup(" The lens gives some nodes a share of their own.") }
    if report.lens.aggregation.dimensions == .geometric {
      let floor = NumberFormat.value(report.lens.aggregation.floor)
      if rules.dimensions.isTurned == true {
        out.markup(" In the geometric mean no part lacks less than \(floor), ")
        out.markup("so that one full score does not erase all else.")
      } else {
        out.markup(" In the geometric mean no score counts as less than \(floor), ")
        out.markup("so that one zero does not erase all else.")
      }
    }
    out.markup("</p>\n")
  }

  private func writeEdition(to out: inout HTMLWriter) {
    let unknown = report.indicators.count { $0.definition.licence.isUnknown }
    let restricted = report.indicators.count { !$0.definition.licence.isOpen } - unknown
    let bound: Markup =
      restricted == 0
      ? ""
      : """
       Those of \(CountWords.of(restricted, "indicator")) have terms that do not allow every reuse: they \
      are marked <b class=mark>restricted</b> in the list of indicators, and their terms bind \
      whoever passes them on.
      """
    let terms: Markup = unknown > 0 ? " Of \(unknown) the terms are not known." : ""
    out.markup(
      """
      <h3>Figures and licences</h3>
      <p>Every figure is named by its file and line in the folder of figures of vintage \
      <code>\(edition.shortVintage)</code>, which does not come with this page. Figures belong to their producers.\(bound)\(terms)</p>
      <p class=dim>Made with hsi \(edition.toolVersion). \
      The same figures, lens and year give the same page to the last byte.</p>\n
      """)
  }
}
