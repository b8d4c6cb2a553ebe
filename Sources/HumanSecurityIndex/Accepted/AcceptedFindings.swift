import Audit
import Diagnostics
import Tabular

/// What people have looked at and accepted: accepted.csv beside the data folder.
package struct AcceptedFindings {
  /// One finding, or one check of an audit, that is accepted.
  package struct Row: Sendable, Equatable {
    /// The identifier of a finding, or the name of a check of an audit.
    package let kind: String
    /// What it is about, as `FindingSubjects` and `subject(of:under:)` say it.
    package let subject: String
    package let reason: String
    /// `YYYY-MM-DD`.
    package let date: String
    /// From 1; 0 for one that is not in the file yet.
    package let line: Int

    fileprivate var key: String { kind + "\n" + subject }
  }

  static let fileName = "accepted.csv"
  private static let columns = ["finding", "subject", "reason", "date"]

  /// As the user knows it.
  package let path: String
  package private(set) var rows: [Row] = []
  private let text: SourceText?

  /// Reads the file, if there is one; what is wrong with it is noted, and those rows accept nothing.
  package init(beside folder: DataFolder, into findings: inout Findings) throws {
    path = folder.sibling(Self.fileName)
    guard FileReading.isThere(path) else {
      text = nil
      return
    }
    do throws(FileReading.Problem) { text = SourceText(name: path, bytes: try FileReading.bytes(path)) } catch
    {
      throw Failure.one(
        .tables.unreadableFile, "the file cannot be read: \(error.reason)", at: .init(file: path),
        remedy: "put a file there that may be read, or take it away")
    }
    read(into: &findings)
  }

  private mutating func read(into findings: inout Findings) {
    guard let text else { return }
    var lines: [String: Int] = [:]
    var rows: [Row] = []
    RecordReader.read(text, columns: Self.columns, required: Self.columns, into: &findings) {
      record, findings in
      let row = Row(
        kind: record["finding"], subject: record["subject"], reason: record["reason"], date: record["date"],
        line: record.line)
      if let problem = Self.problem(row) {
        findings.append(record, problem.kind, problem.message, at: problem.column, remedy: problem.remedy)
      } else if let first = lines.updateValue(row.line, forKey: row.key) {
        findings.append(
          record, .accepted.acceptedTwice, "the same is accepted on line \(first) already", at: "subject")
      } else {
        rows.append(row)
      }
    }
    self.rows = rows
  }

  private typealias Problem = (kind: FindingKind, message: String, column: String, remedy: String?)

  private static func problem(_ row: Row) -> Problem? {
    let known = FindingCatalogue.hsi.all.first { $0.identifier == row.kind }
    if known == nil, AuditCheck.Kind(rawValue: row.kind) == nil {
      let names = FindingCatalogue.hsi.all.filter { $0.severity != .error }.map(\.identifier)
      return (
        .accepted.acceptedUnknown, "there is no finding and no check \"\(row.kind)\"", "finding",
        NearestName.remedy(for: row.kind, among: names + AuditCheck.Kind.allCases.map(\.rawValue))
      )
    }
    if known?.severity == .error {
      return (.accepted.acceptedError, "\(row.kind) is an error, which cannot be accepted", "finding", nil)
    }
    let empty = [("subject", row.subject), ("reason", row.reason)].first { $0.1.allSatisfy(\.isWhitespace) }
    if let empty { return (.accepted.acceptedIncomplete, "the row has no \(empty.0)", empty.0, nil) }
    if !Clock.isDate(row.date) {
      return (
        .accepted.acceptedIncomplete, "\"\(row.date)\" is not a date", "date", "write it as 2026-01-31, say"
      )
    }
    return nil
  }
}

// MARK: - What is accepted

extension AcceptedFindings {
  /// Findings, parted into those that are accepted and the others.
  package struct Parted {
    package let open: Findings
    /// Each with the reason for which it is accepted; of one kind in one file those that are listed.
    package let accepted: [(finding: Diagnostic, reason: String)]
    /// How many there are, those past the limit of a kind included.
    package let count: Int
    /// The lines of the rows that accept something.
    fileprivate let used: Set<Int>
  }

