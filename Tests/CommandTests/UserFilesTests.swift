import Foundation
import Glibc
import Testing

@testable import HumanSecurityIndex

@Suite("What is the user's in the folder of a report") struct UserFilesTests {
  /// The files below a folder.
  static func files(_ sandbox: Sandbox, _ folder: String) throws -> [String] {
    FileWriting.files(below: sandbox.folder.appending(path: folder).path).sorted()
  }

  /// The files that the manifest of a report names, with itself.
  static func pages(_ sandbox: Sandbox) throws -> [String] {
    let text = try sandbox.read("Reports/manifest.json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let outputs = try #require(object["outputs"] as? [[String: String]])
    return (outputs.compactMap { $0["file"] } + ["manifest.json"]).sorted()
  }

  private func mode(_ sandbox: Sandbox, _ path: String) -> mode_t? {
    FileTraits(sandbox.folder.appending(path: path).path)?.mode
  }

  private func make(_ sandbox: Sandbox, _ folder: String, _ mode: mode_t = 0o755) throws {
    let path = sandbox.folder.appending(path: folder).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try #require(chmod(path, mode) == 0)
  }

  @Test("keeps its modes, empty folders and second names") func modes() throws {
    let sandbox = try Sandbox()
    try #require(try sandbox.hsi("report").status == 0)
    try make(sandbox, "Reports/.git/refs")
    try make(sandbox, "Reports/private", 0o700)
    try make(sandbox, "Reports", 0o2770)
    try sandbox.write("Reports/private/key", "k")
    for (path, mode) in [("Reports/private/key", 0o600), ("Reports/ranking.md", 0o640)] as [(String, mode_t)]
    { chmod(sandbox.folder.appending(path: path).path, mode) }
    let before = FileTraits(sandbox.folder.appending(path: "Reports/private/key").path)?.identity
    #expect(try sandbox.hsi("report").status == 0)
    #expect(mode(sandbox, "Reports") == 0o2770 && mode(sandbox, "Reports/private") == 0o700)
    #expect(mode(sandbox, "Reports/private/key") == 0o600 && mode(sandbox, "Reports/ranking.md") == 0o640)
    #expect(sandbox.exists("Reports/.git/refs"))
    #expect(FileTraits(sandbox.folder.appending(path: "Reports/private/key").path)?.identity == before)
  }

  @Test("is there after a report during which it was saved") func saved() throws {
    let sandbox = try Sandbox()
    try #require(try sandbox.hsi("report").status == 0)
    let hsi = sandbox.hsi
    var names: [String] = []
    for round in 0..<3 {
      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        _ = try? hsi("report")
        done.signal()
      }
      while done.wait(timeout: .now()) != .success {
        let name = "mine-\(round)-\(names.count).txt"
        // Between two steps of the exchange a folder may be missing, but never what was written into it.
        if (try? Data("x".utf8).write(to: sandbox.folder.appending(path: "Reports/\(name)"))) != nil {
          names.append(name)
        }
        usleep(200)
      }
    }
    let there = Set(try sandbox.names(in: "Reports"))
    #expect(names.count > 3 && names.filter { !there.contains($0) } == [])
    #expect(try sandbox.names(in: ".") == [".hsi", "Data", "Reports", "Weights"])
  }

  @Test("comes back out of what a killed run left, and the rest goes") func killed() throws {
    let sandbox = try Sandbox()
    try #require(try sandbox.hsi("report").status == 0)
    // Killed after the exchange: the old report stands aside, with a file that came to it late.
    let aside = ".hsi-99999999-Reports.tmp"
    try FileManager.default.copyItem(
      at: sandbox.folder.appending(path: "Reports"), to: sandbox.folder.appending(path: aside))
    try sandbox.write("\(aside)/late/mine.txt", "mine")
    try sandbox.write("\(aside)/both.txt", "theirs")
    try sandbox.write("Reports/both.txt", "ours")
    #expect(try sandbox.hsi("report").status == 0)
    #expect(try sandbox.read("Reports/late/mine.txt") == "mine")
    #expect(try sandbox.read("Reports/both.txt") == "ours")
    #expect(try sandbox.read("Reports/both.txt.saved-1") == "theirs")
    #expect(try sandbox.names(in: ".") == [".hsi", "Data", "Reports", "Weights"])
  }

