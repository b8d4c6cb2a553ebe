import Foundation
import Testing

@Suite("hsi audit at its edges: options, verdicts, years, what JSON states") struct AuditEdgeTests {
  @Test(
    "nonsense gets one error that says what may stand there",
    arguments: [
      ("--weights", "", "--weights \"\" is no set of weights; known: box:25%"),
      ("--weights", "box:0%", "--weights box:0% is no set of weights; known"),
      ("--weights", "box:0%", "known: box:25% (any percentage above 0), simplex, ordinal, cone:0.2"),
      ("--weights", "cone:0", "cone:0.2 (any share above 0, up to 1)"),
      ("--weights", "box:25", "no set of weights; did you mean box:25%? known"),
      ("--weights", "BOX:25%", "no set of weights; did you mean box:25%? known"),
      ("--weights", "box:nan%", "--weights box:nan% is no set"),
      ("--weights", "box:0x10%", "--weights box:0x10% is no set"),
      ("--weights", "box:٢٥%", "--weights box:٢٥% is no set"),
      ("--weights", "cone:-0", "--weights cone:-0 is no set"),
      ("--budget", "", "--budget \"\" is no time above 0 and up to a day; write 500ms, 30s, 2m or 1h"),
      ("--budget", "0s", "--budget 0s is no time"), ("--budget", "25h", "--budget 25h is no time"),
      ("--budget", "0x10s", "--budget 0x10s is no time"), ("--budget", "s", "--budget s is no time"),
      ("--samples", "1e3", "--samples 1e3 is not a whole number from 100 to 100000000"),
      ("--samples", "١٢", "--samples ١٢ is not a whole number"),
      ("--samples", "NaN", "--samples NaN is not a whole number"),
      ("--seed", "99999999999999999999", "--seed 99999999999999999999 is not a whole number from 0"),
      ("--seed", "1.5", "--seed 1.5 is not a whole number"), ("--top", "-0", "--top -0 is not"),
      ("--limit", "x", "--programs x is not a whole number from 0 to 1099511627776"),
      ("--threads", "0", "--threads 0 is not a whole number from 1 to 256"),
      ("--level", "", "--level \"\" is not known: it may be dimension or indicator"),
      ("--table", "", "there is no table \"\"; known: acceptability"),
    ]) func nonsense(option: String, value: String, message: String) throws
  {
    let run = try AuditedWorld().audit(option, value)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("Error: ") && run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.components(separatedBy: "Error: ").count == 2)
    #expect(run.errors.contains("\nUsage: hsi audit <options>\n  See 'hsi audit --help'"))
  }

  @Test("what is large, small or odd and yet a value is taken") func odd() throws {
    let world = try AuditedWorld()
    for more in [
      ["--weights", "box:1000%"], ["--weights", "cone:20%"], ["--weights", "box:1"], ["--budget", "1h"],
      ["--seed", "18446744073709551615"], ["--top", "1000000"], ["--limit", "0"], ["--threads", "256"],
    ] {
      let run = try world.sandbox.hsi.run(["audit", "--data", "T/Data", "--table", "stability"] + more)
      #expect(run.status == 0 && run.errors.isEmpty, "\(more) \(run.errors)")
    }
  }

  @Test("everything wrong with a command line is told at once") func allAtOnce() throws {
    let world = try AuditedWorld()
    let arguments = [
      "audit", "--data", "T/Data", "--table", "pair", "--fail-on", "x", "--country", "ARC", "--samples", "1",
      "--seed", "a", "--top", "0", "--limit", "-1", "--budget", "1", "--threads", "0", "--weights", "all",
      "--level", "c", "--format", "csv", "--lens", "a", "--lens", "b",
    ]
    let run = try world.sandbox.hsi.run(arguments)
    // Each option, one --lens too many, and three things that the view of a country has not.
    #expect(run.status == 2 && run.errors.components(separatedBy: "Error: ").count == 15)
    #expect(run.errors.components(separatedBy: "Usage: ").count == 2)
    let json = try world.sandbox.hsi.run(arguments + ["--diagnostics", "json"])
    let lines = json.errors.split(separator: "\n")
    #expect(json.status == 2 && lines.count == 14, "\(json.errors)")
    #expect(lines.allSatisfy { $0.contains("\"identifier\":\"wrong-usage\"") })
  }

  @Test("an empty value behind = does not swallow the next option") func emptyValue() throws {
    let run = try AuditedWorld().audit("--weights=", "--format", "csv", "--samples=")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: --weights= has no value: write it behind the sign, or leave"))
    #expect(run.errors.contains("\nError: --samples= has no value"))
  }

  @Test("--fail-on says which checks failed, whatever is shown; with a country it is refused")
  func failedChecks() throws {
    let world = try AuditedWorld()
    // Over all judgements the ranks of Utopia lie from 1 to 3, say: a half of four countries.
    let lines = "[audit]\nrank_width = 0.01\nomission = 1\nimportance = 100\n"
    try world.lens("strict", dimensions: "arithmetic", more: lines)
    let finding =
      "warning: rank-width: 4 above 0.010: LIL 0.750, UTO 0.500, ARC 0.250, BEN 0.250 [failed-check]\n"
      + "  = name the interval with the rank; or move the line, rank_width under [audit] of the lens\n"
    for more in [["--table", "stability", "--format", "csv"], ["--table", "checks"], []] {
      let run = try world.sandbox.hsi.run(
        ["audit", "--data", "T/Data", "--lens", "strict", "--fail-on", "warn"] + more)
      #expect(run.status == 3 && !run.output.isEmpty)
      #expect(run.errors == finding, "\(run.errors)")
    }
    let json = try world.audit(
      "--lens", "strict", "--fail-on", "warn", "--table", "data", "--diagnostics", "json")
    #expect(json.status == 3 && json.errors.hasPrefix("{\"severity\":\"warning\",\"identifier\":"))
    let view = try world.audit("--country", "ARC", "--fail-on", "note")
    #expect(view.status == 2 && view.errors.contains("--fail-on looks at all countries"))
  }

  @Test("a check that only notes is told as a note, and does not fail --fail-on warn") func noted() throws {
    let world = try AuditedWorld()
    // A half and three quarters are above 0.4 and not above twice that.
    let lines = "[audit]\nrank_width = 0.4\nomission = 1\nimportance = 100\n"
    try world.lens("fair", dimensions: "arithmetic", more: lines)
    let warn = try world.audit("--lens", "fair", "--table", "stability", "--fail-on", "warn")
    #expect(warn.status == 0 && warn.errors.isEmpty, "\(warn.errors)")
    let note = try world.audit("--lens", "fair", "--table", "stability", "--fail-on", "note")
    #expect(note.status == 3 && note.errors.hasPrefix("note: rank-width: 2 above 0.400"), "\(note.errors)")
  }

  @Test("a year that the figures do not reach is told, as hsi score tells it") func years() throws {
    let world = try AuditedWorld()
    for year in ["2030"] {
      let told = try world.sandbox.hsi("score", "--data", "T/Data", "--year", year).errors
      #expect(told.contains("in \(year) less than half of the weight") && told.contains("2020 to 2020"))
      for more in [
        [], ["--table", "pairs", "--format", "csv"], ["--table", "central-weights"],
        ["--table", "data", "--format", "json"],
      ] {
        let run = try world.sandbox.hsi.run(
          ["audit", "--data", "T/Data", "--samples", "20000", "--year", year] + more)
        #expect(run.status == 0 && run.errors == told, "\(run.errors)")
      }
    }
    let view = try world.audit("--year", "2030", "--country", "ARC", "--samples", "500")
    #expect(view.status == 0 && view.errors.contains("[year-without-figures]"))
    let both = try world.sandbox.hsi("compare", "--data", "T/Data", "--year", "2030").errors
    #expect(both.contains("warning: under undp-1994, in 2030") && both.contains("under rich, in 2030"))
    let none = try world.audit("--year", "1800", "--samples", "500")
    #expect(none.status == 1 && none.errors.contains("in 1800 no country has a score in any dimension"))
  }

  @Test(
    "JSON states what a table rests on, and nothing else",
    arguments: [
      ("rank-bounds", ["weights"]), ("acceptability", ["weights", "samples", "seed", "drawn"]),
      ("pairs", ["weights", "samples", "seed", "drawn"]), ("importance", []), ("stability", ["top"]),
      ("leave-one-out", []), ("lenses", []), ("correlations", []), ("pca", []),
      ("uncertainty", ["weights", "samples", "seed", "drawn"]),
      ("sensitivity", ["weights", "samples", "seed", "drawn"]),
      ("central-weights", ["weights", "samples", "seed", "drawn"]), ("benefit-of-the-doubt", []),
      ("data", []), ("rank-intervals", ["draws", "seed"]), ("interval-widths", ["draws", "seed"]),
      ("checks", ["weights", "draws", "seed"]), ("confidence-sets", ["samples", "seed", "drawn"]),
    ]) func circumstances(table: String, members: [String]) throws
  {
    let run = try AuditedWorld().audit(
      "--table", table, "--format", "json", "--samples", "1000", "--seed", "18446744073709551615")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let always = ["table", "lens", "year", "partial", "unfinished", "rows", "notes"]
    #expect(Set(object.keys) == Set(always + members), "\(object.keys.sorted())")
    if members.contains("samples") { #expect(object["seed"] as? String == "18446744073709551615") }
  }

  @Test("a reader that goes away changes neither what is done nor the status") func closedPipe() throws {
    let world = try AuditedWorld()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let arguments = ["audit", "--data", "T/Data", "--table", "pairs", "--format", "csv"]
    let run = try world.sandbox.hsi.run(arguments, output: pipe.fileHandleForWriting)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let failing = try world.sandbox.hsi.run(
      arguments + ["--fail-on", "note"], output: pipe.fileHandleForWriting)
    #expect(failing.status == 3 && failing.errors.contains("[failed-check]"))
  }

  @Test("help says what cannot be combined, and when nothing is shown") func help() throws {
    let help = try Sandbox().hsi("audit", "--help").output.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    for text in [
      "Not with --table, --fail-on or --format csv.", "Not with --country.", "its CSV is the table checks",
      "Progress shows on a terminal only.", "500ms, 30s, 2m or 1h",
      "one with errors is left out, with a warning",
    ] { #expect(help.contains(text), "\(text)\n\(help)") }
  }
}
