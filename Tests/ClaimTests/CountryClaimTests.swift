import Analysis
import IndexModel
import Scoring
import Testing

@testable import Audit
@testable import Reporting

/// What `hsi audit --country` says of a dozen countries, worked out anew: ten lenses, five years.
@Suite("Claims of the audit of a country") struct CountryClaimTests {
  /// A country's sentences under a table, without draws and linear programs.
  private struct Subject {
    let table: ScoreTable
    let row: RowIndex
    let audit: CountryAudit
    var words: CountryAuditSentences { CountryAuditSentences(audit: audit) }
    var title: String { "\(table.title) \(table.name(row))" }
  }

  private static let made = Result {
    let world = try ShippedWorld.shared()
    return world.all.flatMap { table -> [Subject] in
      let tables = (world.tables[table.year] ?? []).filter(\.ranksAnyone)
      var found = AuditRun(table, lenses: tables)([])
      found.omissions = world.omissions[table.title]
      if table.year == 2023 { found.benefitOfDoubt = BenefitOfDoubtResult(table) }
      return ShippedWorld.countries.compactMap { table.row($0) }.filter { table.rank($0) != nil }.map {
        Subject(table: table, row: $0, audit: CountryAudit(found, $0, tables))
      }
    }
  }
  private static func subjects() throws -> [Subject] { try made.get() }

  @Test("what costs a country most does, what carries it most does, and the ranks are so") func judgements()
    throws
  {
    var seen = 0
    for own in try Self.subjects() {
      let text = own.words.judgements.joined(separator: "\n")
      for match in text.matches(
        of:
          /Of the (\w+), (.*?) (costs?|carry|carries) it most: without (.+?) it would be number (\d+) instead of (\d+)/
      ) {
        let isIndicator = match.1 == "indicators"
        let all = own.audit.omissions.filter {
          (own.table.framework.nodes[$0.node].indicator != nil) == isIndicator
        }
        let sign = match.3.hasPrefix("cost") ? -1.0 : 1
        func move(_ omission: (node: NodeIndex, with: Int, without: Int, ranked: Int)) -> Double {
          sign * Double(omission.without - omission.with) / Double(omission.ranked - 1)
        }
        let named = try #require(all.first { own.table.framework.called($0.node) == match.4 })
        #expect(Int(match.5) == named.without && Int(match.6) == named.with, "\(own.title): \(text)")
        #expect(move(named) > 0)
        // As far as any, but for half a place.
        let half = 0.5 / Double((all.map(\.ranked).max() ?? 2) - 1)
        #expect(all.allSatisfy { move($0) < move(named) + half }, "\(own.title): \(text)")
        // What a country has no figure of is said to be so.
        let lacks = match.2.contains("\(match.4) (which it lacks)")
        #expect(lacks == (own.table.score(named.node, own.row) == nil), "\(own.title): \(text)")
        seen += 1
      }
      let moves = own.audit.omissions.contains { $0.with != $0.without }
      #expect(text.contains("changes its rank when left out") == (!moves && !own.audit.omissions.isEmpty))
    }
    #expect(seen > 300)
  }

  @Test("where it stands best and worst, and which lens is kindest and hardest, is so") func extremes() throws
  {
    for own in try Self.subjects() {
      let text = own.words.judgements.joined(separator: "\n")
      if let match = text.firstMatch(
        of: /stands best in (\S+), number (\d+) of (\d+).*? worst in (\S+), number (\d+) of (\d+)/)
      {
        let ahead = own.table.dimensions.compactMap { node -> (String, Int, Int)? in
          let known = own.table.ranked.compactMap { own.table.score(node, $0) }
          guard let score = own.table.score(node, own.row) else { return nil }
          return (own.table.name(node), 1 + known.count { $0 > score }, known.count)
        }
        try Self.expect(match.1, match.2, match.3, among: ahead, own.title, by: <)
        try Self.expect(match.4, match.5, match.6, among: ahead, own.title, by: >)
      }
      if let match = text.firstMatch(
        of: /kindest to it: (\S+), number (\d+) of (\d+).*? hardest: (\S+), number (\d+) of (\d+)/)
      {
        let code = own.table.country(own.row).code.description
        let others = try ShippedWorld.shared().tables[own.table.year] ?? []
        let ahead = others.filter { $0.lens.name != own.table.lens.name }.compactMap { table in
          table.row(code).flatMap { table.rank($0) }.map { (table.lens.name, $0, table.rankedCount) }
        }
        try Self.expect(match.1, match.2, match.3, among: ahead, own.title, by: <)
        try Self.expect(match.4, match.5, match.6, among: ahead, own.title, by: >)
      }
    }
  }

