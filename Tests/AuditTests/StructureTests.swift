@testable import Analysis
import Foundation
import Scoring
import Testing

@testable import Audit

@Suite("The structure of the data") struct StructureTests {
  /// Fixtures/structure.py made the numbers, by numpy.
  struct Expected: Decodable {
    struct Components: Decodable {
      let eigenvalues: [Double]
      let loadings: [[Double]]
    }

    let correlations: [[Double]]
    let dimensions: [Components]
    let index: Components

    static func read() throws -> Expected {
      try JSONDecoder().decode(Expected.self, from: Trial.data("structure.json"))
    }
  }

  private static func correlations(_ rows: [[Double?]], _ dimensions: [String]) throws
    -> [DimensionCorrelations]
  { DimensionCorrelations.all(try Trial(rows: rows, dimensions: dimensions).table()) }

  @Test("correlations and components agree with numpy on 40 indicators in eight dimensions") func fixture()
    throws
  {
    let expected = try Expected.read()
    let table = try Trial.wide().table()
    let correlations = DimensionCorrelations.all(table)
    #expect(correlations.map(\.own) == (0..<40).map { $0 / 5 })
    for (own, row) in zip(correlations, expected.correlations) {
      #expect(own.countries == [Int](repeating: 30, count: 8))
      ImportanceTests.near(own.pearson.compactMap { $0 }, row, 1e-9)
      #expect(own.isElsewhere == (row[own.own] != row.max()))
    }
    let all = PrincipalComponents.all(table)
    #expect(all.count == 9)
    for (own, expected) in zip(all, expected.dimensions + [expected.index]) {
      ImportanceTests.near(own.components.map(\.eigenvalue), expected.eigenvalues, 1e-9)
      for (component, loadings) in zip(own.components, expected.loadings) {
        ImportanceTests.near(component.loadings, loadings, 1e-7)
      }
    }
  }

  /// Dimension a is the mean of i0 and i1: 0, 10, 40, 50. Deviations: i0 −40, −40, 40, 40; i1 and b, which are
  /// the same, −10, 10, −10, 10; a −25, −15, 15, 25. So r(i0, a) = 3200/√(6400·1700) = 4/√17 and r(i0, b) = 0;
  /// r(i1, a) = 200/√(400·1700) = 1/√17 and r(i1, b) = 1.
  @Test("an indicator that goes with another dimension more than with its own is elsewhere") func elsewhere()
    throws
  {
    let rows = [[0.0, 0, 0], [0, 20, 20], [80, 0, 0], [80, 20, 20]]
    let all = try Self.correlations(rows, ["a", "a", "b"])
    let root = 17.0.squareRoot()
    ImportanceTests.near(all[0].pearson.compactMap { $0 }, [4 / root, 0], 1e-12)
    ImportanceTests.near(all[1].pearson.compactMap { $0 }, [1 / root, 1], 1e-12)
    #expect(all.map(\.isElsewhere) == [false, true, false])
    #expect(all.map(\.highest) == [0, 1, 1])
    #expect(!all.contains { $0.isOpposed })
  }

  /// r₁ = 0.7, r₂ = 0.5, r₁₂ = 0.6, n = 60: 1 − 0.49 − 0.25 − 0.36 + 0.42 = 0.32; t = 0.2·√(59·1.6 / (2·59/57·0.32 + 0.36·0.064))
  /// = 0.2·√(94.4 / 0.685498) = 2.347.
  @Test("Williams' t is as worked out by hand; too few cases have none") func williams() {
    let found = DimensionCorrelations.williams(0.7, 0.5, between: 0.6, count: 60) ?? .nan
    #expect(abs(found - 2.34700) < 1e-5)
    #expect(DimensionCorrelations.williams(0.5, 0.7, between: 0.6, count: 60) == -found)
    #expect(DimensionCorrelations.williams(0.7, 0.5, between: 0.6, count: 3) == nil)
  }

  @Test("only what is elsewhere has an excess, and two like correlations have one below 2") func excess()
    throws
  {
    var rows: [[Double?]] = []
    var apart: [[Double?]] = []
    for row in 0..<40 {
      let own = Double(row % 7 * 10)
      rows.append([own, own + Double(row % 5), own + Double(row % 3)])
      let noise = Double(row * 17 % 40)
      apart.append([noise, Double(row * 23 % 40 * 2), noise])
    }
    for found in try Self.correlations(rows, ["a", "a", "b"]) {
      #expect((found.excess != nil) == found.isElsewhere)
      #expect(!found.isSurelyElsewhere)
    }
    // i0 is noise that i1, of its dimension, does not share, and b does.
    #expect(try Self.correlations(apart, ["a", "a", "b"])[0].isSurelyElsewhere)
  }

