import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Many files, one cube") struct CubeReaderTests {
  private func indicator(_ files: [FigureFile], transform: Transform = .none) throws -> Indicator {
    Indicator(
      id: try #require(IndicatorID("a")), dimension: DimensionPath("food"), name: "A", unit: "",
      goalposts: Goalposts(worst: 1, best: 2), transform: transform, files: files)
  }

  private func read(_ texts: [(name: String, text: String)]) throws -> (Series, Findings) {
    var findings = Findings()
    let series = CubeReader.series(
      of: try indicator(texts.map { FigureFile(path: $0.name) }), World.countries,
      Dictionary(uniqueKeysWithValues: texts.map { ($0.name, SourceText(name: $0.name, $0.text)) }),
      into: &findings)
    return (series, findings)
  }

  private static let header = "iso3,year,value\n"

  @Test("Every figure knows its file and line") func provenance() throws {
    let (series, found) = try read([
      ("x.csv", Self.header + "NOR,2001,1\n\nNOR,2003,3\n"), ("y.csv", Self.header + "CIV,1999,2\n"),
    ])
    #expect(found.isEmpty)
    #expect(figures(of: series) == ["CIV 1999 2 y.csv:2", "NOR 2001 1 x.csv:2", "NOR 2003 3 x.csv:4"])
    #expect(series.firstYear == 1999 && series.lastYear == 2003)
  }

  @Test("Of two files the first decides, and a conflict is a warning that names both") func conflict() throws
  {
    let (series, found) = try read([
      ("x.csv", Self.header + "NOR,2001,1\n"), ("y.csv", Self.header + "NOR,2001,1.5\nNOR,2002,7\n"),
    ])
    #expect(
      figures(of: series)
        == ["NOR 2001 1 x.csv:2", "NOR 2002 7 y.csv:2"].map {
          $0 == "NOR 2002 7 y.csv:2" ? "NOR 2002 7 y.csv:3" : $0
        })
    #expect(places(found) == ["y.csv:2:1 conflict"])
    #expect(found.all.first?.message == "a of NOR in 2001 is 1.5 here, 1 in x.csv:2")
    #expect(!found.hasErrors)
  }

  @Test(
    "Two values conflict when they differ by more than a billionth of the greater",
    arguments: [
      ("1000000000", "1000000000.9", false), ("1000000000", "1000000001.1", true),
      ("1", "1.0000000005", false), ("1", "1.000000002", true), ("0", "0", false), ("0", "1e-300", true),
      ("-5", "5", true), ("0", "-0", false), ("1e-300", "1e-300", false),
    ]) func tolerance(one: String, other: String, isConflict: Bool) throws
  {
    let (_, found) = try read([
      ("x.csv", Self.header + "NOR,2001,\(one)\n"), ("y.csv", Self.header + "NOR,2001,\(other)\n"),
    ])
    #expect(places(found) == (isConflict ? ["y.csv:2:1 conflict"] : []))
  }

  @Test("The same country and year twice in a file is an error, even with the same value") func duplicates()
    throws
  {
    let (series, found) = try read([("x.csv", Self.header + "NOR,2001,1\nCIV,2001,5\nnor,2001,1\n")])
    #expect(places(found) == ["x.csv:4:1 duplicate-figure"])
    #expect(found.all.first?.message == "NOR 2001 stands on line 2 already")
    #expect(figures(of: series).count == 2)
  }

  @Test("The first and the last year that can be written stay apart from their neighbours")
  func outermostYears() throws {
    let rows = World.countries.countries.flatMap { country in
      [1500, 1501, 2199, 2200].map { "\(country.code),\($0),\($0)" }
    }
    let (series, found) = try read([("x.csv", Self.header + rows.joined(separator: "\n"))])
    #expect(found.isEmpty)
    #expect(figures(of: series).count == rows.count)
  }

  @Test("Without a file there is an empty series") func noFile() throws {
    var findings = Findings()
    let series = CubeReader.series(
      of: try indicator([FigureFile(path: "gone.csv")]), World.countries, [:], into: &findings)
    #expect(series.isEmpty && series.lastYear == nil && series.value(CountryIndex(0), 2001) == nil)
    #expect(series.countryCount == World.countries.countries.count)
  }

  @Test("A file that does not hold to the transform is told once for each bad cell") func transform() throws {
    var findings = Findings()
    _ = CubeReader.series(
      of: try indicator([FigureFile(path: "x.csv")], transform: .log), World.countries,
      ["x.csv": SourceText(name: "x.csv", Self.header + "NOR,2001,0\n")], into: &findings)
    #expect(places(findings) == ["x.csv:2:10 transform"])
  }

  @Test("A file that many indicators share is told of one thing once for each of them") func sharedFile()
    throws
  {
    let rows = (0..<15).map { "NOR,20\(10 + $0),x,x" }.joined(separator: "\n")
    let text = SourceText(name: "x.csv", "country,time,a,b\n" + rows)
    let ids = [("a", "a"), ("b", "b")]
    let indicators = try ids.map { id, column in
      Indicator(
        id: try #require(IndicatorID(id)), dimension: DimensionPath("food"), name: id, unit: "",
        goalposts: Goalposts(worst: 1, best: 2), files: [FigureFile(path: "x.csv", column: column)])
    }
    var findings = Findings()
    let cube = CubeReader.read(
      Framework(indicators), countries: World.countries, texts: ["x.csv": text], into: &findings)
    #expect(cube.series.count == 2)
    #expect(findings.all.count == 2)
    #expect(findings.all.allSatisfy { $0.message == "\"x\" is not a number, here and in 14 more rows" })
  }

  @Test("The files of a framework are each named once, in order") func paths() throws {
    let one = try indicator([FigureFile(path: "y.csv"), FigureFile(path: "x.csv", column: "a")])
    let other = try indicator([FigureFile(path: "x.csv", column: "b")])
    #expect(CubeReader.paths(of: Framework([one, other])) == ["x.csv", "y.csv"])
  }
}
