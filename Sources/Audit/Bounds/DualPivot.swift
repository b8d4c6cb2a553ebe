/// The primal simplex method for bounded variables on the dual of an `RankRelaxation`.
///
/// Maximise θ − Σ c_k ν_k with Σ_j λ_j p_jk − θ + ν_k − s_k = −δ_k, λ_j in [0, u_j], ν, s ≥ 0, c the
/// caps. The small δ_k keep the method from stalling. The prices of the rows are −y.
struct DualPivot {
  private let program: RankRelaxation
  private let limits: [Double]
  private let shift: Double
  private let size: Int
  /// The number of λ, and the place of θ; ν and s follow.
  private let theta: Int
  /// The variable in each place of the basis.
  private var basis: [Int]
  private var values: [Double]
  private var inverse: [Double]
  private var isBasic: [Bool]
  /// Whether a λ outside the basis is at its upper limit.
  private var isAtLimit: [Bool]
  /// 1 for a λ that may rise, −1 for one that may fall, 0 for one that may do neither.
  private var directions: [Double]
  private var gains: [Double]
  /// y, as the basis prices it.
  private var prices: [Double]
  private var stepsLeft: Int

  private static let tolerance = 1e-10

  init(_ program: RankRelaxation, _ limits: [Double], _ shift: Double) {
    (self.program, self.limits, self.shift) = (program, limits, shift)
    size = program.size
    theta = limits.count
    basis = (0..<program.size).map { limits.count + 1 + program.size + $0 }
    values = (0..<program.size).map { 1e-9 * (1.37 + 0.37 * Double($0)) }
    inverse = [Double](repeating: 0, count: program.size * program.size)
    for place in 0..<program.size { inverse[place * program.size + place] = -1 }
    isBasic = [Bool](repeating: false, count: limits.count + 1 + 2 * program.size)
    isAtLimit = isBasic
    prices = [Double](repeating: 0, count: program.size)
    stepsLeft = 40 * program.size + 400
    directions = limits.map { $0 > 0 ? 1 : 0 }
    directions += [Double](repeating: 0, count: program.padded - limits.count)
    gains = directions
    for variable in basis { isBasic[variable] = true }
  }

  /// The multipliers reached, within their limits.
  var multipliers: [Double] {
    var result = (0..<theta).map { isAtLimit[$0] ? limits[$0] : 0 }
    for (place, variable) in basis.enumerated() where variable < theta {
      result[variable] = min(max(values[place], 0), limits[variable])
    }
    return result
  }

  /// The point y that the prices stand for.
  var point: [Double] {
    let shares = prices.map { max($0, 0) }
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares.map { _ in 1 / Double(size) }
  }

  private var objective: Double {
    var sum = 0.0
    for (place, variable) in basis.enumerated() { sum += cost(variable) * values[place] }
    return sum
  }

  private func cost(_ variable: Int) -> Double {
    if variable == theta { return 1 }
    if variable > theta, variable <= theta + size { return -program.caps[variable - theta - 1] }
    return 0
  }

  private func limit(_ variable: Int) -> Double { variable < theta ? limits[variable] : .infinity }

  /// One change of basis.
  /// - Parameter enough: an objective above this is as good as any.
  /// - Returns: whether there may be more to be gained.
  mutating func step(_ enough: Double) -> Bool {
    guard stepsLeft > 0 else { return false }
    stepsLeft -= 1
    setPrices()
    if objective > enough { return false }
    guard let (entering, gain) = best() else { return false }
    let column = column(entering)
    let rising = gain > 0 ? 1.0 : -1.0
    var length = limit(entering)
    var (leaving, pivot) = (-1, 0.0)
    for place in 0..<size {
      let slope = rising * column[place]
      var room = Double.infinity
      if slope > Self.tolerance, basis[place] != theta {
        room = max(values[place], 0) / slope
      } else if slope < -Self.tolerance {
        room = max(limit(basis[place]) - values[place], 0) / -slope
      }
      if room < length || (room == length && leaving >= 0 && abs(slope) > abs(pivot)) {
        (length, leaving, pivot) = (room, place, slope)
      }
    }
    guard length.isFinite else { return false }
    for place in 0..<size { values[place] -= rising * length * column[place] }
    if leaving < 0 {
      isAtLimit[entering].toggle()
      directions[entering] = -directions[entering]
      return true
    }
    let gone = basis[leaving]
    isBasic[gone] = false
    isAtLimit[gone] = gone < theta && pivot < 0
    if gone < theta { directions[gone] = limits[gone] == 0 ? 0 : pivot < 0 ? -1 : 1 }
    if entering < theta { directions[entering] = 0 }
    isBasic[entering] = true
    let start = isAtLimit[entering] ? limit(entering) : 0
    isAtLimit[entering] = false
    basis[leaving] = entering
    values[leaving] = start + rising * length
    turn(column, leaving)
    return true
  }

