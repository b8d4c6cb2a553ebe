/// Points that fill the unit cube more evenly than random ones: Sobol's sequence, 32 binary digits.
///
/// Scrambled, each coordinate's digits go through a random lower triangular matrix and a random shift
/// (Matoušek, On the L2-discrepancy for anchored boxes, Journal of Complexity 14, 1998): every point is
/// then uniform in the cube, and the first 2^k points stay as evenly spread as before.
package struct SobolSequence: Sendable {
  /// How many coordinates a point may have at most.
  package static let mostDimensions = SobolDirections.published.count + 1

  /// How many coordinates a point has.
  package let dimensions: Int
  /// 32 direction numbers a coordinate.
  private var directions: [UInt32]
  private var shifts: [UInt32]

  /// The sequence as it was published; its first point is the origin.
  /// - Precondition: 1...64 dimensions.
  package init(dimensions: Int) {
    precondition((1...Self.mostDimensions).contains(dimensions))
    self.dimensions = dimensions
    directions = (0..<dimensions).flatMap(Self.directions)
    shifts = [UInt32](repeating: 0, count: dimensions)
  }

  /// The sequence, scrambled; the same for the same seed.
  /// - Precondition: 1...64 dimensions.
  package init(dimensions: Int, seed: UInt64) {
    self.init(dimensions: dimensions)
    for dimension in 0..<dimensions {
      var generator = CounterGenerator(seed: seed, stream: Self.firstStream + UInt64(dimension))
      let rows = (0..<32).map { row in
        // Digits ahead of the row's own at random, its own once.
        UInt32(truncatingIfNeeded: generator.next()) & ~(UInt32.max >> row) | 1 << (31 - row)
      }
      for place in dimension * 32..<(dimension + 1) * 32 {
        directions[place] = rows.indices.reduce(0) { digits, row in
          let digit = UInt32((directions[place] & rows[row]).nonzeroBitCount & 1)
          return digits | digit << (31 - row)
        }
      }
      shifts[dimension] = UInt32(truncatingIfNeeded: generator.next())
    }
  }

  /// Streams of the generator that no replicate uses.
  private static let firstStream: UInt64 = 1 << 62

  /// The coordinates of a point, from 0 up to, not including, 1: multiples of 2^-32.
  /// - Precondition: room for `dimensions` coordinates.
  package func point(_ index: UInt32, into coordinates: inout [Double]) {
    let gray = index ^ (index >> 1)
    directions.withUnsafeBufferPointer { directions in
      for dimension in 0..<dimensions {
        var (digits, rest) = (shifts[dimension], gray)
        while rest != 0 {
          digits ^= directions[dimension * 32 + rest.trailingZeroBitCount]
          rest &= rest - 1
        }
        coordinates[dimension] = Double(digits) * 0x1p-32
      }
    }
  }

  /// m_i = 2a_1 m_(i−1) ⊕ … ⊕ 2^(s−1) a_(s−1) m_(i−s+1) ⊕ 2^s m_(i−s) ⊕ m_(i−s), as binary fractions.
  private static func directions(_ dimension: Int) -> [UInt32] {
    guard dimension > 0 else { return (0..<32).map { 1 << (31 - $0) } }
    let (coefficients, first) = SobolDirections.published[dimension - 1]
    let degree = first.count
    var directions = first.enumerated().map { $1 << (31 - $0) }
    for place in degree..<32 {
      var direction = directions[place - degree] ^ (directions[place - degree] >> degree)
      for term in 1..<max(degree, 1) where coefficients >> (degree - 1 - term) & 1 == 1 {
        direction ^= directions[place - term]
      }
      directions.append(direction)
    }
    return directions
  }
}
