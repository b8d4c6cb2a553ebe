import Foundation
import Testing

/// The built program, run as a user runs it.
struct Program {
  /// What a run left behind.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder in which it runs.
  let folder: URL
  /// Keeps the folder there while the program runs.
  var owner: Sandbox?

  /// Runs the program and waits for it.
  func callAsFunction(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(arguments, environment: environment)
  }

  /// - Parameters:
  ///   - output: what to write to instead of keeping what is written.
  ///   - redirection: with which a shell is to start it, such as `>&-`.
  ///   - limit: what a shell is to limit it to, as `ulimit` takes it.
  func run(
    _ arguments: [String], environment: [String: String] = [:], output: FileHandle? = nil,
    redirection: String? = nil, limit: String? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = try Self.binary
    process.arguments = arguments
    if redirection != nil || limit != nil {
      let command = limit.map { "ulimit \($0); " } ?? ""
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments =
        ["-c", command + "exec \"$0\" \"$@\" \(redirection ?? "")", try Self.binary.path] + arguments
    }
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(Self.sanitizing) { $1 }.merging(environment) {
      $1
    }
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (out, err) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try output ?? FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }

  /// Runs the program until a condition holds, for a minute at most, then sends it a signal.
  /// - Returns: the signal that ended it; its status, negative, when it ended by itself.
  func interrupted(
    by signal: Int32, _ arguments: [String], environment: [String: String], when condition: () -> Bool
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = try Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.sanitizing.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    // What the tests' shell ignores and what this thread blocks, the program would ignore and block.
    if signal == SIGINT { Foundation.signal(SIGINT, SIG_DFL) }
    var (wanted, usual) = (sigset_t(), sigset_t())
    sigaddset(&wanted, signal)
    pthread_sigmask(SIG_UNBLOCK, &wanted, &usual)
    try process.run()
    pthread_sigmask(SIG_SETMASK, &usual, nil)
    for _ in 0..<600 where process.isRunning && !condition() { usleep(100_000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? process.terminationStatus : -process.terminationStatus
  }

  /// What the sanitizers were told, which the program is built with when the tests are.
  private static let sanitizing = ProcessInfo.processInfo.environment.filter {
    $0.key.hasSuffix("SAN_OPTIONS")
  }

  static var path: String { get throws { try binary.path } }

  /// The program stands beside the bundle of the tests.
  private static var binary: URL {
    get throws {
      var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      for _ in 0..<4 {
        let candidate = folder.appending(path: "hsi")
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        folder.deleteLastPathComponent()
      }
      return try #require(nil as URL?, "the program hsi is not beside the tests")
    }
  }
}

/// The root of the repository.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A folder with a small world in it, gone when the test ends.
final class Sandbox: Sendable {
  let folder: URL

  /// Copies the fixture world.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hsi-\(UUID().uuidString)")
    let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/World")
    try FileManager.default.copyItem(at: fixture, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var hsi: Program { Program(folder: folder, owner: self) }

  func write(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Replaces a piece of a file, which must be there once.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try read(path)
    try #require(text.components(separatedBy: old).count == 2, "\(old) is not once in \(path)")
    try write(path, text.replacingOccurrences(of: old, with: new))
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

  func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path).sorted()
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }
}
