import IndexModel
import Scoring
import Tabular
import Testing

@testable import Audit

@Suite("Confidence sets for ranks") struct ConfidenceSetTests {
  private func sets(_ scores: [Double], _ errors: [[Double]]) -> ConfidenceSets {
    ConfidenceSets(of: scores.indices.map { RowIndex($0) }, scores: scores, errors: errors)
  }

  @Test("Without errors the order is sure, but for equal scores") func none() {
    let found = sets([9, 5, 5, 1], [[0, 0, 0, 0], [0, 0, 0, 0]])
    #expect(found.simultaneous == [1...1, 2...3, 2...3, 4...4] && found.marginal == found.simultaneous)
    #expect(found.mayBeAmong(first: 1) == [0] && found.mayBeAmong(first: 2) == [0, 1, 2])
  }

  @Test("Errors wider than differences leave all ranks open; too few draws do so too") func wide() {
    let scores = [9.0, 5, 1]
    func errors(_ draws: Int, _ size: Double) -> [[Double]] {
      (0..<draws).map { draw -> [Double] in
        (0..<3).map { country -> Double in
          let step = (draw * 7 + country * 31) % 41 - 20
          return size * Double(step)
        }
      }
    }
    #expect(sets(scores, errors(100, 1)).simultaneous == [1...3, 1...3, 1...3])
    // Of ten draws no place is the 95th of a hundred.
    #expect(sets(scores, errors(100, 1)).simultaneous == [1...3, 1...3, 1...3])
    // Of ten draws no place is the 95th of a hundred.
    #expect(sets(scores, errors(10, 0.001)).simultaneous == [1...3, 1...3, 1...3])
  }

  @Test("Sets are those that matrices of all pairs give, see Fixtures/confidence_sets.py") func fixture()
    throws
  {
    let rows = try Trial.text("confidence_sets.csv").split(separator: "\n").map { $0.split(separator: ",") }
    func numbers(_ kind: String) -> [[Double]] {
      rows.filter { $0[0] == kind }.map { $0.dropFirst().compactMap { Double($0) } }
    }
    let found = sets(numbers("scores")[0], numbers("error"))
    let expected = numbers("sets").map { $0.map { Int($0) } }
    #expect(found.marginal == expected.map { $0[0]...$0[1] })
    #expect(found.simultaneous == expected.map { $0[2]...$0[3] })
    // The fixture has sure and open pairs, and the sets of all at once are the wider.
    #expect(found.marginal.contains { $0.count > 1 } && found.simultaneous.contains { $0.count < 12 })
    #expect(zip(found.marginal, found.simultaneous).contains { $0.count < $1.count })
  }

  /// Ten scores, some of which are near each other, are observed with errors of known size, 300 times.
  @Test(
    "Sets hold all true ranks together in 95 per cent of simulated cases, but for the error of simulation")
  func coverage() {
    let truth = [90.0, 89, 85, 84, 83.5, 80, 70, 69, 50, 49]
    let widths = [1.0, 0.5, 2, 2, 1, 3, 1, 1, 4, 0.2]
    var (together, alone) = (0, 0)
    for replicate in 0..<300 {
      var generator = CounterGenerator(seed: 11, stream: UInt64(replicate))
      func noise() -> [Double] { widths.map { $0 * generator.normals().0 } }
      let observed = zip(truth, noise()).map { $0 + $1 }
      let found = sets(observed, (0..<400).map { _ in noise() })
      let holds = truth.indices.map {
        (found.simultaneous[$0].contains($0 + 1), found.marginal[$0].contains($0 + 1))
      }
      together += holds.allSatisfy(\.0) ? 1 : 0
      alone += holds.count(where: \.1)
    }
    // 285 of 300 are wanted; two standard errors below are 277.
    #expect(together >= 277, "\(together) of 300")
    #expect(alone >= 2850, "\(alone) of 3000")
  }

  @Test("Sets are the same on any number of threads", arguments: [1, 7]) func threads(count: Int) throws {
    func sets() throws -> ConfidenceSets? { try ConfidenceSets(EstimatedWorld.table(), draws: 50, seed: 3) }
    let own = try Threads.$count.withValue(count) { try sets() }
    let all = try sets()
    #expect(own?.errors == all?.errors && own?.simultaneous == all?.simultaneous && own != nil)
  }

  @Test("A table without known errors has none") func noErrors() throws {
    #expect(ConfidenceSets(try JudgedWorld.table(), draws: 100, seed: 1) == nil)
    let table = try EstimatedWorld.table()
    let found = try #require(ConfidenceSets(table, draws: 100, seed: 1))
    #expect(found.draws == 100 && found.countries == table.ranked)
    for (place, row) in found.countries.enumerated() {
      let isEstimated = EstimatedWorld.estimated.contains(table.country(row).code.description)
      #expect((found.errors[place] > 0) == isEstimated)
      #expect(found.simultaneous[place].contains(found.marginal[place].lowerBound))
    }
  }

  @Test("The table says how many may be first, or why there are no sets") func notes() throws {
    func table(_ world: ScoreTable) -> AuditTable {
      var settings = AuditSettings()
      (settings.samples, settings.top) = (100, 2)
      return AuditAnalysis.confidenceSets.table(AuditRun(world, settings)([.confidenceSets]))
    }
    let world = try EstimatedWorld.table()
    let found = try #require(ConfidenceSets(world, draws: 100, seed: 1))
    let (first, top) = (found.mayBeAmong(first: 1).count, found.mayBeAmong(first: 2).count)
    let own = table(world)
    #expect(
      own.notes.contains {
        $0.hasPrefix("\(first) countr") && $0.contains("\(top) may be among the first 2.")
      })
    #expect(own.rows.count == world.rankedCount)
    let none = table(try JudgedWorld.table())
    #expect(none.rows.isEmpty && none.notes.contains { $0.hasSuffix("no error is known.") })
  }
}
