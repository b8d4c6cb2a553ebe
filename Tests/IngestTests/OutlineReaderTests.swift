import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Outlines of the map") struct OutlineReaderTests {
  private func read(_ kind: String, _ path: String) -> (outline: Outline?, found: [String]) {
    var findings = Findings()
    let outlines = OutlineReader.read(
      SourceText(name: "b.csv", "iso3,kind,path\nNOR,\(kind),\(path)\n"), into: &findings)
    return (outlines.first?.outline, places(findings))
  }

  @Test("A ring starts at a place, and each further point is a step from the one before") func area() {
    let (outline, found) = read("area", "100 600 5 0 0 -5;-1 -2 1 1 1 -1")
    #expect(found.isEmpty)
    let rings = [[(100, 600), (105, 600), (105, 595)], [(-1, -2), (0, -1), (1, -2)]]
    #expect(outline == .area(rings.map { $0.map { Outline.MapPoint(longitude: $0.0, latitude: $0.1) } }))
  }

  @Test("A small country is a point") func point() {
    #expect(read("point", "-1800 900").outline == .point(.init(longitude: -1800, latitude: 900)))
  }

  @Test(
    "An outline that cannot be drawn is an error",
    arguments: [
      ("point", ""), ("point", "1"), ("point", "1 2 3"), ("point", "1 2 3 4"), ("point", "1 2;3 4"),
      ("point", "1.5 2"), ("point", "1801 0"), ("point", "0 -901"), ("area", ""), ("area", ";"),
      ("area", "1 2 3 4"), ("area", "1 2 3 4 5"), ("area", "1 2 3 4 5 6;7 8"), ("area", "a b c d e f"),
      ("area", "1800 0 1 1 1 1"), ("area", "0 0 9223372036854775807 1 1 1"),
      ("area", "0 0 99999999999999999999 1 1 1"), ("circle", "1 2"), ("", "1 2"),
    ]) func errors(kind: String, path: String)
  {
    let (outline, found) = read(kind, path)
    #expect(outline == nil)
    #expect(found == ["b.csv:2:\(6 + kind.count) bad-outline"])
  }

  @Test("An outline of no country is an error at its code") func code() {
    var findings = Findings()
    let text = SourceText(name: "b.csv", "iso3,kind,path\nN0R,point,1 2\n")
    #expect(OutlineReader.read(text, into: &findings).isEmpty)
    #expect(places(findings) == ["b.csv:2:1 bad-country-code"])
  }
}
