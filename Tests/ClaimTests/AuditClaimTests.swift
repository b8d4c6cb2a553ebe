@testable import Analysis
@testable import Audit
import IndexModel
import Scoring
import Testing

@testable import Reporting

/// What `hsi audit` says of the shipped figures, worked out anew: ten lenses, five years.
@Suite("Claims of an audit of the shipped figures") struct AuditClaimTests {
  private static func words(_ table: ScoreTable) -> AuditSentences {
    AuditSentences(table: table, words: WeightSetWords(kind: .box(0.25), set: nil))
  }

  @Test("who moves most without a dimension, and by how much on average, is so") func omissions() throws {
    let world = try ShippedWorld.shared()
    for table in world.all {
      let all = world.omissions[table.title] ?? []
      for sentence in Self.words(table).omissions(all) {
        let found = try #require(
          sentence.firstMatch(
            of: /^Without the (dimension|indicator) (.+?) a country moves by ([0-9.]+) ranks on average/))
        let node = try #require(table.framework.nodeIndices.first { table.framework.called($0) == found.2 })
        let moves = Self.moves(without: node, table)
        let mean = Anew.mean(moves.map { Double(abs($0.to - $0.from)) })
        #expect(abs(mean - found.3.number) <= 0.0501, "\(table.title): \(sentence)")
        #expect(sentence.contains("among the \(moves.count) countries") == (moves.count < table.rankedCount))
        let most = moves.map { abs($0.to - $0.from) }.max() ?? 0
        let furthest = moves.filter { abs($0.to - $0.from) == most }
        #expect(sentence.contains("most of all ") == (furthest.count == 1), "\(sentence)")
        let alike = furthest.count == 2 ? "1 other country" : "\(furthest.count - 1) other countries"
        #expect(
          furthest.contains { own in
            let name = table.name(own.row)
            let who =
              furthest.count == 1 ? "of all \(name)," : "; \(name) and \(alike) move furthest, \(name)"
            return sentence.contains("\(who) from \(own.from) to \(own.to)")
          }, "\(table.title): \(sentence)")
        // No other of its kind moves a greater share of the places.
        let isIndicator = found.1 == "indicator"
        let others = all.filter { (table.framework.nodes[$0.node].indicator != nil) == isIndicator }
        #expect(others.allSatisfy { $0.meanShare <= mean / Double(moves.count) + 1e-12 })
      }
    }
  }

  private typealias Move = (row: RowIndex, from: Int, to: Int)

  /// The ranks with and without a node of those that have both, scored anew.
  private static func moves(without node: NodeIndex, _ table: ScoreTable) -> [Move] {
    var lens = table.lens
    lens.leaveOut(table.framework.indicators(below: node), table.framework)
    let left = lens.nominalWeights(in: table.framework)
    let dimensions = table.framework.dimensions.count { left[$0] > 0 }
    lens.dimensionsRequired = min(table.dimensionsRequired, dimensions)
    let other = table.cube.score(table.year, by: lens)
    let common = table.rows.filter { table.rank($0) != nil && other.rank($0) != nil }
    let with = Anew.ranks(common.map { table.score($0) ?? .nan })
    let without = Anew.ranks(common.map { other.score($0) ?? .nan })
    return common.indices.map { (common[$0], with[$0], without[$0]) }
  }

  @Test("the other lens that is furthest is, by the correlation that is printed") func lenses() throws {
    let world = try ShippedWorld.shared()
    for year in ShippedWorld.years {
      let tables = world.tables[year] ?? []
      let pairs = LensComparison.pairs(tables)
      for table in tables where table.rankedCount > 2 {
        let text = Self.words(table).lenses(pairs).joined()
        let found = try #require(
          text.firstMatch(
            of:
              /other lenses in \d+, (\S+) is furthest from this one: .*; over (\d+) .* correlate by (−?[0-9.]+)/
          ))
        let others = tables.filter { $0.lens.name != table.lens.name }.map { other in
          (other.lens.name, Self.correlation(table, other))
        }
        let least = try #require(others.min { $0.1.value < $1.1.value })
        #expect(String(found.1) == least.0, "\(table.title): \(text)")
        #expect(Int(found.2) == least.1.count && abs(found.3.number - least.1.value) <= 0.00501, "\(text)")
      }
    }
  }

  private static func correlation(_ one: ScoreTable, _ other: ScoreTable) -> (value: Double, count: Int) {
    let pairs = one.rows.compactMap { row -> (Double, Double)? in
      guard let there = other.row(one.country(row).code.description), let a = one.score(row),
        let b = other.score(there)
      else { return nil }
      return (a, b)
    }
    return (Anew.spearman(pairs.map(\.0), pairs.map(\.1)), pairs.count)
  }

  @Test("how many indicators and countries are short of figures, and which region has fewest") func data()
    throws
  {
    for table in try ShippedWorld.shared().all {
      let text = Self.words(table).data(AuditCheck.data(table)).joined()
      let (ranked, line) = (table.ranked, table.lens.audit.coverage)
      let short = table.columnsInOrder.count { column in
        Double(ranked.count { column.cells[$0].isMeasured }) < line * Double(ranked.count)
      }
      let thin = ranked.count { table.coverage($0) < line }
      let count = table.columnsInOrder.count
      let both = short == 0 && count == 2 ? "both indicators " : nil
      let some = both ?? "\(short == 0 ? "all" : "\(short) of") \(count) indicators "
      let indicators = count == 1 ? "the one indicator " : some
      #expect(text.lowercased().contains(indicators), "\(table.title): \(text)")
      #expect(text.contains("\(thin == 0 ? "all" : "\(thin) of") \(ranked.count) countries ha"), "\(text)")
      let regions = Self.words(table).regions(DataAudit(table)).joined()
      let shares = Dictionary(grouping: table.rows) { table.country($0).region }.mapValues { rows in
        Anew.mean(
          rows.map { row in Anew.mean(table.columnsInOrder.map { $0.cells[row].isMeasured ? 1 : 0 }) })
      }
      let least = try #require(shares.min { $0.value < $1.value })
      #expect(regions.hasPrefix("Figures are fewest in \(least.key): "), "\(table.title): \(regions)")
      #expect(regions.contains("figures of \(SampledWords.percent(least.value)) of the indicators"))
    }
  }

  @Test("who is efficient has nobody ahead by weights of its own, and the count is theirs") func efficient()
    throws
  {
    for table in try ShippedWorld.shared().all where table.year == 2023 {
      let found = BenefitOfDoubtResult(table)
      guard let text = Self.words(table).benefitOfDoubt(found).first, table.dimensions.count > 1 else {
        continue
      }
      let efficient = found.rows.filter { $0.score >= 100 }
      #expect(
        text.contains("\(efficient.count) of \(table.rankedCount) countries"), "\(table.title): \(text)")
      let lacking = efficient.filter { row in
        table.dimensions.contains { table.score($0, row.country) == nil }
      }
      #expect(text.contains("though \(lacking.count) of them") == !lacking.isEmpty, "\(text)")
      // Who is at least as good everywhere as one that is efficient, and better somewhere, cannot be.
      for own in efficient where !lacking.contains(where: { $0.country == own.country }) {
        let scores = table.dimensions.map { table.score($0, own.country) ?? 0 }
        let isOutdone = table.ranked.contains { other in
          zip(table.dimensions, scores).allSatisfy { (table.score($0, other) ?? 0) > $1 + 1e-9 }
        }
        #expect(!isOutdone, "\(table.title): \(table.name(own.country))")
      }
    }
  }

  @Test("the dimension that accounts for most, and that for least, do") func importance() throws {
    for table in try ShippedWorld.shared().all {
      guard let scores = LinearScores(table), scores.nodes.count > 1 else { continue }
      let text = Self.words(table).importance(Importance.all(scores), scores).joined()
      let count = scores.countries.count
      let columns = scores.nodes.indices.map { Array(scores.values[$0 * count..<($0 + 1) * count]) }
      let totals = (0..<count).map { row in zip(scores.weights, columns).reduce(0) { $0 + $1.0 * $1.1[row] } }
      func covariance(_ one: [Double], _ other: [Double]) -> Double {
        Anew.mean(zip(one, other).map { $0 * $1 }) - Anew.mean(one) * Anew.mean(other)
      }
      let shares = zip(scores.weights, columns).map { weight, column in
        weight * covariance(column, totals) / covariance(totals, totals)
      }
      let found = text.matches(of: /he dimension (\S+) accounts for (−?[0-9.]+) % of the differences/)
      #expect(found.count == 2, "\(table.title): \(text)")
      for (match, share) in zip(found, [shares.max(), shares.min()]) {
        let place = try #require(scores.nodes.firstIndex { table.name($0) == String(match.1) })
        #expect(abs(shares[place] - (share ?? .nan)) < 1e-9, "\(table.title): \(text)")
        #expect(abs(100 * shares[place] - match.2.number) <= 0.501, "\(table.title): \(text)")
      }
    }
  }
}
