import IndexModel
import Testing

@testable import Reporting

@Suite struct HTMLMapTests {
  /// Half the width of the world: 2√3 π / (3 × 1.340264).
  @Test func theEquatorHasItsPublishedLength() {
    let east = EqualEarth.project(longitude: 180, latitude: 0)
    #expect(abs(east.x - 2.706_629_983_6) < 1e-9)
    #expect(east.y == 0)
  }

  /// The height of the pole: 1.340264 θ − 0.081106 θ³ + 0.000893 θ⁷ + 0.003796 θ⁹ at θ = π / 3.
  @Test func thePoleHasItsPublishedHeight() {
    #expect(abs(EqualEarth.project(longitude: 0, latitude: 90).y - 1.317_362_759_2) < 1e-9)
  }

  @Test(arguments: [(30.0, 10.0), (123.4, 56.7), (180, 90)]) func isSymmetric(
    longitude: Double, latitude: Double
  ) {
    let place = EqualEarth.project(longitude: longitude, latitude: latitude)
    let mirrored = EqualEarth.project(longitude: -longitude, latitude: -latitude)
    #expect(place.x == -mirrored.x)
    #expect(place.y == -mirrored.y)
  }

  @Test func theFrameHoldsTheInhabitedWorld() {
    let frame = MapFrame()
    #expect(frame.place(longitude: -180, latitude: 0).x == 0)
    #expect(frame.place(longitude: 180, latitude: 0).x == MapFrame.width)
    #expect(frame.place(longitude: 0, latitude: MapFrame.northEdge).y == 0)
    #expect(frame.place(longitude: 0, latitude: -55).y < frame.height)
  }

  @Test func whatLiesWestOfTheCutIsDrawnInTheEast() {
    let frame = MapFrame()
    let tonga = Outline.MapPoint(longitude: -1750, latitude: -200)
    let place = frame.place(tonga, shift: frame.shift(of: [tonga]))
    #expect(place.x > MapFrame.width * 9 / 10)
    let hawaii = Outline.MapPoint(longitude: -1550, latitude: 200)
    #expect(frame.shift(of: [hawaii]) == 0)
  }

  @Test func aRingCutAtTheAntimeridianStaysOpen() throws {
    let page = try HTMLSample.render(HTMLSample.report())
    let shape = try #require(page.split(separator: "rank 1, score").dropFirst().first)
    let path = try #require(shape.split(separator: " d=\"").dropFirst().first?.split(separator: "\"").first)
    let rings = path.split(separator: "M")
    #expect(rings.count == 2)
    #expect(rings.first?.last == "z")
    #expect(rings.last?.last != "z")
  }

  @Test func countriesOutOfScopeAreNoLinks() throws {
    let page = try HTMLSample.render(HTMLSample.report())
    #expect(page.contains("<path class=out d="))
    #expect(!page.contains("#c-XXX"))
  }

  @Test func withoutOutlinesThereIsNoMap() throws {
    let page = HTMLReport.render(
      try HTMLSample.report(), outlines: [],
      edition: ReportEdition(toolVersion: "1", vintage: "0", dataFolder: ""))
    #expect(!page.contains("<svg"))
  }
}
