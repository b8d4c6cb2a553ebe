import Diagnostics
import Foundation
import HumanSecurityIndex
import IndexModel
import Tabular
import Testing

@Suite("hsi init") struct InitTests {
  /// The program, in a folder of its own without any index.
  static func emptyFolder() throws -> Sandbox {
    let sandbox = try Sandbox()
    for name in try sandbox.names(in: ".") { try sandbox.remove(name) }
    return sandbox
  }

  @Test("the new index scores, is reported, and nothing in it is wrong or doubtful") func scores() throws {
    let sandbox = try Self.emptyFolder()
    let run = try sandbox.hsi("init", "my index")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasSuffix("Next:\n  cd 'my index'\n  hsi score\n  hsi report\n"), "\(run.output)")
    #expect(run.output.contains("All of its figures are invented"))
    #expect(try sandbox.names(in: ".") == ["my index"])
    #expect(try sandbox.names(in: "my index") == ["Data", "README.md", "Weights"])
    let inside = Program(folder: sandbox.folder.appending(path: "my index"), owner: sandbox)
    let score = try inside("score")
    #expect(score.status == 0 && score.errors.isEmpty, "\(score.errors)")
    #expect(score.output.contains("2024: 8 of 8 countries ranked"), "\(score.output)")
    let check = try inside("check", "--as-of", "2026", "--fail-on", "note")
    #expect(check.status == 0 && check.output == "errors: 0, warnings: 0, notes: 0\n", "\(check.output)")
    let report = try inside("report")
    #expect(report.status == 0 && report.errors.isEmpty, "\(report.errors)")
  }

  @Test("the present folder is filled where it is empty, and is not replaced by another") func present()
    throws
  {
    let sandbox = try Self.emptyFolder()
    let number = {
      try FileManager.default.attributesOfItem(atPath: sandbox.folder.path)[.systemFileNumber] as? Int
    }
    let before = try number()
    let run = try sandbox.hsi("init")
    #expect(run.status == 0 && run.output.hasSuffix("Next:\n  hsi score\n  hsi report\n"), "\(run.errors)")
    #expect(try sandbox.names(in: ".") == ["Data", "README.md", "Weights"])
    #expect(try number() == before)
    #expect(try sandbox.names(in: "Weights") == ["\(sandbox.folder.lastPathComponent).toml"])
    #expect(try sandbox.hsi("score", "--top", "1").status == 0)
  }

  @Test("what a killed run left in an empty folder is no file of the user's") func leftovers() throws {
    let sandbox = try Self.emptyFolder()
    try sandbox.write("new/.hsi-new/Data/countries.csv", "iso3")
    #expect(try sandbox.hsi("init", "new").status == 0)
    #expect(try sandbox.names(in: "new") == ["Data", "README.md", "Weights"])
  }

  @Test("a folder that holds anything, and a file, are refused and stay as they are") func refused() throws {
    let sandbox = try Self.emptyFolder()
    try sandbox.write("old/notes.txt", "mine")
    let run = try sandbox.hsi("init", "old/")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.errors.hasPrefix("old: error: \"old\" is not empty: it holds notes.txt [not-empty]"),
      "\(run.errors)")
    #expect(try sandbox.names(in: "old") == ["notes.txt"])
    let file = try sandbox.hsi("init", "old/notes.txt")
    #expect(file.status == 2 && file.errors.contains("[not-a-folder]"), "\(file.errors)")
    #expect(try sandbox.read("old/notes.txt") == "mine")
    for name in ["", "a\u{1B}[1m", ".hidden"] { #expect(try sandbox.hsi("init", name).status == 2) }
    let again = try sandbox.hsi("init")
    #expect(again.status == 2 && again.errors.contains("it holds old"))
  }

  @Test("where nothing can be written, nothing is left") func unwritable() throws {
    let sandbox = try Self.emptyFolder()
    try sandbox.write("file", "")
    let run = try sandbox.hsi("init", "file/new")
    #expect(run.status == 1 && run.errors.contains("[cannot-write]"), "\(run.errors)")
    #expect(try sandbox.names(in: ".") == ["file"])
  }

  /// The lines of the lens that show a key which is not in force.
  static func shown(_ lens: String) throws -> [Substring] {
    let assignment = try Regex("# [a-z_-]+ = .*")
    // `weights = "equal"` stands in the place of the table of that name.
    return try lens.split(separator: "\n").filter {
      try assignment.wholeMatch(in: $0) != nil && !$0.hasPrefix("# weights =")
    }
  }

  @Test("the lens has every key that a lens may have, each in its table") func keys() throws {
    let sandbox = try Self.emptyFolder()
    #expect(try sandbox.hsi("init", "own").status == 0)
    var lens = try sandbox.read("own/Weights/own.toml")
    for line in try Self.shown(lens) { lens = lens.replacingOccurrences(of: line, with: line.dropFirst(2)) }
    var findings = Findings()
    let root = try #require(TOMLDocument(SourceText(name: "own.toml", lens), into: &findings)).root
    #expect(findings.isEmpty, "\(findings.all.map(\.text))")
    func keys(_ table: String? = nil) -> Set<String> {
      Set((table.map { root[key: $0] } ?? root)?.members?.map(\.key) ?? [])
    }
    #expect(keys() == Set(LensReader.keys))
    #expect(keys("index") == Set(PublishedIndex.keys))
    #expect(keys("audit") == Set(AuditThresholds.keys.map(\.name)))
    #expect(keys("aggregation") == Set(LensReader.aggregationKeys + ["health"]))
  }

  @Test("each key that is not in force is understood once it is") func examples() throws {
    let sandbox = try Self.emptyFolder()
    #expect(try sandbox.hsi("init", "own").status == 0)
    let lens = try sandbox.read("own/Weights/own.toml")
    let shown = try Self.shown(lens)
    #expect(shown.count > 8)
    for line in shown {
      try sandbox.write(
        "own/Weights/own.toml", lens.replacingOccurrences(of: line, with: String(line.dropFirst(2))))
      let text = try sandbox.hsi("check", "--data", "own/Data", "--as-of", "2026").output
      let wrong = [
        "unknown-key", "wrong-type", "unknown-method", "out-of-range", "unknown-indicator", "toml",
      ]
      #expect(!wrong.contains { text.contains("[\($0)") }, "\(line): \(text)")
    }
  }

  @Test("the only lens beside the figures is the default one, whatever it is called") func onlyLens() throws {
    let sandbox = try Self.emptyFolder()
    #expect(try sandbox.hsi("init", "own").status == 0)
    for command in ["score", "explain", "cite"] {
      let run = try sandbox.hsi.run([command, "--data", "own/Data"] + (command == "explain" ? ["UTO"] : []))
      #expect(run.status == 0, "\(run.errors)")
    }
    try sandbox.write("own/Weights/other.toml", try sandbox.read("own/Weights/own.toml"))
    let two = try sandbox.hsi("score", "--data", "own/Data")
    #expect(two.status == 1 && two.errors.contains("choose one with --lens: other, own"), "\(two.errors)")
  }
}
