import Diagnostics
import Foundation
import HumanSecurityIndex
import Audit
import Testing

@Suite("Accepted findings") struct AcceptedTests {
  static let reason = ["--reason", "a census of 2020"]
  static let header = "finding,subject,reason,date\n"

  @Test("a finding that is accepted fails nothing, is counted, and is shown when asked for") func accepted()
    throws
  {
    let sandbox = try Sandbox()
    let check = ["check", "--as-of", "2021", "--fail-on", "warning"]
    #expect(try sandbox.hsi.run(check).status == 3)
    let run = try sandbox.hsi.run(["check", "--as-of", "2021", "--accept", "undocumented"] + Self.reason)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "accepted in accepted.csv:\n  undocumented: Data/indicators.csv: people\n")
    let lines = try sandbox.read("accepted.csv").split(separator: "\n")
    #expect(lines[0] + "\n" == Self.header)
    let date = try Regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")
    #expect(lines[1].hasPrefix("undocumented,Data/indicators.csv: people,a census of 2020,"))
    #expect(try date.wholeMatch(in: lines[1].suffix(10)) != nil)
    let quiet = try sandbox.hsi.run(check)
    #expect(quiet.status == 0)
    #expect(quiet.output == "errors: 0, warnings: 0, notes: 0, accepted: 1 (--with-accepted shows them)\n")
    let shown = try sandbox.hsi.run(check + ["--with-accepted"]).output
    #expect(shown.contains("people has no reference [undocumented]"))
    #expect(
      shown.hasSuffix("\n  = accepted: a census of 2020\nerrors: 0, warnings: 0, notes: 0, accepted: 1\n"))
    let csv = try sandbox.hsi.run(check + ["--with-accepted", "--format", "csv"]).output
    #expect(csv.hasPrefix("severity,identifier,file,line,column,message,remedy,accepted\n"))
    #expect(csv.hasSuffix(",a census of 2020\n"))
  }

  @Test("what is new fails all the same, and lines may shift") func new() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi.run(["check", "--accept", "undocumented"] + Self.reason)
    let catalogue = try sandbox.read("Data/indicators.csv").split(separator: "\n", maxSplits: 1)
    // A documented series above it: the line of the accepted finding is another.
    let more =
      "births,,Births,people,,,none,,,,,0,,,Invented census,Academy of Lagado,CC0 1.0,counted,people.csv"
    try sandbox.write("Data/indicators.csv", "\(catalogue[0])\n\(more)\n\(catalogue[1])")
    #expect(try sandbox.hsi("check", "--as-of", "2021", "--fail-on", "warning").status == 0)
    try sandbox.edit("Data/indicators.csv", "CC0 1.0,counted", "CC0 1.0,")
    let run = try sandbox.hsi("check", "--as-of", "2021", "--fail-on", "warning")
    #expect(run.status == 3 && run.output.contains("births has no reference"), "\(run.output)")
    #expect(run.output.contains("warnings: 1, notes: 0, accepted: 1"))
  }

  @Test("the data folder may stand elsewhere: a subject begins with Data/") func elsewhere() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi.run(["check", "--accept", "undocumented"] + Self.reason)
    let path = sandbox.folder.path
    let run = try Program(folder: FileManager.default.temporaryDirectory)(
      "check", "--data", "\(path)/Data", "--as-of", "2021", "--fail-on", "warning")
    #expect(run.status == 0, "\(run.output)")
  }

  @Test("what no longer occurs is noted where it was looked for") func gone() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "accepted.csv",
      Self.header + "undocumented,Data/indicators.csv: people,known,2026-01-31\n"
        + "at-an-end,Data/indicators.csv: jobless,known,2024-02-29\n")
    let run = try sandbox.hsi("check", "--as-of", "2021")
    #expect(
      run.output.contains(
        "accepted.csv:3:1: note: at-an-end of Data/indicators.csv: jobless no longer occurs [accepted-gone]"),
      "\(run.output)")
    #expect(run.output.contains("it was accepted on 2024-02-29: known"))
    #expect(!(try sandbox.hsi("check", "--only", "undocumented").output.contains("accepted-gone")))
    #expect(!(try sandbox.hsi("check", "--lens", "undp-1994").output.contains("accepted-gone")))
  }

  @Test("each mistake in accepted.csv is an error with its place, all at once") func malformed() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "accepted.csv",
      Self.header + "undocumentd,x,y,2026-01-31\nbad-year,x,y,2026-01-31\nlow-coverage,,y,2026-01-31\n"
        + "low-coverage,x, ,2026-01-31\nlow-coverage,x,y,2026-02-29\nlow-coverage,z,y,2026-01-31\n"
        + "low-coverage,z,y,2026-01-31\n")
    let run = try sandbox.hsi("check", "--as-of", "2021")
    #expect(run.status == 1)
    for (place, kind) in [
      ("2:1", "accepted-unknown"), ("3:1", "accepted-error"), ("4:14", "accepted-incomplete"),
      ("5:16", "accepted-incomplete"), ("6:18", "accepted-incomplete"), ("8:14", "accepted-twice"),
    ] {
      let lines = run.output.split(separator: "\n")
      #expect(
        lines.contains { $0.hasPrefix("accepted.csv:\(place): error: ") && $0.hasSuffix("[\(kind)]") },
        "\(place) \(kind): \(run.output)")
    }
    #expect(run.output.contains("did you mean \"undocumented\"?"))
    #expect(try sandbox.hsi.run(["check", "--accept", "undocumented"] + Self.reason).status == 1)
    try sandbox.write("accepted.csv", "finding,subject\n")
    #expect(try sandbox.hsi("check").output.contains("the column \"reason\" is missing"))
  }

  @Test("nothing is accepted that is an error, does not occur, or has no reason") func refused() throws {
    let sandbox = try Sandbox()
    for (arguments, text) in [
      (["--accept", "undocumented"], "--accept needs --reason"),
      (["--accept", "bad-year"] + Self.reason, "bad-year is an error"),
      (["--accept", "undocumentd"] + Self.reason, "did you mean \"undocumented\"?"),
      (Self.reason, "--reason needs --accept"),
      (["--accept", "at-an-end"] + Self.reason, "no at-an-end is found that is not accepted already"),
      (
        ["--accept", "undocumented", "--subject", "income"] + Self.reason,
        "no undocumented about income is found"
      ),
    ] {
      let run = try sandbox.hsi.run(["check"] + arguments)
      #expect(run.status == 2 && run.errors.contains(text), "\(run.errors)")
    }
    #expect(!sandbox.exists("accepted.csv"))
  }

  @Test("of a kind that a file has too often to be listed, the file as a whole is accepted, and only so")
  func many() throws {
    let sandbox = try Sandbox()
    let row = "x,,X,people,,,none,,,,,0,,,Invented census,Academy of Lagado,CC0 1.0,,people.csv\n"
    let rows = (0..<30).map { row.replacingOccurrences(of: "x,,X", with: "x\($0),,X \($0)") }.joined()
    try sandbox.write("Data/indicators.csv", try sandbox.read("Data/indicators.csv") + rows)
    let pieces = (0..<30).map { "undocumented,Data/indicators.csv: x\($0),known,2026-01-31\n" }.joined()
    try sandbox.write("accepted.csv", Self.header + pieces)
    let check = ["check", "--as-of", "2021", "--only", "undocumented", "--fail-on", "warning"]
    #expect(try sandbox.hsi.run(check).status == 3, "eleven of them are not listed and nobody has seen them")
    try sandbox.remove("accepted.csv")
    let accept = try sandbox.hsi.run(["check", "--accept", "undocumented"] + Self.reason)
    #expect(
      accept.output == "accepted in accepted.csv:\n  undocumented: Data/indicators.csv\n", "\(accept.output)")
    let run = try sandbox.hsi.run(check)
    #expect(run.status == 0 && run.output.contains("accepted: 31 "), "\(run.output)")
  }

  @Test("a subject has the indicators and countries of the message, else the message without its numbers")
  func subjects() throws {
    let sandbox = try Sandbox()
    var findings = Findings()
    let catalogue = Catalogue(try DataFolder("\(sandbox.folder.path)/Data"), into: &findings)
    let subjects = FindingSubjects(catalogue)
    func subject(_ message: String, _ file: String? = nil) -> String {
      subjects.subject(
        of: Diagnostic(.checks.unitSlip, message, at: file.map { .init(file: $0, line: 7, column: 2) }))
    }
    let data = "\(sandbox.folder.path)/Data"
    #expect(
      subject("jobless of Utopia is 50 in 2019 and 1 in 2020", "\(data)/economic/jobless.csv")
        == "Data/economic/jobless.csv: jobless, Utopia")
    #expect(subject("no outline of LIL, BEN and income") == "income, Bensalem, Lilliput")
    #expect(subject("Utopian and jobless-rate: 1,234.5 of 7") == "Utopian and jobless-rate: # of #")
    #expect(
      subject("it has 3 rows", "\(sandbox.folder.path)/Weights/a.toml") == "Weights/a.toml: it has # rows")
  }

  @Test("SARIF has what is accepted as suppressed, and says of all others that they are not") func sarif()
    throws
  {
    let sandbox = try Sandbox()
    #expect(try SARIFTests.run(sandbox)["results"].map { "\($0)" }?.contains("suppressions") == false)
    _ = try sandbox.hsi.run(["check", "--accept", "undocumented"] + Self.reason)
    try sandbox.write("Data/food/hunger.csv", "iso3,year,value\nARC,2020,1\n")
    let results = try #require(try SARIFTests.run(sandbox)["results"] as? [[String: Any]])
    for result in results {
      let suppressions = try #require(result["suppressions"] as? [[String: String]])
      let isAccepted = result["ruleId"] as? String == "undocumented"
      #expect(suppressions.count == (isAccepted ? 1 : 0))
      if isAccepted {
        #expect(
          suppressions[0] == ["kind": "external", "status": "accepted", "justification": "a census of 2020"])
      }
    }
    #expect(results.count >= 2)
  }

  @Test("no check of an audit is called as a finding is: a row of accepted.csv means one of them")
  func names() {
    let findings = Set(FindingCatalogue.hsi.all.map(\.identifier))
    #expect(AuditCheck.Kind.allCases.filter { findings.contains($0.rawValue) } == [])
  }

  @Test("a failed check of an audit is accepted by lens and subject; others fail on") func audit() throws {
    let world = try AuditedWorld()
    let lines = "[audit]\nrank_width = 0.01\nomission = 1\nimportance = 100\n"
    try world.lens("strict", dimensions: "arithmetic", more: lines)
    let audit = ["--lens", "strict", "--table", "stability", "--samples", "500"]
    func run(_ more: String...) throws -> Program.Run {
      try world.sandbox.hsi.run(["audit", "--data", "T/Data"] + audit + more)
    }
    let accepted = try run("--accept", "rank-width", "--subject", "LIL", "--reason", "few judgements")
    #expect(
      accepted.status == 0 && accepted.output.hasSuffix("  rank-width: strict: LIL\n"), "\(accepted.errors)")
    let some = try run("--fail-on", "warning")
    #expect(some.status == 3 && !some.errors.contains("LIL") && some.errors.contains("rank-width: 3 above"))
    #expect(some.errors.contains("1 failed check accepted in T/accepted.csv: --with-accepted shows it"))
    #expect(try run("--accept", "rank-width", "--reason", "few judgements").status == 0)
    let all = try run("--fail-on", "warn", "--with-accepted")
    #expect(all.status == 0 && all.errors.contains("accepted: rank-width of strict: LIL: few judgements"))
    #expect(try run("--fail-on", "error").status == 0)
    try world.lens("strict", dimensions: "arithmetic", more: lines.replacing("0.01", with: "1"))
    let gone = try run("--fail-on", "note").errors
    #expect(gone.contains("rank-width of strict: LIL no longer occurs [accepted-gone]"), "\(gone)")
    #expect(try run("--accept", "rankwidth", "--reason", "x").errors.contains("did you mean \"rank-width\"?"))
  }
}
