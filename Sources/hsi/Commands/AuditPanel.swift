import ArgumentParser
import Audit
import HumanSecurityIndex
import IndexModel
import Scoring

/// The audited index, and the same figures under the other lenses.
struct AuditPanel {
  /// The audited lens with its figures.
  let workspace: Workspace
  /// Its scores.
  let table: ScoreTable
  /// The lenses beside the figures.
  let others: ComparedLenses
  /// One a lens in the year of the audited one, this first.
  var tables: [ScoreTable] { [table] + others.tables }

  /// - Parameter withOthers: whether the other lenses beside the figures are read as well.
  init(_ options: ScoringOptions, withOthers: Bool) throws {
    workspace = try options.workspace()
    table = try workspace.score()
    others = withOthers ? try options.others(of: workspace) : ComparedLenses()
  }

  /// Refuses what cannot be asked of this lens.
  /// - Parameter scoring: with which the other lenses are read, to name those that would do.
  func refuse(_ name: AuditAnalysis?, _ settings: AuditSettings, _ scoring: ScoringOptions) throws {
    try table.requireWeightSet(settings.kind, settings.level)
    guard let name, let reason = table.nonLinearity(settings.level), !name.canBeHad(reason) else { return }
    let others = AuditAnalysis.tables.filter {
      $0.canBeHad(reason) && (settings.level == .dimension || !$0.isOfDimensions)
    }
    let sum = settings.level == .dimension ? "a weighted sum" : "a weighted sum of indicators"
    let need = name.needsLinearity ? "a ranking by \(sum)" : "weights that all countries share"
    throw Failure.one(
      .commands.notLinear, "the table \(name.name) needs \(need); under \(table.lens.name) \(text(reason))",
      remedy: "choose \(try otherLens(settings.level, scoring)), or one of the tables "
        + others.map(\.name).joined(separator: ", "), status: 2)
  }

  private func text(_ reason: NonLinearity) -> String {
    func name(_ node: NodeIndex) -> String {
      node == Framework.root ? "the index" : table.framework.nodes[node].name
    }
    return switch reason {
    case .ownWeights: "each country has weights of its own"
    case .assumed: "a score is assumed, whatever the weights"
    case .method(let method): "dimensions are joined by \(method.rawValue)"
    case .rounded(let node): "\(name(node)) is rounded, so that countries tie whose sums differ"
    case .counted(let node): "\(name(node)) says who is poor, so that units tie whose sums differ"
    case .compared(let node): "the scores of \(name(node)) depend on those of others"
    case .ratio(let node): "\(name(node)) is a ratio, whose parts have no weights"
    case .mixed(let node, let method, let across) where method == across:
      "of \(name(node)) and the index one is turned, the other is not"
    case .mixed(let node, let method, let across):
      "the parts of \(name(node)) are joined by \(method.rawValue), " + "dimensions by \(across.rawValue)"
        + (table.dimensions.count == 1 ? ", and so is the one dimension of weight" : "")
    }
  }

  /// The lenses of Weights/ whose order is linear in the weights of indicators, where it is these that
  /// are asked about: few are.
  private func otherLens(_ level: AuditLevel, _ scoring: ScoringOptions) throws -> String {
    guard level == .indicator else { return "another lens" }
    let names = try scoring.others(of: workspace).tables.filter { $0.nonLinearity(level) == nil }.map(
      \.lens.name)
    return names.isEmpty
      ? "a lens that joins indicators and dimensions alike"
      : "another lens, such as \(names.joined(separator: " or "))"
  }
}
