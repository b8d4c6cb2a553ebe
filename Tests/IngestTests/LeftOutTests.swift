import Testing

@testable import Ingest

@Suite("What was left out") struct LeftOutTests {
  private let table = CountryTable(
    [],
    areas: ["World", "Africa", "Asia", "Europe", "Oceania"].map { Area(name: $0, kind: .aggregate) } + [
      Area(name: "USSR", kind: .ended), Area(name: "Sweden", kind: .elsewhere),
    ])

  @Test("Nothing is said of nothing") func nothing() { #expect(LeftOut().message(table) == nil) }

  @Test("Rows are counted by kind, with the first few names in the order of the file") func message() {
    var left = LeftOut()
    for area in [3, 0, 0, 5, 1, 2, 3, 4, 6] { left.count(area: area) }
    left.count(.early)
    left.count(.header)
    #expect(
      left.message(table) == "rows left out: 7 of aggregates (Europe, World, Africa and 2 more), "
        + "1 of states that ended (USSR), 1 of countries that are not in countries.csv (Sweden), "
        + "1 of years before 1500, 1 that repeat the header")
    #expect(left.areas(of: table).map(\.rows) == [2, 2, 1, 1, 1, 1, 1])
  }

  @Test("The counts of a table's parts add up, in the order of the parts") func parts() {
    var first = LeftOut()
    var second = LeftOut()
    first.count(area: 5)
    second.count(area: 0)
    second.count(area: 5)
    second.count(.empty)
    first.append(second)
    #expect(
      first.message(table) == "rows left out: 1 of aggregates (World), 2 of states that ended (USSR), "
        + "1 of unknown names without figures")
    #expect(first.areas(of: table).map(\.area.name) == ["USSR", "World"])
  }
}
