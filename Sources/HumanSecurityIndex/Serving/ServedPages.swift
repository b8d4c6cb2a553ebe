import Tabular

/// What is answered to a browser that asks for a part of a report.
struct ServedPages: Sendable {
  struct Answer: Equatable {
    let status: UInt32
    let type: String
    let body: [UInt8]
  }

  /// The folder of the report.
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  /// Where pages ask whether the report was made again.
  static let editionPath = "/.hsi-edition"

  /// - Parameters:
  ///   - path: of the address, without percent signs: `/` or `/countries/KEN.md`.
  ///   - host: by which the browser calls this machine.
  ///   - edition: how often the report was made.
  func answer(_ path: String, method: String, host: String, edition: Int) -> Answer {
    // Another site may have given this machine a name of its own, to read the report by.
    guard ["127.0.0.1", "localhost"].contains(host.prefix { $0 != ":" }.lowercased()) else {
      return Self.text(403, "ask for 127.0.0.1")
    }
    guard method == "GET" || method == "HEAD" else { return Self.text(405, "only GET and HEAD are answered") }
    if path == Self.editionPath { return Self.text(200, String(edition)) }
    let name = path == "/" ? MadeReport.page : String(path.dropFirst())
    guard isOfReport(name), let bytes = try? FileReading.bytes(folder + "/" + name) else {
      return Self.text(404, "the report has no file \(path)")
    }
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    let type = Self.types[ending] ?? "text/plain; charset=utf-8"
    return Answer(status: 200, type: type, body: ending == "html" ? Self.reloading(bytes, edition) : bytes)
  }

  /// Whether a report names a file: no other is given out, wherever its name leads.
  private func isOfReport(_ name: String) -> Bool {
    if name == Manifest.fileName { return true }
    guard ManifestRecord(in: folder)?.outputs.contains(where: { $0.name == name }) == true else {
      return false
    }
    return FileReading.isInside(folder + "/" + name, folder)
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "json": "application/json", "csv": "text/csv; charset=utf-8",
  ]

  private static func text(_ status: UInt32, _ text: String) -> Answer {
    Answer(status: status, type: "text/plain; charset=utf-8", body: Array((text + "\n").utf8))
  }

  /// The page with a script that loads it again once the report was made again. The file itself has none.
  static func reloading(_ page: [UInt8], _ edition: Int) -> [UInt8] {
    let script = """
      setInterval(async () => {
        const answer = await fetch("\(editionPath)").catch(() => null);
        if (answer && answer.ok && (await answer.text()).trim() !== "\(edition)") location.reload();
      }, 1000);
      """
    let digest = Digest.base64(of: Array(script.utf8))
    var text = String(decoding: page, as: UTF8.self).replacing(
      "default-src 'none';", with: "default-src 'none'; connect-src 'self';", maxReplacements: 1
    ).replacing("script-src ", with: "script-src 'sha256-\(digest)' ", maxReplacements: 1)
    if let end = text.ranges(of: "</body>").last {
      text.replaceSubrange(end, with: "<script>\(script)</script></body>")
    }
    return Array(text.utf8)
  }
}
