import Diagnostics
import Glibc

/// Figures and lenses of a git revision, read out of git without a checkout.
struct GitRevision {
  /// Where they were put for this run.
  private let scratch: ScratchFolder
  /// The data folder among them.
  let dataFolder: String

  /// - Parameters:
  ///   - name: any name that git has for a commit.
  ///   - folder: whose state it is to be; lenses are those beside it.
  init(_ name: String, of folder: DataFolder) throws {
    guard let data = folder.name else { throw Failure.noDataFolder(folder.path) }
    let scratch = try ScratchFolder()
    do {
      let git = try Self.program("git", for: name)
      // Without lenses beside the figures those of today are meant.
      let both = try Self.archive(git, name, of: folder, [data, "Weights"], scratch)
      let problem = try both == nil ? nil : Self.archive(git, name, of: folder, [data], scratch)
      if let problem { throw Self.failure(name, problem) }
      let tar = [try Self.program("tar", for: name), "-xf", scratch.path + "/archive", "-C", scratch.path]
      if let problem = try Self.run(tar, scratch) { throw Self.failure(name, problem) }
    } catch {
      scratch.remove()
      throw error
    }
    (self.scratch, dataFolder) = (scratch, "\(scratch.path)/\(data)")
  }

  func remove() { scratch.remove() }

  /// Whether git has a commit of that name.
  static func isKnown(_ name: String, beside folder: DataFolder) -> Bool {
    guard !name.hasPrefix("-"), let git = try? program("git", for: name), let scratch = try? ScratchFolder()
    else { return false }
    defer { scratch.remove() }
    let answer = try? run(
      [git, "-C", folder.parent, "rev-parse", "--verify", "--quiet", name + "^{commit}"], scratch)
    return answer == .some(nil)
  }

  /// - Returns: what git says, where it has no such revision or the revision no such folder.
  private static func archive(
    _ git: String, _ name: String, of folder: DataFolder, _ paths: [String], _ scratch: ScratchFolder
  ) throws -> String? {
    // A name must not be taken for an option.
    if name.hasPrefix("-") { return "that is no name of a revision" }
    return try run(
      [git, "-C", folder.parent, "archive", "--format=tar", "--output=\(scratch.path)/archive", name, "--"]
        + paths, scratch)
  }

  /// - Returns: the last line of what a program says where it fails.
  private static func run(_ arguments: [String], _ scratch: ScratchFolder) throws -> String? {
    let notes = scratch.path + "/notes"
    unlink(notes)
    do {
      let end = try LimitedProcess.run(arguments, notes: notes, limit: .seconds(60))
      if end == .exited(status: 0) { return nil }
      let said = (try? FileReading.bytes(notes)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      return said.split(whereSeparator: \.isNewline).last.map { Diagnostic.cut(String($0), to: 200) }
        ?? "\(arguments[0]) failed"
    } catch {
      scratch.remove()
      raise(error.signal)
      throw Self.failure(arguments[0], "it was interrupted")
    }
  }

  private static func program(_ program: String, for revision: String) throws -> String {
    let found = InstalledProgram.find(program) { name in getenv(name).map { String(cString: $0) } }
    guard let found else { throw failure(revision, "\(program) is not installed") }
    return found
  }

  private static func failure(_ name: String, _ reason: String) -> Failure {
    .one(.vintages.gitFailed, "\"\(name)\" cannot be read out of git: \(reason)", status: 2)
  }
}
