/// Random numbers by counting: the i-th number of a stream depends on seed, stream and i alone, so that
/// a replicate draws the same numbers on whichever thread, in whichever order.
///
/// Philox 4×32, ten rounds (Salmon and others, Parallel random numbers: as easy as 1, 2, 3, SC11, 2011).
package struct CounterGenerator: RandomNumberGenerator {
  private let key: (UInt32, UInt32)
  private let stream: UInt64
  private var counter: UInt64 = 0
  private var spare: UInt64?

  /// - Parameters:
  ///   - seed: of the run.
  ///   - stream: the replicate.
  package init(seed: UInt64, stream: UInt64) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.stream = stream
  }

  package mutating func next() -> UInt64 {
    if let kept = spare {
      spare = nil
      return kept
    }
    let (first, second) = Self.block(
      (
        UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32),
        UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)
      ), key)
    counter &+= 1
    spare = second
    return first
  }

  /// A number from 0 up to, not including, 1: a multiple of 2^-53.
  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number from 0 up to, not including, a limit above 0, without bias.
  mutating func below(_ limit: Int) -> Int { Int(next(upperBound: UInt64(limit))) }

  /// The ten rounds over one counter.
  static func block(_ counter: (UInt32, UInt32, UInt32, UInt32), _ key: (UInt32, UInt32)) -> (UInt64, UInt64)
  {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let first = UInt64(c0) &* 0xD251_1F53
      let second = UInt64(c2) &* 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: second >> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: second)
      c2 = UInt32(truncatingIfNeeded: first >> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: first)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (UInt64(c1) << 32 | UInt64(c0), UInt64(c3) << 32 | UInt64(c2))
  }
}
