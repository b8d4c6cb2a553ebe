import Analysis
import IndexModel
import Scoring
import Tabular

/// Confidence sets for ranks: which ranks a country may truly have, where its figures and estimates have known errors.
///
/// Mogstad, Romano, Shaikh and Wilhelm, Inference for ranks with applications to mobility across neighbourhoods and
/// academic achievement across countries, Review of Economic Studies 91, 2024. Each pair of countries is compared by the difference of
/// their scores over its standard error; the critical value is the quantile of the greatest such ratio over draws
/// of the errors, and falls, step by step, as pairs of sure order leave the comparison (Romano and Wolf, JASA 100, 2005).
package struct ConfidenceSets: Sendable {
  /// The share of cases in which a marginal set holds its country's true rank, and the simultaneous sets hold all.
  package static let level = 0.95
  package static let mostDraws = 1000

  /// Those that are ranked, in order of rank.
  package let countries: [RowIndex]
  package let draws: Int
  /// The standard error of each country's score, in points.
  package let errors: [Double]
  /// Each country's ranks if it is looked at alone.
  package let marginal: [ClosedRange<Int>]
  /// The ranks that all countries have at once.
  package let simultaneous: [ClosedRange<Int>]

  /// Draws the errors of a table and scores it with each, on all cores; the same sets on any number of them.
  /// - Parameters:
  ///   - draws: `mostDraws` at most are made.
  ///   - mayGoOn: told how many draws are made; where it says no, these have to do.
  /// - Returns: nil where no error is known, nobody is ranked, or more are than `RankIntervals.mostCountries`.
  package init?(_ table: ScoreTable, draws: Int, seed: UInt64, mayGoOn: (Int) -> Bool = { _ in true }) {
    let ranked = table.ranked
    guard ScoreErrors.has(table), !ranked.isEmpty, ranked.count <= RankIntervals.mostCountries else {
      return nil
    }
    let scores = ranked.map { table.score($0) ?? .nan }
    var errors: [[Double]] = []
    _ = inWaves(min(max(draws, 1), Self.mostDraws), pieceSize: 4, mayGoOn: mayGoOn) { replicates in
      replicates.map { replicate in
        let drawn = ScoreErrors.drawn(table, replicate, seed: seed)
        return zip(ranked, scores).map { (drawn.score(Framework.root, $0) ?? $1) - $1 }
      }
    } take: { (piece: [[Double]]) in
      errors += piece
    }
    if errors.isEmpty { return nil }
    self.init(of: ranked, scores: scores, errors: errors)
  }

  /// - Parameters:
  ///   - scores: one a country.
  ///   - errors: draw by draw, how far each score is off.
  init(of countries: [RowIndex], scores: [Double], errors: [[Double]]) {
    let differences = ScoreDifferences(scores: scores, errors: errors)
    (self.countries, draws, self.errors) = (countries, errors.count, differences.scoreErrors)
    let places = Array(scores.indices)
    marginal = inParallel(places.count) { country in
      let pairs = places.filter { $0 != country }.map { (country, $0) }
      return differences.ranks(differences.sure(pairs), of: [country])[0]
    }
    let pairs = places.flatMap { first in places[(first + 1)...].map { (first, $0) } }
    simultaneous = differences.ranks(differences.sure(pairs), of: places)
  }

  /// The countries (places in `countries`) that may be among so many first, all at once: in `level` of cases
  /// the true ones are among them.
  package func mayBeAmong(first count: Int) -> [Int] {
    simultaneous.indices.filter { simultaneous[$0].lowerBound <= count }
  }
}

/// Differences of scores, their standard errors, and which of them are of sure sign.
struct ScoreDifferences: Sendable {
  private let scores: [Double]
  /// How far each score is off, draw after draw.
  private let errors: [Double]
  private let draws: Int
  /// By pair of countries, those of each with the countries before it.
  private let deviations: [Double]
  let scoreErrors: [Double]

  typealias Pair = (first: Int, second: Int)

  init(scores: [Double], errors: [[Double]]) {
    (self.scores, draws) = (scores, errors.count)
    self.errors = errors.flatMap { $0 }
    scoreErrors = scores.indices.map { country in Self.deviation(errors.map { $0[country] }) }
    deviations = inParallel(scores.count) { first in
      (0..<first).map { second in Self.deviation(errors.map { $0[first] - $0[second] }) }
    }.flatMap { $0 }
  }

  private static func deviation(_ values: [Double]) -> Double {
    Moments.covariance(values, values).squareRoot()
  }

  private func deviation(_ pair: Pair) -> Double {
    let (later, earlier) = (max(pair.first, pair.second), min(pair.first, pair.second))
    return deviations[later * (later - 1) / 2 + earlier]
  }

  /// The pairs whose difference is not 0 in `ConfidenceSets.level` of cases, all of them at once.
  func sure(_ pairs: [Pair]) -> [Pair] {
    var sure = pairs.filter { deviation($0) == 0 && scores[$0.first] != scores[$0.second] }
    var open = pairs.filter { deviation($0) > 0 }
    while !open.isEmpty {
      let critical = critical(open)
      func isSure(_ pair: Pair) -> Bool {
        abs(scores[pair.first] - scores[pair.second]) > critical * deviation(pair)
      }
      let found = open.filter(isSure)
      if found.isEmpty { break }
      sure += found
      open.removeAll(where: isSure)
    }
    return sure
  }

  /// The quantile, over draws, of the greatest error of a difference in standard errors of it.
  private func critical(_ pairs: [Pair]) -> Double {
    let inverse = pairs.map { 1 / deviation($0) }
    var greatest = (0..<draws).map { draw in
      let start = draw * scores.count
      var most = 0.0
      for (place, pair) in pairs.enumerated() {
        most = max(most, abs(errors[start + pair.first] - errors[start + pair.second]) * inverse[place])
      }
      return most
    }
    greatest.sort()
    let place = Int((Double(draws + 1) * ConfidenceSets.level).rounded(.up))
    return place <= draws ? greatest[place - 1] : .infinity
  }

  /// The ranks that pairs of sure order leave to some countries.
  func ranks(_ sure: [Pair], of countries: [Int]) -> [ClosedRange<Int>] {
    var (above, below) = (scores.map { _ in 0 }, scores.map { _ in 0 })
    for pair in sure {
      let isFirstAhead = scores[pair.first] > scores[pair.second]
      let (ahead, behind) = isFirstAhead ? (pair.first, pair.second) : (pair.second, pair.first)
      below[ahead] += 1
      above[behind] += 1
    }
    return countries.map { (1 + above[$0])...(scores.count - below[$0]) }
  }
}
