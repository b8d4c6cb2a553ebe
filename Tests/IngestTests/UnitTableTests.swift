import Diagnostics
import IndexModel
import Tabular
import Testing

@testable import Ingest

@Suite("The table of units that are no countries") struct UnitTableTests {
  private func read(_ text: String, most: Int = Figure.mostUnits) -> (table: CountryTable, found: [String]) {
    var findings = Findings()
    let table = CountryTable.readUnits(SourceText(name: "units.csv", text), most: most, into: &findings)
    return (table, places(findings).map { $0.replacing("units.csv:", with: "") })
  }

  private static let world = """
    id,name,parent,weight
    IN,India,,
    KA,Karnataka,IN,
    TN,Tamil Nadu,IN,
    TN-01,Chennai,TN,4646732
    KA-02,Belagavi,KA,4779661
    ka-01,Bagalkot,KA,1889752
    06037-1011.10,A tract,,

    """

  @Test("units stand in the order of their ids, whatever the case, and groups are none") func order() {
    let (table, found) = read(Self.world)
    #expect(found == [])
    #expect(table.countries.map(\.code.description) == ["06037-1011.10", "ka-01", "KA-02", "TN-01"])
    #expect(table.areas.map(\.name) == ["India", "Karnataka", "Tamil Nadu"])
    #expect(table.countries.map(\.parent) == ["", "Karnataka", "Karnataka", "Tamil Nadu"])
    #expect(table.countries.map(\.region) == ["", "India", "India", "India"])
    #expect(table.countries.map(\.subregion) == ["", "Karnataka", "Karnataka", "Tamil Nadu"])
    #expect(table.countries.map(\.weight) == [nil, 1_889_752, 4_779_661, 4_646_732])
    #expect(table.countries[0].name == "A tract")
  }

  @Test(
    "a unit is found by its id in either case and by nothing else",
    arguments: [
      ("KA-01", "ka-01"), ("ka-02", "KA-02"), ("tn-01", "TN-01"), ("06037-1011.10", "06037-1011.10"),
      ("6037-1011.10", nil), ("KA01", nil), ("Bagalkot", nil), ("", nil), ("NOR", nil),
      (String(repeating: "x", count: 100), nil),
    ]) func keys(id: String, known: String?)
  { #expect(read(Self.world).table.code(id) == known) }

  @Test("a column of groups stands before what the parents say") func groups() {
    let table = read("id,name,parent,region,income_group\nG,Group,,,\nA,Alpha,G,West,poor\n").table
    #expect(table.countries.map(\.region) == ["West"] && table.countries.map(\.subregion) == ["Group"])
    #expect(table.countries.map(\.incomeGroup) == ["poor"])
  }

  @Test("a unit without a name is called by its id") func names() {
    #expect(read("id\nA-1\n").table.countries.map(\.name) == ["A-1"])
  }

  @Test("ten thousand units are found, however they are shuffled, and near ids are not") func many() {
    let ids = (0..<10_000).map { "u\($0 * 7919 % 10_000)" }
    let table = read("id\n" + ids.map { $0 + "\n" }.joined()).table
    #expect(table.countries.count == 10_000)
    #expect(ids.allSatisfy { table.code($0.uppercased()) == $0 })
    #expect(table.code("u10000") == nil && table.code("u00") == nil)
    // Beyond some thousands, what differs in one place alone is near.
    #expect(table.unitRemedy(for: "u99x9").hasPrefix("did you mean \"u99"))
  }

  @Test("what is wrong with a row has its place") func mistakes() {
    let text = """
      id,parent,weight
      A,B,1
      a b,,
      -1,,
      \(String(repeating: "x", count: 65)),,
      ,,
      é,,
      a,,
      C,,-1
      D,,many
      E,F,
      F,E,
      """
    #expect(
      read(text).found == [
        "3:1 bad-unit-id", "4:1 bad-unit-id", "5:1 bad-unit-id", "6:1 bad-unit-id", "7:1 bad-unit-id",
        "9:4 bad-unit-weight", "10:4 bad-unit-weight", "8:1 duplicate-unit", "2:3 unknown-parent",
        "11:3 circular-parent", "12:3 circular-parent",
      ])
    #expect(read("id\nA\nB\nC\nD\n", most: 2).found == ["4:1 too-many-units"])
  }

