/// Lines such as `etag: "v1"` above a document: what a server says of it, and what the cache notes,
/// where `url` is the address that was asked for and `source` where redirects led.
struct Head {
  /// The first line, `HTTP/1.1 200 OK`.
  let title: String
  private var fields: [String: String] = [:]

  static let ofCache = "hsi download 1"

  init(url: String) {
    title = Self.ofCache
    self["url"] = url
  }

  /// Takes a head with the empty line below it off some bytes; nil, and nothing is taken, where
  /// they do not start with a whole one of this kind.
  init?(_ start: String, from bytes: inout ArraySlice<UInt8>) {
    guard bytes.starts(with: start.utf8) else { return nil }
    let lines = bytes.split(separator: 10, maxSplits: 1000, omittingEmptySubsequences: false)
    title = String(decoding: lines[0].filter { $0 != 13 }, as: UTF8.self)
    for line in lines.dropFirst().dropLast() {
      let text = String(decoding: line.filter { $0 != 13 }, as: UTF8.self)
      if text.isEmpty {
        bytes = bytes[(line.endIndex + 1)...]
        return
      }
      let parts = text.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
      // A value that is too long to be one counts as absent: cut, it would be wrong.
      if parts.count == 2, text.utf8.count < 4096 { self[parts[0].lowercased()] = String(parts[1]) }
    }
    return nil
  }

  /// A field by its name in lower case; "" where there is none.
  subscript(name: String) -> String {
    get { fields[name] ?? "" }
    set { fields[name] = newValue.isEmpty ? nil : newValue }
  }

  var text: String { "\(title)\n\(fields.map { "\($0): \($1)\n" }.sorted().joined())\n" }

  /// What a server needs to go on where a download was cut; a weak tag does not serve.
  var rangeValidator: String {
    let tag = self["etag"].hasPrefix("W/") ? "" : self["etag"]
    return tag.isEmpty ? self["last-modified"] : tag
  }
}
