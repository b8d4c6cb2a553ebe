#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import HumanSecurity
import Lens

/// Turns the scores of a node's children into the node's, for all countries at once.
///
/// Children are summed in the order of their names, so that the order of the catalogue cannot
/// change a single bit of any score.
struct Aggregator {
  let method: Aggregation
  let floor: Double

  /// The weighted mean of the children present, and the weight that they carry.
  /// - Parameter children: scores per country, NaN where missing, with nominal weights above 0.
  func callAsFunction(_ children: [(scores: ArraySlice<Double>, weight: Double)], count: Int)
    -> (scores: [Double], present: [Double])
  {
    var sums = [Double](repeating: 0, count: count)
    var present = [Double](repeating: 0, count: count)
    var least = [Double](repeating: .infinity, count: count)
    var most = [Double](repeating: -.infinity, count: count)
    for child in children {
      let start = child.scores.startIndex
      for country in 0..<count {
        let score = child.scores[start + country]
        guard !score.isNaN else { continue }
        let taken = method == .geometric ? max(score, floor) : score
        present[country] += child.weight
        sums[country] += child.weight * (method == .geometric ? log(taken) : taken)
        least[country] = min(least[country], taken)
        most[country] = max(most[country], taken)
      }
    }
    for country in 0..<count {
      guard present[country] > 0 else {
        sums[country] = .nan
        continue
      }
      let mean = sums[country] / present[country]
      // A mean lies between its least and its greatest part; rounding must not carry it outside.
      let exact = method == .geometric ? exp(mean) : mean
      sums[country] = min(max(exact, least[country]), most[country])
    }
    return (sums, present)
  }

  /// How a node's score divides among its present children; the parts sum to the score.
  ///
  /// Arithmetic: w·s. Geometric: w·(f + L·ln(s/f)), L the logarithmic mean of the score and the
  /// floor f, the exact additive decomposition of a product (Ang, Energy Policy 32, 2004).
  func parts(score: Double, children: [(score: Double, weight: Double)]) -> [Double] {
    switch method {
    case .arithmetic: return children.map { $0.weight * $0.score }
    case .geometric:
      let logarithmicMean =
        score == floor ? floor : (score - floor) / (log(score) - log(floor))
      return children.map {
        $0.weight * (floor + logarithmicMean * (log(max($0.score, floor)) - log(floor)))
      }
    }
  }
}
