import Glibc
import IndexModel

/// Weights of siblings, made of their scores.
///
/// A sibling that fewer than three countries have weighs 0, and so does one that does not vary. Only
/// countries that have all others count. Siblings come in the order of their names and countries by
/// code, so that no order of rows changes a bit.
struct DerivedWeights: Equatable {
  /// One a sibling, summing to 1.
  var weights: [Double]
  var doubt: Doubt?

  /// Why weights are not what the scheme's name promises.
  enum Doubt: Equatable {
    /// Too few countries have all scores, or these do not vary: all weigh the same.
    case equalInstead
    /// The first component goes up with some siblings and down with others (by their places): what
    /// it measures is an opposition, not what they have in common.
    case opposed([Int])
  }

  static let leastCountries = 3
  /// Weights below this are rounding: what has nothing in common with its siblings weighs 0.
  private static let leastWeight = 1e-12

  /// - Parameter scores: one list a sibling, NaN where a country has none.
  init(_ scheme: WeightScheme, _ scores: [ArraySlice<Double>]) {
    let known = scores.indices.filter { place in scores[place].count { !$0.isNaN } >= Self.leastCountries }
    let columns = Self.complete(known.map { scores[$0] })
    let varying = columns.indices.filter { columns[$0].min() != columns[$0].max() }
    let counted = known.isEmpty ? Array(scores.indices) : known
    weights = scores.indices.map { counted.contains($0) ? 1 / Double(counted.count) : 0 }
    guard scheme.isDerived, scheme != .benefitOfTheDoubt, counted.count > 1 else { return }
    guard (columns.first?.count ?? 0) >= Self.leastCountries, !varying.isEmpty else {
      doubt = .equalInstead
      return
    }
    let places = varying.map { known[$0] }
    var parts: [Double]
    if scheme == .pca {
      let loadings: [[Double]]
      (parts, loadings) = Self.firstComponent(varying.map { columns[$0] })
      doubt = Self.opposed(loadings, places)
    } else {
      parts = varying.map { Self.divergence(columns[$0]) }
    }
    parts = parts.map { $0 < Self.leastWeight ? 0 : $0 }
    let sum = parts.reduce(0, +)
    guard sum > 0 else {
      doubt = .equalInstead
      return
    }
    weights = scores.map { _ in 0 }
    for (place, part) in zip(places, parts) { weights[place] = part / sum }
  }

  /// The scores of those who have all.
  private static func complete(_ scores: [ArraySlice<Double>]) -> [[Double]] {
    let count = scores.map(\.count).min() ?? 0
    let rows = (0..<count).filter { row in scores.allSatisfy { !$0[$0.startIndex + row].isNaN } }
    return scores.map { column in rows.map { column[column.startIndex + $0] } }
  }

  // MARK: - Principal components

  /// Squared components of the correlation matrix's first unit eigenvector, and the vectors behind them.
  ///
  /// Handbook on Constructing Composite Indicators (OECD and JRC, 2008), section 6.1. Where the
  /// greatest eigenvalue is not single, no one vector is the first; the mean of the squares over
  /// all of them does not depend on which are chosen.
  private static func firstComponent(_ columns: [[Double]]) -> (squares: [Double], loadings: [[Double]]) {
    let eigen = SymmetricEigen(correlations(columns))
    let greatest = eigen.values.first ?? 0
    let first = zip(eigen.values, eigen.vectors).filter { $0.0 >= greatest * (1 - 1e-9) }.map(\.1)
    let squares = columns.indices.map { place in
      first.reduce(0) { $0 + $1[place] * $1[place] } / Double(first.count)
    }
    return (squares, first)
  }

  /// Product-moment correlations of columns that vary.
  static func correlations(_ columns: [[Double]]) -> [[Double]] {
    let unit = columns.map { column in
      let mean = column.reduce(0, +) / Double(column.count)
      let centred = column.map { $0 - mean }
      let length = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return centred.map { $0 / length }
    }
    var matrix = columns.map { _ in columns.map { _ in 1.0 } }
    for row in columns.indices {
      for column in 0..<row {
        let product = zip(unit[row], unit[column]).reduce(0) { $0 + $1.0 * $1.1 }
        (matrix[row][column], matrix[column][row]) = (product, product)
      }
    }
    return matrix
  }

  /// The siblings whose loadings have the sign that fewer have; nil where all have one sign.
  private static func opposed(_ loadings: [[Double]], _ places: [Int]) -> Doubt? {
    guard loadings.count == 1, let vector = loadings.first else { return nil }
    let noise = leastWeight.squareRoot()
    let up = vector.indices.filter { vector[$0] > noise }
    let down = vector.indices.filter { vector[$0] < -noise }
    guard !up.isEmpty, !down.isEmpty else { return nil }
    let isDownTheFewer = down.count == up.count ? (up.first ?? 0) < (down.first ?? 0) : down.count < up.count
    return .opposed((isDownTheFewer ? down : up).map { places[$0] })
  }

  // MARK: - Entropy

  /// 1 − e, e = −Σ p·ln p / ln n with p = s/Σs the countries' shares of a sibling's scores.
  ///
  /// Shannon, Bell System Technical Journal 27, 1948; as weights: Hwang and Yoon, Multiple Attribute
  /// Decision Making, 1981, chapter 3. 0·ln 0 is 0, and a score below 0 counts as 0.
  private static func divergence(_ scores: [Double]) -> Double {
    let sum = scores.reduce(0) { $0 + max($1, 0) }
    guard sum > 0 else { return 0 }
    let entropy = scores.reduce(0) { total, score in
      score > 0 ? total - score / sum * log(score / sum) : total
    }
    return max(0, 1 - entropy / log(Double(scores.count)))
  }
}
