import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("The plan of imports") struct ImportPlanTests {
  private func read(_ text: String) -> (plan: ImportPlan, found: Findings) {
    var findings = Findings()
    let indicators = ["gini", "deaths"].compactMap { IndicatorID($0) }.map {
      Indicator(id: $0, dimension: DimensionPath("food"), name: "", unit: "", goalposts: nil)
    }
    let plan = ImportPlan.read(
      SourceText(name: "i.toml", text), framework: Framework(indicators), into: &findings)
    return (plan, findings)
  }

  @Test("A plan says which column of which file feeds an indicator") func wholePlan() throws {
    let (plan, found) = read(
      """
      first_year = 1990
      last_year = 2025

      [gini]
      source = [ { file = "g.csv" } ]

      [deaths]
      source = [
        { file = "a.csv", column = "x", where = { SEX = "_T" }, missing = ["-99"], origin = "o", url = "owid:x", hosts = ["h"] },
        { file = "b.csv" },
      ]
      combine = "mean"
      first_year = 2000
      zero_is_missing = true
      """)
    #expect(found.isEmpty)
    #expect(plan.defaultYears == (1990, 2025))
    #expect(plan.entries.map(\.indicator.rawValue) == ["deaths", "gini"])
    let deaths = try #require(plan.entries.first)
    #expect(
      deaths.sources == [
        .init(
          file: "a.csv", column: "x", conditions: [.init(column: "SEX", text: "_T")], missing: ["-99"],
          origin: "o", url: "owid:x", hosts: ["h"]), .init(file: "b.csv"),
      ])
    #expect(deaths.combination == .mean && deaths.zeroIsMissing)
    #expect(deaths.firstYear == 2000 && deaths.lastYear == 2025)
    #expect(!deaths.inheritsFirstYear && deaths.inheritsLastYear)
  }

  @Test(
    "What is wrong with a plan is told at its key",
    arguments: [
      ("[ginni]\nsource = [ { file = \"a\" } ]", "i.toml:1:2 unknown-indicator"),
      ("gini = 3", "i.toml:1:1 wrong-type"), ("[gini]", "i.toml:1:2 missing-key"),
      ("[gini]\nsource = []", "i.toml:2:1 missing-key"),
      ("[gini]\nsource = \"a.csv\"", "i.toml:2:1 missing-key"),
      ("[gini]\nsource = [ \"a.csv\" ]", "i.toml:2:12 missing-key"),
      ("[gini]\nsource = [ { file = \"../a.csv\" } ]", "i.toml:2:14 missing-key"),
      ("[gini]\nsource = [ { file = \"\" } ]", "i.toml:2:14 missing-key"),
      ("[gini]\nsource = [ { file = \"a\", colum = \"b\" } ]", "i.toml:2:26 unknown-key"),
      ("[gini]\nsource = [ { file = \"a\", column = 5 } ]", "i.toml:2:26 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\", where = \"x\" } ]", "i.toml:2:26 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\", where = { SEX = 1 } } ]", "i.toml:2:26 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\", origin = [] } ]", "i.toml:2:26 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\", url = \"b.csv\" } ]", "i.toml:2:26 bad-url"),
      ("[gini]\nsource = [ { file = \"a\", url = \"ftp://b\" } ]", "i.toml:2:26 bad-url"),
      ("[gini]\nsource = [ { file = \"a\", url = \"http://b/{yr}\" } ]", "i.toml:2:26 bad-url"),
      ("[gini]\nsource = [ { file = \"a\", url = 3 } ]", "i.toml:2:26 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\", hosts = \"b\" } ]", "i.toml:2:26 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\", hosts = [\"b/c\"] } ]", "i.toml:2:35 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\", missing = \"-99\" } ]", "i.toml:2:26 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\", missing = [-99] } ]", "i.toml:2:37 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\", missing = [\"\"] } ]", "i.toml:2:37 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\" } ]\ncombine = \"sums\"", "i.toml:3:1 unknown-method"),
      ("[gini]\nsource = [ { file = \"a\" } ]\ncombine = 2", "i.toml:3:1 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\" } ]\nzero_is_missing = 1", "i.toml:3:1 wrong-type"),
      ("[gini]\nsource = [ { file = \"a\" } ]\nfirst_year = 90", "i.toml:3:1 bad-year"),
      ("[gini]\nsource = [ { file = \"a\" } ]\nlast_year = \"2000\"", "i.toml:3:1 bad-year"),
      ("[gini]\nsource = [ { file = \"a\" } ]\nfist_year = 1990", "i.toml:3:1 unknown-key"),
      ("first_year = 99999", "i.toml:1:1 bad-year"),
      ("first_year = 2000\nlast_year = 1999", "i.toml:2:1 bad-year"),
      ("first_year = 1990\n[gini]\nsource = [ { file = \"a\" } ]\nlast_year = 1980", "i.toml:4:1 bad-year"),
      ("[gini]\n[gini]", "i.toml:2:2 toml-syntax"),
    ]) func errors(text: String, place: String)
  { #expect(places(read(text + "\n").found) == [place]) }

  @Test("An unknown indicator comes with the nearest one") func nearest() {
    #expect(read("[ginni]\n").found.all.first?.remedy == "did you mean \"gini\"?")
  }
}