  /// The prices y of the rows under the basis.
  private mutating func setPrices() {
    for axis in 0..<size { prices[axis] = 0 }
    for (place, variable) in basis.enumerated() {
      let cost = cost(variable)
      if cost == 0 { continue }
      for axis in 0..<size { prices[axis] -= cost * inverse[place * size + axis] }
    }
  }

  /// The variable that gains most, with its gain for a unit; nil where none gains.
  private mutating func best() -> (variable: Int, gain: Double)? {
    var best = (variable: -1, gain: 0.0)
    func offer(_ variable: Int, _ gain: Double) {
      if abs(gain) > max(abs(best.gain), Self.tolerance) { best = (variable, gain) }
    }
    setGains()
    for row in 0..<theta where gains[row] > abs(best.gain) {
      best = (row, isAtLimit[row] ? -gains[row] : gains[row])
    }
    if abs(best.gain) <= Self.tolerance { best = (-1, 0) }
    if !isBasic[theta] { offer(theta, 1 - prices.reduce(0, +)) }
    for axis in 0..<size {
      let (nu, slack) = (theta + 1 + axis, theta + 1 + size + axis)
      if !isBasic[nu], prices[axis] > program.caps[axis] { offer(nu, prices[axis] - program.caps[axis]) }
      if !isBasic[slack], prices[axis] < 0 { offer(slack, -prices[axis]) }
    }
    return best.variable < 0 ? nil : best
  }

  /// What a unit of each λ gains, away from the limit that it is at; 0 for those that may not move.
  private mutating func setGains() {
    let padded = gains.count
    let level = shift * prices.reduce(0, +)
    gains.withUnsafeMutableBufferPointer { gains in
      directions.withUnsafeBufferPointer { directions in
        program.columns.withUnsafeBufferPointer { columns in
          prices.withUnsafeBufferPointer { prices in
            for row in 0..<padded { gains[row] = level }
            for axis in 0..<size {
              let price = prices[axis]
              let column = columns.baseAddress.unsafelyUnwrapped + axis * padded
              for row in 0..<padded { gains[row] += price * column[row] }
            }
            for row in 0..<padded { gains[row] *= directions[row] }
          }
        }
      }
    }
  }

  /// How the values of the basis fall for a unit of a variable.
  private func column(_ variable: Int) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    for place in 0..<size {
      var sum = 0.0
      if variable < theta {
        for axis in 0..<size {
          sum += inverse[place * size + axis] * (program.rows[variable * size + axis] + shift)
        }
      } else if variable == theta {
        for axis in 0..<size { sum -= inverse[place * size + axis] }
      } else if variable <= theta + size {
        sum = inverse[place * size + variable - theta - 1]
      } else {
        sum = -inverse[place * size + variable - theta - 1 - size]
      }
      result[place] = sum
    }
    return result
  }

  private mutating func turn(_ column: [Double], _ leaving: Int) {
    let factor = 1 / column[leaving]
    for axis in 0..<size { inverse[leaving * size + axis] *= factor }
    for place in 0..<size where place != leaving && column[place] != 0 {
      let share = column[place]
      for axis in 0..<size { inverse[place * size + axis] -= share * inverse[leaving * size + axis] }
    }
  }
}
