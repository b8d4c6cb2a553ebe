import Foundation
import Glibc
import HumanSecurityIndex
import Testing

@Suite("hsi report --watch and --serve") struct WatchTests {
  /// A program that goes on until the test ends it, and what it writes.
  private final class Running {
    let sandbox: Sandbox
    private let process = Process()
    private let pipe = Pipe()
    private var text = ""

    init(_ sandbox: Sandbox, _ arguments: String...) throws {
      self.sandbox = sandbox
      process.executableURL = URL(filePath: try Program.path)
      process.arguments = ["report"] + arguments
      process.currentDirectoryURL = sandbox.folder
      process.standardOutput = pipe
      process.standardError = pipe
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    /// Everything it has written once that contains a text so often; within a minute.
    func output(containing wanted: String, times: Int = 1) -> String {
      let descriptor = pipe.fileHandleForReading.fileDescriptor
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      while text.components(separatedBy: wanted).count <= times, poll(&request, 1, 60_000) > 0 {
        let part = pipe.fileHandleForReading.availableData
        if part.isEmpty { break }
        text += String(decoding: part, as: UTF8.self)
      }
      return text
    }

    deinit {
      // Threads of tests block other signals, and what they start does.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }

  @Test("makes the report again for a figure, and keeps it where the figures have an error") func watch()
    throws
  {
    let sandbox = try Sandbox()
    let running = try Running(sandbox, "--watch")
    #expect(running.output(containing: "Ctrl-C ends").contains("3 of 4 countries ranked"))
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,9000")
    #expect(running.output(containing: "Ctrl-C ends", times: 2).contains("1 revised"))
    let good = try sandbox.read("Reports/scores.csv")
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,9000", "ARC,2020,x")
    #expect(running.output(containing: "Ctrl-C ends", times: 3).contains("[report-stays]"))
    #expect(try sandbox.read("Reports/scores.csv") == good)
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,x", "ARC,2020,9000")
    #expect(running.output(containing: "Ctrl-C ends", times: 4).contains("up to date"))
  }

  @Test(
    "waits for a file that another program is still writing, and for folders that take the place of others")
  func halfWritten() throws {
    let sandbox = try Sandbox()
    let data = sandbox.folder.appending(path: "Data").path
    let watch = try FolderWatch([data])
    let file = open(data + "/economic/income.csv", O_WRONLY | O_APPEND)
    try #require(file >= 0)
    #expect(write(file, "ARC,1990,1\n", 11) == 11)
    let half = ContinuousClock.now
    Thread.detachNewThread {
      usleep(600_000)
      close(file)
    }
    try watch.wait()
    #expect(ContinuousClock.now - half > .milliseconds(600))
    // A folder without a file is watched as well, and so is what comes into it.
    mkdir(data + "/new", 0o755)
    try watch.wait()
    Thread.detachNewThread {
      usleep(50_000)
      close(open(data + "/new/first.csv", O_WRONLY | O_CREAT, 0o644))
    }
    try watch.wait()
    Thread.detachNewThread {
      usleep(50_000)
      rename(data, data + "-old")
      rename(data + "-old", data)
    }
    try watch.wait()
  }

  private struct Answer {
    let status: Int
    let body: String
  }

  /// Asks as curl does, which leaves `..` in paths where it is told to.
  private func ask(_ url: String, _ options: String...) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/curl")
    process.arguments = ["-s", "--path-as-is", "-w", "\n%{http_code}", "--max-time", "20"] + options + [url]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.components(separatedBy: "\n")
    return Answer(status: Int(lines.last ?? "") ?? 0, body: lines.dropLast().joined(separator: "\n"))
  }

  @Test("serves the files of the report to this machine, and no other") func serve() throws {
    let sandbox = try Sandbox()
    try sandbox.write("secret.txt", "a secret")
    let running = try Running(sandbox, "--serve", "--port", "0")
    let told = running.output(containing: "Ctrl-C ends")
    let base = try #require(told.firstMatch(of: /serving (http:\/\/127\.0\.0\.1:\d+\/)/)).1
    let page = try ask(String(base))
    let file = try sandbox.read("Reports/index.html")
    #expect(page.status == 200 && page.body.contains("location.reload()"))
    #expect(!file.contains("location.reload()"))
    #expect(try ask(base + "scores.csv").body == sandbox.read("Reports/scores.csv"))
    #expect(try ask(base + "countries/ARC.md").status == 200)
    for path in [
      "../secret.txt", "%2e%2e/secret.txt", "countries/../../secret.txt", "/etc/passwd", "countries",
      ".hsi-Reports.lock", "../Data/countries.csv",
    ] {
      let answer = try ask(base + path)
      #expect(answer.status == 404 && !answer.body.contains("secret\n"), "\(path)")
    }
    #expect(try ask(String(base), "-H", "Host: evil.example").status == 403)
    #expect(try ask(String(base), "-H", "Host: LOCALHOST:80").status == 200)
    #expect(try ask(String(base), "-X", "POST").status == 405)
    let before = try ask(base + ".hsi-edition").body
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,9000")
    _ = running.output(containing: "Ctrl-C ends", times: 2)
    let after = try ask(base + ".hsi-edition").body
    #expect(after != before)
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,9000", "ARC,2020,much")
    _ = running.output(containing: "Ctrl-C ends", times: 3)
    #expect(try ask(base + ".hsi-edition").body == after, "a report that stays as it was is not loaded again")
  }

  @Test("a port in use is told") func portInUse() throws {
    let sandbox = try Sandbox()
    let server = try LocalServer { _ in [] }
    let run = try sandbox.hsi("report", "--serve", "--port", String(server.port))
    #expect(run.status == 2 && run.errors.contains("[cannot-serve]"), "\(run.errors)")
    #expect(run.errors.contains("in use"))
  }
}