  @Test("comes back where the folder itself stood aside", arguments: [true, false]) func stoodAside(
    hasNew: Bool
  ) throws {
    let sandbox = try Sandbox()
    try #require(try sandbox.hsi("report").status == 0)
    try sandbox.write("Reports/mine.txt", "mine")
    let (path, aside) = (
      sandbox.folder.appending(path: "Reports"),
      sandbox.folder.appending(path: ".hsi-99999999-Reports.tmp.old")
    )
    try FileManager.default.moveItem(at: path, to: aside)
    if hasNew {
      try #require(try sandbox.hsi("report", "--output", "new").status == 0)
      try FileManager.default.moveItem(at: sandbox.folder.appending(path: "new"), to: path)
    }
    #expect(try sandbox.hsi("report").status == 0)
    #expect(try sandbox.read("Reports/mine.txt") == "mine")
    #expect(try sandbox.names(in: ".") == [".hsi", "Data", "Reports", "Weights"])
  }

  @Test("is not overwritten by a page of its name") func inTheWay() throws {
    let sandbox = try Sandbox()
    try #require(try sandbox.hsi("report").status == 0)
    try sandbox.write("Reports/countries/ERE.md", "mine")
    let run = try sandbox.hsi("report", "--scope", "all")
    #expect(run.status == 2 && run.errors.contains("Reports/countries/ERE.md: error: "), "\(run.errors)")
    #expect(try sandbox.read("Reports/countries/ERE.md") == "mine")
    #expect(try sandbox.names(in: ".") == [".hsi", "Data", "Reports", "Weights"])
  }

  @Test("is fetched out of the old folder, whenever it came there") func late() throws {
    let sandbox = try Sandbox()
    for path in ["old/page.md", "old/mine.txt", "new/page.md"] { try sandbox.write(path, path) }
    let (old, new) = (sandbox.folder.path + "/old", sandbox.folder.path + "/new")
    let user = UserFiles(in: old, own: ["page.md"])
    let carried = try user.carry(to: new, ["page.md"])
    #expect(carried == ["mine.txt"])
    try sandbox.remove("old/mine.txt")
    try sandbox.write("old/second.txt", "second")
    try user.carry(to: new, ["page.md"], again: carried)
    #expect(try sandbox.names(in: "new") == ["page.md", "second.txt"])
    // After the exchange: saved anew, as editors do, and saved for the first time.
    try sandbox.remove("old/second.txt")
    try sandbox.write("old/second.txt", "changed")
    try sandbox.write("old/sub/third.txt", "third")
    try user.settle(into: new, over: ["page.md"], isNewer: true)
    #expect(try sandbox.read("new/second.txt") == "changed" && !sandbox.exists("old"))
    #expect(try sandbox.read("new/sub/third.txt") == "third")
    #expect(try sandbox.read("new/page.md") == "new/page.md")
  }

  @Test("the mode of a single file stays when it is written anew", arguments: ["score", "import"])
  func singleFiles(command: String) throws {
    let sandbox = try Sandbox()
    let path = command == "score" ? "out.csv" : "Data/economic/jobless.csv"
    try sandbox.write("jobs.csv", ImportCommandTests.download)
    if command == "score" { try sandbox.write(path, "") }
    chmod(sandbox.folder.appending(path: path).path, 0o600)
    let arguments =
      command == "score"
      ? ["score", "--format", "csv", "--output", path] : ["import", "jobs.csv", "--indicator", "jobless"]
    #expect(try sandbox.hsi.run(arguments).status == 0)
    #expect(mode(sandbox, path) == 0o600)
    #expect(try !sandbox.read(path).isEmpty)
  }
}
