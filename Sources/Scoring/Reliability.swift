import IndexModel

/// How firmly a country's score rests on figures of its own and of the time it speaks of.
///
/// All shares are of effective weight, 0–1; observed, carried, imputed, assumed and missing sum to 1.
package struct Reliability: Sendable, Equatable {
  /// The share that was observed in the reference year itself.
  package let observed: Double
  /// The share that was observed before and carried forward.
  package let carried: Double
  /// The age in years of what is carried forward, a mean by weight; nil where nothing is.
  package let meanAge: Double?
  /// The share that a rule of the lens put in.
  package let imputed: Double
  /// The share that is assumed, in answer to what would be if; 0 for what is.
  package let assumed: Double
  /// The share of which nothing is known.
  package let missing: Double

  /// The share of which the figures are the judgement of experts, where any are there.
  package let expert: Double
  /// Whether there was armed conflict in the reference year; nil where the figures do not say.
  package let conflict: Bool?
  /// Whether any indicator of weight says of what kind its figures are: without that nobody knows which are the
  /// judgement of experts.
  package let knowsKinds: Bool

  package init(
    observed: Double, carried: Double, meanAge: Double?, imputed: Double, assumed: Double = 0,
    missing: Double, expert: Double = 0, conflict: Bool? = nil, knowsKinds: Bool = true
  ) {
    (self.observed, self.carried, self.meanAge, self.imputed) = (observed, carried, meanAge, imputed)
    (self.assumed, self.missing, self.expert, self.conflict) = (assumed, missing, expert, conflict)
    self.knowsKinds = knowsKinds
  }

  package enum Level: String, Sendable, CaseIterable {
    case high
    case medium
    case low
  }

  /// Something that stands against relying on a score.
  package enum Doubt: Sendable, Equatable, CaseIterable {
    /// More than a tenth of the weight is missing, imputed or assumed.
    case gaps
    /// The figures are more than three years old on average.
    case age
    /// More than a third of the weight is the judgement of experts.
    case experts
    /// There was armed conflict in the reference year: who counts, and who is counted, changes.
    case conflict
  }

  /// The share of weight below which reliability is low whatever else there is: the rule of thumb of
  /// the JRC for the indicators that a country should have.
  package static let coverageRequired = 0.65
  /// The share of weight that may be missing, imputed or assumed.
  package static let gapsAllowed = 0.1
  /// The mean age in years that figures may have.
  package static let ageAllowed = 3.0
  /// The share of weight that may rest on experts.
  package static let expertAllowed = 1.0 / 3

  /// The share of weight that rests on figures, 0–1.
  package var covered: Double { observed + carried }

  /// Whether so little rests on figures that reliability is low whatever else there is.
  package var isThin: Bool { covered < Self.coverageRequired - 1e-12 }

  /// The age in years of all figures, a mean by weight; nil where there are none.
  package var age: Double? { covered > 0 ? carried * (meanAge ?? 0) / covered : nil }

  package var doubts: [Doubt] {
    Doubt.allCases.filter { doubt in
      switch doubt {
      case .gaps: 1 - covered > Self.gapsAllowed + 1e-12
      case .age: age ?? 0 > Self.ageAllowed + 1e-12
      case .experts: expert > Self.expertAllowed + 1e-12
      case .conflict: conflict == true
      }
    }
  }

  /// High without a doubt, medium with one, low with more or below `coverageRequired`; nil where it is not low and
  /// might be lower than it seems, since nothing is known of experts.
  package var level: Level? {
    if isThin || doubts.count > 1 { return .low }
    return knowsKinds ? doubts.isEmpty ? .high : .medium : nil
  }
}

extension ScoreTable {
  package func reliability(_ row: RowIndex) -> Reliability { reliabilities(of: [row])[0] }

  /// That of some rows, indicator by indicator: quicker than asked row by row.
  package func reliabilities(of rows: [RowIndex]) -> [Reliability] {
    var sums = [WeightSums](repeating: WeightSums(), count: rows.count)
    var knowsKinds = false
    for node in framework.leavesByName {
      guard let column = column(of: node) else { continue }
      let (weight, kind) = (effectiveWeights[node], framework.indicators[column.indicator].kind)
      knowsKinds = knowsKinds || kind != nil
      for (place, row) in rows.enumerated() {
        let isFilled = isUnderImputation(node, row)
        let cell = isFilled ? .imputed(rule: "a node above it") : column.cells[row]
        sums[place].add(
          cell, weight, isAssumed: isUnderAssumption(node, row), isExpert: kind == .expert && cell.isMeasured)
      }
    }
    let conflicts = conflicts(of: rows)
    return sums.indices.map { sums[$0].reliability(conflict: conflicts[$0], knowsKinds: knowsKinds) }
  }

  /// Effective weight by how cells came about.
  private struct WeightSums {
    var (observed, carried, imputed, missing, ages) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var (assumed, expert) = (0.0, 0.0)

    mutating func add(_ cell: Cell, _ weight: Double, isAssumed: Bool, isExpert: Bool) {
      if isExpert { expert += weight }
      switch isAssumed ? .assumed : cell {
      case .observed: observed += weight
      case .carried(let age):
        carried += weight
        ages += weight * Double(age)
      case .imputed: imputed += weight
      case .assumed: assumed += weight
      case .absent: missing += weight
      }
    }

    func reliability(conflict: Bool?, knowsKinds: Bool) -> Reliability {
      let total = observed + carried + imputed + assumed + missing
      guard total > 0 else {
        return Reliability(observed: 0, carried: 0, meanAge: nil, imputed: 0, missing: 1)
      }
      return Reliability(
        observed: observed / total, carried: carried / total, meanAge: carried > 0 ? ages / carried : nil,
        imputed: imputed / total, assumed: assumed / total, missing: missing / total, expert: expert / total,
        conflict: conflict, knowsKinds: knowsKinds)
    }
  }

  /// Whether a figure of the reference year tells of armed conflict; nil where none tells either way.
  package func conflict(_ row: RowIndex) -> Bool? { conflicts(of: [row])[0] }

  private func conflicts(of rows: [RowIndex]) -> [Bool?] {
    var told = [Bool?](repeating: nil, count: rows.count)
    for (indicator, definition) in zip(framework.indicatorIndices, framework.indicators) {
      guard let threshold = definition.conflictFrom else { continue }
      for (place, row) in rows.enumerated() {
        guard let figure = cube.series[indicator].value(countries[row], year) else { continue }
        told[place] = (told[place] ?? false) || figure >= threshold
      }
    }
    return told
  }
}
