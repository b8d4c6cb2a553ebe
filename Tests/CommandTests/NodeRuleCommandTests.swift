import Foundation
import Testing

@Suite("Turned and rounded nodes and caps, in commands") struct NodeRuleCommandTests {
  /// The invented world, its lens with a method at the index and further tables.
  private func sandbox(_ method: String, _ tables: String) throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.edit("Weights/undp-1994.toml", "dimensions = \"geometric\"", "dimensions = \"\(method)\"")
    try sandbox.edit("Weights/undp-1994.toml", "[weights]", "\(tables)\n[weights]")
    return sandbox
  }

  @Test("a workbook of formulas is refused for each, by name") func workbook() throws {
    let rules = "[nodes]\ndimensions = { turned = true, decimals = 1 }\nfood = { share = 0.6 }\n"
    let sandbox = try sandbox("geometric", rules + "[caps]\njobless = { most = 15 }\n")
    let run = try sandbox.hsi("export", "--to", "xlsx", "--output", "index.xlsx")
    #expect(run.status == 1)
    #expect(run.errors.components(separatedBy: "[not-expressible]").count == 4, "\(run.errors)")
    for text in [
      "geometric, turned, 1 decimal for dimensions", "a share of its own for food", "caps of jobless",
    ] { #expect(run.errors.contains(text), "\(run.errors)") }
  }

  @Test("rank bounds of a rounded index are refused with the reason") func bounds() throws {
    let sandbox = try sandbox("geometric", "[nodes]\ndimensions = { decimals = 0 }\n")
    let run = try sandbox.hsi("audit", "--table", "rank-bounds")
    #expect(run.status == 2)
    #expect(run.errors.contains("the index is rounded, so that countries tie whose sums differ"))
    #expect(try sandbox.hsi("audit").status == 0)
  }

  @Test(
    "the page is given the scores of nodes where its script cannot join them, and only there",
    arguments: [
      ("geometric", "", false), ("product", "", true),
      ("geometric", "[nodes]\ndimensions = { turned = true }", true),
      ("geometric", "[nodes]\nfood = { decimals = 1 }", true),
      ("arithmetic", "[nodes]\nfood = { share = 1.0 }", false),
    ]) func page(method: String, tables: String, isGiven: Bool) throws
  {
    let sandbox = try sandbox(method, tables)
    #expect(try sandbox.hsi("report").status == 0)
    let page = try sandbox.read("Reports/index.html")
    let start = try #require(page.range(of: "\"nodes\":[")?.upperBound)
    let end = try #require(page.range(of: "\"indicators\":", range: start..<page.endIndex)?.lowerBound)
    #expect(page[start..<end].contains("\"scores\":[") == isGiven)
    #expect(page[start..<end].contains("\"share\":1") == tables.contains("share"))
  }
}
