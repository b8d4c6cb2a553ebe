import Diagnostics
import Ingest
import Tabular
import Testing

@Suite("One finding hides no other") struct AllFindingsTests {
  private let mixed = """
    country,year,a,b,Sex
    Norway,2018,10,1,M
    Romania,2018Q2,-99,2,F
    Canada,2018,30,-99,F
    Nowhere,2018,20,3,M
    Mexico,2018,45,n/x,F

    """

  @Test("Where a column has to be chosen, what else is wrong is told too, once") func columnWanted() {
    let found = Reading(mixed)
    #expect(found.figures == [])
    #expect(
      found.errors == [
        "t.csv:1:1 column-wanted", "t.csv:3:9 part-of-year", "t.csv:5:1 unknown-country",
        "t.csv:1:1 breakdown", "t.csv:6:16 not-a-number",
      ])
  }

  @Test("Looking a table over tells all that reading it would", arguments: [nil, "country,year,x\n"])
  func survey(head: String?) throws {
    let rows =
      "Norway,2018,1\nNorway,2018,2\nRomania,2018Q1,3\nCanada,2018,abc\nNowhere,2018,5\nMexico,2018,-99\n"
    let text = head.map { $0 + rows } ?? mixed
    var findings = Findings()
    let survey = TableSurvey.read(
      SourceText(name: "t.csv", text), countries: World.countries, into: &findings)
    let told = Set(try #require(survey).findings.all.map(\.identifier))
    #expect(Set(Reading(text).found.all.map(\.identifier)).isSubset(of: told), "\(told)")
    #expect(head == nil || told.contains("duplicate-figure"))
  }

  @Test("A number that may stand for a missing value is told with its column") func namedColumn() {
    let found = Reading("country,year,a,b\nNorway,2018,1,5\nRomania,2018,2,-99\nCanada,2018,3,7\n").found.all
    #expect(found.first { $0.identifier == "missing-code" }?.message.hasPrefix("-99 of \"b\"") == true)
  }

  @Test(
    "−1 is doubted among figures that are not negative, and no others",
    arguments: [("10,-1,30,-1,45", true), ("0.4,-1,0.3,0.2,0", true), ("1.2,-1,-3.5,-1,4.5", false)])
  func minusOne(values: String, isDoubted: Bool) {
    let codes = ["NOR", "ROU", "CAN", "MEX", "AUS"]
    let rows = zip(codes, values.split(separator: ",")).map { "\($0),2018,\($1)\n" }
    let found = Reading("iso3,year,value\n" + rows.joined()).found
    #expect(found.all.map(\.identifier) == (isDoubted ? ["missing-code"] : []))
  }
}
