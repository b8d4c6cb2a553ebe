import Foundation
import Glibc
import Testing

/// Several runs of the program into one folder.
@Suite("Runs at once") struct ConcurrentRunTests {
  /// Starts runs together and waits for all of them.
  private func together(_ sandbox: Sandbox, _ commands: [[String]]) async throws -> [Program.Run] {
    let hsi = sandbox.hsi
    return try await withThrowingTaskGroup(of: Program.Run.self) { group in
      for command in commands { group.addTask { try hsi.run(command) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test("imports that keep what is there lose no figure of each other") func imports() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("Data/economic/jobless.csv", "iso3,year,value\nARC,2000,5\n")
    for year in 2001...2006 { try sandbox.write("\(year).csv", "iso3,year,value\nUTO,\(year),6.5\n") }
    let runs = try await together(
      sandbox,
      (2001...2006).map {
        ["import", "\($0).csv", "--indicator", "jobless", "--column", "value", "--keep", "--force"]
      })
    #expect(runs.allSatisfy { $0.status == 0 }, "\(runs.map(\.errors))")
    let rows = try sandbox.read("Data/economic/jobless.csv").split(separator: "\n").dropFirst().sorted()
    #expect(rows == ["ARC,2000,5"] + (2001...2006).map { "UTO,\($0),6.5" })
    #expect(try sandbox.names(in: "Data").filter { $0.hasPrefix(".") }.isEmpty)
  }

  @Test("an update keeps the figures that were imported while it fetched") func update() throws {
    let ready = DispatchSemaphore(value: 0)
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in
      ready.signal()
      usleep(700_000)
      return [.reply(200, ["Content-Type": "text/csv"], UpdateTrial.chart)]
    }
    try trial.sandbox.write("one.csv", "iso3,year,value\nARC,1999,5\n")
    let done = DispatchSemaphore(value: 0)
    let runs = Runs()
    Thread.detachNewThread {
      runs.add(try? trial.update("jobless", "--keep", "--force"))
      done.signal()
    }
    #expect(ready.wait(timeout: .now() + 30) == .success)
    let run = try trial.sandbox.hsi(
      "import", "one.csv", "--indicator", "jobless", "--column", "value", "--keep", "--force")
    #expect(run.status == 0, "\(run.errors)")
    #expect(done.wait(timeout: .now() + 60) == .success && runs.all.map { $0?.status } == [0])
    let figures = try trial.jobless
    #expect(figures.contains("ARC,1999,5\n") && figures.contains("ARC,2020,5.5\n"), "\(figures)")
  }

  @Test("one that has to wait says so, and goes on") func waiting() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", ImportCommandTests.download)
    let path = sandbox.folder.appending(path: "Data/.hsi-lock").path
    let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    let hsi = sandbox.hsi
    let done = DispatchSemaphore(value: 0)
    let runs = Runs()
    Thread.detachNewThread {
      runs.add(try? hsi("import", "jobs.csv", "--indicator", "jobless"))
      done.signal()
    }
    #expect(done.wait(timeout: .now() + 3) == .timedOut)
    #expect(!sandbox.exists("Data/imports.toml"))
    close(lock)
    #expect(done.wait(timeout: .now() + 60) == .success)
    let ended = try #require(runs.all.first ?? nil)
    #expect(ended.status == 0 && ended.errors.contains("[waiting]"), "\(ended.errors)")
    #expect(sandbox.exists("Data/imports.toml") && !sandbox.exists("Data/.hsi-lock"))
  }

  @Test("reports into one folder leave one report, and nothing of another") func reports() async throws {
    let sandbox = try Sandbox()
    let commands = ["all", "un-members", "all", "un-members"].map { ["report", "--scope", $0] }
    for _ in 0..<3 {
      #expect(try await together(sandbox, commands).allSatisfy { $0.status == 0 })
      let pages = try UserFilesTests.pages(sandbox)
      #expect(try UserFilesTests.files(sandbox, "Reports") == pages)
      #expect(try sandbox.names(in: ".") == [".hsi", "Data", "Reports", "Weights"])
    }
  }
}

/// What threads ended with.
private final class Runs: @unchecked Sendable {
  private let lock = NSLock()
  private var noted: [Program.Run?] = []
  var all: [Program.Run?] { lock.withLock { noted } }
  func add(_ run: Program.Run?) { lock.withLock { noted.append(run) } }
}
