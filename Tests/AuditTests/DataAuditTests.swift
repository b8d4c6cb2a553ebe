import Analysis
import IndexModel
import Scoring
import Testing

@testable import Audit

@Suite("What the figures allow") struct DataAuditTests {
  private static func row(_ kind: DataAudit.Kind, _ subject: String, _ data: DataAudit) throws
    -> DataAudit.Row
  { try #require(data.rows(kind).first { $0.subject == subject }) }

  private static func counts(_ row: DataAudit.Row) -> [Int] {
    [row.cells, row.observed, row.carried, row.imputed, row.missing]
  }

  /// Of JudgedWorld, ten years carried forward to 2020: figures of 2012 are eight years old, those of 2007
  /// are too old. Xanadu has income, work and votes of 2020, bread of 2012, rice of 2007 and nothing else.
  @Test("by hand: indicators, a dimension, a country") func byHand() throws {
    let data = DataAudit(try JudgedWorld.table())
    #expect(Self.counts(try Self.row(.indicator, "votes", data)) == [8, 7, 1, 0, 0])
    let income = try Self.row(.indicator, "income", data)
    #expect(Self.counts(income) == [8, 6, 1, 0, 1] && income.filled == 7.0 / 8)
    #expect(income.medianAge == 0 && income.oldestAge == 8 && income.reliability == nil)
    let health = try Self.row(.dimension, "health", data)
    #expect(Self.counts(health) == [16, 14, 0, 0, 2] && health.oldestAge == 0)
    let xanadu = try Self.row(.country, "XAN", data)
    #expect(Self.counts(xanadu) == [7, 3, 1, 0, 3] && xanadu.filled == 4.0 / 7)
    #expect(xanadu.medianAge == 0 && xanadu.oldestAge == 8 && xanadu.outliers == nil)
    #expect(xanadu.countries == 1 && xanadu.ranked == 1)
  }

  @Test("indicators, dimensions, regions and countries each sum to the index") func sums() throws {
    let data = DataAudit(try JudgedWorld.table { $0.impute = .regionMedian })
    let all = try #require(data.rows.first)
    #expect(all.kind == .index && all.subject == "test" && all.cells == 56 && all.imputed > 0)
    for kind in DataAudit.Kind.allCases where kind != .index {
      let rows = data.rows(kind).map(Self.counts)
      let sums = (0..<5).map { place in rows.reduce(0) { $0 + $1[place] } }
      #expect(sums == Self.counts(all), "\(kind)")
    }
    #expect(data.rows(.region).map(\.subject) == ["North", "South"])
    #expect(data.rows(.region).map(\.countries) == [4, 4])
  }

  @Test("whoever is withheld counts, and is said not to be ranked") func withheld() throws {
    // Xanadu lacks health.
    let data = DataAudit(try JudgedWorld.table { $0.dimensionsRequired = 3 })
    let xanadu = try Self.row(.country, "XAN", data)
    #expect(xanadu.ranked == 0 && xanadu.cells == 7)
    #expect(data.rows.first?.countries == 8 && data.rows.first?.ranked == 7)
    #expect(data.rows.last == xanadu)
    #expect(try Self.row(.region, "South", data).ranked == 3)
  }

  @Test("ages: the mean of the middle two of an even count, none where there is no figure") func ages() throws
  {
    let figures: [[[Double?]]] = [
      [[50, nil, nil, nil], [50]], [[50, nil], [50]], [[nil], [nil]], [[nil], [50]],
    ]
    let table = try Readings(figures: figures, judge: { $0.carryForward = 10 }).table()
    let data = DataAudit(table)
    let first = try Self.row(.indicator, "i0", data)
    #expect(first.medianAge == 2 && first.oldestAge == 3 && Self.counts(first) == [4, 0, 2, 0, 2])
    #expect(try Self.row(.country, "ARC", data).medianAge == 1.5)
    let none = try Self.row(.country, "CAM", data)
    #expect(none.medianAge == nil && none.oldestAge == nil && none.filled == 0)
    #expect(none.reliability == .low)
  }

  @Test("reliability of a region is what half of its countries have, or worse; outliers are lopsided scores")
  func summaries() throws {
    let table = try JudgedWorld.table()
    let data = DataAudit(table)
    for region in ["North", "South"] {
      let levels = table.rows.filter { table.country($0).region == region }.map {
        table.reliability($0).level
      }
      // Nothing is known of the kinds of these indicators: what is not low is not known.
      let order: [Reliability.Level?] = [.low, nil, .medium, .high]
      let worstFirst: [Reliability.Level?] = order.map { level in levels.filter { $0 == level } }.joined().map
      { $0 }
      #expect(try Self.row(.region, region, data).reliability == worstFirst[1])
    }
    // Five of the six are level, one is far off.
    let lopsided = (0..<6).map { [[$0 == 5 ? 0.0 : 90], [Double(10 * $0)]] as [[Double?]] }
    let shapes = DataAudit(try Readings(figures: lopsided).table())
    #expect(try Self.row(.indicator, "i0", shapes).outliers == 1)
    #expect(try Self.row(.indicator, "i1", shapes).outliers == 0)
    #expect(shapes.rows.first?.outliers == 1)
  }
}
