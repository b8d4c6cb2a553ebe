import IndexModel
import Scoring
import Tabular

/// The index scores of one country with some of its indicators raised.
struct LeverScores {
  /// An indicator and the value that it is raised to.
  struct Aim: Sendable {
    let node: NodeIndex
    let value: Double
    let target: Double
  }

  private let table: ScoreTable
  private let country: RowIndex
  private let variants: [[Aim]]
  /// One a variant.
  private let outcomes: [Outcome]

  /// What one variant comes to.
  private struct Outcome: Sendable {
    /// The index score of the country.
    let score: Double
    /// Its scores of the raised indicators.
    let raised: [Double]
    /// The index scores of all countries, as they would be then; nil where those of the others stay as they are.
    let all: [Double]?
  }

  /// - Parameter variants: the indicators that are raised together, for each variant.
  init(_ table: ScoreTable, _ country: RowIndex, raising variants: [[Aim]]) {
    (self.table, self.country, self.variants) = (table, country, variants)
    outcomes =
      Self.restsOnOwnFigures(table, country)
      ? Self.joined(table, country, variants) : Self.scored(table, country, variants)
  }

  /// Whether a country's scores are joined of its own figures between fixed goalposts, and no estimate of a part that it
  /// lacks depends on them.
  private static func restsOnOwnFigures(_ table: ScoreTable, _ country: RowIndex) -> Bool {
    let lens = table.lens
    guard lens.scoresAreComparableOverYears, lens.outliers == .none, table.interventions.isEmpty else {
      return false
    }
    switch lens.impute {
    case .none: return true
    // Others may take the middle of a group to which the country belongs.
    case .regionMedian, .incomeMedian, .regionMean, .incomeMean, .worldMean: return false
    case .nodeMean, .regression, .components:
      return table.weighedLeaves.allSatisfy { leaf in
        guard case .imputed? = table.column(of: leaf)?.cells[country] else { return true }
        return false
      }
    }
  }

  /// By scoring everything again: exact for any lens, one whole scoring a variant.
  private static func scored(_ table: ScoreTable, _ country: RowIndex, _ variants: [[Aim]]) -> [Outcome] {
    let place = table.countries[country]
    let isHeld = table.lens.scoresAreComparableOverYears && !table.lens.impute.isOfGroups
    return inParallel(variants.count) { index in
      let after = table.cube.score(
        table.year, by: table.lens,
        with: variants[index].map { Intervention(node: $0.node, country: place, change: .set($0.target)) },
        isRanked: false)
      return Outcome(
        score: after.score(Framework.root, country) ?? .nan,
        raised: variants[index].map { after.score($0.node, country) ?? .nan },
        all: isHeld ? nil : table.rows.map { after.score(Framework.root, $0) ?? .nan })
    }
  }

  /// By joining the country's row anew, all variants at once.
  private static func joined(_ table: ScoreTable, _ country: RowIndex, _ variants: [[Aim]]) -> [Outcome] {
    let raised = variants.map { variant in
      variant.map { aim in (node: aim.node, score: table.goalpostScore(aim.target, of: aim.node)) }
    }
    let scores = table.mixtures(variants.count) { leaf in
      let own = table.score(leaf, country) ?? .nan
      return raised.map { variant in variant.first { $0.node == leaf }?.score ?? own }
    }
    return variants.indices.map { index in
      Outcome(score: scores[index], raised: raised[index].map(\.score), all: nil)
    }
  }

  /// One lever a variant.
  func levers(_ peers: Peers) -> [Lever] {
    let own = table.score(country) ?? .nan
    let others = table.ranked.filter { $0 != country }
    return zip(variants, outcomes).map { variant, outcome in
      var (overtaken, passing): ([RowIndex], [RowIndex]) = ([], [])
      for other in others {
        guard let before = table.score(other) else { continue }
        let after = outcome.all?[other] ?? before
        if before > own, !(after > outcome.score) { overtaken.append(other) }
        if before <= own, after > outcome.score { passing.append(other) }
      }
      let raised = zip(variant, outcome.raised).map { raise($0, to: $1, peers) }
      return Lever(raised: raised, points: outcome.score - own, overtaken: overtaken, passing: passing)
    }
  }

  private func raise(_ aim: Aim, to score: Double, _ peers: Peers) -> Lever.Raise {
    let own = table.measuredScore(aim.node, country) ?? .nan
    let quartiles = [0.25, 0.75].map { table.quantile($0, of: aim.node, among: peers.members) ?? .nan }
    let spread = quartiles[1] - quartiles[0]
    return Lever.Raise(
      node: aim.node, value: aim.value, target: aim.target, score: own, targetScore: score,
      effort: spread > Levers.nothing ? (score - own) / spread : nil)
  }
}
