import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Writing an entry into the plan of imports") struct ImportPlanTextTests {
  private func entry(_ id: String, file: String = "new.csv") throws -> ImportPlan.Entry {
    ImportPlan.Entry(indicator: try #require(IndicatorID(id)), sources: [.init(file: file)])
  }

  private static let fresh = "[gini]\nsource = [ { file = \"new.csv\" } ]\n"

  /// A text before, and after with `NEW` for the table that was written.
  private static let cases: [(old: String, new: String)] = [
    ("", "NEW"), ("# head\n", "# head\n\nNEW"), ("[deaths]\nsource = 1\n", "[deaths]\nsource = 1\n\nNEW"),
    ("# a\n[gini]\nold = 1\n\n# b\n[deaths]\nx = 1\n", "# a\nNEW\n# b\n[deaths]\nx = 1\n"),
    // A comment directly above the next table belongs to that table.
    ("[gini]\nold = 1\n# b\n[deaths]\n", "NEW# b\n[deaths]\n"),
    // An empty line does not end a table.
    ("[gini]\nold = 1\n\nlast_year = 2000\n\n[deaths]\n", "NEW\n[deaths]\n"), ("[ gini ]\nold = 1\n", "NEW"),
    ("[\"gini\"]\nold = 1\n", "NEW"), ("[gini]\nold = [\n  [1, 2],\n]\n\n[deaths]\n", "NEW\n[deaths]\n"),
    ("[gini-two]\nx = 1\n", "[gini-two]\nx = 1\n\nNEW"), ("[gini]", "NEW"),
    // What stands above all tables cannot make way for one where it is.
    ("gini = { source = [1] }\nx = 1\n", "x = 1\n\nNEW"),
    ("gini.source = [\n 1,\n]\ngini.last_year = 2000\nx = 1\n[y]\n", "x = 1\n[y]\n\nNEW"),
    ("\"gini\" = { a = \"]\", b = '#' }\nx = 1\n", "x = 1\n\nNEW"),
    ("[gini]\ncombine = \"sum\"\n[[gini.source]]\nfile = \"a\"\n[y]\n", "NEW[y]\n"),
    ("[gini]\nold = [\n[1]\n]\nb = \"\"\"\n[y]\n\"\"\"\n[z]\n", "NEW[z]\n"),
    ("[gini.source]\na = 1\n[y]\n[gini]\nb = 1\n", "NEW[y]\n"),
  ]

  @Test("The old table of the indicator makes way, and all else stays as it was written", arguments: cases)
  func written(old: String, new: String) throws {
    let expected = new.split(separator: "NEW", omittingEmptySubsequences: false).joined(separator: Self.fresh)
    #expect(try entry("gini").written(into: old) == expected)
  }

  @Test("Line ends stay as they are in a file from Windows") func windowsLineEnds() throws {
    let old = "# head\r\n[gini]\r\nold = 1\r\n\r\n[deaths]\r\nx = 1\r\n"
    let new = try entry("gini").written(into: old)
    #expect(new == "# head\r\n[gini]\r\nsource = [ { file = \"new.csv\" } ]\r\n\r\n[deaths]\r\nx = 1\r\n")
  }

  @Test("Comments in a table that is written anew stay, and only once") func comments() throws {
    let old = """
      # above
      [gini] # of the header
      # why this source
      source = [ # first
        { file = "a # b.csv", column = '# no "comment' }, # last

        # within
      ]
      # between
      combine = "sum" # at the end
      # below

      [deaths]
      x = 1
      """
    let new = try entry("gini").written(into: old)
    let notes = [
      "# of the header", "# why this source", "# first", "# last", "# within", "# between", "# at the end",
    ]
    #expect(new.hasPrefix("# above\n[gini]\n" + notes.joined(separator: "\n") + "\nsource = "))
    #expect(new.contains("# below\n\n[deaths]\nx = 1\n") && !new.contains("no \"comment"))
    #expect(try entry("gini").written(into: new) == new)
    let apart = try entry("gini").written(into: "\"gini\" = { a = \"]\", b = '#' } # c\nx = 1\n")
    #expect(apart == "x = 1\n\n" + Self.fresh.replacing("[gini]\n", with: "[gini]\n# c\n"))
  }

  @Test("To write an entry twice is to write it once") func twice() throws {
    let once = try entry("gini").written(into: "# head\n\n[deaths]\nx = 1\n")
    #expect(try entry("gini").written(into: once) == once)
  }

  @Test("What is written reads back the same, whatever stands in its texts") func roundTrip() throws {
    let id = try #require(IndicatorID("gini"))
    let nasty = "a \"quoted\" \\ name\twith\nlines, # no comment [x] é 𝄞 \u{7F}"
    let entry = ImportPlan.Entry(
      indicator: id,
      sources: [
        .init(
          file: nasty, column: nasty, conditions: [.init(column: nasty, text: nasty)],
          missing: [nasty, "-99"], origin: nasty, url: "https://a/{indicator}?x", hosts: ["b.org", "c.org"]),
        .init(file: "b.csv", column: ""),
      ], combination: .sumPresent, firstYear: 1990, lastYear: 2025, zeroIsMissing: true)
    var said = entry
    said.sources[0].conditions.append(.init(column: nasty, text: "x", isExclusion: true))
    said.sources[0].form = TableChoice(country: nasty + "=gw", yearColumn: nasty)
    said.sources[1].form = TableChoice(year: 2015)
    (said.sources[1].decimal, said.sources[1].addsRows) = (.comma, true)
    #expect(try read(said.written(into: "")) == [said])
    #expect(try read(entry.written(into: "# head\n\n[gini]\nsource = 1\n")) == [entry])
  }

  private func read(_ text: String) throws -> [ImportPlan.Entry] {
    let id = try #require(IndicatorID("gini"))
    var findings = Findings()
    let indicator = Indicator(id: id, dimension: nil, name: "", unit: "", goalposts: nil)
    let plan = ImportPlan.read(
      SourceText(name: "i.toml", text), framework: Framework([indicator]), into: &findings)
    #expect(findings.isEmpty)
    return plan.entries
  }
}
