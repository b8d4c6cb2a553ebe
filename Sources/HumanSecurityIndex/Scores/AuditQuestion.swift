import Audit
import Scoring

extension WeightSet.Kind {
  /// The sets of weights there are, as people write them.
  package static let forms =
    "box:25% (any percentage above 0), simplex, ordinal, cone:0.2 (any share above 0, up to 1)"
}

extension AuditSettings {
  /// How many draws may be asked for.
  package static let sampleCounts = 100...100_000_000
}

extension ScoreTable {
  /// Throws where the weights of the lens make no set of a kind.
  package func requireWeightSet(_ kind: WeightSet.Kind, _ level: AuditLevel) throws(Failure) {
    do throws(WeightSet.Obstacle) { _ = try WeightSet(making: kind, nominal: auditedWeights(level)) } catch {
      throw Failure.one(
        .commands.noWeightSet, "the weights of \(lens.name) make no set \(kind): \(Self.text(error))",
        remedy: "choose other --weights: \(WeightSet.Kind.forms)", status: 2)
    }
  }

  private static func text(_ obstacle: WeightSet.Obstacle) -> String {
    switch obstacle {
    case .noWeight: "nothing has weight"
    case .share: "the share is outside its range"
    case .tooNarrow: "it is too narrow to move any weight"
    case .equalWeights(let count, let most):
      "\(count) of the weights below the greatest are equal, and at most \(most) may be"
    case .vertices(let most): "so many of the weights are equal that it has more than \(most) vertices"
    }
  }
}
