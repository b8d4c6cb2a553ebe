import Foundation
import Testing

@Suite("Links between pages") struct LinkTests {
  static func pages() throws -> [String] {
    try ReadmeTests.pages() + [
      "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "DATA.md", "SECURITY.md", "Examples/README.md",
    ]
  }

  @Test("each link leads to a file that is there, and to a heading of it", arguments: try pages()) func lead(
    page: String
  ) throws {
    let file = repository.appending(path: page)
    for link in links(in: try String(contentsOf: file, encoding: .utf8)) {
      let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let target = parts[0].isEmpty ? file : file.deletingLastPathComponent().appending(path: parts[0])
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link)")
      guard parts.count > 1, target.pathExtension == "md" else { continue }
      let anchors = anchors(of: try String(contentsOf: target, encoding: .utf8))
      #expect(anchors.contains(parts[1]), "\(page): \(link)")
    }
  }

  @Test("a link is what stands in brackets behind brackets, addresses apart") func syntax() {
    #expect(links(in: "[a](b.md#c) `d` [e](https://f) ![g](h.png)") == ["b.md#c", "h.png"])
    let page = "## Why this, what *if*\n<a id=\"x-y\"></a>\n"
    #expect(anchors(of: page) == ["why-this-what-if", "x-y"])
  }

  /// What relative links of a Markdown page lead to.
  private func links(in text: String) -> [String] {
    text.components(separatedBy: "](").dropFirst().compactMap { rest in
      guard let end = rest.firstIndex(of: ")") else { return nil }
      let link = String(rest[..<end])
      return link.contains("://") ? nil : link
    }
  }

  /// The names under which headings are reached, as GitHub makes them, and those that are set by hand.
  private func anchors(of text: String) -> Set<String> {
    var found: Set<String> = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#") {
        let words = line.drop { $0 == "#" }.dropFirst().lowercased()
        let kept = words.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
        found.insert(kept.replacing(" ", with: "-"))
      } else if let id = line.firstRange(of: "<a id=\"") {
        found.insert(String(line[id.upperBound...].prefix { $0 != "\"" }))
      }
    }
    return found
  }
}