  /// Parts findings; a row whose subject is a file alone accepts all findings of its kind in that file.
  ///
  /// Of a kind that a file has too often to be listed whole, only such a row accepts anything: what is not listed has
  /// no subject that could be looked at.
  package func part(_ findings: Findings, _ subjects: FindingSubjects) -> Parted {
    let byKey = Dictionary(rows.map { ($0.key, $0) }) { first, _ in first }
    func row(_ finding: Diagnostic) -> Row? {
      guard finding.severity != .error else { return nil }
      let whole = byKey[finding.identifier + "\n" + subjects.file(of: finding)]
      guard findings.wants(finding.kind, inFile: finding.place?.file ?? "") else { return whole }
      return byKey[finding.identifier + "\n" + subjects.subject(of: finding)] ?? whole
    }
    var used: Set<Int> = []
    var accepted: [(finding: Diagnostic, reason: String)] = []
    let open = findings.only { finding in
      guard let row = row(finding) else { return true }
      used.insert(row.line)
      accepted.append((finding, row.reason))
      return false
    }
    let counts = [findings, open].map { all in Diagnostic.Severity.allCases.reduce(0) { $0 + all.count($1) } }
    return Parted(open: open, accepted: accepted, count: counts[0] - counts[1], used: used)
  }

  /// A note for each row of a finding of `hsi check` that no longer occurs.
  /// - Parameter isAsked: whether findings of an identifier were looked for.
  package func gone(_ parted: Parted, _ isAsked: (String) -> Bool) -> Findings {
    notes(
      rows.filter { row in
        AuditCheck.Kind(rawValue: row.kind) == nil && isAsked(row.kind) && !parted.used.contains(row.line)
      })
  }

  fileprivate func notes(_ rows: [Row]) -> Findings {
    var findings = Findings()
    for row in rows {
      let place = Diagnostic.Place(file: path, line: row.line, column: 1)
      let message = "\(row.kind) of \(row.subject) no longer occurs"
      let remedy = "take the row away; it was accepted on \(row.date): \(row.reason)"
      if let text {
        findings.append(
          .accepted.acceptedGone, message, in: text, line: place.line, column: 1, remedy: remedy)
      } else {
        findings.append(.accepted.acceptedGone, message, at: place, remedy: remedy)
      }
    }
    return findings
  }
}

// MARK: - Checks of an audit

extension AcceptedFindings {
  /// What a check of an audit is about: the lens, the level of its weights where that is not the usual one, and the
  /// indicator, pair, dimension or country.
  package static func subject(of check: AuditCheck, in found: AuditFindings) -> String {
    scope(of: found) + check.subject
  }

  private static func scope(of found: AuditFindings) -> String {
    let level = found.settings.level == .dimension ? "" : " by \(found.settings.level.rawValue)"
    return "\(found.table.lens.name)\(level): "
  }

  package func row(of check: AuditCheck, in found: AuditFindings) -> Row? {
    let subject = Self.subject(of: check, in: found)
    return rows.first { $0.kind == check.kind.rawValue && $0.subject == subject }
  }

  /// A note for each of these checks, with why it is accepted.
  package func notes(_ checks: [AuditCheck], in found: AuditFindings) -> Findings {
    var findings = Findings()
    for check in checks {
      guard let row = row(of: check, in: found) else { continue }
      findings.append(
        .audits.failedCheck.as(.note), "accepted: \(row.kind) of \(row.subject): \(row.reason)",
        at: .init(file: path, line: row.line, column: 1))
    }
    return findings
  }

  /// A note for each row of a check of this lens that no longer fails.
  package func gone(_ found: AuditFindings, failed: [AuditCheck]) -> Findings {
    let scope = Self.scope(of: found)
    let still = Set(failed.compactMap { row(of: $0, in: found)?.line })
    return notes(
      rows.filter {
        AuditCheck.Kind(rawValue: $0.kind) != nil && $0.subject.hasPrefix(scope) && !still.contains($0.line)
      })
  }
}

// MARK: - Accepting

extension AcceptedFindings {
  /// Writes the file anew, with further rows below those that it has.
  /// - Parameter new: kinds and subjects that no row has.
  package func add(_ new: [(kind: String, subject: String)], because reason: String, on date: String) throws {
    let added = new.map { Row(kind: $0.kind, subject: $0.subject, reason: reason, date: date, line: 0) }
    let table = CSVText.table(
      rows + added,
      [
        ("finding", { .string($0.kind) }), ("subject", { .string($0.subject) }),
        ("reason", { .string($0.reason) }), ("date", { .string($0.date) }),
      ])
    try FileWriting.replace(path, with: table)
  }
}

extension Findings {
  /// Those that are kept one by one, without the lines that count more of a kind.
  package var listed: [Diagnostic] {
    var listed: [Diagnostic] = []
    _ = only { finding in
      listed.append(finding)
      return true
    }
    return listed
  }
}
