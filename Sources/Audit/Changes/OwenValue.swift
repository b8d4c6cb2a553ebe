import Glibc

/// The parts that changes have in what they bring about together, where changes form groups.
///
/// A group's part is the mean of what it adds over all orders in which groups can be made to change, a change's part the
/// mean over all orders within its group as well: the Shapley value of groups, and that of changes within groups
/// (Owen, Values of games with a priori unions, 1977). The parts of a group's changes sum to the group's, and all parts to
/// the whole, whether orders are gone through or drawn.
struct OwenValue {
  /// Two measures at once: points and places.
  typealias Outcome = SIMD2<Double>

  /// Which changes are made: one flag a change.
  typealias Coalition = [Bool]

  /// The part of each change.
  private(set) var parts: [Outcome]
  /// The standard error of each part; 0 where it is exact.
  private(set) var errors: [Outcome]
  /// How many combinations of changes were looked at.
  private(set) var coalitions = 0
  /// Whether orders were drawn within a group, too large for all.
  private(set) var isDrawn = false

  /// Groups of at most so many changes are gone through in every order.
  static let mostInEveryOrder = 8
  /// So many orders are drawn of larger ones, half of them the reverses of the others.
  static let draws = 32

  private let groups: [[Int]]
  private let outcomes: ([Coalition]) -> [Outcome]

  /// - Parameters:
  ///   - groups: every change, from 0 on, in exactly one of them.
  ///   - seed: of the orders that are drawn.
  ///   - outcomes: what combinations of changes bring about, in their order.
  init(_ groups: [[Int]], seed: UInt64 = 1, outcomes: @escaping ([Coalition]) -> [Outcome]) {
    let count = groups.reduce(0) { $0 + $1.count }
    (parts, errors) = ([Outcome](repeating: .zero, count: count), [Outcome](repeating: .zero, count: count))
    (self.groups, self.outcomes) = (groups, outcomes)
    for place in groups.indices {
      if groups[place].count <= Self.mostInEveryOrder {
        divideExactly(place)
      } else {
        divideByDraws(place, seed)
      }
    }
  }

  private mutating func found(_ coalitions: [Coalition]) -> [Outcome] {
    self.coalitions += coalitions.count
    return outcomes(coalitions)
  }

  private mutating func divideExactly(_ place: Int) {
    let group = groups[place]
    let ways = surroundings(of: place)
    let size = 1 << group.count
    let found = found(
      ways.flatMap { way in
        (0..<size).map { mask in
          way.coalition.with(group.indices.filter { mask >> $0 & 1 == 1 }.map { group[$0] })
        }
      })
    for (at, way) in ways.enumerated() {
      for mask in 0..<size {
        let share = way.share * Self.share(mask.nonzeroBitCount, of: group.count)
        for (bit, change) in group.enumerated() where mask >> bit & 1 == 0 {
          parts[change] += share * (found[at * size + (mask | 1 << bit)] - found[at * size + mask])
        }
      }
    }
  }

  private mutating func divideByDraws(_ place: Int, _ seed: UInt64) {
    let group = groups[place]
    let ways = surroundings(of: place)
    var sums = [[Outcome]](repeating: [], count: parts.count)
    for pair in 0..<Self.draws / 2 {
      var generator = CounterGenerator(seed: seed, stream: UInt64(pair))
      let order = group.shuffled(using: &generator)
      let one = added(in: order, ways)
      let other = added(in: order.reversed(), ways)
      for change in group { sums[change].append((one[change] + other[change]) / 2) }
    }
    isDrawn = true
    for change in group {
      let count = Double(sums[change].count)
      let mean = sums[change].reduce(.zero, +) / count
      let squares = sums[change].reduce(Outcome.zero) { $0 + ($1 - mean) * ($1 - mean) }
      parts[change] = mean
      errors[change] = (squares / (count * (count - 1))).squareRoot()
    }
  }

  /// What each change of a group adds where they are made in an order, on average over all ways around the group.
  private mutating func added(in order: [Int], _ ways: [(coalition: Coalition, share: Double)]) -> [Outcome] {
    let found = found(ways.flatMap { way in (0...order.count).map { way.coalition.with(order.prefix($0)) } })
    var added = [Outcome](repeating: .zero, count: parts.count)
    for (at, way) in ways.enumerated() {
      for (step, change) in order.enumerated() {
        let before = at * (order.count + 1) + step
        added[change] += way.share * (found[before + 1] - found[before])
      }
    }
    return added
  }

  /// Every way in which the other groups can have changed before a group does, each with its share of orders.
  private func surroundings(of place: Int) -> [(coalition: Coalition, share: Double)] {
    let others = groups.indices.filter { $0 != place }
    let none = Coalition(repeating: false, count: parts.count)
    return (0..<(1 << others.count)).map { mask in
      let before = others.indices.filter { mask >> $0 & 1 == 1 }.flatMap { groups[others[$0]] }
      return (none.with(before), Self.share(mask.nonzeroBitCount, of: groups.count))
    }
  }

  /// k!(n − k − 1)!/n!: the share of the orders of n in which exactly these k go before.
  private static func share(_ k: Int, of n: Int) -> Double {
    (0..<k).reduce(1 / Double(n)) { $0 * Double($1 + 1) / Double(n - 1 - $1) }
  }
}

extension [Bool] {
  /// The same with some changes made.
  fileprivate func with(_ changes: some Sequence<Int>) -> [Bool] {
    var coalition = self
    for change in changes { coalition[change] = true }
    return coalition
  }
}
