import Foundation
import Testing

@Suite("hsi whatif --scenario") struct ScenarioTests {
  private func world(_ scenarios: String) throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("Data/scenarios.toml", scenarios)
    return sandbox
  }

  @Test(
    "assumes the effects of a file together, as --set and --shift would, and says where their sizes are from")
  func effects() throws {
    let sandbox = try world(
      """
      [siege]
      effects = [
        { shift = "jobless=+10%", source = "a study, 2020" }, { set = "economic=20", source = "assumption" },
      ]
      [blight]
      effects = [ { shift = "jobless=+10%", source = "assumption" } ]
      """)
    let run = try sandbox.hsi("whatif", "--scenario", "blight=ARC", "--format", "csv")
    let same = try sandbox.hsi("whatif", "--shift", "ARC.jobless=+10%", "--format", "csv")
    #expect(run.output == same.output && run.status == 0 && !run.output.isEmpty, "\(run.errors)")
    let page = try sandbox.hsi("whatif", "--scenario", "blight=ARC").output
    #expect(page.contains("--shift ARC.jobless=+10%"))
    #expect(page.contains("A scenario is no forecast. Sizes are from: ARC.jobless=+10%: assumption."))
    // One sets what is below the other.
    #expect(try sandbox.hsi("whatif", "--scenario", "siege=ARC").errors.contains("[setting-conflict]"))
  }

  @Test("what is wrong with a file of scenarios, or with what is asked of it, is told at once")
  func mistakes() throws {
    let sandbox = try world(
      """
      [a]
      efects = []
      [b]
      effects = [ { shift = "jobless=+10%" }, { source = "assumption" }, { set = "x", source = "s" } ]
      """)
    let run = try sandbox.hsi(
      "whatif", "--scenario", "a=ARC", "--scenario", "b=ARC", "--scenario", "c=ARC", "--scenario", "b")
    for finding in [
      "Data/scenarios.toml:2:1: error: unknown key \"efects\" [unknown-key]", "a has no effects",
      "an effect says where its size is from", "an effect is one set or one shift", "--set ARC.x",
      "no scenario is called \"c\" [unknown-scenario]", "--scenario b: it says no SCENARIO=COUNTRY",
    ] { #expect(run.errors.contains(finding), "\(finding)\n\(run.errors)") }
    #expect(run.status == 2)
  }

  @Test("without a file of scenarios there is an error that names it") func absent() throws {
    let run = try Sandbox().hsi("whatif", "--scenario", "a=ARC")
    #expect(run.errors.contains("scenarios.toml") && run.status != 0)
  }

  @Test(
    "the shipped scenarios move what the default lens weighs, and each size has a source",
    arguments: ["un-sanctions", "us-sanctions", "arms-build-up", "aid-cut"]) func shipped(name: String) throws
  {
    let run = try Program(folder: repository).run(["whatif", "--scenario", "\(name)=Kenya"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("A scenario is no forecast."))
  }
}
