import IndexModel
import Scoring

/// Which judgement drives the uncertainty of ranks: Sobol' indices of every judgement, the weights being
/// one, for the mean shift against the table's ranking and for each country's rank.
package struct Sensitivity: Sendable {
  /// The judgements, in the order of the effects.
  package let assumptions: [Judgements.Kind]
  /// The countries that the table ranks, in order of rank.
  package let countries: [RowIndex]
  /// All indices: output 0 is the mean of |rank − rank in the table|, then each country's rank.
  package let indices: SobolIndices

  /// Evaluates (judgements + 2)·baseSamples combinations, on all cores; the same figures on any number of them.
  /// - Parameters:
  ///   - baseSamples: best a power of 2; above 0.
  ///   - mayGoOn: told how many points are done; where it says no, these have to do.
  package init(
    _ space: JudgementSpace, baseSamples: Int, seed: UInt64, mayGoOn: (Int) -> Bool = { _ in true }
  ) {
    assumptions = space.judgements.kinds
    countries = space.countries
    let count = space.countries.count
    indices = SobolIndices(
      groups: assumptions.map { _ in 1 }, outputs: 1 + count, baseSamples: baseSamples, seed: seed,
      mayGoOn: mayGoOn
    ) {
      var ranking = JudgedRanking(space)
      return { point, outputs in
        ranking.take(point, seed: seed)
        ranking.rank()
        var shift = 0.0
        for country in 0..<count {
          let rank = Double(ranking.ranks[country]) + 1
          outputs[1 + country] = rank
          shift += abs(rank - Double(space.ranks[country]))
        }
        outputs[0] = count == 0 ? 0 : shift / Double(count)
      }
    }
  }

  /// Whether the indices of the mean shift are too rough to distinguish judgements by: fewer than 512
  /// points, or an interval of a total index wider than a quarter of all variance.
  package var isRough: Bool {
    indices.baseSamples < 512 || (onShift ?? []).contains { $0.total.high - $0.total.low > 0.25 }
  }

  /// What each judgement does to the mean shift of ranks; nil where ranks never move otherwise.
  package var onShift: [SobolIndices.Effect]? { indices.effects(of: 0) }
}
