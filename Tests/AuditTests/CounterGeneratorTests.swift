import Testing

@testable import Audit

@Suite("Random numbers by counting") struct CounterGeneratorTests {
  /// The lines "philox4x32 10" of kat_vectors, which its authors publish with Random123: counter, key, result.
  @Test(
    "blocks are those that the authors of Philox publish",
    arguments: [
      ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
      (
        [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
        [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
      ),
      (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ] as [([UInt32], [UInt32], [UInt32])]) func knownAnswers(
      counter: [UInt32], key: [UInt32], result: [UInt32]
    )
  {
    let block = CounterGenerator.block((counter[0], counter[1], counter[2], counter[3]), (key[0], key[1]))
    #expect(block.0 == UInt64(result[1]) << 32 | UInt64(result[0]))
    #expect(block.1 == UInt64(result[3]) << 32 | UInt64(result[2]))
  }

  @Test("the i-th number depends on seed, stream and i alone") func order() {
    var generator = CounterGenerator(seed: 0x299f_31d0_a409_3822, stream: 0x0370_7344_1319_8a2e)
    let first = (0..<6).map { _ in generator.next() }
    let blocks = (0..<3).map { index in
      CounterGenerator.block((UInt32(index), 0, 0x1319_8a2e, 0x0370_7344), (0xa409_3822, 0x299f_31d0))
    }
    #expect(first == blocks.flatMap { [$0.0, $0.1] })
    var other = CounterGenerator(seed: 0x299f_31d0_a409_3822, stream: 1)
    #expect(other.next() != first[0])
  }

  /// 64 bins, 63 degrees of freedom: 113.5 is exceeded once in 10,000 seeds.
  @Test("uniform numbers fill the interval evenly, within and across streams") func uniform() {
    var within = [Double](repeating: 0, count: 64)
    var across = within
    var generator = CounterGenerator(seed: 7, stream: 0)
    for stream in 0..<64_000 {
      within[Int(generator.uniform() * 64)] += 1
      var other = CounterGenerator(seed: 7, stream: UInt64(stream))
      across[Int(other.uniform() * 64)] += 1
    }
    for bins in [within, across] { #expect(bins.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 } < 113.5) }
  }
}
