import ArgumentParser
import Audit
import HumanSecurity
import Lens
import Reporting
import Scoring
import Tabular

/// `hsi audit`: how much of a ranking is data and how much is judgement.
struct AuditCommand: ParsableCommand {
  /// From which verdict on the exit status is 3.
  enum Line: String, ExpressibleByArgument, CaseIterable {
    case note, warn

    var verdict: AuditCheck.Verdict { self == .note ? .note : .warn }
  }

  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit a ranking: what is data in it, and what is judgement.",
    discussion: """
      Tables: \(AuditTableName.allCases.map(\.rawValue).joined(separator: ", ")). What is drawn at \
      random is the same for the same --seed, on any machine. Ctrl-C shows what is known by then, \
      with exit status 130.

      Examples:
        hsi audit
        hsi audit --country Kenya --weights simplex --budget 10s
        hsi audit --table rank-bounds --weights box:25% --format csv > bounds.csv
        hsi audit --fail-on warn
      """)

  @Option(help: ArgumentHelp("Only this table, in full with --format csv.", valueName: "name"))
  var table: String?

  @Option(help: ArgumentHelp("The view of one country, by code or name.", valueName: "name"))
  var country: String?

  @Option(help: "End with status 3 where a check comes out so or worse: note or warn.")
  var failOn: Line?

  @OptionGroup var options: AuditOptions
  @OptionGroup var scoring: ScoringOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    _ = try tableName()
    if table != nil, country != nil { throw ValidationError("choose --table or --country") }
    if country != nil, output.format == .csv {
      throw ValidationError("the view of a country has no CSV: choose table, json or md")
    }
  }

  private func tableName() throws -> AuditTableName? {
    guard let table else { return nil }
    if let name = AuditTableName(rawValue: table) { return name }
    let names = AuditTableName.allCases.map(\.rawValue)
    let near = NearestName.suggestions(for: table, among: names).first
    throw ValidationError(
      "there is no table \"\(table)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ";")
        + " known: \(names.joined(separator: ", "))")
  }

  func run() throws {
    let name = try tableName()
    let panel = try AuditPanel(scoring, withOthers: needsOthers(name))
    let place = try country.map { try panel.workspace.place($0, in: panel.table) }
    try panel.refuse(name, place, try options.settings())
    let session = AuditSession(budget: try options.duration())
    let run = AuditRun(
      panel.table, lenses: panel.tables, try options.settings(), watch: session.watch)
    var parts = name?.parts ?? AuditTableName.checks.parts.union([.pairs, .stability, .schools])
    if failOn != nil { parts.formUnion(AuditTableName.checks.parts) }
    session.begin()
    let (text, checks) = place.map { view(run(country: $0)) } ?? page(run(parts), name)
    let isPartial = session.end()
    try output.write(text, from: panel.workspace.catalogue.folder)
    if isPartial { throw AuditSession.interrupted(asJSON: scoring.data.asJSON) }
    let worst = checks.map(\.verdict).max() ?? .pass
    if let failOn, worst >= failOn.verdict { throw ExitCode(3) }
  }

  private func needsOthers(_ name: AuditTableName?) -> Bool {
    name == .schools || name == nil
  }
}
