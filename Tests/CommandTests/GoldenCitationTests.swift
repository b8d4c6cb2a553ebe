import Foundation
import IndexModel
import Reporting
import Testing

@Suite("hsi cite") struct GoldenCitationTests {
  @Test("CITATION.cff is what hsi cite prints; see make golden") func file() throws {
    let text = try Program(folder: repository)("cite", "--format", "cff").output
    let file = repository.appending(path: "CITATION.cff")
    if GoldenTests.isRebaselining { try Data(text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  /// A lens of that index, scored for 2020 from figures of an invented digest.
  static func citation(_ change: (inout PublishedIndex) -> Void) -> Citation {
    var lens = Lens(name: "main")
    lens.title = "Equal weights"
    change(&lens.index)
    return Citation(
      lens, year: 2020, ReportEdition(toolVersion: "1.2.3", vintage: "0123456789abcdef", dataFolder: ""))
  }

  @Test("the sentence names publisher, index, lens, year, vintage and version, each once") func text() {
    let end = "2020, vintage 0123456789ab, made with hsi 1.2.3"
    #expect(Self.citation { _ in }.text == "Equal weights, \(end)")
    #expect(Self.citation { $0.name = "Equal weights" }.text == "Equal weights, \(end)")
    let whole = Self.citation { ($0.name, $0.publisher) = ("Index {year}", "Academy") }
    #expect(whole.text == "Academy, Index {year}, Equal weights, \(end)", "a name is not taken for a place")
    #expect(
      Self.citation { $0.citation = "Academy (2021), Index" }.text
        == "Academy (2021), Index (vintage 0123456789ab, made with hsi 1.2.3)")
  }

  @Test("the page shows the same sentence, in English as it is made here") func page() throws {
    let table = try String(
      contentsOf: repository.appending(path: "Sources/Reporting/Page/Languages/texts.csv"), encoding: .utf8)
    for form in [Citation.form, Citation.ownForm] { #expect(table.contains("\n\"\(form)\",")) }
    let sandbox = try Sandbox()
    try sandbox.edit("Weights/undp-1994.toml", "[aggregation]", "[index]\nname = \"A & B\"\n[aggregation]")
    #expect(try sandbox.hsi("report").status == 0)
    let work = "A \\u0026 B, Three securities of an invented world"
    #expect(try sandbox.read("Reports/index.html").contains("\"work\":\"\(work)\""))
    let cited = try sandbox.hsi("cite").output
    #expect(cited.hasPrefix("A & B, Three securities of an invented world, 2020, vintage "), "\(cited)")
    let manifest = try sandbox.read("Reports/manifest.json")
    let vintage = try #require(cited.components(separatedBy: "vintage ").last?.prefix(12))
    #expect(manifest.contains("\"vintage\": \"\(vintage)"))
  }

  @Test("what TeX takes for commands is written as the signs they are, with braces that pair") func bibTeX() {
    let entry = Self.citation { index in
      index.name = "50 % of {R&D} #1_$ \\x~^"
      index.publisher = "Büro"
    }.bibTeX
    #expect(
      entry == """
        @misc{50-of-r-d-1-x-2020-0123456789ab,
          author       = {{Büro}},
          title        = {{50 \\% of \\textbraceleft{}R\\&D\\textbraceright{} \\#1\\_\\$ \\textbackslash{}x\
        \\textasciitilde{}\\textasciicircum{}: Equal weights}},
          year         = {2020},
          note         = {Reference year 2020, lens main, vintage 0123456789ab, made with hsi 1.2.3}
        }

        """, "\(entry)")
    #expect(entry.count { $0 == "{" } == entry.count { $0 == "}" })
  }

  @Test("the citation file has what CFF 1.2.0 requires, of the program and of the index") func cff() {
    let text = Self.citation { ($0.name, $0.publisher) = ("The \"Index\": a #1", "Academy") }.cff
    for line in [
      "cff-version: 1.2.0", "type: software", "preferred-citation:", "  type: data",
      "  title: \"The \\\"Index\\\": a #1: Equal weights\"", "  year: 2020", "    - name: \"Academy\"",
      "      value: \"sha256:0123456789abcdef\"",
      "message: \"Cite the index as: Academy, The \\\"Index\\\": a #1, Equal weights, 2020, vintage 0123456789ab, "
        + "made with hsi 1.2.3\"",
    ] { #expect(text.contains(line + "\n"), "\(line) is not in\n\(text)") }
    #expect(Self.citation { _ in }.cff.contains("    - name: \"Anonymous\"\n"))
  }
}
