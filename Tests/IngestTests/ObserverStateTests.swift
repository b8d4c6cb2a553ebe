import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Members and observer states of the United Nations") struct ObserverStateTests {
  private func countries(_ rows: String) -> (table: CountryTable, found: Findings) {
    var findings = Findings()
    let table = CountryTable.read(
      SourceText(name: "countries.csv", "iso3,name,un_member,un_observer\n" + rows), areas: nil,
      into: &findings)
    return (table, findings)
  }

  @Test("the scope un has members and observers, un-members has no observer, all has everybody") func scopes()
  {
    let table = countries("NOR,Norway,true,false\nPSE,Palestine,false,true\nGRL,Greenland,false,false\n")
      .table
    func codes(_ scope: Scope) -> [String] { table.countries.filter(scope.contains).map(\.code.description) }
    #expect(codes(.unitedNations) == ["NOR", "PSE"])
    #expect(codes(.unMembers) == ["NOR"])
    #expect(codes(.all) == ["GRL", "NOR", "PSE"])
  }

  @Test("what is neither true nor false is an error in either column") func truth() {
    let found = countries("NOR,Norway,yes,false\nPSE,Palestine,false,maybe\n").found
    #expect(found.all.map(\.identifier) == ["bad-truth-value", "bad-truth-value"])
    #expect(found.all.map { $0.place?.column } == [12, 21])
  }
}
