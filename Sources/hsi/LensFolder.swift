import HumanSecurity
import Lens
import Tabular

/// Weights/ on disk: lenses by file or by name.
struct LensFolder {
  /// The folders that a name is looked for in, the first that has it wins.
  let folders: [String]

  init(beside data: DataFolder) {
    let own = data.sibling("Weights")
    folders = own == "Weights" ? [own] : [own, "Weights"]
  }

  /// The names of all lenses, sorted.
  var names: [String] {
    Set(folders.flatMap { FileReading.names(in: $0) }.filter { $0.hasSuffix(".toml") })
      .map { String($0.dropLast(5)) }.sorted()
  }

  /// Reads a lens by the path of its file or by its name.
  func lens(_ choice: String, _ framework: Framework, into findings: inout Findings) -> Lens? {
    guard let path = path(of: choice) else {
      findings.append(
        Diagnostic(
          .error, "unknown-lens", "there is no lens \"\(choice)\"",
          at: .init(file: folders[0] + "/" + choice + ".toml"),
          remedy: NearestName.remedy(for: choice, among: names)))
      return nil
    }
    do {
      let text = try FileReading.text(path)
      let stem = path.split(separator: "/").last.map(String.init) ?? path
      let name = stem.hasSuffix(".toml") ? String(stem.dropLast(5)) : stem
      return LensReader.read(text, name: name, framework: framework, into: &findings)
    } catch {
      findings.append(
        Diagnostic(
          .error, "unreadable-file", "the lens cannot be read: \(error.reason)",
          at: .init(file: path),
          remedy: "name a file, or one of: \(names.joined(separator: ", "))"))
      return nil
    }
  }

  /// The path of a lens; nil for a name that no folder has.
  func path(of choice: String) -> String? {
    if choice.hasSuffix(".toml") || choice.contains("/") { return choice }
    return folders.map { "\($0)/\(choice).toml" }.first(where: FileReading.exists)
  }
}
