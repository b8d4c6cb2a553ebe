import Foundation
import Testing

@Suite("hsi audit: small worlds, few draws, wrong numbers") struct AuditHonestyTests {
  @Test("where nobody is ranked, page and tables say so") func nobody() throws {
    let world = try AuditedWorld()
    let lens = "T/Weights/undp-1994.toml"
    try world.sandbox.edit(lens, "dimensions_required = 1", "dimensions_required = 2")
    try world.sandbox.write("T/Data/food/bread.csv", "iso3,year,value\nUTO,1990,90\n")
    let sentence = "No country is ranked under undp-1994 in 2020: there is nothing to audit."
    for more in [[], ["--table", "pairs"], ["--table", "rank-bounds", "--format", "json"]] {
      let run = try world.sandbox.hsi.run(["audit", "--data", "T/Data", "--year", "2020"] + more)
      #expect(run.status == 0 && run.output.contains(sentence), "\(run.output)\(run.errors)")
    }
  }

  @Test(
    "a number that is none is told as what was written",
    arguments: [
      (["--seed", "-1"], "--seed -1 is not a whole number from 0 to 18446744073709551615"),
      (["--limit", "-1"], "--programs -1 is not a whole number from 0 to"),
      (["--samples", "-5"], "--samples -5 is not a whole number from 100 to 100000000"),
      (["--top", "-1"], "--top -1 is not a whole number from 1"),
      (["--budget", "-3s"], "--budget -3s is no time above 0"),
    ]) func numbers(arguments: [String], message: String) throws
  {
    let run = try AuditedWorld().sandbox.hsi.run(["audit", "--data", "T/Data"] + arguments)
    #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
    #expect(!run.errors.contains("Missing value"))
  }

  @Test("few draws make rough indices: the table warns on standard error, the page in a sentence")
  func rough() throws {
    let world = try AuditedWorld()
    let table = try world.audit("--table", "sensitivity", "--format", "csv", "--samples", "200")
    #expect(table.status == 0)
    #expect(table.errors.contains("rest on 64 points and are rough [rough-indices]"))
    let page = try world.audit("--samples", "200", "--format", "md")
    #expect(page.output.contains("These shares are rough: they rest on 64 points"))
  }

  @Test("a dimension that runs against the index is explained") func opposed() throws {
    let world = try AuditedWorld()
    // Food falls where economic rises, but by half as much.
    try world.sandbox.write(
      "T/Data/food/bread.csv", "iso3,year,value\nUTO,2020,40\nARC,2020,30\nLIL,2020,25\nBEN,2020,50\n")
    let words = "These shares sum to 100 %: that of a dimension which runs against the index"
    #expect(try world.audit("--format", "md").output.contains(words))
    #expect(try world.audit("--table", "importance").output.contains("which runs against the index"))
  }

  @Test("where all countries are equal, nobody leads and nothing sets them apart") func equal() throws {
    let world = try AuditedWorld()
    for path in ["economic/wealth", "food/bread"] {
      try world.sandbox.write(
        "T/Data/\(path).csv", "iso3,year,value\nUTO,2020,60\nARC,2020,60\nLIL,2020,60\nBEN,2020,60\n")
    }
    let page = try world.audit("--format", "md", "--samples", "1000").output
    #expect(page.contains("one of 4 that share the first place by the stated weights"), "\(page)")
    #expect(page.contains("there are no differences to account for"))
    #expect(page.contains("The other lens gives each country the rank that it has here."))
    #expect(page.contains("no country can be moved from its rank; that is exact"))
    let view = try world.audit("--country", "ARC", "--samples", "1000").output
    #expect(view.contains("It shares that rank with"), "\(view)")
    #expect(!view.contains("just ahead") && !view.contains("just behind"))
  }

  @Test("a country that is alone needs no audit of its rank") func alone() throws {
    let world = try AuditedWorld()
    try world.sandbox.write("T/Data/economic/wealth.csv", "iso3,year,value\nUTO,2020,60\n")
    try world.sandbox.write("T/Data/food/bread.csv", "iso3,year,value\nUTO,2020,90\n")
    let run = try world.audit("--year", "2020", "--samples", "1000", "--format", "md")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Utopia alone is ranked: no weights change that."), "\(run.output)")
  }

  @Test("of what every draw says, the page gives the limit of the rule of three") func everyDraw() throws {
    // With a box of 20.02 per cent w is up to 0.6001: past 3/5, where Arcadia is first, comes one draw in
    // two thousand, and of a hundred draws with this seed none.
    let world = try AuditedWorld()
    let view = try world.audit("--country", "ARC", "--samples", "100", "--weights", "box:20.02%").output
      .replacing("\n", with: " ")
    #expect(view.contains("It is first in none of 100 draws"), "\(view)")
    #expect(view.contains("less than 3.0 % of the weights), though the weights above make it so."))
    // Bensalem is last or third: its bounds say that it is never first.
    let proven = try world.audit("--country", "BEN", "--samples", "5000", "--weights", "simplex").output
    #expect(!proven.contains("It is first"), "\(proven)")
  }
}
