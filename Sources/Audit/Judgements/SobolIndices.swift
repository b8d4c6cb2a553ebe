import Tabular

/// Which inputs make a function's outputs vary, each alone and with all its interplay.
///
/// Points A_j and B_j of the unit cube are the two halves of a scrambled Sobol' point; AB_ij is A_j but for
/// group i of coordinates, which is B_j's. Jansen's estimators (Computer Physics Communications 117, 1999;
/// Saltelli and others, Computer Physics Communications 181, 2010, table 2):
///
///     first order S_i = 1 − E[(y(B) − y(AB_i))²]/2V     total T_i = E[(y(A) − y(AB_i))²]/2V
///
/// V is the variance over A and B together. Intervals come from a bootstrap over blocks of consecutive
/// points, which draws the sums that V is made of anew with the others.
package struct SobolIndices: Sendable {
  /// A figure and its 95 % interval.
  package struct Estimate: Sendable, Equatable {
    package let value: Double
    package let low: Double
    package let high: Double
  }

  /// What one group of inputs does to an output.
  package struct Effect: Sendable, Equatable {
    /// The share of the output's variance that would go, on average, if the group were known.
    package let first: Estimate
    /// The share that would be left, on average, if all but the group were known.
    package let total: Estimate
  }

  /// Takes a point of the unit cube, puts the outputs in.
  package typealias Function = (_ point: [Double], _ outputs: inout [Double]) -> Void

  /// How many points A, and as many B: those that were done.
  package let baseSamples: Int
  package let groups: Int
  package let outputs: Int
  /// Points A of each block.
  private let sizes: [Int]
  /// Of each output and block: Σ(y − c) and Σ(y − c)² over A and B; then for each group
  /// Σ(y(B) − y(AB))² and Σ(y(A) − y(AB))².
  private let sums: [Double]
  /// c of each output: a value near which its values are.
  let centres: [Double]
  /// How often each resample of the bootstrap takes each block.
  private let resamples: [Double]

  private static let mostBlocks = 128
  private static let resampleCount = 1000

  /// Evaluates a function (groups + 2)·baseSamples times, on all cores, with the same figures on any number.
  /// - Parameters:
  ///   - groups: how many coordinates each group has, at least 1; at most 32 together.
  ///   - outputs: how many outputs the function has.
  ///   - baseSamples: best a power of 2.
  ///   - mayGoOn: told how many points are done; where it says no, these have to do.
  ///   - function: makes a function for one thread, which may keep room of its own to work in.
  /// - Precondition: groups within these bounds, baseSamples > 0.
  package init(
    groups: [Int], outputs: Int, baseSamples: Int, seed: UInt64, mayGoOn: (Int) -> Bool = { _ in true },
    _ function: @Sendable () -> Function
  ) {
    precondition(baseSamples > 0 && groups.allSatisfy { $0 > 0 })
    let width = groups.reduce(0, +)
    let sequence = SobolSequence(dimensions: 2 * width, seed: seed)
    let blocks = min(baseSamples, Self.mostBlocks)
    let starts = (0...blocks).map { $0 * baseSamples / blocks }
    let centres = Self.centres(sequence, outputs, function)
    let parts = BlockSums.all(starts, mayGoOn, BlockSums(sequence, groups, centres), function)
    let row = 2 + 2 * groups.count
    var sums: [Double] = []
    sums.reserveCapacity(outputs * blocks * row)
    for output in 0..<outputs { for part in parts { sums += part.sums[output * row..<(output + 1) * row] } }
    self.baseSamples = parts.reduce(0) { $0 + $1.points }
    (self.groups, self.outputs, self.sums, self.centres) = (groups.count, outputs, sums, centres)
    sizes = parts.map(\.points)
    resamples = Self.resamples(parts.count, seed)
  }

  private static func centres(_ sequence: SobolSequence, _ outputs: Int, _ function: () -> Function)
    -> [Double]
  {
    var point = [Double](repeating: 0, count: sequence.dimensions)
    var centres = [Double](repeating: 0, count: outputs)
    sequence.point(0, into: &point)
    function()(Array(point.prefix(sequence.dimensions / 2)), &centres)
    return centres
  }

  private static func resamples(_ blocks: Int, _ seed: UInt64) -> [Double] {
    var counts = [Double](repeating: 0, count: resampleCount * blocks)
    for resample in 0..<resampleCount {
      var generator = CounterGenerator(seed: seed, stream: firstStream + UInt64(resample))
      for _ in 0..<blocks { counts[resample * blocks + generator.below(blocks)] += 1 }
    }
    return counts
  }

  /// Streams of the generator that neither replicates nor the sequence use.
  private static let firstStream: UInt64 = 1 << 61

  // MARK: - Results

  /// What each group does to an output; nil for an output that does not vary.
  package func effects(of output: Int) -> [Effect]? {
    let whole = total(output)
    guard moments(whole).variance > 0 else { return nil }
    let values = indices(whole)
    var drawn = bootstrap(output)
    let estimates = values.indices.map { place -> Estimate in
      guard let last = drawn[place].indices.last else {
        return Estimate(value: values[place], low: .nan, high: .nan)
      }
      let outside = drawn[place].count / 40
      return Estimate(
        value: values[place], low: drawn[place].select(outside), high: drawn[place].select(last - outside))
    }
    return (0..<groups).map { Effect(first: estimates[2 * $0], total: estimates[2 * $0 + 1]) }
  }

  /// How many sums there are of each output and block.
  private var row: Int { 2 + 2 * groups }

  /// The sums of an output over all blocks, and at the end over how many points.
  func total(_ output: Int) -> [Double] { resampled(output, [Double](repeating: 1, count: sizes.count)[...]) }

  private func resampled(_ output: Int, _ counts: ArraySlice<Double>) -> [Double] {
    var result = [Double](repeating: 0, count: row + 1)
    add(output, counts, &result)
    return result
  }

  private func add(_ output: Int, _ counts: ArraySlice<Double>, _ result: inout [Double]) {
    let width = row
    sums.withUnsafeBufferPointer { sums in
      result.withUnsafeMutableBufferPointer { result in
        for (block, count) in counts.enumerated() where count > 0 {
          let start = (output * sizes.count + block) * width
          for place in 0..<width { result[place] += count * sums[start + place] }
          result[width] += count * Double(sizes[block])
        }
      }
    }
  }

  func moments(_ sums: [Double]) -> (mean: Double, variance: Double) {
    let points = 2 * sums[row]
    let mean = sums[0] / points
    return (mean, max(0, sums[1] / points - mean * mean))
  }

  /// First and total order of each group in turn.
  private func indices(_ sums: [Double]) -> [Double] { (0..<2 * groups).map { index($0, sums, scale(sums)) } }

  private func index(_ place: Int, _ sums: [Double], _ scale: Double) -> Double {
    let share = sums[2 + place] / scale
    return place % 2 == 0 ? 1 - share : share
  }

  private func scale(_ sums: [Double]) -> Double { 2 * moments(sums).variance * sums[row] }

  /// The indices over the resamples in which the output varies, index by index.
  private func bootstrap(_ output: Int) -> [[Double]] {
    var drawn = (0..<2 * groups).map { _ in
      var values: [Double] = []
      values.reserveCapacity(Self.resampleCount)
      return values
    }
    var sums = [Double](repeating: 0, count: row + 1)
    for resample in 0..<Self.resampleCount {
      for place in sums.indices { sums[place] = 0 }
      add(output, resamples[resample * sizes.count..<(resample + 1) * sizes.count], &sums)
      let scale = scale(sums)
      guard scale > 0 else { continue }
      for place in drawn.indices { drawn[place].append(index(place, sums, scale)) }
    }
    return drawn
  }
}