  @Test("sixty-four characters are an id") func longest() {
    let id = String(repeating: "x", count: 64)
    #expect(CountryCode(unit: id)?.description == id && CountryCode(unit: id + "x") == nil)
  }

  @Test("codes that differ in case alone are the same, and order is that of letters") func codes() throws {
    let (one, other) = (try #require(CountryCode(unit: "Ab_1")), try #require(CountryCode(unit: "aB_1")))
    #expect(one == other && one.hashValue == other.hashValue && !(one < other) && !(other < one))
    let later = try #require(CountryCode(unit: "AC"))
    #expect(one < later && !(later < one))
    #expect(try #require(CountryCode("nor")).description == "NOR")
  }

  // MARK: - Figures

  private func figures(_ text: String, year: Int? = nil) -> (lines: [String], found: [String]) {
    var findings = Findings()
    let table = read(Self.world).table
    var selection = FigureSelection()
    selection.form.year = year
    let read = FigureReader.read(
      SourceText(name: "f.csv", text), selection, countries: table, into: &findings)
    return (
      read.figures.map { "\(table.countries[$0.country].code) \($0.year) \($0.value)" },
      places(findings).map { $0.replacing("f.csv:", with: "") }
    )
  }

  @Test(
    "figures of units are read from the layouts that name them by id",
    arguments: [
      "id,year,value\nKA-01,2020,1\ntn-01,2020,2\n",
      "GEOID,district,year,rate\nka-01,x,2020,1\nTN-01,y,2020,2\n", "unit_id,2020\nKA-01,1\nTN-01,2\n",
      "name,code,time,poverty\nBagalkot,KA-01,2020,1\nChennai,TN-01,2020,2\n",
      "id;year;value\nKA-01;2020;1\nTN-01;2020;2\n",
    ]) func layouts(text: String)
  { #expect(figures(text).lines.map { $0.lowercased() } == ["ka-01 2020 1.0", "tn-01 2020 2.0"]) }

  @Test("a table without years has the year that is said") func years() {
    let text = "id,value\nKA-01,1\nTN-01,2\n"
    #expect(figures(text, year: 2021).lines == ["ka-01 2021 1.0", "TN-01 2021 2.0"])
    #expect(figures(text).found == ["1:1 unknown-layout"])
  }

  @Test("rows of groups are left out with a note, those of nobody are errors") func others() {
    let (lines, found) = figures("id,year,value\nKA,2020,9\nKA-01,2020,1\nKA-99,2020,3\n")
    #expect(lines == ["ka-01 2020 1.0"])
    #expect(found == ["4:1 unknown-unit", "f.csv left-out"])
  }

  @Test("figures keep their unit, year and line at the ends of what can be") func packing() throws {
    for (unit, year) in [(0, 1500), (Figure.mostUnits - 1, 2200), (200_000, 2023)] {
      let figure = Figure(country: CountryIndex(unit), year: year, value: 1, line: 7)
      #expect(figure.country.value == unit && figure.year == year && figure.line == 7)
    }
    #expect(MemoryLayout<Figure>.size == 16)
  }
}

@Suite("Ids near to a wrong one") struct NearUnitTests {
  @Test(
    "one letter put in, taken out, replaced or swapped is near",
    arguments: [
      ("06037", "6037", true), ("6037", "06037", true), ("A-1", "a-2", true), ("AB", "BA", true),
      ("ABCD", "ACBD", true), ("ABCD", "ADCB", false), ("A", "ABC", false), ("", "A", true),
      ("AAB", "AB", true),
    ]) func near(one: String, other: String, isNear: Bool)
  { #expect(NearUnit.differsInOnePlace(Array(one.utf8), Array(other.utf8)) == isNear) }
}
