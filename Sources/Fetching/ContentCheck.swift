/// What a document is expected to be.
public enum ContentKind: String, Sendable {
  /// A table of text, or a ZIP archive with one in it.
  case table
  /// JSON.
  case json
}

/// Tells what came instead of what was asked for.
enum ContentCheck {
  /// Why the document is not what was expected; nil when it may be.
  static func problem(
    _ bytes: [UInt8], type contentType: String, _ kind: ContentKind, from url: String
  ) -> FetchProblem? {
    let start = bytes.prefix(4096).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard let first = start.first else { return wrong("an empty document", [], url) }
    if first == UInt8(ascii: "<") {
      return wrong(isHTML(start) ? "a web page" : "XML", start, url, kind)
    }
    switch kind {
    case .json:
      guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
        return wrong("something that is no JSON", start, url, kind)
      }
    case .table:
      if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
        return wrong("JSON", start, url, kind)
      }
    }
    let type = contentType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    if !mayBe(type, kind) {
      return wrong("a document of type \(glimpse(type.utf8))", start, url, kind)
    }
    return nil
  }

  private static func isHTML(_ start: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: start.prefix(512), as: UTF8.self).lowercased()
    return text.contains("<html") || text.contains("<!doctype html") || text.contains("<head")
      || text.contains("<body")
  }

  /// Types are often wrong, so only one that names another kind of document counts.
  private static func mayBe(_ type: String, _ kind: ContentKind) -> Bool {
    for other in ["image/", "audio/", "video/", "font/"] where type.hasPrefix(other) {
      return false
    }
    let others = [
      "text/html", "application/xhtml+xml", "application/pdf", "text/xml", "application/xml",
      "text/javascript", "application/javascript", "text/css",
    ]
    if others.contains(type) { return false }
    switch kind {
    case .table: return type != "application/json" && !type.hasSuffix("+json")
    case .json: return type != "text/csv" && type != "application/zip"
    }
  }

  private static func wrong(
    _ what: String, _ start: ArraySlice<UInt8>, _ url: String, _ kind: ContentKind = .table
  ) -> FetchProblem {
    let asked = kind == .json ? "JSON" : "a table"
    let shown = glimpse(start)
    return FetchProblem(
      "wrong-content",
      "\(url) sent \(what) instead of \(asked)" + (shown.isEmpty ? "" : ": \(shown)"),
      remedy: "look at the address in a browser; the publisher may have moved the series")
  }
}
