import Foundation
import Testing

/// The lenses of Weights/ on the figures of Data/.
@Suite("The lenses that are shipped") struct ShippedLensTests {
  private static var hsi: Program { Program(folder: repository) }

  private static func json(_ arguments: [String]) throws -> Any {
    let run = try hsi.run(arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONSerialization.jsonObject(with: Data(run.output.utf8))
  }

  @Test("each ranks at least four in five of the members and observer states of the United Nations")
  func rank() throws {
    let lenses = try #require(try Self.json(["lenses"]) as? [[String: Any]])
    #expect(lenses.count >= 6)
    for lens in lenses {
      let name = try #require(lens["name"] as? String)
      #expect(lens["countries"] as? Int == 195, "\(name)")
      #expect(lens["ranked"] as? Int ?? 0 >= 156, "\(name)")
    }
  }

  @Test("each has a title, a tradition, a rationale and references") func documented() throws {
    let lenses = try #require(try Self.json(["lenses"]) as? [[String: Any]])
    for name in lenses.compactMap({ $0["name"] as? String }) {
      let lens = try #require(try Self.json(["lenses", "show", name]) as? [String: Any])
      for key in ["title", "tradition"] { #expect((lens[key] as? String)?.isEmpty == false, "\(name)") }
      #expect((lens["rationale"] as? String)?.count ?? 0 > 200, "\(name)")
      #expect((lens["references"] as? [String])?.isEmpty == false, "\(name)")
    }
  }

  @Test("hsi check has neither an error nor a warning about any of them") func checked() throws {
    let findings = try #require(try Self.json(["check", "--as-of", "2026"]) as? [[String: Any]])
    let doubtful = findings.filter {
      $0["severity"] as? String != "note" || ($0["file"] as? String)?.hasPrefix("Weights/") == true
    }
    #expect(doubtful.isEmpty, "\(doubtful)")
  }

  @Test("realist and liberal goalposts of arms point in opposite directions") func directions() throws {
    let rows = try Self.hsi("lenses", "show", "liberal", "--format", "csv").output.split(separator: "\n").map
    { $0.split(separator: ",") }
    for id in ["military-effort"] {
      let row = try #require(rows.first { $0[0] == "goalposts of \(id)" })
      let posts = [row[1], row[2]].map { text in
        text.components(separatedBy: " to ").compactMap { Double($0) }
      }
      #expect(posts[0].count == 2 && posts[0] == posts[1].reversed(), "\(id)")
      #expect(posts[1][1] > posts[1][0], "in the catalogue, more arms are safer: \(id)")
    }
  }

  @Test(
    "realist and neorealist have one dimension, and bounds over the weights of its indicators",
    arguments: ["realist", "neorealist"]) func oneDimension(lens: String) throws
  {
    let object = try #require(
      try Self.json(["audit", "--lens", lens, "--level", "indicator", "--table", "rank-bounds"])
        as? [String: Any])
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.count > 140 && rows.allSatisfy { $0["exact"] as? Bool == true })
    #expect(rows.contains { $0["best"] as? Int ?? 0 < $0["worst"] as? Int ?? 0 })
    let notes = try #require(object["notes"] as? [String])
    #expect(notes.contains { $0.contains("the score of the nearest node above it") })
  }

  @Test("hsi lenses show prints the scheme and the weights that come of it") func schemes() throws {
    func rows(_ lens: String) throws -> [[Substring]] {
      try Self.hsi("lenses", "show", lens, "--format", "csv").output.split(separator: "\n").map {
        $0.split(separator: ",")
      }
    }
    let pca = try rows("pca")
    #expect(pca.contains(["weights", "pca", "as numbers", "true"]))
    #expect(pca.contains { $0[0] == "weight of political" && Double($0[1]) ?? 1 < 1 / 7.0 })
    #expect(pca.contains(["weight of gni-per-capita in economic/income", "0.5", "0.5", "false"]))
    let own = try Self.hsi("lenses", "show", "benefit-of-the-doubt").output
    #expect(own.contains("benefit_of_the_doubt") && own.contains("each country's own, "))
    let score = try Self.hsi("explain", "NOR", "--lens", "benefit-of-the-doubt").output
    #expect(score.contains("by the country's own best weights"))
    let compared = try Self.hsi("compare", "pca", "benefit-of-the-doubt").output
    #expect(compared.contains("Under benefit-of-the-doubt each country has dimension weights of its own."))
  }

  @Test("the finding that the README quotes is what hsi compare prints") func quoted() throws {
    let readme = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
    let quotes = readme.split(separator: "\n").filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }.joined(
      separator: " ")
    let sentences = quotes.components(separatedBy: ". ")
    #expect(sentences.count == 3)
    let output = try Self.hsi("compare").output
    for sentence in sentences { #expect(output.contains(sentence), "\(sentence)") }
  }
}
