import Foundation
import Testing

@Suite("Limits of the system") struct SystemLimitTests {
  @Test(
    "that are too small end the program with a message",
    arguments: [
      ("-f 1", "report"), ("-n 4", "score"), ("-n 4", "report"), ("-s 64", "score"), ("-v 60000", "audit"),
    ]) func tooSmall(limit: String, command: String) throws
  {
    // A sanitizer takes more than any of them for itself.
    guard ProcessInfo.processInfo.environment["ASAN_OPTIONS"] == nil else { return }
    let run = try Sandbox().hsi.run([command], limit: limit)
    // The loader of the system speaks for itself where not even the libraries have room.
    guard run.status != 127 else { return }
    #expect([0, 1].contains(run.status), "\(limit) \(command): \(run.status)")
    if run.status == 1 {
      #expect(run.errors.contains("error: ") && run.errors.contains("\n  = "), "\(run.errors)")
    } else {
      #expect(limit.hasPrefix("-v"), "\(limit) is enough for \(command)")
    }
  }

  @Test(
    "help that cannot be written is a failure", arguments: [["--help"], ["score", "--help"], ["--version"]])
  func help(arguments: [String]) throws {
    let run = try Sandbox().hsi.run(arguments, redirection: ">/dev/full")
    #expect(run.status == 1 && run.errors.contains("[cannot-write]"), "\(run.errors)")
    let good = try Sandbox().hsi.run(arguments)
    #expect(good.status == 0 && good.output.hasSuffix("\n") && good.errors.isEmpty)
  }
}
