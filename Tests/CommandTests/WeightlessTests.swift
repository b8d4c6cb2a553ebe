import Foundation
import Testing

/// What has no weight, and whether the advice then works. `state` is in the catalogue and not weighed.
@Suite("hsi whatif, of what has no weight") struct WeightlessTests {
  static func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    let rows = try sandbox.read("Data/indicators.csv")
    try sandbox.write(
      "Data/indicators.csv",
      rows + "arms,state,Arms,% of income,0,10,none,,,,,0,100,t,s,p,restricted: no copies,j,\n")
    try sandbox.write("Data/state/arms.csv", "iso3,year,value\nARC,2020,1\nLIL,2020,4\nUTO,2020,5\n")
    try sandbox.edit("Weights/undp-1994.toml", "personal = 1.0", "personal = 1.0\nstate = 0.0")
    try sandbox.write("Weights/parts.toml", "weights = \"pca\"\n[indicator_weights]\narms = 0\n")
    return sandbox
  }

  @Test("the node that has the weight 0 is named, and the advice makes it move") func above() throws {
    let sandbox = try Self.sandbox()
    let run = try sandbox.hsi("whatif", "--set", "ARC.arms=9")
    #expect(
      run.errors.contains(
        "arms is part of state, which has no weight in the lens undp-1994 [moves-nothing]\n"
          + "  = give it a weight with --weight state=1, or"), "\(run.errors)")
    let advised = try sandbox.hsi("whatif", "--set", "ARC.arms=9", "--weight", "state=1")
    #expect(advised.status == 0 && advised.errors.isEmpty, "\(advised.errors)")
    try sandbox.edit("Weights/undp-1994.toml", "income = 2.0", "income = 2.0\narms = 0")
    let both = try sandbox.hsi("whatif", "--set", "ARC.arms=9")
    #expect(both.errors.contains("with --weight state=1 --weight arms=1, or"), "\(both.errors)")
  }

  @Test("under weights made of the figures, and under --open-only, no --weight is advised") func noAdvice()
    throws
  {
    let sandbox = try Self.sandbox()
    let derived = try sandbox.hsi("whatif", "--set", "ARC.arms=9", "--lens", "parts")
    #expect(derived.errors.contains("arms is part of state, which has no weight in the lens parts"))
    #expect(derived.errors.contains("= choose a lens that weighs it"))
    #expect(!derived.errors.contains("--weight"))
    let closed = try sandbox.hsi("whatif", "--set", "ARC.food=9", "--open-only", "--lens", "parts")
    #expect(closed.errors.contains("moves nothing: --open-only leaves food out"))
    #expect(closed.errors.contains("= leave --open-only out"))
    #expect(!closed.errors.contains("--weight"), "\(closed.errors)")
  }

  @Test("where the figures make weights, an indicator may be given the weight 0, and no other")
  func derivedZero() throws {
    let sandbox = try Self.sandbox()
    let zero = try sandbox.hsi("whatif", "--weight", "jobless=0", "--lens", "parts", "--format", "csv")
    #expect(zero.status == 0, "\(zero.errors)")
    let weights = ScoreCommandTests.rows(zero.output).filter { $0[0] == "weight" }
    let jobless = try #require(weights.first { $0[3] == "jobless" }, "\(weights)")
    #expect((Double(jobless[5]) ?? 0) > 0 && Double(jobless[6]) == 0)
    let other = try sandbox.hsi("whatif", "--weight", "jobless=1", "--weight", "food=0", "--lens", "parts")
    #expect(other.status == 2)
    #expect(other.errors.components(separatedBy: "[bad-weight]").count == 3)
    #expect(other.errors.contains("give an indicator the weight 0, which leaves it out"))
  }

  @Test("names are checked where the value is wrong too") func namesAndValue() throws {
    let run = try Sandbox().hsi("whatif", "--set", "Utopa.joblss=nan", "--shift", "Arcadi.incom=x")
    #expect(run.status == 2)
    for text in [
      "\"nan\" is no finite number", "known as \"Utopa\"", "called \"joblss\"", "\"x\" is no finite number",
      "known as \"Arcadi\"", "called \"incom\"",
    ] { #expect(run.errors.contains(text), "\(text) is not in \(run.errors)") }
  }
}
