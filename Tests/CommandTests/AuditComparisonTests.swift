import Foundation
import Testing

@Suite("hsi audit: the lenses that it is compared with") struct AuditComparisonTests {
  /// Two dimensions that are not in the catalogue.
  private static let broken = "[weights]\nfoot = 1\neconomics = 2\n"

  @Test("a lens with errors is left out with one warning, and the audit goes on and says so") func leftOut()
    throws
  {
    let world = try AuditedWorld()
    try world.sandbox.write("T/Weights/broken.toml", Self.broken)
    let warning = """
      T/Weights/broken.toml:3:1: warning: the lens broken is left out of the comparison: 2 errors, first: \
      no dimension or component is called "economics" [lens-left-out]
        = mend it, or take it away: hsi check --data T/Data --lens T/Weights/broken.toml tells all that is \
      wrong with it

      """
    let sentence = "1 other lens could not be compared and is left out: broken."
    for more in [["--table", "lenses"], ["--country", "ARC"], ["--format", "json"], []] {
      let run = try world.sandbox.hsi.run(["audit", "--data", "T/Data", "--samples", "20000"] + more)
      #expect(run.status == 0 && run.errors == warning, "\(run.errors)")
      #expect(run.output.replacing("\n", with: " ").contains(sentence), "\(run.output)")
    }
    // Where no other lens is looked at, none is spoken of.
    #expect(try world.audit("--table", "stability").errors.isEmpty)
  }

  @Test("the audited lens's own errors are errors") func own() throws {
    let world = try AuditedWorld()
    try world.sandbox.write("T/Weights/broken.toml", Self.broken)
    let run = try world.audit("--lens", "broken")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.components(separatedBy: "error: ").count == 3, "\(run.errors)")
  }

  @Test("a lens that the options leave nothing of is left out, too") func nothingLeft() throws {
    let world = try AuditedWorld()
    try world.sandbox.write(
      "T/Data/indicators.csv",
      "id,dimension,worst,best,licence\nwealth,economic,0,100,CC0 1.0\nbread,food,0,100,restricted\n")
    try world.lens("hungry", dimensions: "arithmetic", economic: 0)
    let run = try world.audit("--table", "lenses", "--open-only")
    #expect(run.status == 0)
    #expect(run.errors.contains("the lens hungry is left out of the comparison: --open-only leaves"))
  }

  @Test("another lens of the audited one's name cannot be told from it") func namesake() throws {
    let world = try AuditedWorld()
    try world.sandbox.write("mine/rich.toml", "[weights]\neconomic = 9\nfood = 1\n")
    let run = try world.audit("--table", "lenses", "--lens", "mine/rich.toml")
    #expect(run.status == 0)
    #expect(run.errors.contains("the lens rich is left out of the comparison: the audited lens has"))
    #expect(try world.audit("--table", "lenses", "--lens", "T/Weights/rich.toml").errors.isEmpty)
  }

  @Test("lenses elsewhere speak of other figures: all are those beside the data folder") func elsewhere()
    throws
  {
    let world = try AuditedWorld()
    let hsi = world.sandbox.hsi
    // Weights/ of the current folder weighs dimensions that T/Data has not.
    try world.sandbox.remove("T/Weights/undp-1994.toml")
    let run = try world.audit("--table", "lenses", "--lens", "rich")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(try hsi("lenses", "show", "rich", "--data", "T/Data").status == 0)
    #expect(try hsi("check", "--data", "T/Data").status == 0)
    let listed = try hsi("lenses", "--data", "T/Data", "--format", "csv").output
    #expect(listed.contains("\nrich,") && !listed.contains("undp-1994"))
    #expect(try hsi("score", "--data", "T/Data").status == 0, "the only lens is the default one")
    try world.sandbox.write("T/Weights/poor.toml", try world.sandbox.read("T/Weights/rich.toml"))
    for command in ["audit", "score", "report"] {
      let run = try hsi(command, "--data", "T/Data")
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(
        run.errors == """
          T/Weights/undp-1994.toml: error: there is no lens "undp-1994", which is used where --lens names \
          none [unknown-lens]
            = choose one with --lens: poor, rich

          """)
    }
    // A name is still found there.
    let named = try hsi("score", "--data", "T/Data", "--lens", "undp-1994")
    #expect(named.errors.contains("\nWeights/undp-1994.toml:") || named.errors.hasPrefix("Weights/"))
  }

  @Test("what is doubtful in the weights of another lens is told when that one is asked for, by its name")
  func doubts() throws {
    let world = try AuditedWorld()
    // Food falls where economic rises: the deviations' products sum to −300.
    try world.sandbox.write("T/Weights/main.toml", "weights = \"pca\"\ndimensions_required = 1\n")
    #expect(try world.audit("--samples", "20000").errors.isEmpty)
    #expect(try world.audit("--table", "lenses").errors.isEmpty)
    let own = try world.audit("--table", "lenses", "--lens", "main").errors
    #expect(own.hasPrefix("warning: of the dimensions, ") && own.contains("[opposed-parts]"), "\(own)")
    let compared = try world.sandbox.hsi("compare", "--data", "T/Data").errors
    #expect(compared.hasPrefix("warning: under main, of the dimensions, "), "\(compared)")
  }
}
