/// Estimates what is missing of columns of scores from all the others, by regressions that take turns.
///
/// Missing cells start at the mean of their column. Then each column in turn is regressed on all others, as they are
/// filled by then, and its missing cells become what the regression predicts; after ten rounds that changes no more
/// (van Buuren and Groothuis-Oudshoorn, mice, Journal of Statistical Software 45, 2011, without the draws). Scores of
/// one country go together, so that the coefficients are kept small (ridge regression, Hoerl and Kennard 1970).
struct ChainedRegression {
  /// So many countries must have a score in a column for others to get an estimate.
  static let leastKnown = 20
  private static let rounds = 10
  /// What is added to the variance of each standardised predictor.
  private static let ridge = 0.1

  /// How well the known scores of a column are predicted.
  struct Fit: Sendable, Equatable {
    /// The share of their variance that the regression accounts for, adjusted for the number of predictors; at most 1,
    /// and below 0 where it predicts worse than their mean.
    let explained: Double
    /// The standard deviation of what it leaves, in points of score.
    let error: Double
  }

  /// Columns of scores; NaN where missing at first, estimated afterwards.
  private(set) var columns: [[Double]]
  /// Of each column that has estimates; nil for others.
  private(set) var fits: [Fit?]
  private let known: [[Bool]]

  /// Draws a place below a count, where estimates are to be off as the known scores are; nil for the estimates
  /// themselves.
  typealias Draw = (Int) -> Int

  init(_ columns: [[Double]], drawing draw: Draw? = nil) {
    self.columns = columns
    known = columns.map { column in column.map { !$0.isNaN } }
    fits = columns.map { _ in nil }
    let open = columns.indices.filter { column in
      let count = known[column].count(where: \.self)
      return count >= Self.leastKnown && count < columns[column].count
    }
    if open.isEmpty || columns.count < 2 { return }
    let used = columns.indices.filter { known[$0].count(where: \.self) >= Self.leastKnown }
    for column in used { fillWithMean(column) }
    for _ in 0..<Self.rounds {
      for column in open { predict(column, from: used.filter { $0 != column }, draw) }
    }
  }

  private mutating func fillWithMean(_ column: Int) {
    let values = zip(columns[column], known[column]).filter(\.1).map(\.0)
    let mean = values.reduce(0, +) / Double(values.count)
    for row in columns[column].indices where !known[column][row] { columns[column][row] = mean }
  }

  private mutating func predict(_ column: Int, from others: [Int], _ draw: Draw?) {
    let rows = known[column].indices.filter { known[column][$0] }
    let own = rows.map { columns[column][$0] }
    let scales = others.map { Scale(columns[$0]) }
    let mean = own.reduce(0, +) / Double(own.count)
    guard let least = own.min(), let greatest = own.max(), least < greatest else {
      return fillWithMean(column)
    }
    let predictors = Self.standardised(columns, rows, others, scales)
    guard
      let slopes = NormalEquations(
        predictors, count: others.count, own.map { $0 - mean }, ridge: Self.ridge * Double(rows.count)
      ).solution
    else { return }
    func predicted(_ values: [Double], _ place: Int) -> Double {
      var sum = mean
      for (slope, at) in zip(slopes, place * slopes.count..<(place + 1) * slopes.count) {
        sum += slope * values[at]
      }
      return min(max(sum, least), greatest)
    }
    let fitted = rows.indices.map { predicted(predictors, $0) }
    fits[column] = Self.fit(own, fitted, mean, predictors: others.count)
    // What is left of the known scores is too little by what the coefficients took up.
    let scale = (Double(own.count) / Double(max(1, own.count - others.count - 1))).squareRoot()
    let missing = columns[column].indices.filter { !known[column][$0] }
    let theirs = Self.standardised(columns, missing, others, scales)
    for (place, row) in missing.enumerated() {
      let estimate = predicted(theirs, place)
      let error = draw.map { draw in
        let place = draw(own.count)
        return scale * (own[place] - fitted[place])
      }
      columns[column][row] = min(max(estimate + (error ?? 0), least), greatest)
    }
  }

  /// Row after row the standardised scores of some columns.
  private static func standardised(_ columns: [[Double]], _ rows: [Int], _ others: [Int], _ scales: [Scale])
    -> [Double]
  {
    var out = [Double](repeating: 0, count: rows.count * others.count)
    for (place, (other, scale)) in zip(others, scales).enumerated() {
      columns[other].withUnsafeBufferPointer { column in
        for (index, row) in rows.enumerated() { out[index * others.count + place] = scale(column[row]) }
      }
    }
    return out
  }

  private static func fit(_ own: [Double], _ predicted: [Double], _ mean: Double, predictors: Int) -> Fit {
    let left = zip(own, predicted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let all = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let freedom = Double(max(1, own.count - predictors - 1))
    return Fit(
      explained: 1 - left / freedom / (all / Double(own.count - 1)), error: (left / freedom).squareRoot())
  }

  /// Brings a column to mean 0 and standard deviation 1; a constant one to 0.
  private struct Scale {
    let mean: Double
    let factor: Double

    init(_ values: [Double]) {
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      self.mean = mean
      factor = variance > 1e-18 ? 1 / variance.squareRoot() : 0
    }

    func callAsFunction(_ value: Double) -> Double { (value - mean) * factor }
  }
}

/// The equations of least squares with a ridge, solved by Cholesky's decomposition.
struct NormalEquations {
  /// One coefficient a predictor; nil where the equations have no sure solution.
  let solution: [Double]?

  /// - Parameters:
  ///   - rows: the predictors, observation after observation.
  ///   - count: how many each has.
  init(_ rows: [Double], count: Int, _ values: [Double], ridge: Double) {
    var matrix = [Double](repeating: 0, count: count * count)
    var right = [Double](repeating: 0, count: count)
    rows.withUnsafeBufferPointer { rows in
      matrix.withUnsafeMutableBufferPointer { matrix in
        for (place, value) in values.enumerated() {
          let row = place * count
          for i in 0..<count {
            let own = rows[row + i]
            right[i] += own * value
            // Without checks for overflow several are done at a time.
            let start = i &* count
            for j in 0..<i &+ 1 { matrix[start &+ j] += own * rows[row &+ j] }
          }
        }
      }
    }
    for i in 0..<count { matrix[i * count + i] += ridge }
    solution = Self.decompose(&matrix, count) ? Self.solve(matrix, right, count) : nil
  }

  /// Makes the lower triangle of a symmetric matrix that of its root; false where it is not positive definite.
  private static func decompose(_ matrix: inout [Double], _ count: Int) -> Bool {
    for i in 0..<count {
      for j in 0...i {
        var sum = matrix[i * count + j]
        for k in 0..<j { sum -= matrix[i * count + k] * matrix[j * count + k] }
        if i == j {
          guard sum > 0 else { return false }
          matrix[i * count + i] = sum.squareRoot()
        } else {
          matrix[i * count + j] = sum / matrix[j * count + j]
        }
      }
    }
    return true
  }

  private static func solve(_ root: [Double], _ right: [Double], _ count: Int) -> [Double] {
    var values = right
    for i in 0..<count {
      for k in 0..<i { values[i] -= root[i * count + k] * values[k] }
      values[i] /= root[i * count + i]
    }
    for i in (0..<count).reversed() {
      for k in (i + 1)..<max(i + 1, count) { values[i] -= root[k * count + i] * values[k] }
      values[i] /= root[i * count + i]
    }
    return values
  }
}
