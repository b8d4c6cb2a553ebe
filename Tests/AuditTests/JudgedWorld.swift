import Diagnostics
import IndexModel
import Ingest
import Scoring
import Tabular
import Testing

@testable import Audit

/// Eight countries in two regions, three dimensions, figures old and new, some missing: every judgement
/// but that on outliers has something to act on.
enum JudgedWorld {
  static func table(_ change: (inout Lens) -> Void = { _ in }) throws -> ScoreTable {
    var findings = Findings()
    let countries = CountryTable.read(SourceText(name: "countries.csv", Self.countries), into: &findings)
    let framework = CatalogueReader.read(SourceText(name: "indicators.csv", indicators), into: &findings)
    let cube = CubeReader.read(framework, countries: countries, texts: texts, into: &findings)
    let read = LensReader.read(
      SourceText(name: "test.toml", lens), name: "test", framework: framework, into: &findings)
    var judged = try #require(read)
    #expect(!findings.hasErrors, "\(findings.all)")
    change(&judged)
    return cube.score(2020, by: judged)
  }

  static func space(_ table: ScoreTable) throws -> JudgementSpace {
    let set = try set(table)
    return try #require(JudgementSpace(table, set))
  }

  static func set(_ table: ScoreTable) throws -> WeightSet {
    try #require(WeightSet(.box(0.25), nominal: table.dimensions.map { table.weights[$0] }))
  }

  static let countries = """
    iso3,name,region,income_group
    ARC,Arcadia,North,High income
    BRO,Brobdingnag,North,High income
    ELD,Eldorado,North,Low income
    LIL,Lilliput,North,Low income
    MOR,Mordor,South,Low income
    OZZ,Oz,South,High income
    UTO,Utopia,South,High income
    XAN,Xanadu,South,Low income

    """

  static let indicators = """
    id,dimension,name,unit,worst,best,transform
    income,economic,Income,dollars,100,100000,log
    work,economic,Work,%,20,90,none
    bread,economic/food,Bread,kg,0,200,sqrt
    rice,economic/food,Rice,kg,0,100,none
    deaths,health,Deaths,per 1000,150,0,log1p
    doctors,health,Doctors,per 1000,0,6,none
    votes,political,Votes,score,0,10,none

    """

  static let lens = """
    dimensions_required = 2
    carry_forward = 10
    [aggregation]
    dimensions = "geometric"
    floor = 1.0
    [weights]
    economic = 2.0
    health = 1.0
    political = 1.0
    [indicator_weights]
    income = 2.0

    """

  /// A row a country, a value a year; empty where there is no figure.
  private static func file(_ rows: String) -> String {
    let years = [2007, 2012, 2020]
    var text = "iso3,year,value\n"
    for row in rows.split(separator: " ") {
      let parts = row.split(separator: ":")
      let values = parts[1].split(separator: ",", omittingEmptySubsequences: false)
      for (year, value) in zip(years, values) where !value.isEmpty {
        text += "\(parts[0]),\(year),\(value)\n"
      }
    }
    return text
  }

  private static var texts: [String: SourceText] {
    let files = [
      "income": "ARC:,,9000 BRO:20000,, ELD:,30000, LIL:,,400 MOR:600,,700 OZZ:,,52000 "
        + "UTO:,,99000 XAN:,1500,2500",
      "work": "ARC:,,55 BRO:,,61 ELD:,40,48 LIL:,,70 MOR:30,, OZZ:,,75 UTO:,,89 XAN:,,35",
      "bread": "ARC:,,80 BRO:,,150 ELD:,,60 MOR:,,20 OZZ:,,120 UTO:,,195 XAN:,40,",
      "rice": "ARC:,,10 BRO:,,80 ELD:,30, LIL:,,50 MOR:,,5 OZZ:,,70 UTO:,,99 XAN:60,,",
      "deaths": "ARC:,,30 BRO:,,12 ELD:,,45 LIL:,,70 MOR:,,120 OZZ:,,6 UTO:,,0.1",
      "doctors": "ARC:,,2 BRO:,4,3 ELD:,,1.5 LIL:,,0.5 MOR:,,0.2 OZZ:,,4 UTO:,,5.9",
      "votes": "ARC:,,8 BRO:,,3 ELD:,6, LIL:,,9 MOR:,,0 OZZ:,,7 UTO:,,9.9 XAN:,,5",
    ]
    return Dictionary(
      uniqueKeysWithValues: files.map { name, rows in
        let dimension =
          ["deaths", "doctors"].contains(name) ? "health" : name == "votes" ? "political" : "economic"
        let path = "\(dimension)/\(name).csv"
        return (path, SourceText(name: path, file(rows)))
      })
  }
}
