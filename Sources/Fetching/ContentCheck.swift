/// What a document is expected to be: a table of text, or a ZIP archive with one in it; or JSON.
package enum ContentKind: Sendable { case table, json }

/// Tells what came instead of what was asked for.
enum ContentCheck {
  /// Why the document is not what was expected; nil when it may be.
  static func problem(_ bytes: [UInt8], type: String, _ kind: ContentKind, _ url: String) -> FetchProblem? {
    let start = bytes.prefix(4096).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    guard let what = fault(start, type, kind) else { return nil }
    let shown = glimpse(start)
    let message = "\(url) sent \(what) instead of \(kind == .json ? "JSON" : "a table")"
    return FetchProblem(.fetching.wrongContent, shown.isEmpty ? message : "\(message): \(shown)")
  }

  private static func fault(_ start: ArraySlice<UInt8>, _ type: String, _ kind: ContentKind) -> String? {
    guard let first = start.first else { return "an empty document" }
    if first == UInt8(ascii: "<") {
      let text = String(decoding: start.prefix(512), as: UTF8.self).lowercased()
      let marks = ["<html", "<!doctype html", "<head", "<body"]
      return marks.contains { text.contains($0) } ? "a web page" : "XML"
    }
    let isJSON = first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    if isJSON != (kind == .json) { return isJSON ? "JSON" : "something that is no JSON" }
    // Types are often wrong, so only one that names another kind of document counts.
    let type = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    let others = [
      "image/", "audio/", "video/", "font/", "text/html", "application/xhtml+xml", "application/pdf",
      "text/xml", "application/xml", "text/javascript", "application/javascript", "text/css",
    ]
    let isOther =
      others.contains { type.hasPrefix($0) }
      || (kind == .table
        ? type == "application/json" || type.hasSuffix("+json")
        : type == "text/csv" || type == "application/zip")
    return isOther ? "a document of type \(glimpse(type.utf8))" : nil
  }
}
