import Audit
import Diagnostics
import IndexModel
import Scoring
import Tabular

/// The audit of an index as a page: what was found in plain sentences, a verdict for each step of the
/// Handbook, and every finding with what it means and what one could do.
package struct AuditPage: WrittenPage, Sendable {
  private let findings: AuditFindings
  let verdicts: AuditVerdicts

  /// So many findings of a kind are spelled out; the table of checks has all.
  private static let mostSpelledOut = 8

  package init(_ findings: AuditFindings) {
    self.findings = findings
    verdicts = AuditVerdicts(findings)
  }

  var title: String { "Audit of the weights: \(findings.table.lens.displayTitle), \(findings.table.year)" }

  /// What was asked, in a sentence.
  var circumstances: String {
    let settings = findings.settings
    let intervals = findings.intervals.map { "rank intervals rest on \($0.samples) draws of all judgements" }
    guard drawsWeights else {
      return
        (intervals.map { "\(Heading.capitalised($0)); no other weights were varied." }
        ?? "No weights were varied, and nothing was drawn at random.") + tooLarge + partial
    }
    let asked = findings.isPartial ? "draws asked for" : "draws"
    return
      "\(Heading.capitalised(settings.weightsInWords)); \(settings.samples) \(asked), seed \(settings.seed)\(intervals.map { "; \($0)" } ?? "")."
      + tooLarge + partial
  }

  /// What was left out, since too many are ranked for it; empty where nothing was.
  private var tooLarge: String {
    AuditNotes.tooLarge(findings.tooLarge, findings.table).map { " " + $0 } ?? ""
  }

  /// The same for readers of the web page, who know no option of the command line.
  var circumstancesInWords: String {
    guard drawsWeights, !findings.isPartial else { return circumstances }
    let intervals =
      findings.intervals.map { " Rank intervals rest on \($0.samples) draws of all judgements." } ?? ""
    return "What is said of weights holds if \(words.condition); where they are drawn at random, "
      + "they are drawn \(findings.settings.samples) times.\(intervals)\(tooLarge)"
  }

  private var words: WeightSetWords {
    WeightSetWords(kind: findings.settings.kind, set: findings.set, level: findings.settings.level)
  }

  /// Whether weights were drawn, or would have been but for an interruption.
  private var drawsWeights: Bool {
    let could = findings.scores != nil || findings.tree != nil || findings.settings.level == .dimension
    return AuditAnalysis.works.contains { findings.draws($0) != nil } || (findings.isPartial && could)
  }

  /// What an interruption left undone, and on how many draws the rest stands.
  private var partial: String {
    guard findings.isPartial else { return "" }
    let drawn = AuditAnalysis.works.compactMap { own in
      findings.draws(own).map { "\(AuditAnalysis.list([own])) \($0)" }
    }
    return " Interrupted: what follows is what was known by then; not finished: "
      + "\(AuditAnalysis.list(findings.unfinished))."
      + (drawn.isEmpty ? "" : " Draws made: \(drawn.joined(separator: ", ")).")
  }

  /// What was found, for a reader who is no statistician: eleven lines at most.
  var sentences: [String] {
    if let nobody = AuditNotes.nobody(findings.table) { return [nobody] }
    let lines = AuditSentences(table: findings.table, words: words).lines(findings)
    return lines.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  /// A kind of check of which some did not pass, as lines.
  private func finding(_ row: AuditVerdicts.Row) -> [String] {
    let words = AuditWords(row.kind, findings.settings.level, findings.unsettled)
    let set = row.kind.isOverWeights ? ", \(findings.settings.weightsInWords)" : ""
    let remedy = AuditAdvice(table: findings.table).remedy(row.kind, row.failed, or: words.remedy)
    let spelled = row.failed.map { $0.words + ($0.verdict == .warn && row.noted > 0 ? " (warn)" : "") }
    let count = row.passed + row.failed.count
    let spans = row.kind == .rankWidth ? findings.intervals?.spans : nil
    let sampled = spans.map { spans in
      let share = Double(spans.mostOff) / Double(max(findings.intervals?.countries.count ?? 1, 1))
      return [
        "How sure: each width rests on \(findings.intervals?.samples ?? 0) draws of all judgements and is off by at most "
          + "\(NumberFormat.value(share)) (four standard errors of the shares of draws)."
      ]
    }
    return [
      (row.passed == 0 ? "\(row.failed.count)" : "\(row.failed.count) of \(count)")
        + " \(words.side) \(NumberFormat.value(row.threshold))\(set): "
        + Prose.first(Self.mostSpelledOut, of: spelled, more: " (hsi audit --table checks)") + "."
    ] + (sampled ?? []) + ["What it means: \(words.meaning)", "What one could do: \(remedy)."]
  }

  private var tables: [AuditTable] {
    var shown: [AuditAnalysis] = []
    if findings.intervalDrivers != nil { shown.append(.intervalWidths) }
    if findings.intervals != nil { shown.append(.rankIntervals) }
    if findings.weightsCanVary {
      if findings.importance != nil { shown.append(.importance) }
      if findings.stability != nil { shown.append(.stability) }
    }
    if findings.sensitivity != nil { shown.append(.sensitivity) }
    if findings.lenses != nil { shown.append(.lenses) }
    if findings.bounds != nil, findings.weightsCanVary { shown.append(.rankBounds) }
    return shown.map { $0.table(findings) }
  }

  // MARK: - Renderings

  package func write(to out: inout PageText) {
    out.title(title, wraps: true)
    out.blankInMarkdown()
    out.line(circumstances)
    out.blank()
    out.lines(sentences.enumerated().map { "\($0 + 1). \($1)" })
    if out.isMarkdown { out.heading("Verdicts, by the ten steps of the OECD and JRC Handbook") }
    out.table(verdicts.table)
    out.blank()
    for (step, reason) in verdicts.reasons {
      out.line(
        out.isMarkdown
          ? "- Step \(step), \(AuditWords.steps[step - 1].lowercased()): \(reason)"
          : "step \(step): \(reason)")
    }
    let failed = verdicts.rows.filter { $0.verdict != .pass }
    if out.isMarkdown, !failed.isEmpty { out.heading("Findings") }
    for row in failed {
      out.heading("\(AuditWords(row.kind).title): \(row.verdict.rawValue)", level: 3)
      out.blankInMarkdown()
      for line in finding(row) { out.line((out.isMarkdown ? "- " : "  ") + line) }
    }
    for table in out.isMarkdown ? tables : [] { out.raw("\n#" + table.markdown.dropLast()) }
  }

  /// The table of checks: the page has no rows of its own.
  package var csv: String { AuditAnalysis.checks.table(findings).csv }

  /// Sentences, verdicts and checks.
  package var json: JSONText {
    .object(
      [("title", .string(title)), ("circumstances", .string(circumstances)), ("drawn", findings.drawn())]
        + findings.partiality + [
          ("sentences", .strings(sentences)), ("verdict", .string(verdicts.worst.rawValue)),
          (
            "not_applicable",
            .list(verdicts.inapplicable) { [("step", .integer($0.step)), ("reason", .string($0.reason))] }
          ), ("checks", AuditAnalysis.checks.table(findings).json),
        ])
  }
}
