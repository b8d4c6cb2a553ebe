import HumanSecurity
import Tabular

/// The list of indicators: what is measured, by whom, under which terms and between which
/// goalposts.
struct HTMLIndicators {
  let report: Report

  func write(to out: inout HTMLWriter) {
    out.markup("<section id=indicators aria-labelledby=ind-h><h2 id=ind-h>Indicators</h2>\n")
    out.markup("<div class=scroll tabindex=0 role=region aria-labelledby=ind-h>")
    out.markup("<table class=ind><caption>What is measured, in the order of the framework. Weight ")
    out.markup(
      "is the share of the whole index; countries are the ranked ones that have a figure. ")
    out.text(MethodText(lens: report.lens, dimensionCount: report.dimensions.count).goalposts)
    out.markup("</caption>\n<thead><tr><th scope=col>Indicator<th scope=col>Threat")
    out.markup("<th scope=col>Weight<th scope=col>Goalposts<th scope=col>Countries")
    out.markup("<th scope=col>Producer and licence<th scope=col>Reference</thead>\n")
    for (place, dimension) in report.dimensions.enumerated() {
      out.markup("<tbody><tr class=group><th scope=rowgroup colspan=7>")
      out.title(dimension.name)
      out.markup(" <span>")
      out.text(NumberFormat.fixed(dimension.weight * 100, 1))
      out.markup(" %</span>\n")
      for line in report.indicators where line.dimension == place {
        writeRow(line, to: &out)
      }
      out.markup("</tbody>\n")
    }
    out.markup("</table></div></section>\n")
  }

  private func writeRow(_ line: Report.IndicatorLine, to out: inout HTMLWriter) {
    let indicator = line.definition
    out.markup("<tr id=\"i-")
    out.text(indicator.id.rawValue)
    out.markup("\"><th scope=row>")
    out.text(indicator.name)
    out.markup("<small>")
    out.text(indicator.unit)
    out.markup("</small><td>")
    out.text(indicator.threat)
    out.markup("<td class=num>")
    out.text(NumberFormat.fixed(line.effectiveWeight * 100, 1))
    out.markup(" %<td class=posts>")
    writeGoalposts(line, to: &out)
    out.markup("<td class=num>")
    out.integer(line.countriesCovered)
    out.markup("<td>")
    out.text(indicator.producer)
    out.markup("<small>")
    if indicator.licence.isUnknown {
      out.markup("<b class=mark>licence unknown</b> ")
    } else if !indicator.licence.isOpen {
      out.markup("<b class=mark>restricted</b> ")
    }
    out.text(Self.terms(of: indicator.licence))
    out.markup("</small><td><small>")
    out.text(indicator.reference)
    out.markup("</small>\n")
  }

  private func writeGoalposts(_ line: Report.IndicatorLine, to out: inout HTMLWriter) {
    out.text(Self.exact(line.goalposts.worst))
    out.markup("<span class=to> → </span>")
    out.text(Self.exact(line.goalposts.best))
    let scale: StaticString
    switch line.definition.transform {
    case .none: return
    case .log: scale = " <small>logarithm</small>"
    case .log1p: scale = " <small>logarithm of 1 + x</small>"
    case .sqrt: scale = " <small>square root</small>"
    }
    out.markup(scale)
  }

  /// A goalpost with all its digits: it is a judgement, not a measurement.
  private static func exact(_ value: Double) -> String {
    if abs(value) >= 1000 { return NumberFormat.value(value) }
    return (value < 0 ? "−" : "") + CSVText.shortest(abs(value))
  }

  /// The terms without the word that the mark says already.
  private static func terms(of licence: Licence) -> String {
    let word = "restricted: "
    return licence.text.hasPrefix(word) ? String(licence.text.dropFirst(word.count)) : licence.text
  }
}
