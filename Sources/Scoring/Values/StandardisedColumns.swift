/// Columns brought to mean 0 and standard deviation 1, a constant one to 0, with the products of each two of them.
///
/// Sums over the rows that a column has are those over all rows less those that it lacks, which are few: so a regression
/// of each column on all others costs little more than what changed since the last one.
struct StandardisedColumns {
  private let count: Int
  private let rows: Int
  /// Row after row, so that one country's values stand side by side.
  private var values: [Double]
  /// The means and standard deviations of the columns as they were.
  private var means: [Double]
  private var deviations: [Double]
  /// The sum over all rows of the product of each two columns, as a square.
  private var squares: [Double]

  init(_ columns: [[Double]]) {
    (count, rows) = (columns.count, columns.first?.count ?? 0)
    values = [Double](repeating: 0, count: count * rows)
    (means, deviations) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
    squares = [Double](repeating: 0, count: count * count)
    for (place, column) in columns.enumerated() { standardise(place, column) }
    for place in 0..<count { multiply(place) }
  }

  mutating func replace(_ place: Int, with column: [Double]) {
    standardise(place, column)
    multiply(place)
  }

  private mutating func standardise(_ place: Int, _ column: [Double]) {
    let mean = column.reduce(0, +) / Double(rows)
    let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows)
    let deviation = variance > 1e-18 ? variance.squareRoot() : 0
    (means[place], deviations[place]) = (mean, deviation)
    let factor = deviation > 0 ? 1 / deviation : 0
    for (row, value) in column.enumerated() { values[row * count + place] = (value - mean) * factor }
  }

  private mutating func multiply(_ place: Int) {
    let count = count
    var sums = [Double](repeating: 0, count: count)
    values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in 0..<rows {
          let start = row &* count
          let own = values[start &+ place]
          for other in 0..<count { sums[other] += own * values[start &+ other] }
        }
      }
    }
    for other in 0..<count {
      squares[place * count + other] = sums[other]
      squares[other * count + place] = sums[other]
    }
  }

  /// The products over all rows but some of the other columns with each other, and with one column's distance from a
  /// value in its own unit.
  func products(without missing: [Int], of place: Int, around mean: Double) -> (
    matrix: [Double], right: [Double]
  ) {
    let shift = means[place] - mean
    let size = count - 1
    var matrix = [Double](repeating: 0, count: size * size)
    var right = [Double](repeating: 0, count: size)
    for i in 0..<size {
      let line = (i < place ? i : i + 1) * count
      right[i] = deviations[place] * squares[line + place]
      for j in 0...i { matrix[i * size + j] = squares[line + (j < place ? j : j + 1)] }
    }
    for row in missing {
      let distance = deviations[place] * values[row * count + place] + shift
      takeAway(row, without: place, distance, from: &matrix, &right)
    }
    return (matrix, right)
  }

  /// Takes one row's products away; without checks for overflow several are done at a time.
  private func takeAway(
    _ row: Int, without place: Int, _ distance: Double, from matrix: inout [Double], _ right: inout [Double]
  ) {
    let size = right.count
    values.withUnsafeBufferPointer { values in
      matrix.withUnsafeMutableBufferPointer { matrix in
        let start = row &* count
        for i in 0..<size {
          let own = values[start &+ i &+ (i < place ? 0 : 1)]
          right[i] -= own * distance
          let line = i &* size
          for j in 0..<min(i &+ 1, place) { matrix[line &+ j] -= own * values[start &+ j] }
          for j in min(i &+ 1, place)..<i &+ 1 { matrix[line &+ j] -= own * values[start &+ j &+ 1] }
        }
      }
    }
  }

  /// The sum of one factor times its column's value, over all columns but one.
  func sum(_ factors: [Double], at row: Int, without place: Int) -> Double {
    values.withUnsafeBufferPointer { values in
      factors.withUnsafeBufferPointer { factors in
        var sum = 0.0
        let start = row &* count
        for i in 0..<place { sum += factors[i] * values[start &+ i] }
        for i in place..<max(place, factors.count) { sum += factors[i] * values[start &+ i &+ 1] }
        return sum
      }
    }
  }
}
