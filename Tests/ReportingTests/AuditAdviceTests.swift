import IndexModel
import Scoring
import Testing

@testable import Audit
@testable import Reporting

@Suite("Advice fits what is there") struct AuditAdviceTests {
  private func check(_ kind: AuditCheck.Kind, _ subject: String, _ figure: Double = 0.95) -> AuditCheck {
    AuditCheck(kind, subject, figure, 0.92, .note)
  }

  @Test("nobody is told to put into one component what is in one") func component() throws {
    let values = [10.0, 30, 60, 90]
    let paths = ["a/one", "a/one", "a/two", "a", "b", "b"]
    let advice = AuditAdvice(table: try SentenceWorld.table(paths.map { .init(path: $0, values: values) }))
    // i0, i1 in one component; i2 in another; i3 beside them; i4 and i5 are all of b.
    for (pair, shares) in [("i0+i1", true), ("i0+i2", false), ("i0+i3", false), ("i4+i5", true)] {
      #expect(advice.sharesWeight(pair) == shares, "\(pair)")
    }
    func remedy(_ pairs: String...) -> String {
      advice.remedy(.redundantPair, pairs.map { check(.redundantPair, $0) }, or: "")
    }
    #expect(remedy("i0+i2") == "put them into one component, so that they share a weight")
    #expect(remedy("i0+i1").hasPrefix("they share a weight already: leave one of the two out"))
    #expect(
      remedy("i0+i1", "i0+i2")
        == "put i0+i2 into one component, so that they share a weight; i0+i1 do already: leave one of the two "
        + "out, or give both less weight")
  }

  @Test("a transform is advised only where there is none and it would draw the tail in") func transform()
    throws
  {
    let tail = [1.0, 2, 3, 90]
    let advice = AuditAdvice(
      table: try SentenceWorld.table([
        .init(path: "a", values: tail), .init(path: "a", values: tail, transform: .log1p),
        .init(path: "a", values: tail, plausible: -1...100),
        .init(path: "a", values: tail, worst: 100, best: 0),
      ]))
    func gains(_ subject: String, _ figure: Double) -> Bool {
      advice.wouldGainByTransform(check(.skewedScores, subject, figure))
    }
    #expect(gains("i0", 3), "a tail of high values that are safer")
    #expect(!gains("i0", -3), "a tail of low values")
    #expect(!gains("i1", 3), "it has a logarithm")
    #expect(!gains("i2", 3), "values may be below 0")
    #expect(gains("i3", -3), "a tail of high values that are less safe")
    func remedy(_ subjects: String...) -> String {
      advice.remedy(.skewedScores, subjects.map { check(.skewedScores, $0, 3) }, or: "")
    }
    #expect(remedy("i0") == "choose a transform, or choose nearer goalposts")
    #expect(remedy("i1") == "choose nearer goalposts: a transform is there already, or would not help")
    #expect(remedy("i0", "i1").contains("choose a transform for i0; the others have one"))
  }
}
