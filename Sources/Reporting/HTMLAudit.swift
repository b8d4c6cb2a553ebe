import Audit

/// What an audit of the weights found, as a section of the page: sentences, then a verdict a step.
struct HTMLAudit {
  let page: AuditPage

  func write(to out: inout HTMLWriter) {
    out.markup(
      "<section id=audit aria-labelledby=audit-h><h2 id=audit-h>How firm is this?</h2>\n<p>")
    out.text(page.circumstances)
    out.markup(" All of it, with what each finding means: ")
    out.markup("<a href=\"audit.md\">audit.md</a>.</p>\n<ol>")
    for sentence in page.sentences {
      out.markup("<li>")
      out.text(sentence)
      out.markup("\n")
    }
    out.markup(
      "</ol>\n<div class=scroll tabindex=0 role=region aria-labelledby=audit-h><table class=audit>")
    out.markup("<caption>Checks by the ten steps of the Handbook on Constructing Composite ")
    out.markup("Indicators; its steps 1, 9 and 10 are no figures.")
    for own in page.inapplicable { out.text(" Step \(own.step): \(own.reason)") }
    out.markup("</caption>\n<thead><tr>")
    out.markup("<th scope=col>Step<th scope=col>What<th scope=col>Line<th scope=col>Pass")
    out.markup("<th scope=col>Note<th scope=col>Warn<th scope=col>Verdict</thead>\n<tbody>")
    for row in page.rows { write(row, to: &out) }
    out.markup("</table></div></section>\n")
  }

  private func write(_ row: AuditVerdicts.Row, to out: inout HTMLWriter) {
    out.markup("<tr><td>")
    out.integer(row.kind.step)
    out.markup("<td>")
    out.text(AuditWords(row.kind).title)
    for text in [
      NumberFormat.value(row.threshold), "\(row.passed)", "\(row.noted)", "\(row.warned)",
      row.verdict.rawValue,
    ] {
      out.markup("<td>")
      out.text(text)
    }
    out.markup("\n")
  }
}
