import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("The catalogue of indicators") struct CatalogueReaderTests {
  private static let header =
    "id,dimension,worst,best,transform,denominator,per,mean_over,change_over,plausible_min,"
    + "plausible_max,files\n"

  private func read(_ rows: String) -> (framework: Framework, found: Findings) {
    var findings = Findings()
    let framework = CatalogueReader.read(SourceText(name: "i.csv", Self.header + rows), into: &findings)
    return (framework, findings)
  }

  @Test("A row of the catalogue becomes an indicator with all that is said of it") func wholeRow() throws {
    let text = """
      id,dimension,name,unit,worst,best,transform,denominator,per,mean_over,change_over,\
      plausible_min,plausible_max,threat,source,producer,licence,reference,files
      deaths,personal/war,Deaths,per 100,100,0.5,log,people,100,3,,0,1e6,War,S,P,CC0 1.0,R,\
      a/b.csv#c;d.csv
      people,,,persons,,,,,,,,0,,,,,,,
      """
    var findings = Findings()
    let framework = CatalogueReader.read(SourceText(name: "i.csv", text), into: &findings)
    #expect(findings.isEmpty)
    let deaths = try #require(framework.indicators.first)
    #expect(deaths.id.rawValue == "deaths" && deaths.dimension?.description == "personal/war")
    #expect(deaths.goalposts == Goalposts(worst: 100, best: 0.5) && deaths.transform == .log)
    #expect(
      deaths.derivation
        == Derivation(denominators: [try #require(IndicatorID("people"))], per: 100, meanOver: 3))
    #expect(deaths.plausible == 0...1e6 && deaths.line == 2 && deaths.licence.isOpen)
    #expect(deaths.files == [FigureFile(path: "a/b.csv", column: "c"), FigureFile(path: "d.csv")])
    let people = try #require(framework.indicators.last)
    #expect(people.goalposts == nil && people.dimension == nil && people.name == "people")
    #expect(people.files == [FigureFile(path: "people.csv")])
    #expect(people.plausible == 0...Double.infinity)
  }

  @Test("How figures come about and what tells of conflict may be said, or left out") func kinds() throws {
    var findings = Findings()
    let text = "id,dimension,worst,best,kind,conflict_from\na,one,0,1,expert,\nb,one,0,1,,25\n"
    let framework = CatalogueReader.read(SourceText(name: "i.csv", text), into: &findings)
    #expect(framework.indicators.map(\.kind) == [.expert, nil])
    #expect(framework.indicators.map(\.conflictFrom) == [nil, 25])
    _ = CatalogueReader.read(
      SourceText(name: "i.csv", text.replacing("expert", with: "exprt")), into: &findings)
    #expect(findings.all.map(\.identifier) == ["unknown-method"])
    #expect(findings.all.first?.remedy == "did you mean \"expert\"?")
  }

  @Test("Without files, the figures stand under the dimension and the id") func defaultFile() {
    let framework = read("a-b,personal/war,0,1,,,,,,,,\n").framework
    #expect(framework.indicators.first?.files == [FigureFile(path: "personal/a-b.csv")])
  }

  @Test(
    "Each thing that may be wrong with a row is told at its place",
    arguments: [
      ("Bad Id,personal,0,1,,,,,,,,", "i.csv:2:1 bad-name"), (",personal,0,1,,,,,,,,", "i.csv:2:1 bad-name"),
      ("a--b,personal,0,1,,,,,,,,", "i.csv:2:1 bad-name"),
      ("../a,personal,0,1,,,,,,,,", "i.csv:2:1 bad-name"), ("a,Personal,0,1,,,,,,,,", "i.csv:2:3 bad-name"),
      ("a,personal//war,0,1,,,,,,,,", "i.csv:2:3 bad-name"), ("a,../x,0,1,,,,,,,,", "i.csv:2:3 bad-name"),
      ("a,personal,0,1,lgo,,,,,,,", "i.csv:2:16 unknown-transform"),
      ("a,personal,1,1,,,,,,,,", "i.csv:2:12 goalposts"), ("a,personal,,1,,,,,,,,", "i.csv:2:12 goalposts"),
      ("a,personal,0,,,,,,,,,", "i.csv:2:14 goalposts"), ("a,personal,,,,,,,,,,", "i.csv:2:12 goalposts"),
      ("a,,1,,,,,,,,,", "i.csv:2:6 goalposts"), ("a,personal,0,1,log,,,,,,,", "i.csv:2:12 goalposts"),
      ("a,personal,1,-5,log,,,,,,,", "i.csv:2:14 goalposts"),
      ("a,personal,1,-5,sqrt,,,,,,,", "i.csv:2:14 goalposts"),
      ("a,personal,x,1,,,,,,,,", "i.csv:2:12 not-a-number"),
      ("a,personal,<1,2,,,,,,,,", "i.csv:2:12 not-a-number"),
      ("a,personal,0,1e999,,,,,,,,", "i.csv:2:14 not-a-number"),
      ("a,personal,0,1,,b,,,,,,", "i.csv:2:17 unknown-indicator"),
      ("a,personal,0,1,,B,,,,,,", "i.csv:2:17 bad-name"),
      ("a,personal,0,1,,,0,,,,,", "i.csv:2:18 out-of-range"),
      ("a,personal,0,1,,,,0,,,,", "i.csv:2:19 out-of-range"),
      ("a,personal,0,1,,,,1.5,,,,", "i.csv:2:19 out-of-range"),
      ("a,personal,0,1,,,,1e300,,,,", "i.csv:2:19 out-of-range"),
      ("a,personal,0,1,,,,-3,,,,", "i.csv:2:19 out-of-range"),
      ("a,personal,0,1,,,,,201,,,", "i.csv:2:20 out-of-range"),
      ("a,personal,0,1,,,,3,5,,,", "i.csv:2:21 mean-and-change"),
      ("a,personal,0,1,,,,,,9,8,", "i.csv:2:21 out-of-range"),
      ("a,personal,0,1,,a,,,,,,", "i.csv:2:17 own-denominator"),
      ("a,personal,0,1,,,,,,,", "i.csv:2:1 ragged-row"), ("a,personal,0,1,,,,,,,,,", "i.csv:2:1 ragged-row"),
      ("a,personal,0,1,,,,,,,,;", "i.csv:2:23 no-files"), ("a,personal,0,1,,,,,,,,#x", "i.csv:2:23 no-files"),
      ("a,personal,0,1,,,,,,,,b.csv;#x", "i.csv:2:23 no-files"),
    ]) func errors(row: String, place: String)
  {
    let (framework, found) = read(row + "\n")
    #expect(places(found) == [place])
    // The row still names its indicator, so that a lens that does is not blamed as well.
    let isNamed = !place.hasSuffix("ragged-row") && !place.hasSuffix(":2:1 bad-name")
    #expect(framework.indicators.isEmpty != isNamed)
  }

  @Test(
    "A prior for a rate names its people, the rate and how much it weighs, or nothing",
    arguments: [
      ("people,6,100,", []), (",,,", []), ("people,,100,", ["i.csv:2:19 half-a-prior"]),
      (",6,,", ["i.csv:2:12 half-a-prior", "i.csv:2:15 half-a-prior"]),
      ("peple,6,100,", ["i.csv:2:12 unknown-indicator"]), ("people;people,6,100,", ["i.csv:2:12 bad-name"]),
      ("people,six,100,", ["i.csv:2:19 not-a-number"]), ("people,6,0,", ["i.csv:2:21 out-of-range"]),
      ("people,6,100,5", ["i.csv:2:25 prior-and-change"]), ("people,NA,100,", ["i.csv:2:19 half-a-prior"]),
      ("people,-6,100,", ["i.csv:2:19 out-of-range"]), ("people,1e300,100,", ["i.csv:2:19 out-of-range"]),
      ("a,6,100,", ["i.csv:2:12 own-denominator"]),
    ] as [(String, [String])]) func prior(fields: String, expected: [String])
  {
    var findings = Findings()
    let text =
      "id,dimension,worst,best,people,prior,prior_people,change_over\na,food,5,0,\(fields)\npeople,,,,,,,\n"
    let framework = CatalogueReader.read(SourceText(name: "i.csv", text), into: &findings)
    #expect(places(findings) == expected)
    #expect(
      (framework.indicators.first?.derivation.prior != nil)
        == ["people,6,100,", "peple,6,100,", "people,6,100,5", "a,6,100,"].contains(fields))
  }

  @Test("A second row of an indicator names the line of the first") func duplicates() {
    let (framework, found) = read("a,food,0,1,,,,,,,,\nb,food,0,1,,,,,,,,\na,food,0,2,,,,,,,,\n")
    #expect(places(found) == ["i.csv:4:1 duplicate-indicator"])
    #expect(found.all.first?.message == "\"a\" stands on line 2 already")
    #expect(framework.indicators.count == 2)
  }

  @Test(
    "A path that leaves the data folder is refused, however it is spelt",
    arguments: [
      "../x.csv", "/etc/passwd", "a/../../x.csv", "a/../b.csv", "./x.csv", "a/./x.csv", "a//x.csv", "a/",
      "..", ".", " ../x.csv", "../x.csv#col", "ok.csv;../x.csv", "a\\..\\x.csv", "\\x.csv", "C:\\x.csv",
      "a/..",
    ]) func pathsOutside(path: String)
  {
    let (framework, found) = read("a,food,0,1,,,,,,,,\(path)\n")
    #expect(places(found) == ["i.csv:2:19 path-outside-data"])
    let files = framework.indicators.flatMap(\.files).map(\.path)
    #expect(files.allSatisfy { DataPath.staysInside($0) })
  }

  @Test(
    "A path that stays inside is taken", arguments: ["x.csv", "a/b/c.csv", "..x.csv", "a../b.csv", "~/x.csv"])
  func pathsInside(path: String) {
    let (framework, found) = read("a,food,0,1,,,,,,,,\(path)\n")
    #expect(found.isEmpty)
    #expect(framework.indicators.first?.files == [FigureFile(path: path)])
  }

  @Test(
    "An empty table, a bare header and an unknown column are told",
    arguments: [
      ("", "i.csv:1:1 empty-file"), ("id,dimension,worst,best\n", "i.csv:1:1 only-header"),
      ("id,dimension,worst,best,unti\na,food,0,1,%\n", "i.csv:1:25 unknown-column"),
      ("id,dimension,best\na,food,1\n", "i.csv:1:1 missing-column"),
    ]) func tables(text: String, place: String)
  {
    var findings = Findings()
    _ = CatalogueReader.read(SourceText(name: "i.csv", text), into: &findings)
    #expect(places(findings) == [place])
  }

  @Test("A thousand bad rows are twenty findings and a summary") func manyErrors() {
    let found = read(String(repeating: "Bad Id,food,0,1,,,,,,,,\n", count: 1000)).found
    #expect(found.all.count == 21)
    #expect(found.all.last?.message == "and 980 more like this in the same file")
  }

  @Test("A denominator may stand below the row that divides by it") func laterDenominator() {
    #expect(read("a,food,0,1,,b,,,,,,\nb,,,,,,,,,,,\n").found.isEmpty)
  }
}
