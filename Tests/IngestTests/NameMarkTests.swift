import Ingest
import Tabular
import Testing

@Suite("Names with the marks of footnotes") struct NameMarkTests {
  @Test(
    "A name is read without the mark behind it, and that is noted",
    arguments: [
      "Norway (1)", "Norway [a]", "Norway 2/", "Norway b/", "Norway1", "Norway, 3", "Norway (1, 2)",
    ]) func marked(name: String)
  {
    let reading = Reading("country,year,x\nRomania,2018,2\n\"\(name)\",2018,1\n")
    #expect(reading.figures == ["NOR 2018 1", "ROU 2018 2"])
    #expect(places(reading.found) == ["t.csv:3:1 marked-name"])
  }

  @Test("What is in brackets is a mark only if it is no part of the name") func names() {
    let countries = World.countries
    for name in ["Guiana (1)", "Norway (North)", "NO1", "Norway 2018", "Nowhere (1)"] {
      let reading = Reading("country,year,x\nRomania,2018,2\nCanada,2018,3\n\(name),2018,1\n")
      #expect(reading.errors == ["t.csv:4:1 unknown-country"], "\(name)")
    }
    #expect(countries.key("Norway (1)") == nil, "a name that somebody types has no footnote")
  }

  @Test("Several marked names are one note") func several() {
    let reading = Reading("country,year,x\nNorway (1),2018,1\nRomania [a],2018,2\nCanada (1),2018,2\n")
    #expect(reading.figures.count == 3)
    #expect(reading.found.all.map(\.message).first?.hasSuffix("and so are 2 more names") == true)
  }
}
