import Scoring
import Tabular

/// A set of weights in words.
package struct WeightSetWords {
  package let kind: WeightSet.Kind
  /// What the stated weights make of it; nil where they make none.
  package let set: WeightSet?
  package let level: AuditLevel

  package init(kind: WeightSet.Kind, set: WeightSet?, level: AuditLevel = .dimension) {
    (self.kind, self.set, self.level) = (kind, set, level)
  }

  /// To stand after "if".
  package var condition: String {
    let weight = level == .indicator ? "indicator's weight" : "weight"
    let anything = "any weights at all are allowed"
    switch kind {
    case .simplex: return anything
    case .box(let share):
      if set?.isWholeSimplex == true { return anything }
      return share <= 1
        ? "each \(weight) may be up to \(WeightSet.Kind.percentage(share)) % more or less"
        : "each \(weight) may be anything from nothing to \(NumberFormat.value(1 + share)) times its own, "
          + "at most all weight"
    case .ordinal:
      if set?.keepsNoOrder == true {
        return "weights only keep their order – the stated ones are all equal, so that any weights at "
          + "all are allowed –"
      }
      return "weights only keep their order"
        + (set?.keepsOrderInPart == true ? " (those stated as equal in any)" : "")
    case .cone(let share): return "up to \(WeightSet.Kind.percentage(share)) % of all weight goes anywhere"
    }
  }
}
