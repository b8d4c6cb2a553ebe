import Audit
import IndexModel
import Scoring
import Testing

@testable import Reporting

/// What an audit says of ranks over weights, over small worlds made at random. Of two dimensions the first may
/// weigh from a to b: a rank changes only where two countries are level, so that looking there, between and at the
/// ends is looking everywhere.
@Suite("Claims of an audit over weights") struct BoundsClaimTests {
  private struct World {
    let table: ScoreTable
    let scores: LinearScores
    let found: AuditFindings
    /// The ranks of the ranked countries at each weight that is looked at.
    let ranks: [[Int]]
    let words: AuditSentences

    init(_ seed: UInt64, _ kind: WeightSet.Kind, share: ClosedRange<Double>) throws {
      table = try SentenceWorld.random(seed, dimensions: 2, countries: 6)
      var settings = AuditSettings()
      (settings.kind, settings.samples) = (kind, 500)
      found = AuditRun(table, settings)([.rankBounds, .pairs, .acceptability])
      let scores = try #require(found.scores)
      self.scores = scores
      words = AuditSentences(table: table, words: WeightSetWords(kind: kind, set: found.set))
      let rows = scores.countries.indices.map(scores.row)
      func sums(_ weight: Double) -> [Double] { rows.map { weight * $0[0] + (1 - weight) * $0[1] } }
      var turns: [Double] = []
      for one in rows {
        for other in rows where one != other {
          let slope = (one[0] - one[1]) - (other[0] - other[1])
          let turn = (other[1] - one[1]) / slope
          if share.contains(turn) { turns.append(turn) }
        }
      }
      let ends = ([share.lowerBound, share.upperBound] + turns).sorted()
      let between = zip(ends, ends.dropFirst()).map { ($0 + $1) / 2 }
      ranks = ([share.lowerBound, share.upperBound] + between).map { weight in
        let all = sums(weight)
        return all.map { own in 1 + all.count { $0 > own + 1e-12 } }
      }
    }

    func reach(_ place: Int) -> (best: Int, worst: Int) {
      let own = ranks.map { $0[place] }
      return (own.min() ?? 0, own.max() ?? 0)
    }
    func name(_ place: Int) -> String { table.country(scores.countries[place]).name }
  }

  /// Each with a box of 25 per cent about ½, and with any weights at all.
  private static func worlds() throws -> [World] {
    try (0..<40).flatMap { seed in
      [try World(seed, .box(0.25), share: 0.375...0.625), try World(seed + 100, .simplex, share: 0...1)]
    }
  }

  @Test("how far half of the countries can be moved, who furthest, and who not at all") func moves() throws {
    for world in try Self.worlds() {
      let text = try #require(world.found.bounds.map(world.words.bounds)).joined(separator: " ")
      let moves = world.scores.countries.indices.map { place -> Int in
        let (rank, reach) = (place + 1, world.reach(place))
        return max(rank - reach.best, reach.worst - rank)
      }
      let still = moves.count { $0 == 0 }
      if still == moves.count {
        #expect(text.contains("no country can be moved from its rank"), "\(text)")
        continue
      }
      if let match = text.firstMatch(of: /half of the countries can be moved .* at most (\d+) place/) {
        let most = Int(match.1) ?? 0
        #expect(2 * moves.count { $0 <= most } >= moves.count && 2 * moves.count { $0 < most } < moves.count)
        #expect(text.contains("and \(still) not at all") == (still > 0), "\(text)")
      } else {
        #expect(text.contains("\(still) of \(moves.count) countries cannot be moved"), "\(text)")
        #expect(2 * still >= moves.count)
      }
      let furthest = moves.indices.filter { moves[$0] == moves.max() }
      #expect(text.contains("can be moved furthest") == (furthest.count == 1), "\(text)")
      #expect(furthest.contains { text.contains("\(world.name($0)) can be moved") }, "\(text)")
    }
  }

