import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

/// Figures of `World`, made to be checked.
struct CheckedWorld {
  /// The codes of the ten countries of `World`, in order.
  static let codes = World.countries.countries.map(\.code.description)

  /// Thirty countries, for what cannot be seen in ten: AAA to ABD.
  static let thirty: CountryTable = {
    let rows = (0..<30).map { place in
      let letters = [0, place / 26, place % 26].map { Character(Unicode.Scalar(UInt8(65 + $0))) }
      return "\(String(letters)),Country \(place)"
    }
    var findings = Findings()
    return CountryTable.read(
      SourceText(name: "t.csv", "iso3,name\n" + rows.joined(separator: "\n")), into: &findings)
  }()

  /// Whose figures they are.
  var countries = World.countries
  /// Over how many years the indicators are changes; nil for figures as they are.
  var changeOver: Int?
  /// What stands in the files of the indicators, each named after its file.
  var files: [(id: String, text: String)] = []

  /// Adds an indicator; `value` gives what a country (by its place) has in a year, or nil.
  mutating func add(
    _ id: String, years: ClosedRange<Int>, countries count: Int? = nil,
    value: (_ country: Int, _ year: Int) -> Double?
  ) {
    var text = "iso3,year,value\n"
    let codes = countries.countries.map(\.code.description)
    for country in 0..<(count ?? codes.count) {
      for year in years {
        guard let value = value(country, year) else { continue }
        text += "\(codes[country]),\(year),\(CSVText.shortest(value))\n"
      }
    }
    files.append((id, text))
  }

  /// The world of one indicator.
  init(
    years: ClosedRange<Int> = 2000...2019, countries count: Int? = nil,
    of table: CountryTable = World.countries, value: (_ country: Int, _ year: Int) -> Double?
  ) {
    countries = table
    add("rate", years: years, countries: count, value: value)
  }

  /// The figures as they are read, with a catalogue that has an indicator a file, or the `shared`
  /// file for all of them.
  func figures(shared: String? = nil) throws -> CheckedFigures {
    var catalogue = "id,dimension,worst,best,plausible_max,change_over,files\n"
    let change = changeOver.map { "\($0)" } ?? ""
    for file in files {
      catalogue += "\(file.id),health,1000000,0,9000000,\(change),\(shared ?? file.id + ".csv")\n"
    }
    let text = SourceText(name: "indicators.csv", catalogue)
    var findings = Findings()
    let framework = CatalogueReader.read(text, into: &findings)
    let texts = Dictionary(
      uniqueKeysWithValues: files.map { ($0.id + ".csv", SourceText(name: $0.id + ".csv", $0.text)) })
    let cube = CubeReader.read(framework, countries: countries, texts: texts, into: &findings)
    try #require(places(findings) == [])
    return CheckedFigures(cube, texts: texts, catalogue: text)
  }

  /// What a check says about the world, each finding as `place identifier: message`.
  func found(by check: (CheckedFigures, inout Findings) -> Void) throws -> [String] {
    var findings = Findings()
    check(try figures(), &findings)
    return findings.all.map(Self.words)
  }

  static func words(_ finding: Diagnostic) -> String {
    "\(finding.place?.description ?? "") \(finding.identifier): \(finding.message)"
  }

  /// A calm series: no two figures alike, no step of more than a few per cent.
  static func calm(_ country: Int, _ year: Int) -> Double {
    Double(100 + 10 * country) + Double((year * 7 + country) % 13) / 8 + Double(year - 2000) / 64
  }
}
