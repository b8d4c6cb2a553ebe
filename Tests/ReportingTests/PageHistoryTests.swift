import IndexModel
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

  @Test("indicators without figures are counted that a lens would weigh, not those that it leaves out")
  func absent() throws {
    let paths = ["a": "food", "b": "food", "c": "food/access", "d": "state/arms", "e": "health"]
    let indicators = try paths.sorted { $0.key < $1.key }.map { id, path in
      var own = Indicator(
        id: try #require(IndicatorID(id)), dimension: DimensionPath(path), name: id, unit: "", goalposts: nil)
      own.isAbsent = id != "b"
      return own
    }
    let framework = Framework(indicators)
    var lens = Lens(name: "own")
    func count() -> Int { PageHistory.OtherLens.absent(lens, framework) }
    #expect(count() == 4)
    // Of weight 0 itself, or below a dimension or component of weight 0; one that has a weight is not asked for.
    lens.indicatorWeights[try #require(IndicatorID("a"))] = 0
    #expect(count() == 3)
    lens.weights[try #require(DimensionPath("state"))] = 0
    #expect(count() == 2)
    lens.weights[try #require(DimensionPath("food/access"))] = 0
    #expect(count() == 1)
    lens.weights[try #require(DimensionPath("health"))] = 0.5
    #expect(count() == 1)
  }
}
