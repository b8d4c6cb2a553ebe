import ArgumentParser
import Audit
import Diagnostics
import HumanSecurityIndex
import Tabular

/// What people accept of what was found; see Documentation/checking.md.
struct AcceptOptions: ParsableArguments {
  @Option(
    help: .of(
      "Write what is found of this kind into accepted.csv beside the data folder, with --reason; may be repeated.",
      "kind"), completion: .acceptable) var accept: [String] = []

  @Option(help: .of("With --accept: why it may stay.", "text")) var reason: String?

  @Option(
    help: .of(
      "With --accept: only what is about this file, indicator or country, or has this whole subject; may be repeated.",
      "text")) var subject: [String] = []

  @Flag(help: "Show also what accepted.csv accepts, each with its reason.") var withAccepted = false

  func validate() throws {
    if accept.isEmpty {
      if reason != nil { throw ValidationError("--reason needs --accept") }
      if !subject.isEmpty { throw ValidationError("--subject needs --accept") }
    } else if reason?.allSatisfy(\.isWhitespace) ?? true {
      throw ValidationError("--accept needs --reason: why may it stay?")
    } else if let reason, Diagnostic.printable(reason) != reason {
      throw ValidationError("--reason takes one line without control characters")
    }
  }

  /// A thing that may be accepted: its kind, its subject, and the names that the subject is made of.
  typealias Candidate = (kind: String, subject: String, parts: [String])

  /// Accepts findings, each by its subject; of a kind that a file has too often to be listed, the file as a whole.
  func accept(_ open: Findings, _ subjects: FindingSubjects, in accepted: AcceptedFindings) throws {
    let candidates = open.listed.map { finding -> Candidate in
      let file = subjects.file(of: finding)
      let isWhole = !open.wants(finding.kind, inFile: finding.place?.file ?? "") && !file.isEmpty
      let whole = isWhole ? file : subjects.subject(of: finding)
      let names = whole.dropFirst(file.isEmpty ? 0 : file.count + 2).split(separator: ", ").map(String.init)
      return (finding.identifier, whole, [file] + names)
    }
    try accept(candidates, in: accepted)
  }

  /// Writes what is asked for of what is open, and says what that was.
  func accept(_ open: [Candidate], in accepted: AcceptedFindings) throws {
    var told: Set<String> = []
    let chosen = open.filter { candidate in
      guard accept.contains(candidate.kind) else { return false }
      let isMeant =
        subject.isEmpty || subject.contains { $0 == candidate.subject || candidate.parts.contains($0) }
      return isMeant && told.insert(candidate.kind + "\n" + candidate.subject).inserted
    }
    for kind in accept where !chosen.contains(where: { $0.kind == kind }) {
      let what = subject.isEmpty ? "" : " about " + subject.joined(separator: " or ")
      throw Failure.one(
        .accepted.nothingToAccept, "no \(kind)\(what) is found that is not accepted already",
        remedy: "run it without --accept to see what there is", status: 2)
    }
    try accepted.add(chosen.map { ($0.kind, $0.subject) }, because: reason ?? "", on: Clock.today)
    let lines = chosen.map { "  \($0.kind): \($0.subject)\n" }
    Terminal.write("accepted in \(accepted.path):\n" + lines.joined())
  }
}

/// The one vocabulary of `--fail-on`; `warn` is the older word of the audit.
extension Diagnostic.Severity: ExpressibleByArgument {
  package init?(argument: String) { self.init(rawValue: argument == "warn" ? "warning" : argument) }

  package static var allValueStrings: [String] { allCases.map(\.rawValue) }

  /// The verdict of a check of an audit that is as grave; nil for an error, which none is.
  var verdict: AuditCheck.Verdict? {
    switch self {
    case .note: .note
    case .warning: .warn
    case .error: nil
    }
  }
}
