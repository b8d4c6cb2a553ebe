import Diagnostics
import Foundation
import Testing

/// A world whose names, files and servers try to steer the reader's terminal, editor or page.
@Suite("A hostile world") struct HostileWorldTests {
  /// What no reader of tables lets through, and what stands in a name without harm until it is printed.
  private static let codes = "\u{1B}]8;;http://x\u{7}\u{9B}31m\u{202E}\u{2066}"
  private static let marks = "\r\u{200F}\u{61C}\u{2028}y"
  private static let file = "un\u{1B}[2J\u{9B}\u{202E}\rused.csv"

  /// - Parameter isRefused: whether the names hold what makes them errors.
  private func world(isRefused: Bool) throws -> Sandbox {
    let sandbox = try Sandbox()
    let name = isRefused ? Self.codes + Self.marks : Self.marks
    try sandbox.edit("Data/countries.csv", "Arcadia,", "\"Arc\(name)\",")
    try sandbox.edit("Data/countries.csv", "Southern Europe", "\"South\(name)\"")
    for text in ["Income per person", "% of workers", "Invented survey", "Ministry of Plenty"] {
      let table = try sandbox.read("Data/indicators.csv")
      try sandbox.write(
        "Data/indicators.csv", table.replacingOccurrences(of: text, with: "\"\(text)\(name)\""))
    }
    let file = "in\(name)come.csv".replacingOccurrences(of: "/", with: "")
    let incomes = try sandbox.read("Data/economic/income.csv")
    try sandbox.remove("Data/economic/income.csv")
    try sandbox.write("Data/economic/\(file)", incomes)
    try sandbox.write("Data/\(Self.file)", "unused")
    let rows = try sandbox.read("Data/indicators.csv").split(separator: "\n").map {
      $0.hasPrefix("income,") ? $0 + "\"economic/\(file)\"" : $0
    }
    try sandbox.write("Data/indicators.csv", rows.joined(separator: "\n") + "\n")
    let lens = try sandbox.read("Weights/undp-1994.toml")
    let title = isRefused ? "\\u001B[2J\\u009B\\u202E" : "\\r\\u200F\\u2028"
    try sandbox.write(
      "Weights/ev\u{1B}[2J\u{9B}\u{202E}\ril.toml",
      lens.replacingOccurrences(of: "Three securities", with: title + "Three securities"))
    try sandbox.write(
      "jobs\u{1B}\u{9B}.csv", "Entity,Code,Year,J\u{9B}\u{1B}\nA\u{202E}\u{1B}b,ARC,2020,\u{9B}5\n")
    return sandbox
  }

  private static let questions: [[String]] = [
    ["score"], ["score", "--level", "indicator"], ["score", "--years", "2018-2020"], ["explain", "ARC"],
    ["whatif", "ARC", "--set", "income=+10%"], ["compare", "ARC", "BEN"], ["audit", "--samples", "200"],
    ["audit", "--table", "lenses"], ["audit", "--country", "ARC"], ["lenses"],
    ["lenses", "show", "undp-1994"], ["score", "--lens", "Weights/ev\u{1B}[2J\u{9B}\u{202E}\ril.toml"],
    ["neighbours", "ARC"], ["dilemma"], ["check"], ["check", "--list"], ["indicators"],
    ["indicators", "income"],
  ]

  private func expectNone(_ text: String, _ what: String) {
    let found = text.unicodeScalars.filter { Diagnostic.isUnprintable($0) && $0 != "\n" && $0 != "\t" }
    #expect(found.isEmpty, "\(what): \(found.map { String($0.value, radix: 16) }.prefix(5))")
  }

  @Test("prints no control character, whatever is asked in whatever format", arguments: [true, false])
  func questions(isRefused: Bool) throws {
    let sandbox = try world(isRefused: isRefused)
    var answered = 0
    for question in Self.questions {
      for format in ["table", "csv", "json", "md"] + (question == ["check"] ? ["sarif"] : []) {
        for diagnostics in ["text", "json"] {
          let run = try sandbox.hsi.run(question + ["--format", format, "--diagnostics", diagnostics])
          #expect([0, 1, 2].contains(run.status), "\(question)")
          if run.status == 0 { answered += 1 }
          expectNone(run.output + run.errors, "\(question) \(format) \(diagnostics)")
        }
      }
    }
    // Else nothing was tried but messages.
    #expect(answered > (isRefused ? 7 : 70))
  }

  @Test("writes no control character on any page of a report") func report() throws {
    let sandbox = try world(isRefused: false)
    let run = try sandbox.hsi("report", "--lens", "Weights/ev\u{1B}[2J\u{9B}\u{202E}\ril.toml")
    #expect(run.status == 0, "\(run.errors)")
    expectNone(run.output + run.errors, "report")
    for page in try UserFilesTests.pages(sandbox) { expectNone(try sandbox.read("Reports/\(page)"), page) }
    let csv = try sandbox.hsi("score", "--format", "csv", "--output", "out.csv")
    #expect(csv.status == 0)
    expectNone(try sandbox.read("out.csv"), "out.csv")
  }

  @Test("imports, sniffs and updates without one") func imports() throws {
    let sandbox = try world(isRefused: false)
    let file = "jobs\u{1B}\u{9B}.csv"
    for arguments in [
      ["sniff", file], ["sniff", file, "--format", "json"], ["import", file],
      ["import", file, "--indicator", "jobless"],
      ["import", file, "--indicator", "jobless", "--force", "--missing", "\u{9B}5"],
      ["import", file, "--indicator", "\u{9B}"],
    ] {
      let run = try sandbox.hsi.run(arguments)
      expectNone(run.output + run.errors, "\(arguments)")
    }
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in
      [.reply(404, ["Content-Type": "text/plain"], Self.codes + Self.marks)]
    }
    let run = try trial.update()
    #expect(run.status == 1)
    expectNone(run.output + run.errors, "update")
  }

  @Test("gets no markup out of the names of files and lenses into Markdown") func markdown() throws {
    let sandbox = try Sandbox()
    let name = "<img src=x onerror=alert(1)>(a) [b](c).csv"
    let lens = "x` <img src=y onerror=alert(2)> ``z"
    try sandbox.write("Data/economic/\(name)", try sandbox.read("Data/economic/income.csv"))
    let rows = try sandbox.read("Data/indicators.csv").split(separator: "\n").map {
      $0.hasPrefix("income,") ? $0 + "economic/\(name)" : $0
    }
    try sandbox.write("Data/indicators.csv", rows.joined(separator: "\n") + "\n")
    try sandbox.write("Weights/\(lens).toml", try sandbox.read("Weights/undp-1994.toml"))
    let run = try sandbox.hsi("report", "--lens", lens)
    #expect(run.status == 0, "\(run.errors)")
    let page = try sandbox.read("Reports/countries/ARC.md")
    #expect(
      page.contains(
        "](<../../Data/economic/%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E%28a%29%20%5Bb%5D%28c%29.csv#L3>)"
      ))
    #expect(page.contains(#"\<img src=x onerror=alert(1)\>(a) \[b\](c).csv"#))
    // Two backticks in the name need three around it, so that the text between is code.
    for text in [page, try sandbox.read("Reports/ranking.md")] {
      #expect(text.contains("Lens ```\(lens)```"))
      let outside = text.replacingOccurrences(of: "```\(lens)```", with: "")
      #expect(!outside.replacingOccurrences(of: #"\<"#, with: "").contains("<img"))
    }
  }
}
