import Tabular
import Testing

@testable import Reporting

@Suite("years before on the page") struct PageHistoryTests {
  @Test("a score stands as its change since the last year that has one, and all sum to the tenths")
  func changes() {
    let rows: [[Double?]] = [[50.04, nil, 1], [49.96, 7.25, nil], [nil, 7.2, nil], [60, 7.2, 0]]
    let written = PageHistory.changes(rows).map(\.compact)
    #expect(written == ["[500,null,10]", "[0,73,null]", "[null,-1,null]", "[100,0,-10]"])
    #expect(PageHistory.changes([]).isEmpty)
  }
}
