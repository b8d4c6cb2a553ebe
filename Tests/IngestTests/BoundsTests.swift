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
    #expect(found.figures == ["NOR 2001 5 [4 7]", "ROU 2001 3"])
    // Where a name tells it, a note says which columns were taken.
    #expect(found.found == (head.hasPrefix("iso3") ? [] : ["interval"]))
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
    "that nobody named are none where most do not hold their figure, and no error is made of what they hold")
  func guessed() {
    let one = read("country,year,x,low,high\nNOR,2001,5,6,7\nROU,2001,3,5,6\nCAN,2001,3,2,4\n")
    #expect(one.figures == ["NOR 2001 5", "ROU 2001 3", "CAN 2001 3"] && one.found == [])
    let own = read("iso3,year,value,low,high\nNOR,2001,5,6,7\nROU,2001,3,2,4\n")
    #expect(own.figures == ["NOR 2001 5", "ROU 2001 3 [2 4]"] && own.found == ["bounds-apart"])
    let words = read("iso3,year,value,low,high\nNOR,2001,5,yes,no\n")
    #expect(words.figures == ["NOR 2001 5"] && words.found == [])
    // The ends of a scale, and columns that may be of another one.
    let scale = read("country,year,x,low,high\nNOR,2001,5,0,10\nROU,2001,3,0,10\n")
    #expect(scale.figures == ["NOR 2001 5", "ROU 2001 3"])
    let others = "country,year,total,rural,low,high\nNOR,2001,5,4,3,6\n"
    #expect(read(others, column: "rural").figures == ["NOR 2001 4"])
  }

  @Test("called after the values are those of the values") func calledAfter() {
    let text = "country,year,m,m_low,m_high,low,high\nNOR,2001,5,4,6,1,9\n"
    #expect(read(text, column: "m").figures == ["NOR 2001 5 [4 6]"])
  }

  @Test("that stand for a missing value are left out") func standIns() {
    let found = read("country,year,x,low,high\nNOR,2001,5,-999,9999\nROU,2001,3,2,4\n")
    #expect(found.figures == ["NOR 2001 5", "ROU 2001 3 [2 4]"])
    #expect(found.found == ["missing-code", "interval"])
  }

  @Test("exchanged in their columns are told once") func exchanged() {
    let text = "iso3,year,x,l,h\nNOR,2001,5,7,4\nROU,2001,3,4,2\nCAN,2001,1,2,0\n"
    #expect(read(text, column: "x", .ends(low: "l", high: "h")).found == ["bounds-apart"])
    #expect(read(text, column: "x", .ends(low: "h", high: "l")).figures[0] == "NOR 2001 5 [4 7]")
  }

  @Test("none are read where somebody says so, nor of rows that are added up") func refused() {
    #expect(read("iso3,year,value,low,high\nNOR,2001,5,4,7\n", BoundColumns.none).figures == ["NOR 2001 5"])
    var selection = FigureSelection(column: "x")
    selection.addsRows = true
    let text = "country,year,x,low,high\nNOR,2001,5,4,7\nNOR,2001,9,8,20\n"
    #expect(Reading(SourceText(name: "t.csv", text), selection).found.all.map(\.identifier) == ["interval"])
  }

  @Test(
    "prove their decimal mark themselves, or are left out with a warning",
    arguments: [
      ("12 [10,5-15,4]", "12 [10.5 15.4]", ["interval"]),
      ("12 [10,512-15,413]", "12", ["bounds-apart", "interval"]),
      ("1 250 [1 100-1 420]", "1250 [1100 1420]", ["interval"]),
      ("12.5% [10.1%–15.2%]", "12.5 [10.1 15.2]", ["interval", "percent-sign"]),
      ("2.91M [2.5M-3.1M]", "2910000 [2500000 3100000]", ["interval", "multiple"]),
    ]) func marks(cell: String, figure: String, kinds: [String])
  {
    let found = read("country,year,x\nNOR,2001,\"\(cell)\"\n")
    #expect(found.figures == ["NOR 2001 " + figure] && found.found.sorted() == kinds)
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
