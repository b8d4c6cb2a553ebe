import Testing

@testable import Audit
@testable import hsi

@Suite("The line that shows how far an audit is") struct ProgressLineTests {
  private func text(_ done: Int, of count: Int = 193, after seconds: Double) -> String {
    AuditProgressLine.text(AuditProgress(analysis: .rankBounds, done: done, count: count), seconds: seconds)
  }

  @Test("a rate is given from half a second on; before, it is chance", arguments: [0, 6.3e-9, 0.499])
  func early(seconds: Double) {
    #expect(text(192, after: seconds) == "rank bounds  [################### ] 99 %")
    #expect(!text(192, after: seconds).contains("/s"))
  }

  @Test("then it is what was done by the time it took, and what is left at that rate") func later() {
    #expect(text(50, of: 200, after: 0.5).hasSuffix("] 25 %  100/s  2 s left"))
    #expect(text(50, of: 200, after: 10).hasSuffix("] 25 %  5/s  30 s left"))
    #expect(text(0, after: 10) == "rank bounds")
  }
}
