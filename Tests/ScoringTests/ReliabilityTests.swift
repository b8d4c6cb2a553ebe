import IndexModel
import Scoring
import Testing

@Suite("How reliable a score is") struct ReliabilityTests {
  /// Four indicators of a quarter of the weight each: a by experts, d tells of conflict from 25 on.
  private func table(_ a: String, _ b: String, _ c: String, _ d: String) throws -> ScoreTable {
    var files: [String: String] = [:]
    for (id, row) in [("a", a), ("b", b), ("c", c), ("d", d)] {
      files["one/\(id).csv"] = "iso3,year,value\nUTO,2020,1\n" + row
    }
    return try World(
      indicators: """
        id,dimension,worst,best,kind,conflict_from
        a,one,0,100,expert,
        b,one,0,100,measured,
        c,one,0,100,,
        d,one,100,0,survey,25

        """, files: files, lens: "carry_forward = 20\n[weights]\none = 1\n"
    ).score()
  }

  private func reliability(_ rows: String...) throws -> Reliability {
    let table = try table(rows[0], rows[1], rows[2], rows[3])
    return table.reliability(try table.place("ARC"))
  }

  @Test("without any doubt it is high, and the share of experts is that of their weight") func high() throws {
    let found = try reliability("ARC,2020,1\n", "ARC,2020,1\n", "ARC,2008,1\n", "ARC,2020,24\n")
    #expect(found.expert == 0.25 && found.covered == 1)
    #expect(found.conflict == false)
    // 12 years on a quarter of the weight are 3 on average, which is allowed.
    #expect(found.age == 3)
    #expect(found.doubts.isEmpty && found.level == .high)
  }

  @Test("one doubt makes it medium, two make it low, each at its threshold") func doubts() throws {
    let conflict = try reliability("ARC,2020,1\n", "ARC,2020,1\n", "ARC,2020,1\n", "ARC,2020,25\n")
    #expect(conflict.doubts == [.conflict] && conflict.level == .medium)
    let age = try reliability("ARC,2020,1\n", "ARC,2020,1\n", "ARC,2007,1\n", "ARC,2020,0\n")
    #expect(age.age == 3.25)
    #expect(age.doubts == [.age] && age.level == .medium)
    let both = try reliability("ARC,2020,1\n", "ARC,2020,1\n", "ARC,2007,1\n", "ARC,2020,99\n")
    #expect(both.doubts == [.age, .conflict] && both.level == .low)
    let gaps = try reliability("ARC,2020,1\n", "ARC,2020,1\n", "", "ARC,2020,0\n")
    #expect(gaps.missing == 0.25)
    #expect(gaps.doubts == [.gaps] && gaps.level == .medium)
    // A third may rest on experts: a quarter does not, half of the half that is there does not either.
    let half = try reliability("ARC,2020,1\n", "", "", "ARC,2020,0\n")
    #expect(half.covered == 0.5)
    #expect(half.doubts == [.gaps] && half.level == .low, "less than 65 per cent covered")
  }

  @Test("experts are a doubt above a third of the weight") func experts() throws {
    func doubts(_ expert: Double) -> [Reliability.Doubt] {
      Reliability(observed: 1, carried: 0, meanAge: nil, imputed: 0, missing: 0, expert: expert).doubts
    }
    #expect(doubts(1.0 / 3).isEmpty)
    #expect(doubts(0.34) == [.experts])
  }

  @Test("conflict is told by a figure of the reference year alone, and may be unknown") func unknown() throws
  {
    let found = try reliability("ARC,2020,1\n", "ARC,2020,1\n", "ARC,2020,1\n", "ARC,2019,99\n")
    #expect(found.conflict == nil)
    #expect(!found.doubts.contains(.conflict))
  }

  @Test("where no indicator of weight has a kind it is not known, unless it is low whatever experts judged")
  func withoutKinds() {
    func level(_ observed: Double, conflict: Bool) -> Reliability.Level? {
      Reliability(
        observed: observed, carried: 0, meanAge: nil, imputed: 0, missing: 1 - observed, conflict: conflict,
        knowsKinds: false
      ).level
    }
    #expect(level(1, conflict: false) == nil)
    #expect(level(1, conflict: true) == nil)
    #expect(level(0.8, conflict: true) == .low, "two doubts, and a third would change nothing")
    #expect(level(0.6, conflict: false) == .low)
  }

  @Test("a single indicator with a kind makes the kinds known") func oneKind() throws {
    func knows(_ kind: String) throws -> Bool {
      let table = try World(
        indicators: "id,dimension,worst,best,kind\na,one,0,100,\nb,one,0,100,\(kind)\n",
        files: ["one/a.csv": "iso3,year,value\nARC,2020,1\n", "one/b.csv": "iso3,year,value\nARC,2020,1\n"],
        lens: "[weights]\none = 1\n"
      ).score()
      return table.reliability(try table.place("ARC")).knowsKinds
    }
    #expect(try !knows(""))
    #expect(try knows("survey"))
  }
}
