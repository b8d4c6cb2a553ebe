import IndexModel

/// How often each of some countries had each rank.
package struct RankCounts: Sendable {
  private let countries: Int
  /// A row a country, a column a rank, 0 for the first.
  private var counts: [UInt32]

  init(countries: Int) {
    self.countries = countries
    counts = [UInt32](repeating: 0, count: countries * countries)
  }

  /// Counts the ranks, from 0, of one replicate.
  /// - Returns: whether a country has a rank that it had in no replicate before.
  @discardableResult mutating func add(_ ranks: [UInt16]) -> Bool {
    counts.withUnsafeMutableBufferPointer { counts in
      var isNew = false
      for country in 0..<countries {
        let place = country * countries + Int(ranks[country])
        if counts[place] == 0 { isNew = true }
        counts[place] &+= 1
      }
      return isNew
    }
  }

  mutating func add(_ other: RankCounts) {
    for place in counts.indices { counts[place] &+= other.counts[place] }
  }

  /// How often a country had a rank, from 0.
  func times(_ country: Int, rank: Int) -> Double { Double(counts[country * countries + rank]) }

  /// The least rank, from 1, that a country has in at least a share of so many replicates, or better.
  func quantile(_ country: Int, _ share: Double, of samples: Int) -> Int {
    var seen: UInt64 = 0
    for rank in 0..<countries {
      seen += UInt64(counts[country * countries + rank])
      if Double(seen) >= share * Double(samples) { return rank + 1 }
    }
    return countries
  }

  /// The quantiles four standard errors of the share, √(p(1 − p)/n), to either side of one: where the
  /// quantile over all weights lies. So wide that the limits of some hundred countries hold together
  /// nineteen times in twenty (Bonferroni: 400 · 0.00006 < 0.05).
  func limits(_ country: Int, _ share: Double, of samples: Int) -> ClosedRange<Int> {
    let error = 4 * SampledShare.standardError(share, of: samples)
    let low = quantile(country, share - error, of: samples)
    return low...max(low, quantile(country, share + error, of: samples))
  }

  /// How far the limits of a country's quantiles are from them, at most.
  func mostOff(_ shares: [Double], of samples: Int) -> Int {
    (0..<countries).flatMap { country in
      shares.map { share in
        let (own, limits) = (quantile(country, share, of: samples), limits(country, share, of: samples))
        return max(own - limits.lowerBound, limits.upperBound - own)
      }
    }.max() ?? 0
  }

  /// The mean rank of a country, from 1, over so many replicates, and its standard error.
  func mean(_ country: Int, of samples: Int) -> (value: Double, error: Double) {
    var (sum, squares) = (0.0, 0.0)
    for rank in 0..<countries {
      let times = times(country, rank: rank)
      sum += times * Double(rank + 1)
      squares += times * Double(rank + 1) * Double(rank + 1)
    }
    let mean = sum / Double(samples)
    let variance = max(0, squares / Double(samples) - mean * mean)
    return (mean, (variance / Double(samples)).squareRoot())
  }
}

/// Draws under which countries were ranked.
package protocol RankedDraws {
  var samples: Int { get }
  /// In order of rank in the table; figures are asked for by places here.
  var countries: [RowIndex] { get }
  var counts: RankCounts { get }
}

extension RankedDraws {
  /// The least rank (from 1) that a country has in at least a share of draws, or better.
  package func quantile(_ country: Int, _ share: Double) -> Int {
    counts.quantile(country, share, of: samples)
  }

  /// Between which ranks a quantile lies, as far as the draws can show: those four standard errors of the
  /// share, √(p(1 − p)/n), to either side.
  package func limits(_ country: Int, _ share: Double) -> ClosedRange<Int> {
    counts.limits(country, share, of: samples)
  }

  /// How many ranks the limits of quantiles are from them, at most, over all countries.
  package func mostOff(_ shares: [Double]) -> Int { counts.mostOff(shares, of: samples) }

  /// How far apart the ranks of countries are in the middle 90 % of draws.
  package var spans: RankSpans? { RankSpans(counts, samples, countries: countries.count) }

  /// The mean rank of a country, from 1, and its standard error.
  package func mean(_ country: Int) -> (value: Double, error: Double) { counts.mean(country, of: samples) }
}
