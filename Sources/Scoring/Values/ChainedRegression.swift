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
    /// The share of their variance that the regression accounts for, adjusted for the number of effective parameters; at
    /// most 1, and below 0 where it predicts worse than their mean.
    let explained: Double
    /// The standard deviation of what it leaves, in points of score.
    let error: Double
  }

  /// Columns of scores; NaN where missing at first, estimated afterwards.
  private(set) var columns: [[Double]]
  /// Of each column that has estimates; nil for others.
  private(set) var fits: [Fit?]

  /// Draws a place below a count, where estimates are to be off as the known scores are; nil for the estimates
  /// themselves.
  typealias Draw = (Int) -> Int

  init(_ columns: [[Double]], drawing draw: Draw? = nil) {
    self.columns = columns
    fits = columns.map { _ in nil }
    let cells = columns.map(Cells.init)
    let used = columns.indices.filter { cells[$0].known.count >= Self.leastKnown }
    let open = used.indices.filter { !cells[used[$0]].missing.isEmpty }
    if open.isEmpty || columns.count < 2 { return }
    for column in used { fillWithMean(column, cells[column]) }
    var standardised = StandardisedColumns(used.map { self.columns[$0] })
    for round in 1...Self.rounds {
      for place in open {
        predict(used[place], cells[used[place]], place, standardised, isLast: round == Self.rounds, draw)
        standardised.replace(place, with: self.columns[used[place]])
      }
    }
  }

  /// The rows of a column that have a score, with these scores, and those that lack one.
  private struct Cells {
    let known: [Int]
    let missing: [Int]
    let scores: [Double]
    let mean: Double

    init(_ column: [Double]) {
      known = column.indices.filter { !column[$0].isNaN }
      missing = column.indices.filter { column[$0].isNaN }
      scores = known.map { column[$0] }
      mean = scores.reduce(0, +) / Double(scores.count)
    }
  }

  private mutating func fillWithMean(_ column: Int, _ cells: Cells) {
    for row in cells.missing { columns[column][row] = cells.mean }
  }

  /// - Parameter place: that of the column among the standardised ones.
  private mutating func predict(
    _ column: Int, _ cells: Cells, _ place: Int, _ standardised: StandardisedColumns, isLast: Bool,
    _ draw: Draw?
  ) {
    let (own, mean) = (cells.scores, cells.mean)
    guard let least = own.min(), let greatest = own.max(), least < greatest else {
      return fillWithMean(column, cells)
    }
    let products = standardised.products(without: cells.missing, of: place, around: mean)
    let equations = NormalEquations(products.matrix, products.right, ridge: Self.ridge * Double(own.count))
    guard let slopes = equations.solution else { return }
    func predicted(_ row: Int) -> Double {
      min(max(mean + standardised.sum(slopes, at: row, without: place), least), greatest)
    }
    guard draw != nil || isLast else {
      for row in cells.missing { columns[column][row] = predicted(row) }
      return
    }
    let freedom = max(1, Double(own.count) - equations.parameters - 1)
    if isLast { fits[column] = Self.fit(own, cells.known.map(predicted), mean, freedom: freedom) }
    // What is left of the known scores is too little by what the coefficients took up.
    let scale = (Double(own.count) / freedom).squareRoot()
    for row in cells.missing {
      let error = draw.map { draw in
        let place = draw(own.count)
        return scale * (own[place] - predicted(cells.known[place]))
      }
      columns[column][row] = min(max(predicted(row) + (error ?? 0), least), greatest)
    }
  }

  private static func fit(_ own: [Double], _ predicted: [Double], _ mean: Double, freedom: Double) -> Fit {
    let left = zip(own, predicted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let all = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Fit(
      explained: 1 - left / freedom / (all / Double(own.count - 1)), error: (left / freedom).squareRoot())
  }
}
