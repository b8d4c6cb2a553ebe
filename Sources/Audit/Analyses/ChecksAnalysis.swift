import Analysis
import Tabular

extension AuditAnalysis {
  /// What goes together within each dimension; the checks and the pages show it.
  package static let redundancy = AuditAnalysis(
    "redundancy", question: "What goes together within each dimension",
    work: Work(
      name: "what counts twice", progress: "correlations",
      run: { $0.findings.redundancy = Redundancy.all($0.table) }))

  /// Every check with its figure, its line and its verdict.
  package static let checks = AuditAnalysis(
    "checks", question: "What was checked, and how it came out", isOverSet: true,
    shows: [.redundancy, .importance, .rankIntervals, .rankBounds, .leaveOneOut]
  ) { $0.checksTable }
}

extension AuditFindings {
  fileprivate var checksTable: AuditTable {
    let checks = self.checks
    var out = AuditTable(
      checks,
      [
        .text("check", \.kind.rawValue), .text("subject", \.subject), .number("figure", \.figure),
        .number("threshold", \.threshold), .text("verdict", \.verdict.rawValue),
      ])
    out.circumstances = intervals.map { IntervalWords.circumstances($0) } ?? []
    out.shown = checks.indices.filter { checks[$0].verdict != .pass }
    let counts = AuditCheck.Verdict.allCases.map { verdict in
      "\(checks.count { $0.verdict == verdict }) \(verdict.rawValue)"
    }
    out.notes = [
      "Of \(checks.count) checks: \(counts.joined(separator: ", ")). Shown are those that did not "
        + "pass; --format csv and json have all. The thresholds are those of the lens's table [audit]."
    ]
    if let found = intervals, let spans = found.spans, checks.contains(where: { $0.kind == .rankWidth }) {
      out.notes.append(
        "rank-width is of the rank intervals over all judgements, \(found.samples) draws; a width is off by at most "
          + "\(CountWords.of(spans.mostOff, "rank")) (four "
          + "standard errors of the shares of draws), a share of "
          + "\(NumberFormat.value(Double(spans.mostOff) / Double(found.countries.count))) of the "
          + "countries.")
    }
    return out
  }
}
