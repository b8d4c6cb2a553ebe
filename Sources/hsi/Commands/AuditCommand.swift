import ArgumentParser
import Audit
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Reporting
import Scoring
import Tabular

/// `hsi audit`: how much of a ranking is data and how much is judgement.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Audit a ranking: what is data in it, and what is judgement.",
    discussion: """
      Tables: \(AuditAnalysis.tables.map(\.name).joined(separator: ", ")). Without --table and \
      --country it is a page; its CSV is the table checks. The other lenses of Weights/ are read for \
      comparison; one with errors is left out, with a warning. What is drawn at random is the same for \
      the same --seed, on any machine. Progress shows on a terminal only. Ctrl-C shows what is known by \
      then, with exit status 130.

      Examples:
        hsi audit
        hsi audit --country Kenya --weights simplex --budget 10s
        hsi audit --table rank-bounds --weights box:25% --format csv > bounds.csv
        hsi audit --lens equal-indicators --level indicator --table rank-bounds
        hsi audit --fail-on warning
        hsi audit --accept rank-width --subject KEN --reason "few figures; known"
      """)

  @Option(
    help: .of("Only this table; --format csv and json have it in full.", "name"),
    completion: .list(AuditAnalysis.tables.map(\.name))) var table: String?

  @Option(
    help: .of(
      "The view of one country, by code or name. Not with --table, --fail-on or --format csv.", "name"),
    completion: .countries) var country: String?

  @Option(
    help: .of(
      "End with status 3 where a check fails with this severity or above: note, warning or error; none fails "
        + "with an error. Which did stands on standard error, whatever is shown. Not with --country.",
      "severity"), completion: .list(Diagnostic.Severity.allValueStrings)) var failOn: String?

  @OptionGroup var acceptance: AcceptOptions

  @OptionGroup var options: AuditOptions
  @OptionGroup var scoring: ScoringOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    var wrong = WrongUsage()
    let name = try wrong.gather(tableName) ?? nil
    _ = try wrong.gather(line)
    for name in acceptance.accept where AuditCheck.Kind(rawValue: name) == nil {
      let known = AuditCheck.Kind.allCases.map(\.rawValue)
      wrong.note("there is no check \"\(name)\"; \(NearestName.remedy(for: name, among: known))")
    }
    if country != nil, !acceptance.accept.isEmpty {
      wrong.note("--accept looks at all countries: leave --country out")
    }
    try options.check(into: &wrong)
    _ = try wrong.gather(scoring.lens)
    if let name, name.isOfDimensions, options.level == AuditLevel.indicator.rawValue {
      wrong.note("the table \(name.name) draws weights of dimensions: leave --level indicator out")
    }
    if table != nil, country != nil { wrong.note("choose --table or --country") }
    if country != nil, failOn != nil { wrong.note("--fail-on looks at all countries: leave --country out") }
    if country != nil, output.format == .csv {
      wrong.note("the view of a country has no CSV: choose table, json or md")
    }
    try wrong.refuse()
  }

  private func tableName() throws -> AuditAnalysis? {
    guard let table else { return nil }
    if let name = AuditAnalysis(named: table) { return name }
    let names = AuditAnalysis.tables.map(\.name)
    let near = NearestName.suggestions(for: table, among: names).first
    throw ValidationError(
      "there is no table \"\(table)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ";")
        + " known: \(names.joined(separator: ", "))")
  }

  private func line() throws -> Diagnostic.Severity? {
    try failOn.map { text in
      if let severity = Diagnostic.Severity(argument: text) { return severity }
      throw ValidationError(
        "--fail-on \(Written.shown(text)) is not known: it may be "
          + Diagnostic.Severity.allValueStrings.joined(separator: ", "))
    }
  }

  func run() throws { try Threads.$count.withValue(try options.threadCount()) { try audit() } }

  private func audit() throws {
    let name = try tableName()
    var wrong = WrongUsage()
    let settings = try options.settings(into: &wrong)
    let panel = try AuditPanel(scoring, withOthers: name?.needsLenses ?? true)
    try panel.refuse(name, settings, scoring)
    let place = try country.map { try rankedPlace($0, panel) }
    Terminal.report(panel.others.findings)
    let session = AuditSession(budget: try options.duration())
    let run = AuditRun(
      panel.table, lenses: panel.tables, leftOut: panel.others.leftOut, settings, watch: session.watch)
    let unfinished: [AuditAnalysis]
    var failed = Findings()
    session.begin()
    if let place {
      let view = run(country: place)
      session.end()
      unfinished = view.unfinished
      try write(CountryAuditPage(view), panel)
    } else {
      let findings = run(parts(name))
      session.end()
      unfinished = findings.unfinished
      let showsIndices = name == nil ? output.format != .csv : name == .sensitivity
      if showsIndices { warn(findings) }
      if !acceptance.accept.isEmpty { return try accept(findings, panel) }
      if let line = try line() { failed = try self.failed(findings, from: line, panel) }
      if let name {
        if output.format == .csv { warn(ofNoRowsIn: name, findings) }
        try output.write(name.table(findings), from: panel.workspace.catalogue.folder)
      } else {
        try output.write(AuditPage(findings), from: panel.workspace.catalogue.folder)
      }
    }
    if !unfinished.isEmpty { throw AuditSession.interrupted(unfinished) }
    if !failed.isEmpty { throw Failure(failed, status: 3) }
  }

  /// Says on standard error what the CSV of a table cannot say of itself; the page says it in its text, too.
  private func warn(_ found: AuditFindings) {
    guard let sensitivity = found.sensitivity, sensitivity.isRough, sensitivity.onShift != nil else { return }
    Terminal.report(
      .commands.roughIndices,
      "the indices of sensitivity rest on \(sensitivity.indices.baseSamples) points and are rough",
      remedy: "read them with their intervals, or raise --samples")
  }

  /// Says why a CSV is a header alone: it has no notes.
  private func warn(ofNoRowsIn name: AuditAnalysis, _ found: AuditFindings) {
    guard let absence = name.absence(found) else { return }
    if name.isTooLarge(found.table) {
      return Terminal.report(
        .commands.tooManyRanked, "the table \(name.name) has no rows: \(absence)",
        remedy: "ask of one with --country, or of a folder with fewer of them")
    }
    Terminal.report(
      .commands.oneWeight, "the table \(name.name) has no rows: \(absence)",
      remedy: found.settings.level == .dimension
        ? "ask of the weights of indicators with --level indicator, or of another lens"
        : "choose a lens that weighs several indicators")
  }

  private func parts(_ name: AuditAnalysis?) -> Set<AuditAnalysis> {
    let own = name?.parts ?? AuditAnalysis.ofPage
    return failOn == nil && acceptance.accept.isEmpty ? own : own.union(AuditAnalysis.checks.parts)
  }

  /// The checks that fail the audit: those that nobody has accepted.
  private func failed(_ found: AuditFindings, from line: Diagnostic.Severity, _ panel: AuditPanel) throws
    -> Findings
  {
    var own = Findings()
    let accepted = try AcceptedFindings(beside: panel.workspace.catalogue.folder, into: &own)
    try own.throwErrors()
    // What failed an hour ago and is noted now has not gone.
    Terminal.report(accepted.gone(found, failed: FailedChecks.checks(found, from: .note)))
    guard let least = line.verdict else { return Findings() }
    let known = FailedChecks.checks(found, from: least).filter { accepted.row(of: $0, in: found) != nil }
    if acceptance.withAccepted {
      Terminal.report(accepted.notes(known, in: found))
    } else if !known.isEmpty {
      Terminal.writeError(
        "\(CountWords.of(known.count, "failed check")) accepted in \(accepted.path): --with-accepted shows "
          + (known.count == 1 ? "it" : "them"))
    }
    return FailedChecks.findings(found, from: least) { accepted.row(of: $0, in: found) != nil }
  }

  private func accept(_ found: AuditFindings, _ panel: AuditPanel) throws {
    var own = Findings()
    let accepted = try AcceptedFindings(beside: panel.workspace.catalogue.folder, into: &own)
    try own.throwErrors()
    let least = try line()?.verdict ?? .note
    let open = FailedChecks.checks(found, from: least).filter { accepted.row(of: $0, in: found) == nil }
    try acceptance.accept(
      open.map { check in
        (
          kind: check.kind.rawValue, subject: AcceptedFindings.subject(of: check, in: found),
          parts: [check.subject]
        )
      }, in: accepted)
  }

  private func rankedPlace(_ country: String, _ panel: AuditPanel) throws -> RowIndex {
    let place = try panel.workspace.place(country, in: panel.table)
    try panel.table.requireRank(
      of: place, remedy: "choose another year or lens; hsi explain says what is missing")
    return place
  }

  private func write(_ page: CountryAuditPage, _ panel: AuditPanel) throws {
    let text =
      switch output.format {
      case .table, .csv: page.plain(width: output.width, bold: output.bold)
      case .md: page.markdown
      case .json: page.json.pretty
      }
    try output.write(text, from: panel.workspace.catalogue.folder)
  }
}
