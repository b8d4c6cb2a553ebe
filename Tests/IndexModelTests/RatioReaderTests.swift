import IndexModel
import Testing

@Suite("Reading ratios") struct RatioReaderTests {
  /// Of `LensReaderTests.framework`: economic has income and economic/work, food has hunger, state has arms.
  private static func read(
    _ aggregation: String, _ nodes: String, weights: String = "economic = 1\nfood = 1\nstate = 0"
  ) -> (lens: Lens?, messages: [String], lines: [Int]) {
    let read = LensReaderTests.read(
      "[aggregation]\n\(aggregation)\n[weights]\n\(weights)\n[nodes]\n\(nodes)\n")
    return (
      read.lens, read.findings.map { "\($0.identifier): \($0.message) \($0.remedy)" },
      read.findings.compactMap { $0.place?.line }
    )
  }

  @Test("a ratio of two parts names its denominator, by id or by path") func right() throws {
    let index = try #require(
      Self.read("dimensions = \"ratio\"", "dimensions = { denominator = \"food\" }").lens)
    #expect(index.aggregation.rules.dimensions.denominator == .init(name: "food", isFirst: false))
    let first = try #require(
      Self.read("economic = \"ratio\"", "economic = { denominator = \"economic/work\" }").lens)
    let economic = DimensionPath("economic")
    #expect(first.aggregation.rules[economic].denominator == .init(name: "economic/work", isFirst: true))
    #expect(first.aggregation.rules.written.map(\.value) == ["economic/work"])
    let second = try #require(
      Self.read("economic = \"ratio\"", "[nodes.economic]\ndenominator = \"income\"").lens)
    #expect(second.aggregation.rules[economic].denominator == .init(name: "income", isFirst: false))
  }

  @Test(
    "what a ratio lacks is said at the key that asks for it",
    arguments: [
      ("dimensions = \"ratio\"", "", "does not say which part divides", 2),
      ("dimensions = \"ratio\"", "dimensions = { denominator = \"foot\" }", "did you mean \"food\"", 8),
      (
        "dimensions = \"ratio\"", "dimensions = { denominator = \"state\" }",
        "no part of weight that is called", 8
      ), ("food = \"ratio\"", "food = { denominator = \"hunger\" }", "has 1 of weight: hunger", 2),
      ("dimensions = \"arithmetic\"", "dimensions = { denominator = \"food\" }", "joined by arithmetic", 8),
      ("dimensions = \"ratio\"", "dimensions = { denominator = 3 }", "must be a text", 8),
      (
        "dimensions = \"ratio\"", "dimensions = { denominator = \"food\", poor_from = 0.5 }",
        "what ratio gives for the index is no share of it", 8
      ), ("dimensions = \"copeland\"", "dimensions = { poor_from = 0.5 }", "what copeland gives", 8),
      ("dimensions = \"ratio\"", "indicators = { denominator = \"food\" }", "belongs to one node", 8),
    ]) func wrong(aggregation: String, nodes: String, text: String, line: Int)
  {
    let found = Self.read(aggregation, nodes)
    #expect(found.lens == nil && found.messages.count == 1, "\(found.messages)")
    #expect(found.messages.first?.contains(text) == true, "\(found.messages)")
    #expect(found.lines == [line])
  }

  @Test("three parts of weight are no ratio, and a node without weight is not asked") func parts() {
    let three = Self.read(
      "dimensions = \"ratio\"", "dimensions = { denominator = \"food\" }",
      weights: "economic = 1\nfood = 1\nstate = 1")
    #expect(three.messages.first?.contains("has 3 of weight: economic, food, state") == true)
    #expect(Self.read("state = \"ratio\"", "").lens != nil)
  }

  @Test("a scheme that finds weights has none to find for a ratio", arguments: ["pca", "entropy"])
  func schemes(scheme: String) {
    let read = LensReaderTests.read(
      "weights = \"\(scheme)\"\ndimensions = [\"economic\", \"food\"]\n[aggregation]\ndimensions = \"ratio\"\n"
        + "[nodes]\ndimensions = { denominator = \"food\" }\n")
    #expect(read.lens == nil && read.findings.count == 1)
    #expect(read.findings.first?.message.contains("whose parts have no weights for \(scheme)") == true)
  }
}
