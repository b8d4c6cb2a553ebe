import IndexModel

/// What a manifest says, read from the text that `Manifest` writes, of this version or an earlier one.
struct ManifestRecord {
  typealias Entry = (name: String, digest: String)

  /// That of its format.
  let version: Int
  /// The name of the figures.
  let vintage: String
  /// Of the figures and lenses that changes are told from; nil for none.
  let previous: String?
  let inputs, outputs: [Entry]
  /// How it was made; nil where an earlier version did not say all of it.
  let making: Making?

  struct Making {
    let tool, lens, language: String
    let year: Year
    let scope: Scope
    let isOpenOnly: Bool
  }

  /// Reads the manifest of a report's folder; nil where there is none of ours.
  init?(in folder: String) {
    guard let bytes = try? FileReading.bytes(folder + "/" + Manifest.fileName) else { return nil }
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads just the shape that `Manifest.text` has; nil for any other text.
  init?(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    func value(_ key: String) -> String? {
      let mark = "\"\(key)\": "
      guard let line = lines.first(where: { $0.hasPrefix(mark) }) else { return nil }
      return String(line.dropFirst(mark.count).trimmingComma)
    }
    func string(_ key: String) -> String? { value(key).flatMap(Self.unquoted) }
    guard let format = string("format"), format.hasPrefix(Manifest.formats),
      let version = Int(format.dropFirst(Manifest.formats.count)), let vintage = string("vintage"),
      let start = lines.firstIndex(where: { $0.hasPrefix("\"outputs\"") })
    else { return nil }
    (self.version, self.vintage, previous) = (version, vintage, string("previous"))
    (inputs, outputs) = (Self.entries(lines[..<start]), Self.entries(lines[start...]))
    guard let tool = string("tool"), let lens = string("lens_choice"), let language = string("language"),
      let year = value("year").flatMap({ Int($0) }),
      let scope = string("scope").flatMap(Scope.init(rawValue:))
    else {
      making = nil
      return
    }
    making = Making(
      tool: tool, lens: lens, language: language, year: year, scope: scope,
      isOpenOnly: value("open_only") == "true")
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
