import Audit
import Scoring
import Tabular

/// The checks of an audit gathered by kind, step by step.
struct AuditVerdicts {
  /// One kind of check: how often it came out how, and the figures furthest beyond the line.
  struct Row {
    let kind: AuditCheck.Kind
    let threshold: Double
    let passed: Int
    let noted: Int
    let warned: Int
    /// The checks that did not pass, worst first.
    let failed: [AuditCheck]

    var verdict: AuditCheck.Verdict { warned > 0 ? .warn : noted > 0 ? .note : .pass }
  }

  let rows: [Row]
  /// The steps whose checks would pass, or fail, whatever the figures are, and why.
  let inapplicable: [(step: Int, reason: String)]

  init(_ findings: AuditFindings) {
    let checks = findings.checks
    let isChecked = Set(checks.map(\.kind.step))
    inapplicable = Self.inapplicable(findings).filter { !isChecked.contains($0.step) }
    rows = AuditCheck.Kind.allCases.sorted { ($0.step, $0.rawValue) < ($1.step, $1.rawValue) }.compactMap {
      kind in
      let own = checks.filter { $0.kind == kind }
      guard let first = own.first else { return nil }
      let failed = own.filter { $0.verdict != .pass }.sorted { one, other in
        let distances = [one, other].map { abs($0.figure - $0.threshold) }
        if one.verdict != other.verdict { return one.verdict > other.verdict }
        return (-distances[0], one.subject) < (-distances[1], other.subject)
      }
      return Row(
        kind: kind, threshold: first.threshold, passed: own.count { $0.verdict == .pass },
        noted: own.count { $0.verdict == .note }, warned: own.count { $0.verdict == .warn }, failed: failed)
    }
  }

  /// The worst verdict of all; pass where nothing was checked.
  var worst: AuditCheck.Verdict { rows.map(\.verdict).max() ?? .pass }

  private static func inapplicable(_ findings: AuditFindings) -> [(step: Int, reason: String)] {
    let table = findings.table
    let ranked = table.rankedCount
    if ranked == 0 { return [] }
    if ranked == 1 { return (4...8).map { ($0, "Not applicable: one country alone is ranked.") } }
    var out: [(step: Int, reason: String)] = []
    if findings.redundancy != nil {
      out.append((4, "Not applicable: no dimension has two indicators whose scores vary."))
    }
    out.append((5, "Not applicable: scores of too few countries, or all the same."))
    if !findings.weightsCanVary {
      let node = findings.settings.level.rawValue
      out += [6, 7].map { ($0, "Not applicable: one \(node) has all the weight.") }
    } else if findings.scores == nil {
      out += [6, 7].map { ($0, "Not applicable: the ranking is by no weighted sum.") }
    } else if findings.importance?.isEmpty == true {
      out.append((6, "Not applicable: all countries have the same score."))
    }
    return out
  }

  /// Why steps have no verdict: those that are no figures, and those that cannot be checked here.
  var reasons: [(step: Int, reason: String)] {
    AuditWords.steps.indices.compactMap { place in
      let step = place + 1
      let reason = inapplicable.first { $0.step == step }?.reason ?? AuditWords.unchecked(step)
      return reason.map { (step, $0) }
    }
  }

  /// Step, what was looked at, line, how many passed, were noted, warned of, and the verdict.
  var table: TextTable {
    TextTable(
      [
        .number("step"), .text("what", shrinksTo: 30), .number("line"), .number("pass"), .number("note"),
        .number("warn"), .text("verdict"), .text("furthest off", shrinksTo: 16),
      ],
      AuditWords.steps.enumerated().flatMap { place, name in
        let own = rows.filter { $0.kind.step == place + 1 }
        let isOut = inapplicable.contains { $0.step == place + 1 }
        if own.isEmpty {
          return [["\(place + 1)", name, "", "", "", "", isOut ? "not applicable" : "–", ""]]
        }
        return own.map { row in
          [
            "\(place + 1)", AuditWords(row.kind).title, NumberFormat.value(row.threshold), "\(row.passed)",
            "\(row.noted)", "\(row.warned)", row.verdict.rawValue, row.failed.first?.words ?? "",
          ]
        }
      })
  }
}

extension AuditCheck {
  /// Its subject and figure.
  var words: String { "\(subject) \(NumberFormat.value(figure))" }
}
