import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Importing downloads") struct ImporterTests {
  private static let texts = [
    "a.csv": "iso3,year,value\nNOR,2001,1\nNOR,2002,2\nNOR,2003,0\nCIV,2001,5\n",
    "later.csv": "iso3,year,value\nNOR,2011,1\n",
    "b.csv": "iso3,year,value\nNOR,2001,10\nNOR,2003,30\nCIV,2002,50\n",
  ].reduce(into: [String: SourceText]()) { $0[$1.key] = SourceText(name: $1.key, $1.value) }

  private func indicator(transform: Transform = .none, plausible: ClosedRange<Double> = -1e9...1e9) throws
    -> Indicator
  {
    Indicator(
      id: try #require(IndicatorID("x")), dimension: DimensionPath("food"), name: "X", unit: "",
      goalposts: Goalposts(worst: 1, best: 2), transform: transform, plausible: plausible)
  }

  private func figures(
    _ files: [String], _ combination: ImportPlan.Combination = .sum, first: Int? = nil, last: Int? = nil,
    zeroIsMissing: Bool = false, of indicator: Indicator? = nil, found: ((Findings) -> Void)? = nil
  ) throws -> [String]? {
    let subject = try indicator ?? self.indicator()
    let entry = ImportPlan.Entry(
      indicator: subject.id, sources: files.map { ImportPlan.Source(file: $0) }, combination: combination,
      firstYear: first, lastYear: last, zeroIsMissing: zeroIsMissing)
    var findings = Findings()
    let result = Importer.figures(
      entry, of: subject, texts: Self.texts, countries: World.countries, into: &findings)
    found?(findings)
    return result?.rows.map { "\($0.country) \($0.year) \(CSVText.shortest($0.value))" }
  }

  @Test("One file is taken as it is, by country and year") func oneFile() throws {
    #expect(try figures(["a.csv"]) == ["CIV 2001 5", "NOR 2001 1", "NOR 2002 2", "NOR 2003 0"])
  }

  @Test(
    "Several files become one value, as the entry says",
    arguments: [
      (ImportPlan.Combination.sum, ["NOR 2001 11", "NOR 2003 30"]),
      (.sumPresent, ["CIV 2001 5", "CIV 2002 50", "NOR 2001 11", "NOR 2002 2", "NOR 2003 30"]),
      // Norway in 2001: 10 per cent of 1.
      (.percentOf, ["NOR 2001 0.1", "NOR 2003 0"]),
      (.mean, ["CIV 2001 5", "CIV 2002 50", "NOR 2001 5.5", "NOR 2002 2", "NOR 2003 15"]),
    ]) func combinations(combination: ImportPlan.Combination, rows: [String]) throws
  { #expect(try figures(["a.csv", "b.csv"], combination) == rows) }

  @Test("Only the years from the first to the last are taken") func years() throws {
    #expect(try figures(["a.csv"], first: 2002) == ["NOR 2002 2", "NOR 2003 0"])
    #expect(try figures(["a.csv"], last: 2001) == ["CIV 2001 5", "NOR 2001 1"])
    #expect(try figures(["a.csv"], first: 2002, last: 2002) == ["NOR 2002 2"])
  }

  @Test("A first year after the last is an error, not a crash") func yearsReversed() throws {
    let rows = try figures(["a.csv"], first: 2003, last: 2001) { #expect($0.hasErrors) }
    #expect(rows == nil)
  }

  @Test("A zero that stands for nothing known is left out, of sums and means too") func zeroIsMissing() throws
  {
    #expect(try figures(["a.csv"], zeroIsMissing: true) == ["CIV 2001 5", "NOR 2001 1", "NOR 2002 2"])
    #expect(try figures(["a.csv", "b.csv"], .mean, zeroIsMissing: true)?.last == "NOR 2003 30")
    let strict = try indicator(transform: .log, plausible: 1...100)
    #expect(try figures(["a.csv"], zeroIsMissing: true, of: strict)?.count == 3)
    #expect(try figures(["a.csv"], of: strict) == nil)
  }

  @Test("The sum has to be plausible and transformable, not each of its parts") func checksOfSums() throws {
    // NOR 2003 is 0 in one part: with 30 from the other a logarithm exists.
    #expect(
      try figures(["a.csv", "b.csv"], of: try indicator(transform: .log)) == ["NOR 2001 11", "NOR 2003 30"])
    let narrow = try indicator(plausible: 0...30)
    #expect(try figures(["b.csv"], of: try indicator(plausible: 0...50))?.count == 3)
    let rows = try figures(["a.csv", "b.csv"], .sumPresent, of: narrow) { found in
      #expect(places(found) == ["b.csv:4 implausible"])
      #expect(found.all.first?.message.contains("CIV in 2002") == true)
    }
    #expect(rows == nil)
  }

  @Test("Without one of its files an entry has no figures") func missingPart() throws {
    #expect(try figures(["a.csv", "c.csv"]) == nil)
  }

  @Test("Two values of a country and year in one file are an error that points to the series")
  func duplicates() throws {
    let subject = try indicator()
    let entry = ImportPlan.Entry(indicator: subject.id, sources: [.init(file: "d.csv")])
    let text = SourceText(
      name: "d.csv", "DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\nX,NOR,F,2001,1\nX,NOR,M,2001,2\n")
    var findings = Findings()
    let result = Importer.figures(
      entry, of: subject, texts: ["d.csv": text], countries: World.countries, into: &findings)
    #expect(result == nil)
    #expect(places(findings) == ["d.csv:1:1 breakdown"])
    #expect(findings.all.first?.remedy.contains("--where 'SEX=F'") == true)
  }

  @Test("What a sum leaves out is told; other ways to combine leave nothing out") func leftOutParts() throws {
    _ = try figures(["a.csv", "b.csv"]) { found in
      #expect(
        found.all.map(\.message) == ["figures left out: 3 that are not in all 2 sources, as their sum needs"])
    }
    _ = try figures(["a.csv", "b.csv"], .sumPresent) { #expect($0.isEmpty) }
    _ = try figures(["a.csv"]) { #expect($0.isEmpty) }
  }

  @Test("Files that have no country and year in common have no sum, and that is an error")
  func nothingInCommon() throws {
    let rows = try figures(["a.csv", "later.csv"]) { found in
      #expect(places(found) == ["a.csv nothing-in-common"])
      #expect(found.all.first?.message.contains("in all 2 files of x") == true)
      #expect(found.all.first?.remedy.contains("--combine sum_present") == true)
    }
    #expect(rows == nil)
    #expect(try figures(["a.csv", "later.csv"], .sumPresent)?.count == 5)
  }

  @Test("A file of which the years leave no figure is an error: an indicator is never emptied")
  func nothingLeft() throws {
    let rows = try figures(["a.csv"], first: 2010) { found in
      #expect(places(found.only { $0.severity == .error }) == ["a.csv no-figures"])
    }
    #expect(rows == nil)
  }

  @Test("A row that is there twice is told as that, with the line of the first") func repeatedRow() throws {
    let subject = try indicator()
    let entry = ImportPlan.Entry(indicator: subject.id, sources: [.init(file: "d.csv")])
    let text = SourceText(name: "d.csv", "iso3,year,value\nNOR,2001,1\nCIV,2001,2\nNOR,2001,1\n")
    var findings = Findings()
    _ = Importer.figures(
      entry, of: subject, texts: ["d.csv": text], countries: World.countries, into: &findings)
    #expect(places(findings) == ["d.csv:4:1 duplicate-figure"])
    let finding = try #require(findings.all.first)
    #expect(finding.message == "NOR 2001 has a figure on line 2 already")
    #expect(finding.remedy.hasPrefix("if the row is there twice, delete one"))
  }

  @Test("What a source says of its file is what the reader is asked for") func selection() throws {
    let subject = try indicator(plausible: 0...1)
    let source = ImportPlan.Source(
      file: "a.csv", column: "x", conditions: [.init(column: "SEX", text: "_T")], missing: ["-99"])
    let entry = ImportPlan.Entry(indicator: subject.id, sources: [source], zeroIsMissing: true)
    let selection = Importer.selection(of: source, entry, subject)
    #expect(selection.missing == ["-99"])
    #expect(selection.column == "x" && selection.conditions.map(\.text) == ["_T"])
    #expect(selection.zeroIsMissing && !selection.mayBeNegative)
    #expect(selection.plausible.upperBound == .infinity, "a part may be what the sum may not")
  }

  @Test("What is imported is written so that it reads back the same") func canonicalText() throws {
    let code = try #require(CountryCode("NOR"))
    let figures = CanonicalFigures([
      .init(country: code, year: 2002, value: 0.1 + 0.2), .init(country: code, year: 2001, value: -1e-9),
    ])
    #expect(figures.csv == "iso3,year,value\nNOR,2001,-1e-09\nNOR,2002,0.30000000000000004\n")
    #expect(Reading(figures.csv).figures.count == 2)
  }

  @Test("A revision tells what is new, what changed and what is gone") func revision() throws {
    func state(_ rows: [(String, Int, Double)]) throws -> CanonicalFigures {
      CanonicalFigures(
        try rows.map { .init(country: try #require(CountryCode($0.0)), year: $0.1, value: $0.2) })
    }
    let old = try state([("NOR", 2001, 1), ("NOR", 2002, 2), ("CIV", 2001, 3), ("USA", 2001, 4)])
    let new = try state([("NOR", 2001, 1), ("NOR", 2002, 2.5), ("NOR", 2003, 9), ("AFG", 2001, 7)])
    let revision = Revision(from: old, to: new)
    #expect(revision.added.map(\.value) == [7, 9])
    #expect(revision.revised.map(\.row.value) == [2.5] && revision.revised.map(\.old) == [2])
    #expect(revision.gone.map(\.value) == [3, 4])
    #expect(Revision(from: old, to: old).isEmpty)
    #expect(Revision(from: try state([]), to: new).added.count == 4)
    #expect(Revision(from: old, to: try state([])).gone.count == 4)
  }
}