  @Test("the shares of pairs that no weights turn round, and that those of the set do not") func pairs()
    throws
  {
    for world in try Self.worlds() {
      let text = try #require(world.found.fixedPairs.map(world.words.pairs)).joined()
      let places = Array(world.scores.countries.indices)
      var (all, fixed, kept) = (0, 0, 0)
      for one in places {
        for other in places where other > one {
          let (a, b) = (world.scores.row(one), world.scores.row(other))
          all += 1
          fixed += zip(a, b).allSatisfy { $0 >= $1 } ? 1 : 0
          kept += world.ranks.allSatisfy { $0[one] <= $0[other] } ? 1 : 0
        }
      }
      func percent(_ count: Int) -> String { SampledWords.percent(Double(count) / Double(all)) }
      if fixed == all {
        #expect(text.hasPrefix("No weights at all turn the order of any two"))
        continue
      }
      #expect(text.contains("countries, \(percent(fixed)) stand in an order that no weights"), "\(text)")
      #expect(text.contains("a further \(percent(kept - fixed)) keep theirs") == (kept > fixed), "\(text)")
      #expect(
        text.contains("some of these weights turn the other \(percent(all - kept)) round")
          == (kept > fixed && kept < all), "\(text)")
    }
  }

  @Test("who is said to be able to be first is, and nobody else") func contenders() throws {
    for world in try Self.worlds() {
      let text = world.words.first(world.found).joined(separator: " ")
      let able = world.scores.countries.indices.filter { world.reach($0).best == 1 }
      if able.count == 1 {
        #expect(
          text.contains("\(world.name(able[0])), first by the stated weights, is proven to be first"),
          "\(text)")
        continue
      }
      let names = able.map(world.name).joined(separator: ", ")
      #expect(text.contains("\(able.count) countries can be first: \(names)."), "\(text)")
    }
  }

  @Test("how far weights bring one country, that no further is true, and that never up and never down are")
  func country() throws {
    var seen: Set<String> = []
    for world in try Self.worlds().prefix(40) {
      var settings = world.found.settings
      settings.samples = 100
      for place in world.scores.countries.indices {
        let audit = AuditRun(world.table, settings)(country: world.scores.countries[place])
        let text = CountryAuditSentences(audit: audit).bounds.joined(separator: " ")
        let (rank, reach) = (place + 1, world.reach(place))
        #expect(text.contains("is number \(rank) of \(world.scores.countries.count), with "))
        if reach.best == reach.worst {
          #expect(text.contains("that is its rank whatever the weights"), "\(text)")
          continue
        }
        #expect(text.contains("up to number \(reach.best)") == (reach.best < rank), "\(text)")
        #expect(
          text.contains("down to \(reach.best < rank ? "" : "number ")\(reach.worst)")
            == (reach.worst > rank), "\(text)")
        for (words, isSo) in [
          ("never up", reach.best == rank && rank > 1),
          ("never down", reach.worst == rank && rank < world.scores.countries.count),
        ] {
          #expect(text.contains(words) == isSo, "\(rank) \(reach): \(text)")
          if isSo { seen.insert(words) }
        }
      }
    }
    #expect(seen.count == 2)
  }

  @Test(
    "between which ranks nine draws in ten leave a country, its mean rank, and how often it is where it is")
  func draws() throws {
    var seen = 0
    for world in try Self.worlds() {
      let drawn = try #require(world.found.acceptability)
      for place in world.scores.countries.indices {
        let audit = AuditRun(world.table, world.found.settings)(country: world.scores.countries[place])
        let text = CountryAuditSentences(audit: audit).likelihood.joined(separator: " ")
        let shares = world.scores.countries.indices.map { drawn.share(place, rank: $0) }
        func upTo(_ rank: Int) -> Double { shares.prefix(rank).reduce(0, +) }
        guard
          let match = text.firstMatch(
            of: /leave it between number (\d+)(?: \([^)]*\))? and (\d+).*? its mean rank is ([0-9.]+)/)
        else {
          // At one rank, in all draws, or proven.
          #expect(text.isEmpty || upTo(place + 1) - upTo(place) >= 0.9, "\(text)")
          continue
        }
        let (low, high) = (Int(match.1) ?? 0, Int(match.2) ?? 0)
        #expect(upTo(low) >= 0.05 - 1e-9 && upTo(low - 1) < 0.05 + 1e-9, "\(text) \(shares)")
        #expect(upTo(high) >= 0.95 - 1e-9 && upTo(high - 1) < 0.95 + 1e-9, "\(text) \(shares)")
        let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
        #expect(abs(mean - (Double(match.3) ?? .nan)) <= 0.00501, "\(text)")
        if place > 0 {
          let often = SampledWords.times(shares[place], of: drawn.samples)
          #expect(text.contains("and it is number \(place + 1) exactly in \(often)"), "\(text)")
        }
        // How often it is first is said only where its bounds leave that open.
        let reach = world.reach(place)
        #expect(text.contains("It is first in") == (reach.best == 1 && reach.worst > 1), "\(reach) \(text)")
        seen += 1
      }
    }
    #expect(seen > 100)
  }
}
