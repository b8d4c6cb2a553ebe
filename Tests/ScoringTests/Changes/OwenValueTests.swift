import Testing

@testable import Audit

@Suite("Owen values") struct OwenValueTests {
  /// A game whose outcomes are random numbers, the same each time a coalition is asked for.
  private func outcome(_ made: [Bool]) -> OwenValue.Outcome {
    let mask = made.enumerated().reduce(UInt64(0)) { $1.element ? $0 | 1 << UInt64($1.offset) : $0 }
    var generator = CounterGenerator(seed: 7, stream: mask)
    return OwenValue.Outcome(generator.uniform(), generator.uniform())
  }

  private func permutations<Element>(_ all: [Element]) -> [[Element]] {
    if all.count < 2 { return [all] }
    return all.indices.flatMap { first in
      var rest = all
      let chosen = rest.remove(at: first)
      return permutations(rest).map { [chosen] + $0 }
    }
  }

  @Test("parts are the means of what each change adds over all orders that keep groups together")
  func allOrders() {
    let groups = [[0, 3], [1], [2, 4, 5]]
    var (sums, count) = ([OwenValue.Outcome](repeating: .zero, count: 6), 0.0)
    for order in permutations(groups) {
      // Every way to order within each of the three groups.
      for one in permutations(order[0]) {
        for two in permutations(order[1]) {
          for three in permutations(order[2]) {
            var made = [Bool](repeating: false, count: 6)
            for change in one + two + three {
              let before = outcome(made)
              made[change] = true
              sums[change] += outcome(made) - before
            }
            count += 1
          }
        }
      }
    }
    let value = OwenValue(groups) { $0.map(outcome) }
    #expect(count == 72)
    #expect(!value.isDrawn)
    for change in 0..<6 {
      #expect(abs(value.parts[change].x - sums[change].x / count) < 1e-12)
      #expect(abs(value.parts[change].y - sums[change].y / count) < 1e-12)
    }
  }

  @Test("parts sum to the whole where orders are drawn") func drawnSum() {
    let groups = [Array(0..<12), [12]]
    let value = OwenValue(groups) { $0.map(outcome) }
    let whole = outcome([Bool](repeating: true, count: 13)) - outcome([Bool](repeating: false, count: 13))
    let sum = value.parts.reduce(.zero, +)
    #expect(value.isDrawn)
    #expect(abs(sum.x - whole.x) < 1e-12 && abs(sum.y - whole.y) < 1e-12)
    #expect(value.errors[0].x > 0)
    #expect(value.errors[12] == .zero)
  }

  @Test("of a sum each change has what it adds, without error, though orders are drawn") func additive() {
    let value = OwenValue([Array(0..<10)]) { coalitions in
      coalitions.map { made in
        made.indices.reduce(OwenValue.Outcome.zero) { made[$1] ? $0 + OwenValue.Outcome(Double($1), 1) : $0 }
      }
    }
    for change in 0..<10 {
      #expect(value.parts[change] == OwenValue.Outcome(Double(change), 1))
      #expect(value.errors[change] == .zero)
    }
  }
}
