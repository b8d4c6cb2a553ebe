import Testing

@Suite("hsi score --years: coverage and panels") struct YearPanelTests {
  @Test("what coverage does to a change stands beside it, and nothing where the panel is fixed")
  func coverage() throws {
    let hsi = Program(folder: repository)
    let all = try hsi("score", "--years", "2015-2023", "--country", "Norway")
    let fixed = try hsi("score", "--years", "2015-2023", "--country", "Norway", "--panel", "fixed")
    #expect(all.status == 0 && fixed.status == 0, "\(all.errors)\(fixed.errors)")
    #expect(all.output.contains("by coverage is what is left of the change"))
    #expect(!fixed.output.contains("by coverage"))
    let fixedNote = "Scored are the cells alone that have a figure in all of these years"
    #expect(fixed.output.contains(fixedNote) && !all.output.contains(fixedNote))
    #expect(!fixed.output.contains("because figures begin or end"))
  }

  @Test("a panel needs years, and a lens whose scores compare") func refused() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("score", "--panel", "fixed").errors.contains("--panel fixed needs --years"))
    try sandbox.write(
      "Weights/ranks.toml",
      try sandbox.read("Weights/undp-1994.toml").replacing(
        "scope =", with: "normalisation = \"rank\"\nscope ="))
    let run = try sandbox.hsi("score", "--lens", "ranks", "--years", "2018-2020", "--panel", "fixed")
    #expect(run.status == 2)
    #expect(run.errors.contains("error: ranks allows no fixed panel") && run.errors.contains("[no-panel]"))
  }
}
