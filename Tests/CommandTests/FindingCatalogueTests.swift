import Foundation
import Testing

/// The catalogue of findings against the sources and the documentation.
@Suite("The catalogue of findings")
struct FindingCatalogueTests {
  /// The identifiers that the program lists.
  static func listed() throws -> [String] {
    let text = try Program(folder: repository)("check", "--list", "--format", "json").output
    let array = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]])
    return array.compactMap { $0["identifier"] }
  }

  /// All sources but the catalogue itself.
  static func sources() throws -> String {
    let folder = repository.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var text = ""
    for case let file as String in files where file.hasSuffix(".swift") {
      if file.contains("FindingKind") { continue }
      text += try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
    return text
  }

  /// What stands where an identifier stands: after a severity, or first in a call that makes a finding.
  static func used(in sources: String) throws -> Set<String> {
    let start =
      #"(?:[(,]\s*\.(?:error|warning|note),|\b(?:wrong|one|note|FetchProblem|transient)\(|return \()\s*"#
    let expression = try Regex(start + #""([a-z]+(?:-[a-z]+)*)""#, as: (Substring, Substring).self)
    return Set(sources.matches(of: expression).map { String($0.output.1) })
  }

  @Test("every identifier of the sources is in the catalogue, and the other way round")
  func complete() throws {
    let listed = try Self.listed()
    let sources = try Self.sources()
    let used = try Self.used(in: sources)
    #expect(used.count > 60)
    #expect(used.subtracting(listed).sorted() == [], "add them to Reporting/FindingKinds")
    let unused = listed.filter { !sources.contains("\"\($0)\"") }
    #expect(unused == [], "no source reports them any more")
    #expect(listed == Set(listed).sorted())
  }

  @Test("Documentation/diagnostics.md is what hsi check --list prints; see make golden")
  func page() throws {
    let page = try Program(folder: repository)("check", "--list", "--format", "md").output
    let file = repository.appending(path: "Documentation/diagnostics.md")
    if GoldenTests.isRebaselining { try Data(page.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
    for identifier in try Self.listed() {
      #expect(page.contains("\n### \(identifier)\n"), "\(identifier)")
    }
  }

  @Test("the list is a table by default, and needs no data folder")
  func table() throws {
    let run = try Program(folder: FileManager.default.temporaryDirectory)("check", "--list")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("identifier "))
    #expect(run.output.contains("\nunit-break  "))
    let csv = try Program(folder: repository)("check", "--list", "--format", "csv").output
    #expect(csv.hasPrefix("identifier,severity,meaning,example,remedy\nambiguous-name,error,"))
  }
}
