import IndexModel
import Ingest
import Testing

@Suite("Whether new figures are those of the same series") struct RevisionDoubtTests {
  /// Figures of ten countries in ten years; those of the next edition by place.
  private func doubt(cells: Int = 100, old: (Int) -> Double = size, new: (Int) -> Double) throws
    -> RevisionDoubt?
  {
    func state(_ value: (Int) -> Double) -> CanonicalFigures {
      CanonicalFigures(
        (0..<cells).map { cell in
          .init(
            country: World.countries.countries[cell / 10].code, year: 2000 + cell % 10, value: value(cell))
        })
    }
    return Revision(from: state(old), to: state(new)).doubt
  }

  /// A series without order, from 1.3 to 11.2.
  private static func size(_ cell: Int) -> Double { Double(13 + (cell * 37) % 100) / 10 }

  @Test(
    "A series that is a factor of the old one is told with the factor",
    arguments: [0.01, 0.001, 10, 100, 1000, 1.045, -1, 0.453592]) func rescaled(factor: Double) throws
  { #expect(try doubt { Self.size($0) * factor } == .rescaled(factor: factor, count: 100)) }

  @Test("One figure in ten may have changed otherwise, or not at all, or be 0") func mostly() throws {
    #expect(try doubt { $0 < 10 ? 5 : Self.size($0) / 100 } == .rescaled(factor: 0.01, count: 90))
    #expect(
      try doubt(old: { $0 < 40 ? 0 : Self.size($0) }, new: { $0 < 40 ? 0 : Self.size($0) / 10 })
        == .rescaled(factor: 0.1, count: 60))
    #expect(try doubt { $0 < 70 ? Self.size($0) : Self.size($0) * 10 } == .rescaled(factor: 10, count: 30))
    #expect(try doubt { $0 < 15 ? Self.size($0) * 1.1 : Self.size($0) * 10 } == nil)
  }

  @Test("A tenth of each figure, rounded, is a tenth") func roundedTenth() throws {
    #expect(
      try doubt(old: { Self.size($0) + 40 }, new: { (Self.size($0) + 40).rounded() / 10 })
        == .rescaled(factor: 0.1, count: 100))
  }

  @Test("Nineteen figures prove nothing, twenty do") func few() throws {
    #expect(try doubt(cells: 19) { Self.size($0) / 100 } == nil)
    #expect(try doubt(cells: 20) { Self.size($0) / 100 } == .rescaled(factor: 0.01, count: 20))
  }

  @Test("A revision as publishers make them is no doubt, nor is a series that stays") func revised() throws {
    #expect(try doubt { Self.size($0) * (0.8 + Double($0 % 7) / 20) } == nil)
    #expect(try doubt { Self.size($0) * 1.0001 } == nil, "more digits than before")
    #expect(try doubt(new: Self.size) == nil)
  }

  @Test("Figures of another size are another series") func otherSize() throws {
    let other = try doubt { 200 + Double(($0 * 61) % 100) }
    guard case .otherSize(let old, let new, let count) = other else {
      Issue.record("\(String(describing: other))")
      return
    }
    #expect(old == 6.3 && new == 250 && count == 100)
  }

  @Test("A series that crosses 0 has a size, and a revision of it is no doubt") func crossing() throws {
    func balance(_ cell: Int) -> Double { Self.size(cell) - 6.25 }
    #expect(try doubt(old: balance) { balance($0) + Double($0 % 3) / 10 } == nil)
    let other = try doubt(old: balance) { 1000 + Double(($0 * 61) % 100) }
    guard case .otherSize = other else {
      Issue.record("\(String(describing: other))")
      return
    }
  }

  @Test("Rare events have a median of 0, which is no size") func rareEvents() throws {
    func deaths(_ cell: Int) -> Double { cell % 8 == 0 ? Double(cell * cell) : 0 }
    #expect(try doubt(old: deaths) { deaths($0) * (1 + Double($0 % 3) / 10) } == nil)
    #expect(try doubt(old: deaths) { _ in 0 } == nil)
  }

  @Test("Figures of the same size in quite another order are another series, if they are enough")
  func otherOrder() throws {
    func other(_ cell: Int) -> Double { Double(14 + (cell * 61 + 5) % 100) / 10 }
    guard case .otherOrder(let correlation, let count) = try doubt(new: other) else {
      Issue.record("no doubt")
      return
    }
    #expect(abs(correlation) < 0.5 && count == 100)
    #expect(try doubt(cells: 49, new: other) == nil)
    #expect(try doubt { _ in 6 } == nil, "a constant has no order")
  }
}
