import HumanSecurity
import Lens

extension Lens {
  /// The title for people, or the name of the lens where it has none.
  var displayTitle: String { title.isEmpty ? name : title }
}

/// What a report says in sentences: its title, how to read it, and what it rests on.
struct HTMLProse {
  let report: Report
  let edition: ReportEdition
  /// Whether the page has a section on the audit.
  var hasAudit = false

  private var inScope: Int { report.ranked.count + report.withheld.count }

  // MARK: - Title

  func writeTitle(to out: inout HTMLWriter) {
    out.markup("<header class=front><p class=kicker>Human security index</p>\n<h1>")
    out.text(report.lens.displayTitle)
    out.markup("</h1>\n<dl class=facts><div><dt>Reference year<dd>")
    out.integer(report.year)
    out.markup("</div><div><dt>Countries ranked<dd>")
    out.integer(report.ranked.count)
    out.markup(" <span>of ")
    out.integer(inScope)
    out.markup("</span></div><div><dt>Dimensions<dd>")
    out.integer(report.dimensions.count)
    out.markup("</div><div><dt>Indicators<dd>")
    out.integer(report.indicators.count)
    out.markup("</div></dl>\n<nav aria-label=\"Contents\"><a href=\"#map\">Map</a>")
    out.markup("<a href=\"#ranking\">Ranking</a>")
    if !report.withheld.isEmpty { out.markup("<a href=\"#withheld\">Not ranked</a>") }
    if hasAudit { out.markup("<a href=\"#audit\">How firm</a>") }
    out.markup("<a href=\"#indicators\">Indicators</a><a href=\"#about\">About</a>")
    out.markup("</nav></header>\n")
  }

  // MARK: - How to read

  func writeReading(to out: inout HTMLWriter) {
    out.markup("<section class=reading aria-labelledby=read-h>")
    out.markup("<h2 id=read-h>How to read this</h2>\n<p>")
    out.text("\(method.scale) \(method.joining) ")
    out.markup("The <strong>rank range</strong> spans the ranks that a country takes when ")
    out.text(method.omission)
    out.markup(": where it is wide, the rank says little.</p>\n<p>")
    out.text(report.lens.impute.inProse)
    out.markup(" <strong>Coverage</strong> is ")
    out.markup("the share of weight that rests on figures, none carried forward more than ")
    out.integer(report.lens.carryForward)
    out.markup(report.lens.carryForward == 1 ? " year" : " years")
    out.markup(
      ". <strong>Reliability</strong> is high, medium or low, by gaps, the age of figures, ")
    out.markup("the share that experts judge, and armed conflict. A country with fewer than ")
    out.integer(report.dimensionsRequired)
    out.markup(report.dimensionsRequired == 1 ? " scored dimension" : " scored dimensions")
    out.markup(" is not ranked. Scores are a matter of degree, not a verdict: ")
    out.markup("a gap of a point or two between neighbours means little.</p></section>\n")
  }

  private var method: MethodText {
    MethodText(lens: report.lens, dimensionCount: report.dimensions.count)
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
    out.markup("<h3>Judgements</h3>\n<p>Lens <code>")
    out.text(lens.name)
    out.markup("</code>: ")
    out.text(lens.displayTitle)
    if !lens.tradition.isEmpty {
      out.markup(" <span class=dim>(")
      out.text(lens.tradition)
      out.markup(")</span>")
    }
    out.markup(".</p>\n")
    if !lens.rationale.isEmpty {
      out.markup("<p>")
      out.text(lens.rationale)
      out.markup("</p>\n")
    }
    guard !lens.references.isEmpty else { return }
    out.markup("<h3>References</h3>\n<ul>")
    for reference in lens.references {
      out.markup("<li>")
      out.text(reference)
    }
    out.markup("</ul>\n")
  }

  private func writeMethod(to out: inout HTMLWriter) {
    out.markup("<h3>Weights of the dimensions</h3>\n<ul class=weights>")
    for dimension in report.dimensions {
      out.markup("<li>")
      out.title(dimension.name)
      out.markup(" <b>")
      out.text(NumberFormat.fixed(dimension.weight * 100, 1))
      out.markup(" %</b>")
    }
    out.markup("</ul>\n<p>A dimension is scored where its figures carry at least ")
    out.text(NumberFormat.percent(report.lens.indicatorShare))
    out.markup(" of its weight; those that are there then carry the weight of those that are not.")
    if report.lens.aggregation.dimensions == .geometric {
      out.markup(" In the geometric mean no score counts as less than ")
      out.text(NumberFormat.value(report.lens.aggregation.floor))
      out.markup(", so that one zero does not erase all else.")
    }
    out.markup("</p>\n")
  }

  private func writeEdition(to out: inout HTMLWriter) {
    let unknown = report.indicators.count { $0.definition.licence.isUnknown }
    let restricted = report.indicators.count { !$0.definition.licence.isOpen } - unknown
    out.markup("<h3>Figures and licences</h3>\n<p>")
    if edition.dataFolder.isEmpty {
      out.markup("Every figure is named by its file and line under Data")
    } else {
      out.markup("Every figure is named by its file and line under <a href=\"")
      out.path(edition.dataFolder)
      out.markup("/\">Data</a>")
    }
    out.markup(", vintage <code>")
    out.text(edition.shortVintage)
    out.markup("</code>. Figures belong to their producers. Those of ")
    out.integer(restricted)
    out.markup(restricted == 1 ? " indicator have" : " indicators have")
    out.markup(
      " terms that do not allow every reuse: they are marked <b class=mark>restricted</b> ")
    out.markup("in the list of indicators, and their terms bind whoever passes them on.")
    if unknown > 0 {
      out.markup(" Of ")
      out.integer(unknown)
      out.markup(" the terms are not known.")
    }
    out.markup("</p>\n")
    out.markup("<p class=dim>Made with hsi ")
    out.text(edition.toolVersion)
    out.markup(". The same figures, lens and year give the same page to the last byte.</p>\n")
  }
}
