import Diagnostics
import IndexModel
import Ingest
import Tabular

/// The catalogue of indicators and the outlines of countries.
enum TablesTarget {
  @Sendable static func runCatalogue(_ bytes: [UInt8]) {
    var findings = Findings()
    let framework = CatalogueReader.read(SourceText(name: "indicators.csv", bytes: bytes), into: &findings)
    _ = words(findings)
    for indicator in framework.indicators {
      expect(framework.indicator(indicator.id) != nil, "an indicator is known by its id")
    }
    // Whatever the catalogue, reading its files goes on.
    var texts: [String: SourceText] = [:]
    for path in CubeReader.paths(of: framework).prefix(4) {
      expect(!path.hasPrefix("/") && !path.split(separator: "/").contains(".."), "\(path) stays")
      texts[path] = SourceText(name: path, "iso3,year,value\nNOR,2001,1\nCAN,2002,-3\nCIV,2001,0\n")
    }
    var unread = Findings()
    _ = CubeReader.read(framework, countries: World.countries, texts: texts, into: &unread)
    _ = words(unread)
  }

  @Sendable static func runOutlines(_ bytes: [UInt8]) {
    var findings = Findings()
    let outlines = OutlineReader.read(SourceText(name: "boundaries.csv", bytes: bytes), into: &findings)
    _ = words(findings)
    for (_, outline) in outlines {
      guard case .area(let rings) = outline else { continue }
      expect(rings.allSatisfy { $0.count >= 3 }, "a ring has three points")
      for point in rings.joined() {
        expect(abs(point.longitude) <= 1800 && abs(point.latitude) <= 900, "a point is on the map")
      }
    }
  }
}
