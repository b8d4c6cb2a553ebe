import Diagnostics
import IndexModel
import Tabular

/// Weights/ on disk: lenses by file or by name.
package struct LensFolder {
  /// The folders that a name is looked for in, the first that has it wins.
  package let folders: [String]
  /// The one whose lenses are meant where all are: lenses elsewhere speak of other figures.
  package let listed: String

  private let record = InputRecord()

  package init(beside data: DataFolder) {
    let own = data.sibling("Weights")
    folders = own == "Weights" ? [own] : [own, "Weights"]
    listed = folders.first { !Self.names(in: $0).isEmpty } ?? own
  }

  /// The names of all lenses, sorted: of the folder beside the figures, or where that has none of
  /// Weights/ in the current folder.
  package var names: [String] { Self.names(in: listed) }

  private static func names(in folder: String) -> [String] {
    FileReading.names(in: folder).filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// Reads a lens by the path of its file or by its name.
  package func lens(_ choice: String, _ framework: Framework, into findings: inout Findings) -> Lens? {
    guard let path = path(of: choice) else {
      findings.append(
        .folders.unknownLens, "there is no lens \"\(choice)\"",
        at: .init(file: listed + "/" + choice + ".toml"),
        remedy: names.isEmpty ? emptyRemedy : NearestName.remedy(for: choice, among: names))
      return nil
    }
    do {
      let text = try text(path)
      return LensReader.read(text, name: Self.name(path), framework: framework, into: &findings)
    } catch {
      findings.append(
        .tables.unreadableFile, "the lens cannot be read: \(error.reason)", at: .init(file: path),
        remedy: remedy(forUnreadable: path))
      return nil
    }
  }

  func text(_ path: String) throws(FileReading.Problem) -> SourceText { try contents(path).text(named: path) }

  private func contents(_ path: String) throws(FileReading.Problem) -> FileContents {
    let own = folders.first { path.hasPrefix($0 + "/") }
    if let own, !FileReading.isInside(path, own) {
      throw FileReading.Problem("it is a link that leaves \(own)")
    }
    return try record.contents(path, at: path, isWhole: true)
  }

  func digest(of choice: String) throws(FileReading.Problem) -> String {
    guard let path = path(of: choice) else { throw FileReading.Problem("there is no such lens") }
    return try contents(path).digest()
  }

  /// The name of the lens that is used where none is named.
  package static let defaultName = "undp-1994"

  /// The names of all lenses, the default one first, the others sorted.
  package var namesDefaultFirst: [String] {
    let names = names
    return names.filter { $0 == Self.defaultName } + names.filter { $0 != Self.defaultName }
  }

  /// The lens that is used where none is named: the only one beside the figures, else `defaultName`; nil where several
  /// lenses of other names stand there, which need not fit one of the current folder.
  package var usualName: String? {
    let names = names
    if names.count == 1 { return names[0] }
    return names.isEmpty || names.contains(Self.defaultName) ? Self.defaultName : nil
  }

  /// The file of the lens that others are held against; nil where there is none.
  package var defaultPath: String? { usualName.flatMap(path) }

  /// The lens that is used where none is named; nil, and noted, where several lenses of other names stand there.
  package func defaultChoice(into findings: inout Findings) -> String? {
    if let usualName { return usualName }
    findings.append(
      .folders.unknownLens, "there is no lens \"\(Self.defaultName)\", which is used where --lens names none",
      at: .init(file: "\(listed)/\(Self.defaultName).toml"),
      remedy: "choose one with --lens: \(names.joined(separator: ", "))")
    return nil
  }

  /// What a lens is called: the name of its file without the ending. It stands in every result, so that
  /// characters that would steer a terminal become dots.
  package static func name(_ choice: String) -> String {
    let stem = choice.split(separator: "/").last.map(String.init) ?? choice
    return Diagnostic.printable(stem.hasSuffix(".toml") ? String(stem.dropLast(5)) : stem)
  }

  private func remedy(forUnreadable path: String) -> String {
    let others = names.filter { "\(listed)/\($0).toml" != path }
    let choice = others.isEmpty ? "" : ", or choose another: \(others.joined(separator: ", "))"
    return FileReading.isThere(path)
      ? "put a file there that may be read" + choice
      : others.isEmpty ? emptyRemedy : "name a file, or one of: \(others.joined(separator: ", "))"
  }

  /// What to do where no folder has the lens that is named, or any other.
  private var emptyRemedy: String {
    (mending ?? "put a lens there") + ", or name the file of one with --lens"
  }

  /// What to do where all lenses are asked for and there is none.
  package var remedyForNone: String { mending ?? "write one as Weights/NAME.toml" }

  /// Nil where every folder that is there can be read.
  private var mending: String? {
    folders.first { FileReading.folderObstacle($0) != nil }.map { "mend \($0), which cannot be read" }
  }

  /// A warning for each folder that may hold lenses and cannot be read, down to the one whose lenses are
  /// meant where all are.
  package var unreadableFolders: Findings {
    var findings = Findings()
    for folder in folders {
      if let problem = FileReading.folderObstacle(folder) {
        findings.append(
          .folders.unreadableLenses, "the folder of lenses cannot be read: \(problem.reason)",
          at: .init(file: folder), remedy: "mend it; until then there is no other lens of it to compare with")
      }
      if folder == listed, !names.isEmpty { break }
    }
    return findings
  }

  /// The path of a lens; nil for a name that no folder has.
  package func path(of choice: String) -> String? {
    if choice.hasSuffix(".toml") || choice.contains("/") { return choice }
    return folders.map { "\($0)/\(choice).toml" }.first(where: FileReading.isThere)
  }
}
