import IndexModel
import Tabular

/// What is measured, by whom, under which terms and between which goalposts.
struct HTMLIndicators {
  let report: Report

  func write(to out: inout HTMLWriter) {
    let method = MethodText(report)
    out.markup(
      """
      <section id=indicators aria-labelledby=ind-h><h2 id=ind-h>Indicators</h2>
      <div class=scroll tabindex=0 role=region aria-label="Table of indicators"><table class=ind>\
      <caption>What is measured, in the order of the framework. Weight is the share of the whole \
      index; \(report.lens.index.units) are the ranked ones that have a figure. \(method.goalposts)</caption>
      <thead><tr><th scope=col>Indicator<th scope=col>Threat\
      <th scope=col>Weight<th scope=col>Goalposts<th scope=col>\(Heading.capitalised(report.lens.index.units))\
      <th scope=col>Producer and licence<th scope=col>Reference</thead>\n
      """)
    for (place, dimension) in report.dimensions.enumerated() {
      out.markup(
        """
        <tbody><tr class=group><th scope=rowgroup colspan=7>\(title: dimension.name) \
        <span>\(dimension.weight * 100, decimals: 1) %</span>\n
        """)
      for line in report.indicators where line.dimension == place { writeRow(line, to: &out) }
      out.markup("</tbody>\n")
    }
    out.markup("</table></div></section>\n")
  }

  private func writeRow(_ line: Report.IndicatorLine, to out: inout HTMLWriter) {
    let indicator = line.definition
    out.markup(
      """
      <tr id="i-\(indicator.id.rawValue)">\
      <th scope=row>\(indicator.name)<small>\(indicator.unit)</small>\
      <td>\(indicator.threat)<td class=num>\(line.effectiveWeight * 100, decimals: 1) %\
      <td class=posts>\(goalposts(line))<td class=num>\(line.countriesCovered)\
      <td>\(indicator.producer)<small>\(Self.terms(of: indicator.licence))</small>\
      <td><small>\(indicator.reference)</small><small>\(line.file)</small>\n
      """)
  }

  private func goalposts(_ line: Report.IndicatorLine) -> Markup {
    let scale = line.definition.transform.scale.map { " <small>\($0)</small>" as Markup } ?? ""
    let (worst, best) = (
      NumberFormat.goalpost(line.goalposts.worst), NumberFormat.goalpost(line.goalposts.best)
    )
    return "\(worst)<span class=to> → </span>\(best)\(scale)"
  }

  /// The terms, behind a mark where they restrict reuse or are not known.
  private static func terms(of licence: Licence) -> Markup {
    let mark: Markup =
      licence.isUnknown
      ? "<b class=mark>licence unknown</b> " : licence.isOpen ? "" : "<b class=mark>restricted</b> "
    // The mark says this word already.
    let word = "restricted: "
    let text = licence.text.hasPrefix(word) ? licence.text.dropFirst(word.count) : licence.text[...]
    return "\(mark)\(String(text))"
  }
}
