import IndexModel
import Scoring

/// Every ranked country under the weights that suit it best, whatever the lens's own are: benefit of the
/// doubt (Melyn and Moesen, 1991; Cherchye and others, Social Indicators Research 82, 2007).
///
/// The greatest weighted sum of its dimensions' scores where nobody's sum, by the same weights, is above 100.
/// Who reaches 100 is outdone by nobody there; of all others somebody is ahead under any weights.
package struct BenefitOfDoubtResult: Sendable {
  /// A country and what it makes of its scores.
  package struct Row: Sendable {
    package let country: RowIndex
    /// Its score by its own best weights, above 0 and at most 100.
    package let score: Double
    /// Its rank by that score, from 1.
    package let rank: Int
    /// How many countries have that rank, itself among them.
    package let ties: Int
    /// For each of the table's `dimensions` the share of the score that comes from it, 0–1; nil for one that
    /// it lacks. Other weights may do as well: these are one choice.
    package let shares: [Double?]

    /// How many dimensions it lacks, which cannot hold it back: sums are over those that it has.
    package var lacking: Int { shares.count { $0 == nil } }
  }

  /// Each has a linear program of its own, with a row for every other.
  package static let mostCountries = 1000

  /// The ranked countries, in order of their rank in the table.
  package let rows: [Row]
  /// The bounds on shares that the lens names; none, from 0 to 1, for most.
  package let bounds: ShareBounds
  /// Whether these are the scores and ranks of the lens itself.
  package let isOfLens: Bool

  /// How many countries nobody outdoes under their own best weights.
  package var efficient: Int { rows.count { $0.score >= 100 } }

  /// Those of them that lack a dimension, in order of rank.
  package var efficientInPart: [RowIndex] { rows.filter { $0.score >= 100 && $0.lacking > 0 }.map(\.country) }

  package init(_ table: ScoreTable) {
    let (scores, shares) = table.underOwnBestWeights()
    let countries = table.order.filter { table.rank($0) != nil && !scores[$0].isNaN }
    let ranks = Ranking.competition(countries.map { scores[$0] })
    var ties = [Int](repeating: 0, count: countries.count + 1)
    for rank in ranks { ties[rank] += 1 }
    rows = zip(countries, ranks).map { country, rank in
      Row(
        country: country, score: scores[country], rank: rank, ties: ties[rank],
        shares: table.dimensions.enumerated().map { place, dimension in
          table.score(dimension, country) == nil ? nil : shares[place][country]
        })
    }
    bounds = table.lens.shareBounds
    isOfLens = table.ownShares != nil
  }
}
