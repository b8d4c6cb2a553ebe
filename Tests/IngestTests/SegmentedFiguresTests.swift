import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Figures read in pieces") struct SegmentedFiguresTests {
  private func read(_ text: String, _ columns: [String?], size: Int) -> (figures: [[String]], found: [String])
  {
    var findings = Findings()
    let readings = FigureReader.read(
      SourceText(name: "t.csv", text), columns.map { FigureSelection(column: $0) },
      countries: World.countries, segmentSize: size, into: &findings)
    let figures = readings.map { reading in
      reading.figures.map { "\(World.code($0.country)) \($0.year) \(CSVText.shortest($0.value)) :\($0.line)" }
    }
    return (figures, findings.all.map { "\(describe($0)) \($0.message)" })
  }

  private func describe(_ finding: Diagnostic) -> String {
    (finding.place?.description ?? "") + " " + finding.identifier
  }

  /// Tables with whatever can be wrong in them, here and there.
  private static let tables: [(text: String, columns: [String?])] = [
    (
      "geo,time,a,b\n" + (0..<60).map { "nor,\(1900 + $0),\($0),\($0 * 2)\n" }.joined()
        + "xxx,2001,1,2\nciv,2001,x,2\nwld,2001,3,4\nciv,2002,<5,\n", ["a", "b"]
    ),
    (
      "Indicator,Country,Year,Value\n"
        + (0..<50).map { "S\($0 % 3),Norway,\(1900 + $0),\"\($0)\"\n" }.joined(), ["S0", "S2"]
    ),
    (
      "iso3;year;value\n" + (0..<40).map { "NOR;\(1900 + $0);\($0).234\n" }.joined() + "CIV;2001;0,5\n", [nil]
    ),
    (
      "country,year,x\n" + (0..<30).map { "Norway,\(1900 + $0),1\n" }.joined() + "Norway,19\n"
        + "Romania,1999,2\n" + "Note: nothing\nSource: nobody, really\n", [nil]
    ),
    (
      "country,year,x\n" + (0..<30).map { "Norway,\(1900 + $0),1\n" }.joined() + "\"Nor\nway\",2001,1\n"
        + "Romania,1999,\"2\n" + "Note: nothing\n", [nil]
    ), ("country,year,x\nNorway,2001,1\nRomania,2001,\"2\nNowhere,2001,3\n", [nil]),
  ]

  @Test("Pieces of any size give the same figures, lines and findings", arguments: 0..<6, [11, 64, 200])
  func sameAsWhole(table: Int, size: Int) {
    let (text, columns) = Self.tables[table]
    let whole = read(text, columns, size: 1 << 20)
    let parts = read(text, columns, size: size)
    #expect(parts.figures == whole.figures)
    #expect(parts.found == whole.found)
  }

  @Test(
    "A broken row above a heading is told, and the heading is one, wherever pieces end",
    arguments: [1, 12, 20, 33, 45, 70]) func headings(size: Int)
  {
    let text = "iso3,year,x,y\nNOR,2001,1\nROU,2001,1,1\nWomen\niso3,year,x,y\nNOR,2002,3,3\n"
    let whole = read(text, ["x"], size: 1 << 20)
    #expect(whole.found.contains { $0.contains("t.csv:2:1") }, "\(whole.found)")
    let parts = read(text, ["x"], size: size)
    #expect(parts.figures == whole.figures)
    #expect(parts.found == whole.found)
  }

  @Test("Several series are read in one go as each by itself") func severalAtOnce() {
    let (text, columns) = Self.tables[1]
    let together = read(text, columns, size: 1 << 20).figures
    #expect(together == columns.flatMap { read(text, [$0], size: 1 << 20).figures })
    #expect(together.map(\.count) == [17, 16])
  }

  @Test("Two layouts of the same series hold the same observations") func sameThroughTwoLayouts() {
    let pairs = [
      (
        "Country Name,Country Code,Indicator Name,Indicator Code,2001,2002\n"
          + "Norway,NOR,X,A.B,1.25,\nRomania,ROU,X,A.B,-3,4e-2\nWorld,WLD,X,A.B,1,2\n",
        "geo,time,x\nnor,2001,1.25\nrou,2001,-3\nrou,2002,0.04\n"
      ),
      (
        "Entity,Code,Year,x\nNorway,NOR,2001,1.25\nRomania,ROU,2001,-3\nRomania,ROU,2002,.04\n",
        "Country Name,Country Code,Indicator Name,Indicator Code,2001,2002\n"
          + "Romania,ROM,X,A.B,-3.0,0.040\nNorway,NOR,X,A.B,1.250,..\n"
      ),
    ]
    for (one, other) in pairs {
      let first = Reading(one)
      #expect(first.errors == [])
      #expect(first.figures == Reading(other).figures)
      #expect(first.figures.count == 3)
    }
  }

  @Test("A download that was cut short is an error, not a footnote") func cutShort() {
    #expect(Reading("geo,time,x\nnor,2001,1\nnor,2002,2\nrou,20").errors == ["t.csv:4:1 ragged-row"])
    #expect(Reading("geo,time,x\nnor,2001,1\nro").errors == ["t.csv:3:1 ragged-row"])
    #expect(Reading("geo,time,x\nnor,2001,1\nas of 2001").errors == [])
  }

  @Test("Brackets are read as doubt, unless the figure could be negative") func brackets() {
    let text = SourceText(name: "t.csv", "iso3,year,value\nNOR,2001,(34)\n")
    let positive = Reading(text, FigureSelection(plausible: 0...100))
    #expect(positive.figures == ["NOR 2001 34"])
    #expect(places(positive.found) == ["t.csv:2:10 brackets"])
    let signed = Reading(text, FigureSelection(plausible: -100...100))
    #expect(signed.errors == ["t.csv:2:10 brackets"])
  }

  @Test("Zero bytes are not taken for text, with a hint where they are UTF-16") func zeroBytes() {
    let sparse = Reading(
      SourceText(name: "t.csv", bytes: [UInt8](repeating: 0, count: 5000)), FigureSelection())
    #expect(sparse.errors == ["t.csv:1:1 unknown-layout"])
    let utf16 = Reading(
      SourceText(name: "t.csv", bytes: Array("iso3,year".utf8).flatMap { [$0, 0] }), FigureSelection())
    #expect(utf16.found.all.first?.message.contains("UTF-16") == true)
  }
}
