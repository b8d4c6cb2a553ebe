import ArgumentParser
import Audit
import Lens
import Reporting
import Scoring
import Tabular

/// The audited index, and the same figures under the other lenses.
struct AuditPanel {
  /// The audited lens with its figures.
  let workspace: Workspace
  /// Its scores.
  let table: ScoreTable
  /// One a lens in the year of the audited one, this first.
  let tables: [ScoreTable]

  /// - Parameter withOthers: whether the other lenses of Weights/ are read as well.
  init(_ options: ScoringOptions, withOthers: Bool) throws {
    let own = try options.lens()
    var choices = [own]
    if withOthers {
      let folder = LensFolder(beside: try DataFolder(options.data.data))
      let stem = own.split(separator: "/").last.map(String.init) ?? own
      let name = stem.hasSuffix(".toml") ? String(stem.dropLast(5)) : stem
      choices += folder.namesDefaultFirst.filter { $0 != name }
    }
    let panel = try Panel(options.figures, lenses: choices)
    workspace = panel.workspaces[0]
    // Its own year, not the earliest of all lenses'.
    let year = panel.ownYears?[0] ?? workspace.year
    tables = try panel.scores(choices.map { _ in year })
    table = tables[0]
  }

  /// Refuses what cannot be asked of this lens.
  func refuse(_ name: AuditTableName?, _ settings: AuditSettings) throws {
    let weights = table.dimensions.map { table.weights[$0] }
    if WeightSet(settings.kind, nominal: weights) == nil {
      throw Failure.one(
        "no-weight-set",
        "the weights of \(table.lens.name) make no set \(settings.kind): nothing has weight, too many "
          + "weights are equal, or the set is too narrow to move any",
        remedy: "choose other --weights: \(AuditOptions.forms)", status: 2)
    }
    guard let name, name.needsLinearity, LinearScores(table) == nil else { return }
    let why =
      table.ownShares != nil
      ? "each country has weights of its own"
      : "dimensions are joined by \(table.lens.aggregation.dimensions.rawValue)"
    let others = AuditTableName.allCases.filter { !$0.needsLinearity }.map(\.rawValue)
    throw Failure.one(
      "not-linear",
      "the table \(name.rawValue) needs a ranking by a weighted sum; under \(table.lens.name) \(why)",
      remedy: "choose another lens, or one of the tables \(others.joined(separator: ", "))",
      status: 2)
  }
}
