import Diagnostics
import Foundation
import HumanSecurityIndex
import IndexModel
import Ingest
import Reporting
import Scoring
import Spreadsheets
import Tabular
import Testing
import Warehouse

@testable import hsi

/// The catalogue of findings against the sources and the documentation.
@Suite("The catalogue of findings") struct FindingCatalogueTests {
  /// The identifiers that the program lists.
  static func listed() throws -> [String] {
    let text = try Program(folder: repository)("check", "--list", "--format", "json").output
    let array = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]])
    return array.compactMap { $0["identifier"] }
  }

  @Test("every kind has a name of its own, in kebab-case, and they stand in order") func identifiers() throws
  {
    let listed = try Self.listed()
    #expect(listed.count > 100)
    #expect(listed == Set(listed).sorted())
    let kebabCase = try Regex("[a-z]+(-[a-z]+)*")
    #expect(try listed.filter { try kebabCase.wholeMatch(in: $0) == nil } == [])
  }

  @Test("every kind has a meaning without a full stop and a remedy in a full sentence") func sentences() {
    for kind in FindingCatalogue.hsi.all {
      let first = kind.meaning.prefix { $0 != " " }
      #expect(first.contains(".") || first.first?.isLowercase == false, "\(kind.identifier)")
      #expect(kind.meaning.last != ".", "\(kind.identifier)")
      #expect(kind.remedy.first?.isUppercase == true, "\(kind.identifier)")
      #expect(kind.remedy.last == "." && kind.remedy.contains(" "), "\(kind.identifier)")
    }
  }

  @Test("an error of any kind comes with a remedy, its own or that of its kind") func remedies() {
    for kind in FindingCatalogue.hsi.all {
      let error = Diagnostic(kind.as(.error), "it is wrong")
      #expect(error.remedy == kind.advice && !error.remedy.isEmpty && error.text.contains("\n  = "))
      #expect(Diagnostic(kind.as(.error), "it is wrong", remedy: "mend it").remedy == "mend it")
    }
    var findings = Findings()
    for _ in 0...Findings.limit { findings.append(.tables.unreadableFile, "it is wrong") }
    #expect(findings.all.last?.remedy == "", "a line that counts has nothing to say")
  }

  @Test("a declared kind is named in the code as people know it") func names() {
    let parts: [any FindingKinds] = [
      FindingKind.tables, FindingKind.figures, FindingKind.checks, FindingKind.framework,
      FindingKind.countries, FindingKind.catalogue, FindingKind.lenses, FindingKind.scoring,
      FindingKind.scores, FindingKind.imports, FindingKind.replacements, FindingKind.fetching,
      FindingKind.folders, FindingKind.settings, FindingKind.audits, FindingKind.commands, FindingKind.shared,
      FindingKind.printing, FindingKind.spreadsheets, FindingKind.exports, FindingKind.accepted,
      FindingKind.vintages, FindingKind.groups, FindingKind.serving, FindingKind.units, FindingKind.warehouse,
    ]
    #expect(parts.flatMap(\.all).count == FindingCatalogue.hsi.all.count)
    for part in parts {
      for case (let label?, let kind as FindingKind) in Mirror(reflecting: part).children {
        #expect(label.lowercased() == kind.identifier.filter { $0 != "-" })
      }
    }
  }

  @Test("a kind that matters less in one place keeps its name, meaning and remedy") func severity() {
    let kind = FindingKind.tables.unreadableFile
    let note = kind.as(.note)
    #expect(kind.severity == .error && note.severity == .note && note != kind)
    #expect(note.identifier == kind.identifier)
    #expect(note.meaning == kind.meaning && note.remedy == kind.remedy)
  }

  @Test("Documentation/diagnostics.md is what hsi check --list prints; see make golden") func page() throws {
    let page = try Program(folder: repository)("check", "--list", "--format", "md").output
    let file = repository.appending(path: "Documentation/diagnostics.md")
    if GoldenTests.isRebaselining { try Data(page.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
    for identifier in try Self.listed() { #expect(page.contains("\n### \(identifier)\n"), "\(identifier)") }
  }

  @Test("the list is a table by default, and needs no data folder") func table() throws {
    let run = try Program(folder: FileManager.default.temporaryDirectory)("check", "--list")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("identifier "))
    #expect(run.output.contains("\nunit-break  "))
    let csv = try Program(folder: repository)("check", "--list", "--format", "csv").output
    #expect(csv.hasPrefix("identifier,severity,meaning,remedy\naccepted-error,error,"))
  }
}