  /// a is 10, 10, 40, 40: i0 rises with it, i1 falls.
  @Test("an indicator that runs against its own dimension is opposed") func opposed() throws {
    let rows = [[0.0, 20, 5], [0, 20, 9], [80, 0, 6], [80, 0, 8]]
    let all = try Self.correlations(rows, ["a", "a", "b"])
    #expect(all.map(\.isOpposed) == [false, true, false])
    ImportanceTests.near([all[0].pearson[0] ?? 0, all[1].pearson[0] ?? 0], [1, -1], 1e-12)
  }

  @Test("what does not vary has no correlation, and is neither elsewhere nor opposed") func constant() throws
  {
    let rows = [[1.0, 50, 3], [2, 50, 1], [4, 50, 2]]
    let all = try Self.correlations(rows, ["a", "a", "b"])
    #expect(all[1].pearson == [nil, nil] && all[1].highest == nil)
    #expect(!all[1].isElsewhere && !all[1].isOpposed)
    let table = try Trial(rows: rows, dimensions: ["a", "a", "b"]).table()
    let found = PrincipalComponents.all(table)
    #expect(found[0].components.isEmpty && found[0].constant.count == 1)
  }

  @Test("two countries give neither correlations nor components; three do", arguments: [2, 3]) func few(
    countries: Int
  ) throws {
    let rows = Array([[10.0, 20], [30, 50], [20, 90]].prefix(countries))
    let table = try Trial(rows: rows).table()
    let correlations = DimensionCorrelations.all(table)
    #expect(correlations.allSatisfy { $0.pearson.allSatisfy { ($0 != nil) == (countries > 2) } })
    let index = try #require(PrincipalComponents.all(table).last)
    #expect(index.components.count == (countries > 2 ? 2 : 0) && index.countries == countries)
  }

  /// Deviations of i0: −15, −5, 5, 15; of i1: −5, −15, 15, 5. r = 300/500 = 0.6: eigenvalues 1.6 and 0.4,
  /// vectors (1, 1)/√2 and (1, −1)/√2, loadings √0.8 and ±√0.2. The fifth country lacks i1 and counts nowhere.
  @Test("two parts of correlation 0.6 have eigenvalues 1.6 and 0.4") func two() throws {
    let rows: [[Double?]] = [[0, 10], [10, 0], [20, 30], [30, 20], [90, nil]]
    let found = try #require(
      PrincipalComponents.all(try Trial(rows: rows, dimensions: ["a", "a"]).table()).first)
    #expect(found.countries == 4)
    ImportanceTests.near(found.components.map(\.eigenvalue), [1.6, 0.4], 1e-12)
    ImportanceTests.near(found.components.map(\.explained), [0.8, 0.2], 1e-12)
    ImportanceTests.near(found.components.map(\.cumulative), [0.8, 1], 1e-12)
    let (most, least) = (0.8.squareRoot(), 0.2.squareRoot())
    ImportanceTests.near(found.components.flatMap(\.loadings), [most, most, least, -least], 1e-12)
  }

  @Test("the tables have a row an indicator, and a row a part of a component") func tables() throws {
    let rows = [[0.0, 0, 0], [0, 20, 20], [80, 0, 0], [80, 20, 20]]
    let table = try Trial(rows: rows, dimensions: ["a", "a", "b"]).table()
    let findings = AuditRun(table)([])
    let correlations = AuditAnalysis.correlations.table(findings)
    #expect(
      correlations.columns.map(\.name) == [
        "indicator", "dimension", "r_a", "r_b", "highest", "elsewhere", "opposed", "n_a", "n_b", "excess_t",
      ])
    #expect(correlations.rows.count == 3 && correlations.shown == [1])
    // Four countries of which one correlation is 1 and the other 1/√17: more than chance, by the formula.
    let sure = DimensionCorrelations.all(table).count(where: \.isSurelyElsewhere)
    #expect(correlations.notes.contains { $0.contains("above 2 chance hardly explains it; \(sure) are") })
    #expect(!correlations.notes.joined().contains("imputed counts"))
    let estimated = AuditAnalysis.correlations.table(AuditRun(try EstimatedWorld.table())([]))
    #expect(estimated.notes.joined().contains("; what is estimated or imputed counts."))
    let components = AuditAnalysis.principalComponents.table(findings)
    // Dimension a has two parts, b one, the index two.
    #expect(components.rows.count == 8)
    #expect(components.notes.contains { $0.contains("Left out") && $0.hasSuffix(": b.") })
  }
}
