import Diagnostics
import Foundation
import Testing

@testable import HumanSecurityIndex

/// The report is written and whole, whatever becomes of the PDF.
@Suite("Printing that fails") struct PrintFailureTests {
  private func fails(
    _ trial: PrintTrial, _ message: String, environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try trial.report("--pdf", environment: environment)
    #expect(run.status == 1, sourceLocation: sourceLocation)
    #expect(run.errors.contains(message), "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.errors.split(separator: "\n").count == 2, "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.output.hasPrefix("3 of 4 countries ranked"), sourceLocation: sourceLocation)
    #expect(trial.sandbox.exists("Reports/manifest.json"), sourceLocation: sourceLocation)
    #expect(!trial.sandbox.exists("Reports/report.pdf"), sourceLocation: sourceLocation)
    #expect(try trial.leftovers() == [], sourceLocation: sourceLocation)
  }

  @Test("without Chromium, one error says what to install") func missing() throws {
    let trial = try PrintTrial()
    let environment = ["CHROMIUM": "", "PATH": trial.sandbox.folder.appending(path: "bin").path]
    try fails(
      trial,
      "error: no Chromium is installed, which prints to PDF [no-chromium]\n  = install chromium, or name it in CHROMIUM",
      environment: environment)
    let brief = try trial.report("--country", "ARC", "--output", "new", environment: environment)
    #expect(brief.status == 1 && brief.errors.contains("[no-chromium]") && !trial.sandbox.exists("new"))
  }

  @Test("browsers are looked for on PATH in the order of their names") func order() throws {
    let trial = try PrintTrial()
    for name in ["google-chrome", "chromium-browser"] {
      try trial.install("cp made.pdf \"$pdf\"; touch \(name)-ran", as: "bin/\(name)")
    }
    let path = trial.sandbox.folder.appending(path: "bin").path + ":/nonexistent"
    // A folder of that name is no program.
    try trial.sandbox.write("bin/chromium/file", "")
    let run = try trial.report("--pdf", environment: ["CHROMIUM": "", "PATH": path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(trial.sandbox.exists("chromium-browser-ran") && !trial.sandbox.exists("google-chrome-ran"))
  }

  @Test("CHROMIUM that names no program is told from a missing Chromium") func wrong() throws {
    let trial = try PrintTrial()
    let file = trial.sandbox.folder.appending(path: "made.pdf").path
    try fails(
      trial, "error: CHROMIUM is \"\(file)\", which is not a program that can be run [wrong-chromium]",
      environment: ["CHROMIUM": file])
    try fails(
      trial, "error: CHROMIUM is \"nowhere\", which is not on PATH [wrong-chromium]",
      environment: ["CHROMIUM": "nowhere"])
  }

  @Test(
    "a Chromium that fails is quoted with its last line",
    arguments: [
      ("echo first >&2; echo 'no display' >&2; echo >&2; exit 3", "ended with status 3: no display"),
      ("exit 4", "ended with status 4 ["), ("kill -9 $$", "was ended by signal 9 ["),
      ("exit 0", "wrote no PDF ["), ("echo '<html>' > \"$pdf\"", "wrote something else than a PDF ["),
    ]) func failing(script: String, message: String) throws
  {
    let trial = try PrintTrial(script)
    try fails(trial, "error: \(trial.path) \(message)")
  }

  @Test("a link in the folder of the report leads nothing out of it") func links() throws {
    let trial = try PrintTrial()
    #expect(try trial.report("--output", "out", environment: ["CHROMIUM": trial.path]).status == 0)
    try trial.sandbox.write("outside/file", "")
    let folder = trial.sandbox.folder
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "out/briefs"), withDestinationURL: folder.appending(path: "outside"))
    let run = try trial.report("--country", "ARC", "--output", "out", environment: ["CHROMIUM": trial.path])
    #expect(run.status == 1 && run.errors.contains("a link stands where the PDF is to go [other-pdf]"))
    #expect(!trial.sandbox.exists("outside/ARC.pdf"))
  }

  @Test("--pdf beside --country contradicts itself") func contradictions() throws {
    let trial = try PrintTrial()
    let both = try trial.report("--country", "ARC", "--pdf", environment: ["CHROMIUM": trial.path])
    #expect(both.status == 2 && both.errors.contains("--country prints briefs alone"))
  }

  @Test("a program of another machine cannot be started") func notStarted() throws {
    let trial = try PrintTrial()
    try trial.sandbox.write("browser", "\u{7F}ELF")
    try fails(trial, "cannot be started: Exec format error [chromium-failed]")
  }

  @Test("a Chromium that takes too long is ended with all that it has started") func timeLimit() throws {
    // The program runs where the tests run: it finds the sandbox by its own path.
    let trial = try PrintTrial("cd \"$(dirname \"$0\")\"; sleep 60 & echo $! > other; sleep 60")
    var chromium = try Chromium { $0 == "CHROMIUM" ? trial.path : nil }
    chromium.limit = .seconds(2)
    let failure = #expect(throws: Failure.self) {
      try chromium.print("/nowhere/index.html", fragment: "index", to: trial.path + ".pdf")
    }
    let finding = try #require(failure?.findings.all.first)
    #expect(finding.identifier == "chromium-timed-out" && failure?.status == 1)
    #expect(finding.message.hasPrefix("\(trial.path) was ended: it had not printed the page after 2 s"))
    let other = try #require(pid_t(try trial.sandbox.read("other").trimmingCharacters(in: .newlines)))
    for _ in 0..<100 where kill(other, 0) == 0 && !isZombie(other) { usleep(20_000) }
    #expect(kill(other, 0) != 0 || isZombie(other))
  }

  private func isZombie(_ process: pid_t) -> Bool {
    (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8))?.contains(") Z ") ?? true
  }

  @Test("an interrupted run ends Chromium and leaves nothing half-made") func interrupted() throws {
    let trial = try PrintTrial("touch started; exec sleep 60")
    let signal = try trial.sandbox.hsi.interrupted(
      by: SIGTERM, ["report", "--pdf"],
      environment: ["CHROMIUM": trial.path, "TMPDIR": trial.sandbox.folder.path]
    ) { trial.sandbox.exists("started") }
    #expect(signal == SIGTERM)
    #expect(try trial.leftovers() == [] && trial.sandbox.exists("Reports/manifest.json"))
  }

  @Test("a folder that cannot be written to is named, and the report stays") func notWritable() throws {
    let trial = try PrintTrial()
    // A file has the name of the folder of briefs, which stops the superuser, too.
    try #require(try trial.report().status == 0)
    try trial.sandbox.write("Reports/briefs", "a letter")
    let run = try trial.report("--country", "ARC")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("error: cannot write: ") && run.errors.contains("[cannot-write]"), "\(run.errors)")
    #expect(try trial.sandbox.read("Reports/briefs") == "a letter")
    #expect(try trial.leftovers() == [] && trial.sandbox.exists("Reports/manifest.json"))
  }
}
