import Tabular

/// What an audit of the weights found, as a section of the page: sentences, then a verdict a step.
struct HTMLAudit {
  let page: AuditPage

  func write(to out: inout HTMLWriter) {
    out.markup(
      """
      <section id=audit aria-labelledby=audit-h><h2 id=audit-h>How robust is this ranking?</h2>
      <p>\(page.circumstancesInWords) All of it, with what each finding means, is in \
      <code>audit.md</code>, a file beside this page in the folder of the report.</p>
      <ol>
      """)
    for sentence in page.sentences { out.markup("<li>\(sentence)\n") }
    out.markup(
      """
      </ol>
      <div class=scroll tabindex=0 role=region aria-label=Checks><table class=audit>\
      <caption>Checks by the ten steps of the Handbook on Constructing Composite Indicators; \
      its steps 1, 9 and 10 (theoretical framework, links to other measures, presentation) have no check by figures.
      """)
    for own in page.verdicts.inapplicable { out.text(" Step \(own.step): \(own.reason)") }
    out.markup(
      """
      </caption>
      <thead><tr><th scope=col>Step<th scope=col>What<th scope=col>Line<th scope=col>Pass\
      <th scope=col>Note<th scope=col>Warn<th scope=col>Verdict</thead>
      <tbody>
      """)
    for row in page.verdicts.rows { write(row, to: &out) }
    out.markup("</table></div></section>\n")
  }

  private func write(_ row: AuditVerdicts.Row, to out: inout HTMLWriter) {
    out.markup(
      """
      <tr><td>\(row.kind.step)<td>\(AuditWords(row.kind).title)\
      <td>\(NumberFormat.value(row.threshold))<td>\(row.passed)<td>\(row.noted)<td>\(row.warned)\
      <td>\(row.verdict.rawValue)\n
      """)
  }
}
