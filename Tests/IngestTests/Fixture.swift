import Diagnostics
import IndexModel
import Ingest
import Tabular

/// A small world, so that no test depends on the shipped tables.
enum World {
  static let countryText = """
    iso3,iso2,m49,name,un_member,region,subregion,income_group,aliases
    AFG,AF,004,Afghanistan,true,Asia,Southern Asia,Low income,gw:700
    AUS,AU,036,Australia,true,Oceania,Australia and New Zealand,High income,gw:900
    BLZ,BZ,084,Belize,true,Americas,Latin America and the Caribbean,Upper middle income,gw:80
    CAN,CA,124,Canada,true,Americas,Northern America,High income,gw:20
    CIV,CI,384,Côte d'Ivoire,true,Africa,Sub-Saharan Africa,Lower middle income,Ivory Coast;gw:437
    MEX,MX,484,Mexico,true,Americas,Latin America and the Caribbean,Upper middle income,gw:70
    NOR,NO,578,Norway,true,Europe,Northern Europe,High income,Norvège;gw:385
    ROU,RO,642,Romania,true,Europe,Eastern Europe,High income,ROM;gw:360
    TTO,TT,780,Trinidad and Tobago,true,Americas,Latin America and the Caribbean,High income,gw:52
    USA,US,840,United States,true,Americas,Northern America,High income,gw:2
    """

  static let areaText = """
    name,kind,note,aliases,successors
    World,aggregate,,WLD;001,
    Yugoslavia,ended,,gw:345,
    Old Union,ended,,,ROU;BLZ
    Scotland,part,,,
    Guiana,ambiguous,Guyana (GUY) or French Guiana (GUF),Guayana,
    """

  static let countries: CountryTable = {
    var findings = Findings()
    return CountryTable.read(
      SourceText(name: "countries.csv", countryText), areas: SourceText(name: "areas.csv", areaText),
      into: &findings)
  }()

  static func code(_ index: CountryIndex) -> String { countries.countries[index].code.description }
}

extension CountryTable {
  /// What kind of area a name stands for; nil for a country and for what nobody knows.
  func kind(_ name: String) -> Area.Kind? {
    if case .area(let area)? = key(name) { areas[area].kind } else { nil }
  }

  /// The code of the country that a name stands for.
  func code(_ name: String) -> String? {
    if case .country(let index)? = key(name) { countries[index].code.description } else { nil }
  }
}

/// What came out of a table: figures such as `NOR 2001 1.5`, sorted, and what was found.
struct Reading {
  let figures: [String]
  let layout: Layout.Kind?
  let found: Findings

  init(_ text: SourceText, _ selection: FigureSelection) {
    var findings = Findings()
    let reading = FigureReader.read(text, selection, countries: World.countries, into: &findings)
    figures = reading.figures.map(Self.describe).sorted()
    layout = reading.layout?.kind
    found = findings
  }

  init(_ text: String, column: String? = nil, conditions: [(column: String, text: String)] = []) {
    var selection = FigureSelection(column: column)
    selection.conditions = conditions.map { RowCondition(column: $0.column, text: $0.text) }
    self.init(SourceText(name: "t.csv", text), selection)
  }

  private static func describe(_ figure: Figure) -> String {
    "\(World.code(figure.country)) \(figure.year) \(CSVText.shortest(figure.value))"
  }

  /// The errors, such as `t.csv:3:5 bad-year`.
  var errors: [String] { places(found.only { $0.severity == .error }) }
}

/// The places and identifiers of findings, such as `t.csv:3:5 bad-year`.
func places(_ findings: Findings) -> [String] {
  findings.all.map { ($0.place.map { "\($0) " } ?? "") + $0.identifier }
}

/// A series of `World`, as `NOR 2001 1.5 file:line`.
func figures(of series: Series) -> [String] {
  guard let last = series.lastYear else { return [] }
  return CountryIndex.all(series.countryCount).flatMap { country in
    (series.firstYear...last).compactMap { year -> String? in
      guard let value = series.value(country, year), let origin = series.provenance(country, year) else {
        return nil
      }
      return "\(World.code(country)) \(year) \(CSVText.shortest(value)) \(origin.file):\(origin.line)"
    }
  }
}
