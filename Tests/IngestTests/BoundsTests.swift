import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Bounds that producers publish with figures") struct BoundsTests {
  /// Each figure of a table as `NOR 2001 5 [4 6]`, without brackets where it has no bounds, and what was found.
  private func read(_ text: String, column: String? = nil, _ bounds: BoundColumns? = nil) -> (
    figures: [String], found: [String]
  ) {
    var selection = FigureSelection(column: column)
    selection.bounds = bounds
    var findings = Findings()
    let reading = FigureReader.read(
      SourceText(name: "t.csv", text), selection, countries: World.countries, into: &findings)
    func shortened(_ value: Double) -> String { CSVText.shortest((value * 1e4).rounded() / 1e4) }
    let figures = reading.figures.map { figure in
      let own = reading.bounds[figure].map { " [\(shortened($0.low)) \(shortened($0.high))]" }
      return "\(World.countries.countries[figure.country].code) \(figure.year) "
        + CSVText.shortest(figure.value) + (own ?? "")
    }
    return (figures, findings.all.map(\.identifier))
  }

  @Test("stand behind the figure in its cell, in either way of writing numbers") func behind() {
    let plain = read("iso3,year,x\nNOR,2001,5.1 [4.1–6.1]\nROU,2001,7\nCAN,2001,\"1,200 [1,100-1,400]\"\n")
    #expect(plain.figures == ["NOR 2001 5.1 [4.1 6.1]", "ROU 2001 7", "CAN 2001 1200 [1100 1400]"])
    let comma = read("iso3;year;x\nNOR;2001;5,1 [4,1–6,1]\nROU;2001;0,5 (0,4 à 0,75)\n")
    #expect(comma.figures == ["NOR 2001 5.1 [4.1 6.1]", "ROU 2001 0.5 [0.4 0.75]"])
    let wide = read("Country,2001,2002\nNorway,5 [4-6],6\nRomania,..,8 [7-9]\n")
    #expect(wide.figures == ["NOR 2001 5 [4 6]", "NOR 2002 6", "ROU 2002 8 [7 9]"])
  }

  @Test(
    "stand in columns of their own, which their names tell",
    arguments: [
      "iso3,year,value,low,high", "country,year,deaths,Lower bound,Upper bound",
      "Code,Entity,Year,Deaths,LCI,UCI",
    ]) func beside(head: String)
  {
    let fields = head.split(separator: ",").count
    let rows =
      fields == 6 ? "NOR,Norway,2001,5,4,7\nROU,Romania,2001,3,,4\n" : "NOR,2001,5,4,7\nROU,2001,3,,4\n"
    let found = read(head + "\n" + rows)
    #expect(found.figures == ["NOR 2001 5 [4 7]", "ROU 2001 3"] && found.found == [])
  }

  @Test("of columns that somebody names are read whatever these are called") func named() {
    let text = "iso3,year,best,worst case,best case,se\nNOR,2001,5,7,4,1\n"
    #expect(
      read(text, column: "best", .ends(low: "best case", high: "worst case")).figures == ["NOR 2001 5 [4 7]"])
    // 5 ± 1.6448536269514722, the 95th percentile of the normal distribution.
    #expect(read(text, column: "best", .standardError("se")).figures == ["NOR 2001 5 [3.3551 6.6449]"])
    #expect(read(text, column: "best", .standardError("sd")).found == ["unknown-column"])
  }

  @Test("of rows that name their series are those of the rows that are wanted") func series() {
    let text =
      "code,countryname,year,indicator,estimate,stddev\nNOR,Norway,2001,cc,2,0.1\nNOR,Norway,2001,rl,1,0.2\n"
    let found = read(text, column: "rl", .standardError("stddev"))
    #expect(found.figures == ["NOR 2001 1 [0.671 1.329]"])
  }

  @Test("that do not hold their figure are told and left out, the others kept") func apart() {
    let text = "iso3,year,x,l,h\nNOR,2001,5,6,7\nROU,2001,3,2,4\nCAN,2001,3,3,3\n"
    let found = read(text, column: "x", .ends(low: "l", high: "h"))
    #expect(found.figures == ["NOR 2001 5", "ROU 2001 3 [2 4]", "CAN 2001 3 [3 3]"])
    #expect(found.found == ["bounds-apart"])
  }

  @Test(
    "that nobody named are none where one does not hold its figure, and no error is made of what they hold")
  func guessed() {
    #expect(
      read("iso3,year,x,low,high\nNOR,2001,5,6,7\nROU,2001,3,2,4\n").figures == ["NOR 2001 5", "ROU 2001 3"])
    let words = read("iso3,year,value,low,high\nNOR,2001,5,yes,no\n")
    #expect(words.figures == ["NOR 2001 5"] && words.found == [])
  }

  @Test("that are no numbers are told where somebody named the columns") func noNumber() {
    let found = read("iso3,year,x,l,h\nNOR,2001,5,4,abc\n", column: "x", .ends(low: "l", high: "h"))
    #expect(found.found == ["not-a-number"])
  }

  @Test("are summed as their figures are, and written as low and high") func imported() throws {
    let texts = [
      "a.csv": "iso3,year,value,low,high\nNOR,2001,5,4,7\nROU,2001,1,,\n",
      "b.csv": "iso3,year,value\nNOR,2001,10\nROU,2001,2\n",
    ].reduce(into: [String: SourceText]()) { $0[$1.key] = SourceText(name: $1.key, $1.value) }
    let indicator = Indicator(
      id: try #require(IndicatorID("x")), dimension: nil, name: "X", unit: "", goalposts: nil)
    func csv(_ files: [String], _ combination: ImportPlan.Combination) throws -> String {
      var findings = Findings()
      let entry = ImportPlan.Entry(
        indicator: indicator.id, sources: files.map { ImportPlan.Source(file: $0) }, combination: combination)
      let figures = Importer.figures(
        entry, of: indicator, texts: texts, countries: World.countries, into: &findings)
      return try #require(figures).csv
    }
    #expect(
      try csv(["a.csv", "b.csv"], .sum) == "iso3,year,value,low,high\nNOR,2001,15,14,17\nROU,2001,3,,\n")
    #expect(try csv(["b.csv"], .sum) == "iso3,year,value\nNOR,2001,10\nROU,2001,2\n")
    // The mean of 5 and 10; 7 and 17 are summed ends, halved.
    #expect(
      try csv(["a.csv", "b.csv"], .mean) == "iso3,year,value,low,high\nNOR,2001,7.5,7,8.5\nROU,2001,1.5,,\n")
  }

  @Test("go into the series of an indicator with the figure that is used") func block() throws {
    let indicator = Indicator(
      id: try #require(IndicatorID("x")), dimension: nil, name: "X", unit: "", goalposts: nil,
      files: [FigureFile(path: "a.csv"), FigureFile(path: "b.csv")])
    var findings = Findings()
    let series = CubeReader.series(
      of: indicator, World.countries,
      [
        "a.csv": SourceText(name: "a.csv", "iso3,year,value\nNOR,2001,5\n"),
        "b.csv": SourceText(name: "b.csv", "iso3,year,value,low,high\nNOR,2001,6,5,7\nROU,2001,3,2,4\n"),
      ], into: &findings)
    func place(_ code: String) throws -> CountryIndex {
      let code = try #require(CountryCode(code))
      return try #require(World.countries.index(of: code))
    }
    #expect(series.bounds(try place("NOR"), 2001) == nil)
    #expect(series.bounds(try place("ROU"), 2001) == Bounds(low: 2, high: 4))
  }

  @Test("A revision of bounds alone is one") func revision() throws {
    func state(_ bounds: Bounds?) throws -> CanonicalFigures {
      CanonicalFigures([
        .init(country: try #require(CountryCode("NOR")), year: 2001, value: 5, bounds: bounds)
      ])
    }
    let revision = Revision(from: try state(nil), to: try state(Bounds(low: 4, high: 6)))
    #expect(revision.rebounded == 1 && !revision.isEmpty && revision.revised.isEmpty)
    #expect(Revision(from: try state(nil), to: try state(nil)).isEmpty)
  }
}
