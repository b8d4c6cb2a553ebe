import IndexModel

/// What a manifest says, read from the text that `Manifest` writes.
struct ManifestRecord {
  typealias Entry = (name: String, digest: String)

  let tool, lens, language: String
  let year: Year
  let scope: Scope
  let isOpenOnly: Bool
  let previous: String?
  let inputs, outputs: [Entry]

  /// Reads just the shape that `Manifest.text` has; nil for any other text.
  init?(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    func value(_ key: String) -> String? {
      let mark = "\"\(key)\": "
      guard let line = lines.first(where: { $0.hasPrefix(mark) }) else { return nil }
      let value = line.dropFirst(mark.count)
      return String(value.hasSuffix(",") ? value.dropLast() : value)
    }
    func string(_ key: String) -> String? { value(key).flatMap(Self.unquoted) }
    guard string("format") == Manifest.format, let tool = string("tool"), let lens = string("lens_choice"),
      let language = string("language"), let year = value("year").flatMap({ Int($0) }),
      let scope = string("scope").flatMap(Scope.init(rawValue:))
    else { return nil }
    (self.tool, self.lens, self.language, self.year, self.scope) = (tool, lens, language, year, scope)
    (isOpenOnly, previous) = (value("open_only") == "true", string("previous"))
    let start = lines.firstIndex { $0.hasPrefix("\"outputs\"") } ?? lines.endIndex
    (inputs, outputs) = (Self.entries(lines[..<start]), Self.entries(lines[start...]))
  }

  private static func entries(_ lines: ArraySlice<Substring>) -> [Entry] {
    var (entries, name): ([Entry], String?) = ([], nil)
    for line in lines {
      if line.hasPrefix("\"file\": ") { name = unquoted(line.dropFirst(8).trimmingComma) }
      if line.hasPrefix("\"sha256\": "), let digest = unquoted(line.dropFirst(10).trimmingComma),
        let file = name
      {
        entries.append((file, digest))
        name = nil
      }
    }
    return entries
  }

  /// The text between quotes; nil for what is none, or has an escape, which no name of ours has.
  private static func unquoted(_ value: some StringProtocol) -> String? {
    guard value.count > 1, value.hasPrefix("\""), value.hasSuffix("\""), !value.contains("\\") else {
      return nil
    }
    return String(value.dropFirst().dropLast())
  }
}

extension Substring { fileprivate var trimmingComma: Substring { hasSuffix(",") ? dropLast() : self } }
