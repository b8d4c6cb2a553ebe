@testable import Audit
import Testing

@testable import Reporting

@Suite("What an audit says of what is sampled, small or degenerate") struct AuditSentencesTests {
  @Test("what all or no draws say has the limit of the rule of three instead of an error of 0") func always()
  {
    // 3/5000 = 0.06 %, 3/100000 = 0.003 %.
    #expect(
      SampledWords.times(1, of: 5000)
        == "all of 5000 draws (with 95 % confidence, in all but less than 0.060 % of the weights)")
    #expect(
      SampledWords.times(0, of: 100_000)
        == "none of 100000 draws (with 95 % confidence, in less than 0.0030 % of the weights)")
    // √(0.9 · 0.1/10000) = 0.003.
    #expect(SampledWords.times(0.9, of: 10_000) == "90.0 % of 10000 draws (standard error 0.30 points)")
    // √(0.99999 · 0.00001/100000) = 0.00001: rounding must not make it all draws.
    #expect(
      SampledWords.times(0.99999, of: 100_000) == "99.999 % of 100000 draws (standard error 0.001 points)")
  }

  @Test(
    "no share but 0 and 1 is printed as 0 or 100 %",
    arguments: [
      (0, "0 %"), (1, "100 %"), (0.004, "0.4 %"), (0.0001, "0.01 %"), (0.9996, "99.96 %"),
      (1e-9, "less than 0.0001 %"), (1.2, "120 %"),
    ]) func percent(share: Double, text: String)
  { #expect(SampledWords.percent(share) == text) }

  @Test(
    "a set is named as it was asked for",
    arguments: [
      (WeightSet.Kind.cone(0.004), "cone:0.004"), (.cone(1e-300), "cone:1e-300"),
      (.box(0.00001), "box:0.001%"), (.box(0.07), "box:7%"), (.box(0.25), "box:25%"),
    ]) func names(kind: WeightSet.Kind, name: String)
  { #expect(kind.description == name) }

  @Test(
    "in words a set is what the stated weights make of it",
    arguments: [
      (WeightSet.Kind.box(0.25), [1, 1], "each weight may be up to 25 % more or less"),
      (.box(0.00001), [1, 1], "each weight may be up to 0.001 % more or less"),
      // 3/4 and 1/4: at most 1 and 0.625.
      (
        .box(1.5), [3, 1],
        "each weight may be anything from nothing to 2.50 times its own, at most all weight"
      ),
      // Half of all weight each: a box of 100 % reaches from nothing to all.
      (.box(1), [1, 1], "any weights at all are allowed"),
      (.box(1e7), [3, 1], "any weights at all are allowed"),
      (.cone(0.004), [1, 1], "up to 0.4 % of all weight goes anywhere"),
      (.ordinal, [3, 1], "weights only keep their order"),
      (.ordinal, [3, 1, 1], "weights only keep their order (those stated as equal in any)"),
      (
        .ordinal, [1, 1],
        "weights only keep their order – the stated ones are all equal, so that any weights at all are "
          + "allowed –"
      ),
    ]) func condition(kind: WeightSet.Kind, nominal: [Double], words: String) throws
  {
    let sum = nominal.reduce(0, +)
    let set = try #require(WeightSet(kind, nominal: nominal.map { $0 / sum }))
    #expect(WeightSetWords(kind: kind, set: set).condition == words)
  }
}

@Suite("What an audit says of rank bounds") struct BoundSentencesTests {
  private static func sentences(_ bounds: [(attained: Int, proven: Int)]) throws -> [String] {
    let table = try UncertaintyTablesTests.table()
    let words = AuditSentences(table: table, words: WeightSetWords(kind: .box(0.25), set: nil))
    let ranked = table.order.enumerated().map { place, country in
      RankBounds(
        country: country, rank: place + 1,
        best: RankBounds.End(attained: place + 1, proven: place + 1, weights: [0.5, 0.5]),
        worst: RankBounds.End(
          attained: bounds[place].attained, proven: bounds[place].proven, weights: [0.5, 0.5]))
    }
    return words.bounds(ranked)
  }

  @Test("limits that are only proven are never told as moves that a country can make") func open() throws {
    // Nobody is known to move; the first may be as low as 3, the second too.
    let none = try Self.sentences([(1, 3), (2, 3), (3, 3)])
    #expect(none.count == 1)
    #expect(
      none[0]
        == "If each weight may be up to 25 % more or less, no weights are known that move any country from "
        + "its rank, and half are proven not to move by more than 1 place; 1 of 3 of these bounds is exact, "
        + "of the others an inner and an outer limit is known.")
    let one = try Self.sentences([(2, 3), (2, 2), (3, 3)])
    #expect(one.count == 2)
    #expect(one[1] == "BRE is moved furthest by known weights: from rank 1 down to 2.")
    #expect(one[0].contains("weights are known that move 1 of 3 countries from their rank, and half"))
    let all = try Self.sentences([(2, 3), (2, 3), (2, 3)])
    #expect(
      all[0].hasSuffix("; none of these bounds is exact: of each an inner and an outer limit is known."),
      "\(all)")
  }

  @Test("bounds that are exact are told as what can be") func exact() throws {
    let still = try Self.sentences([(1, 1), (2, 2), (3, 3)])
    #expect(still.count == 1 && still[0].hasSuffix("no country can be moved from its rank; that is exact."))
    let moved = try Self.sentences([(2, 2), (2, 2), (3, 3)])
    #expect(moved.last == "BRE can be moved furthest: from rank 1 down to 2.")
    #expect(moved[0].contains("2 of 3 countries cannot be moved from their rank; these bounds are exact"))
  }
}