  /// That a place is as printed, and no other has a less, or greater, share of the others ahead.
  private static func expect(
    _ name: Substring, _ rank: Substring, _ of: Substring, among places: [(String, Int, Int)],
    _ title: String, by isBeyond: (Double, Double) -> Bool
  ) throws {
    let own = try #require(places.first { $0.0 == String(name) }, "\(title): \(name)")
    #expect(Int(rank) == own.1 && Int(of) == own.2, "\(title): \(name) \(rank) \(own)")
    func ahead(_ place: (String, Int, Int)) -> Double { Double(place.1 - 1) / Double(place.2 - 1) }
    #expect(!places.contains { isBeyond(ahead($0), ahead(own)) }, "\(title): \(name)")
  }

  @Test("from where its best score comes most, its place by it, and how many others reach 100") func ownBest()
    throws
  {
    var seen = 0
    for own in try Self.subjects() where own.table.year == 2023 && own.table.dimensions.count > 1 {
      let found = BenefitOfDoubtResult(own.table)
      let row = try #require(found.rows.first { $0.country == own.row })
      let text = try #require(own.words.figures.first { $0.hasPrefix("By the weights of dimensions that") })
      let match = try #require(
        text.firstMatch(of: /it scores ([0-9.]+) of 100, ([0-9.]+) % of it from (\w+)/))
      let most = try #require(row.shares.compactMap { $0 }.max())
      #expect(
        abs(row.score - match.1.number) <= 0.0501 && abs(100 * most - match.2.number) <= 0.0501, "\(text)")
      #expect(
        zip(own.table.dimensions, row.shares).contains { own.table.name($0) == String(match.3) && $1 == most }
      )
      let ahead = found.rows.count { $0.score > row.score }
      #expect(text.contains("number \(ahead + 1) when all are judged so") == (row.score < 100), "\(text)")
      let others = found.rows.count { $0.score >= 100 } - 1
      if row.score >= 100, others > 1 {
        #expect(text.contains("\(others) other countries can say so"), "\(text)")
      }
      let lacks = own.table.dimensions.contains { own.table.score($0, own.row) == nil }
      #expect(text.contains("What it lacks, ") == lacks, "\(text)")
      seen += 1
    }
    #expect(seen > 40)
  }

  @Test("the counts of its figures add up and are its own") func figures() throws {
    for own in try Self.subjects() {
      let text = try #require(own.words.figures.last)
      let columns = own.table.columnsInOrder
      let observed = columns.count { $0.cells[own.row] == .observed }
      let absent = columns.count { !$0.cells[own.row].isPresent }
      #expect(
        text.hasPrefix("Of its \(columns.count) indicator\(columns.count == 1 ? "" : "s") \(observed) ha"),
        "\(own.title): \(text)")
      #expect(text.contains(", \(absent) none.") == (absent > 0), "\(own.title): \(text)")
      let isWhole = columns.allSatisfy { $0.cells[own.row].isMeasured }
      #expect(text.contains("So 100 % of its indicators") == isWhole, "\(own.title): \(text)")
      let parts = text.prefix { $0 != "." }.matches(of: /(\d+) (?:has a|have a|an earlier|an imputed|none)/)
      #expect(parts.reduce(0) { $0 + (Int($1.1) ?? 0) } == columns.count, "\(own.title): \(text)")
    }
  }

  @Test("with whom it draws level most easily, and the least weight that this takes, are so")
  func competitors() throws {
    var seen = 0
    for own in try Self.subjects() {
      guard let scores = own.audit.scores else { continue }
      let text = own.words.competitors.joined(separator: "\n")
      for (match, orders) in [
        (
          text.firstMatch(
            of: /Of those just ahead it draws level most easily with (.+): it takes ([0-9.]+) % of all/),
          own.audit.ahead
        ),
        (
          text.firstMatch(
            of: /Of those just behind, (.+) draws level most easily: it takes ([0-9.]+) % of all/),
          own.audit.behind
        ),
      ] {
        guard let match else { continue }
        let shares = orders.compactMap { order in
          Self.leastShare(scores, ahead: order.ahead, behind: order.behind).map { (order, $0) }
        }
        let least = try #require(shares.map(\.1).min())
        #expect(abs(100 * least - match.2.number) <= 0.0501, "\(own.title): \(match.0) \(least)")
        let named = shares.filter { $0.1 < least + 1e-9 }.flatMap { [$0.0.ahead, $0.0.behind] }
        #expect(named.contains { own.table.name(scores.countries[$0]) == String(match.1) }, "\(own.title)")
        seen += 1
      }
    }
    #expect(seen > 300)
  }

  /// The least share of all weight whose move makes two countries level: from where the one ahead gains most to
  /// where it gains least; nil where no weights do.
  private static func leastShare(_ scores: LinearScores, ahead: Int, behind: Int) -> Double? {
    let lead = zip(scores.row(ahead), scores.row(behind)).map { $0 - $1 }
    guard let least = lead.min(), least < 0 else { return nil }
    var (left, moved) = (zip(scores.weights, lead).reduce(0) { $0 + $1.0 * $1.1 }, 0.0)
    for node in lead.indices.sorted(by: { lead[$0] > lead[$1] }) where left > 0 && lead[node] > least {
      let share = min(scores.weights[node], left / (lead[node] - least))
      left -= share * (lead[node] - least)
      moved += share
    }
    return moved
  }

  @Test("the weight to which a rank is most sensitive changes it when moved so far, and not by less")
  func stability() throws {
    for own in try Self.subjects() {
      guard let scores = own.audit.scores, let text = own.words.stability.first,
        let match = text.firstMatch(
          of: /most sensitive to (\S+): moving that weight by ([0-9.]+) % of all weight/)
      else { continue }
      let node = try #require(scores.nodes.firstIndex { own.table.name($0) == String(match.1) })
      let moves = [-1.0, 1].map { sign in
        [0.0501, -0.0501].map { slack in
          Self.rank(own, scores, moving: node, by: sign * max(0, match.2.number + slack) / 100)
        }
      }
      let rank = own.table.rank(own.row)
      #expect(moves.contains { $0[0] != rank }, "\(own.title): \(text)")
      #expect(moves.allSatisfy { $0[1] == rank }, "\(own.title): \(text)")
    }
  }

  /// Its rank when one weight moves and the others keep their proportions.
  private static func rank(_ own: Subject, _ scores: LinearScores, moving node: Int, by share: Double) -> Int?
  {
    let weight = min(1, max(0, scores.weights[node] + share))
    let rest = (1 - weight) / (1 - scores.weights[node])
    let weights = scores.weights.indices.map { $0 == node ? weight : scores.weights[$0] * rest }
    let count = scores.countries.count
    let sums = (0..<count).map { place in
      weights.indices.reduce(0) { $0 + weights[$1] * scores.values[$1 * count + place] }
    }
    guard let place = scores.countries.firstIndex(of: own.row) else { return nil }
    return 1 + sums.count { $0 > sums[place] + 1e-12 }
  }
}
