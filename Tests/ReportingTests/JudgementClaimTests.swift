import Scoring
import Tabular
import Testing

@testable import Audit
@testable import Reporting

@Suite("Claims of which judgement moves ranks most") struct JudgementClaimTests {
  private func effect(_ low: Double, _ value: Double, _ high: Double) -> SobolIndices.Effect {
    let total = SobolIndices.Estimate(value: value, low: low, high: high)
    return SobolIndices.Effect(first: total, total: total)
  }

  @Test("one is distinguished from the others where no interval reaches its own") func leading() throws {
    let apart = try #require(AuditSentences.leading([effect(0.1, 0.2, 0.299), effect(0.3, 0.5, 0.6)]))
    #expect(apart.most == 1 && apart.alike.isEmpty)
    let level = try #require(AuditSentences.leading([effect(0.1, 0.2, 0.3), effect(0.3, 0.5, 0.6)]))
    #expect(level.most == 1 && level.alike == [0])
    let three = try #require(
      AuditSentences.leading([effect(0, 0.1, 0.2), effect(0.3, 0.4, 0.7), effect(0.4, 0.5, 0.6)]))
    #expect(three.most == 2 && three.alike == [1])
    #expect(AuditSentences.leading([]) == nil)
  }

  @Test("over random worlds, the judgement that is named has the greatest total index, as printed")
  func named() throws {
    var seen = 0
    for seed in 0..<6 {
      let table = try SentenceWorld.random(UInt64(seed))
      var settings = AuditSettings()
      settings.samples = 640
      let found = AuditRun(table, settings)([.sensitivity, .uncertainty])
      let words = AuditSentences(table: table, words: WeightSetWords(kind: settings.kind, set: found.set))
      let text = words.uncertainty(found.uncertainty, found.sensitivity).joined()
      guard let sensitivity = found.sensitivity, let effects = sensitivity.onShift,
        let most = effects.map(\.total.value).max(),
        let place = effects.firstIndex(where: { $0.total.value == most })
      else { continue }
      let share = SampledWords.percent(min(1, max(0, most)))
      #expect(text.contains("others settled, \(share) of the variation"), "\(text)")
      let alike = effects.indices.filter { $0 != place && effects[$0].total.high >= effects[place].total.low }
      #expect(text.contains("cannot be distinguished") == !alike.isEmpty, "\(text)")
      #expect(text.contains("shares are rough") == sensitivity.isRough)
      seen += 1
    }
    #expect(seen > 3)
  }
}