@Suite("Who can be first, as an audit tells it") struct ContenderSentencesTests {
  private static func sentences(_ samples: Int, _ parts: Set<AuditAnalysis>) throws -> [String] {
    var settings = AuditSettings()
    (settings.samples, settings.kind) = (samples, .simplex)
    let table = try UncertaintyTablesTests.table()
    let found = AuditRun(table, settings)(parts)
    let words = AuditSentences(table: table, words: WeightSetWords(kind: .simplex, set: found.set))
    return words.first(found)
  }

  @Test("without bounds those are named whom draws put first, each with how surely") func drawn() throws {
    // Bree has 90 and 80, Avalon 60 and 30, Camelot 20 and 70: Bree is always first.
    #expect(
      try Self.sentences(1000, [.acceptability]) == [
        "If any weights at all are allowed, draws put first: BRE in all of 1000 draws (with 95 % confidence, "
          + "in all but less than 0.30 % of the weights)."
      ])
  }

  @Test("a share below 0 is told of what the weights are of") func opposed() {
    #expect(AuditNotes.opposed(.indicator).contains("that of an indicator which runs against"))
    #expect(AuditNotes.opposed(.dimension).contains("that of a dimension which runs against"))
  }

  /// Geometric means, w the weight of the first dimension: Avalon 40 whatever w is, Bree 10·10^w, ahead from
  /// w = lg 4 = 0.602 on, Camelot 10·7^(1 − w), ahead up to 1 − ln 4/ln 7 = 0.288. So Avalon, first at ½,
  /// is first in 31 % of all weights, Bree in 40 % and Camelot in 29 %.
  @Test("those whom draws put first stand in order of how often") func order() throws {
    let table = try UncertaintyTablesTests.table(economic: [40, 100, 10], health: [40, 10, 70])
    var settings = AuditSettings()
    (settings.samples, settings.kind) = (5000, .simplex)
    let found = AuditRun(table, settings)([.acceptability])
    #expect(found.acceptability?.countries.first.map { table.country($0).name } == "AVA")
    let words = AuditSentences(table: table, words: WeightSetWords(kind: .simplex, set: found.set))
    let text = try #require(words.first(found).first)
    let places = ["BRE in", "AVA in", "CAM in"].map { text.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil }, "\(text)")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(text)")
  }

  @Test("of one that is proven to be first no draws are told") func proven() throws {
    #expect(
      try Self.sentences(1000, [.acceptability, .rankBounds]) == [
        "BRE, first by the stated weights, is proven to be first whatever these weights."
      ])
  }

  @Test("the page has a line a question, eleven at most, and of a whole audit the first and the last one")
  func lines() throws {
    var settings = AuditSettings()
    (settings.samples, settings.kind) = (1000, .simplex)
    let found = AuditRun(try UncertaintyTablesTests.table(), settings)()
    let lines = AuditPage(found).sentences
    #expect(lines.count <= 11)
    #expect(lines.first?.hasPrefix("Over 2000 combinations of all judgements") == true)
    #expect(lines.last?.hasPrefix("When weights, normalisation, aggregation") == true, "\(lines)")
  }
}
