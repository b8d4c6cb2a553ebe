import Synchronization
import Testing

@testable import Tabular

@Suite("Work in parallel") struct InParallelTests {
  @Test("comes back in order on any number of threads", arguments: [nil, 1, 2, 7, 100]) func order(
    threads: Int?
  ) {
    Threads.$count.withValue(threads) {
      for count in [0, 1, 2, 50] { #expect(inParallel(count) { $0 * $0 } == (0..<count).map { $0 * $0 }) }
    }
  }

  /// Each piece waits for the seventh to begin, which fewer threads would never come to.
  @Test("is on as many threads as are asked for") func threads() {
    let begun = Atomic(0)
    let met = Threads.$count.withValue(7) {
      inParallel(7) { _ in
        begun.wrappingAdd(1, ordering: .relaxed)
        let end = ContinuousClock.now + .seconds(30)
        while begun.load(ordering: .relaxed) < 7, ContinuousClock.now < end {}
        return begun.load(ordering: .relaxed) == 7
      }
    }
    #expect(met == [Bool](repeating: true, count: 7))
  }
}
