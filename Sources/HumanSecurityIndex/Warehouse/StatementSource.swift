import Diagnostics
import IndexModel
import Ingest
import Scoring
import Warehouse

/// What a statement of SQL is made of: a lens and a catalogue. Figures are read only to find the year where none is given.
package struct StatementSource {
  private let scoring: ScoringPlan
  private let year: Year

  /// Throws everything that is wrong with catalogue and lens.
  /// - Parameter lens: by name or file; nil for the default one.
  package init(_ options: FigureChoice, lens: String?, warn: @escaping (Findings) -> Void) throws {
    guard let chosen = options.year else {
      let workspace = try Panel(options, lenses: lens.map { [$0] } ?? [], takesDefault: true, warn: warn)
        .workspaces[0]
      (scoring, year) = (Self.scoring(workspace), workspace.year)
      return
    }
    let folder = try DataFolder(options.data)
    var findings = Findings()
    let catalogue = Catalogue(folder, into: &findings)
    if !catalogue.isReadable { try findings.throwErrors() }
    let lenses = LensFolder(beside: folder)
    let choice = lens ?? lenses.defaultChoice(into: &findings)
    let read = choice.flatMap { lenses.lens($0, catalogue.framework, into: &findings) }
    try findings.throwErrors()
    guard let read else { throw Failure(findings) }
    warn(findings.only { $0.severity == .warning })
    scoring = ScoringPlan(read.restricted(to: options, catalogue.framework), catalogue.framework)
    year = chosen
  }

  /// The lens and the catalogue of a workspace, without its figures.
  package init(_ workspace: Workspace) { (scoring, year) = (Self.scoring(workspace), workspace.year) }

  private static func scoring(_ workspace: Workspace) -> ScoringPlan {
    // The cube's framework has goalposts of figures; the catalogue's has none but those that it states.
    ScoringPlan(workspace.lens, workspace.catalogue.framework)
  }

  /// Throws all that no statement expresses.
  package func plan(_ dialect: SQLDialect, _ shape: FigureShape) throws -> StatementPlan {
    let plan = StatementPlan(scoring, year, dialect, shape)
    try refuse(plan.refusals)
    return plan
  }

  /// The statement that answers a question of the audit; throws what stands against it.
  package func audit(_ query: AuditQuery, _ plan: StatementPlan) throws -> String {
    try refuse(plan.refusals(of: query))
    return plan.audit(query)
  }

  private func refuse(_ refusals: [Refusal]) throws {
    if refusals.isEmpty { return }
    var findings = Findings()
    for refusal in refusals {
      findings.append(
        .warehouse.notInSQL,
        "SQL does not express \(refusal.judgement) of \(scoring.lens.name): \(refusal.reason)",
        remedy: refusal.remedy)
    }
    throw Failure(findings)
  }
}
