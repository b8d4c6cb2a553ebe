import Foundation
import Testing

/// `AuditedWorld` under a lens of each country's own best weights. Bensalem is half of Arcadia, the others are
/// outdone by nobody.
@Suite("hsi audit: own best weights, and what is missing") struct OwnWeightTests {
  private static func world(bounds: String = "") throws -> AuditedWorld {
    let world = try AuditedWorld()
    try world.sandbox.write(
      "T/Weights/own.toml",
      """
      title = "Own weights"
      weights = "benefit_of_the_doubt"
      dimensions = ["economic", "food"]
      dimensions_required = 1
      \(bounds)
      [aggregation]
      dimensions = "arithmetic"

      """)
    return world
  }

  @Test(
    "the page says that nothing but rank intervals was drawn where nothing was, and which lenses allow bounds"
  ) func circumstances() throws {
    let world = try Self.world()
    let page = try world.audit("--lens", "own", "--level", "indicator").unwrapped
    #expect(
      page.contains("Rank intervals rest on 2000 draws of all judgements; no other weights were varied."))
    #expect(!page.contains("draws, seed"))
    #expect(
      page.contains(
        "2. Under this lens countries do not share weights that could be varied for all: rank bounds, pairs "
          + "of countries and draws of weights cannot be had. Bounds over weights of indicators are to be "
          + "had under undp-1994, rich."), "\(page)")
    // Of dimensions all judgements are varied together, and weights with them.
    let usual = try world.audit("--lens", "own", "--samples", "500").unwrapped
    #expect(usual.contains("Weights box:25%; 500 draws, seed 1; rank intervals rest on 2000 draws"))
    #expect(usual.contains("of dimensions are to be had under undp-1994, rich."))
    let view = try world.audit("--lens", "own", "--country", "BEN", "--samples", "500").unwrapped
    #expect(view.contains("cannot be had: each country has weights of its own. Bounds over"))
  }

  @Test("tables over weights that all share are refused, with those that are left") func refused() throws {
    let world = try Self.world()
    for table in ["acceptability", "central-weights"] {
      let run = try world.audit("--lens", "own", "--table", table)
      #expect(run.status == 2)
      #expect(
        run.errors.contains(
          "the table \(table) needs weights that all countries share; under own each country has weights "
            + "of its own [not-linear]"), "\(run.errors)")
      #expect(run.errors.contains("tables leave-one-out, lenses, benefit-of-the-doubt, uncertainty"))
    }
  }

  @Test("the table tells whose ranks they are, and within which bounds") func whose() throws {
    let world = try Self.world(bounds: "share_min = 0.05\nshare_max = 0.95")
    let own = try world.audit("--lens", "own", "--table", "benefit-of-the-doubt").unwrapped
    #expect(own.contains("that suit it best with 5 % to 95 % of its score from each, own, 2020"))
    #expect(
      own.contains(
        "These are the scores and ranks of the lens itself: the lens own keeps each share from 5 % to 95 %"))
    let other = try world.audit("--table", "benefit-of-the-doubt").unwrapped
    #expect(other.contains("The lens undp-1994 bounds no share (share_min, share_max)"))
    #expect(other.contains("rank by it: the place among all when each is judged by its own"))
    #expect(!other.contains("best rank ties") && !other.contains("changes nothing"))
    let indicators = try world.audit(
      "--table", "benefit-of-the-doubt", "--level", "indicator", "--format", "json")
    #expect(indicators.output.contains("--level indicator changes nothing in this table"))
    #expect(!indicators.output.contains("\"level\""))
  }

  /// Lilliput has 90 in economic, the most of all, and no food: nobody is ahead of it in what it has.
  @Test("a dimension that is lacking is no handicap, and page, table and view say so") func lacking() throws {
    let world = try Self.world()
    try world.sandbox.edit("T/Data/food/bread.csv", "LIL,2020,20\n", "")
    let rows = try world.table("benefit-of-the-doubt")
    #expect(rows["LIL"]?["bod_score"] == "100" && rows["LIL"]?["lacking"] == "1")
    #expect(rows["LIL"]?["share_food"] == "" && rows["UTO"]?["lacking"] == "0")
    let table = try world.audit("--table", "benefit-of-the-doubt").unwrapped
    #expect(table.contains("Of the 3 that reach 100, 1 lacks one: LIL."), "\(table)")
    let page = try world.audit("--samples", "500").unwrapped
    #expect(
      page.contains(
        "3 of 4 countries are efficient, though 1 of them lacks a dimension, which so cannot hold it "
          + "back (Lilliput)"), "\(page)")
    // The lens adds up, as these weights do: only gaps set the two apart.
    let caveat =
      "Rank bounds may say otherwise: what another country lacks counts as 0 here, as its index score there."
    #expect(page.contains(caveat) && table.contains(caveat), "\(page)")
    try world.lens("geometric", dimensions: "geometric")
    let other = try world.audit("--lens", "geometric", "--table", "benefit-of-the-doubt", "--format", "md")
    #expect(other.output.contains("index score there; means are arithmetic here, geometric there."))
    let view = try world.audit("--country", "LIL", "--samples", "500").unwrapped
    #expect(
      view.contains(
        "By the weights of dimensions that suit it best it scores 100.0 of 100, 100.0 % of it from economic: "
          + "under these weights no country is ahead of it. 2 other countries can say so, each of the weights "
          + "that suit it best. What it lacks, food, takes no part in that and cannot hold it back. Rank bounds "
          + "may say otherwise: what another country lacks"), "\(view)")
    let whole = try world.audit("--country", "UTO", "--samples", "500").unwrapped
    #expect(!whole.contains("What it lacks"))
  }

  @Test("central weights mark what a first country lacks, and name weights of indicators") func central()
    throws
  {
    let world = try Self.world()
    try world.sandbox.edit("T/Data/food/bread.csv", "LIL,2020,20\n", "")
    let table = try world.audit("--table", "central-weights", "--weights", "simplex", "--samples", "2000")
      .unwrapped
    #expect(
      table.contains(
        "LIL lacks food: the stated index score stands there, so that a weight of what is lacking is no weight"
      ), "\(table)")
    let indicators = try world.audit(
      "--table", "central-weights", "--level", "indicator", "--weights", "simplex", "--samples", "2000"
    ).unwrapped
    #expect(indicators.contains("LIL lacks bread: the stated score of the node above stands there"))
    #expect(indicators.contains("Mean weights when first that are furthest from the stated ones, of 2;"))
    #expect(indicators.contains("instead of 50.0 %"), "\(indicators)")
    let rows = try world.table("central-weights", "--weights", "simplex", "--samples", "2000")
    #expect(rows["LIL"]?["lacking"] == "1" && rows["UTO"]?["lacking"] == "0")
  }

  /// Lilliput's 90 alone counts as two of it, 100·0.9² = 81; with 81 for what is missing it comes to 72.9.
  @Test("where a gap that is filled changes a score, draws are told to differ from the table")
  func displaced() throws {
    let world = try AuditedWorld()
    try world.lens("product", dimensions: "product")
    let words = "another score in these draws than in the table"
    func text(_ more: String...) throws -> String {
      let run = try world.sandbox.hsi.run(
        ["audit", "--data", "T/Data", "--lens", "product", "--samples", "500"] + more)
      #expect(run.status == 0, "\(run.errors)")
      return run.unwrapped
    }
    #expect(!(try text().contains(words)))
    try world.sandbox.edit("T/Data/food/bread.csv", "LIL,2020,20\n", "")
    #expect(try text().contains("By the stated weights one country comes to \(words)"))
    #expect(try text("--table", "acceptability").contains("one country comes to \(words)"))
    #expect(try text("--country", "LIL").contains("By the stated weights it comes to \(words)"))
    #expect(!(try text("--country", "UTO").contains(words)))
  }

  /// Bensalem has 40 and 30; half of Arcadia's 80 and 60 whatever the weights.
  @Test("a country's page shows the weights it takes for itself") func report() throws {
    let world = try Self.world()
    let run = try world.sandbox.hsi.run(["report", "--data", "T/Data", "--lens", "own", "--output", "R"])
    #expect(run.status == 0, "\(run.errors)")
    let page = try world.sandbox.read("R/countries/LIL.md")
    #expect(page.contains("| Dimension | Score | Rank | Own weight | Points of the index |"))
    #expect(page.contains("| Economic | 90.0 | 1 | 1.000 | 100.0 |"), "\(page)")
    #expect(page.contains("Own weight: the share of the index that comes from the dimension"))
    #expect(try world.sandbox.read("R/index.html").contains("<th scope=col>Own weight<th"))
    let usual = try world.sandbox.hsi.run(["report", "--data", "T/Data", "--output", "U"])
    #expect(usual.status == 0)
    #expect(!(try world.sandbox.read("U/countries/LIL.md").contains("Own weight")))
    #expect(!(try world.sandbox.read("U/index.html").contains("<th scope=col>Own weight")))
  }
}
