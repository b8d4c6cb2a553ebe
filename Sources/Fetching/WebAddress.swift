import CDownload

/// An http or https address, taken apart as libcurl understands it.
struct WebAddress: Sendable, Equatable {
  let text: String
  let isEncrypted: Bool
  /// In lower case.
  let host: String

  init(_ text: String) throws(FetchProblem) {
    var scheme = [CChar](repeating: 0, count: 32)
    var host = [CChar](repeating: 0, count: 512)
    var port = 0
    let isPlain = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
    let result =
      isPlain ? download_parts(text, &scheme, scheme.count, &host, host.count, &port) : 1
    if result == DOWNLOAD_NO_LIBRARY { throw FetchProblem.noCurl }
    let name = Self.string(scheme).lowercased()
    guard result == 0, name == "http" || name == "https" else {
      throw FetchProblem(
        "bad-url", "\"\(glimpse(text.utf8))\" is no http or https address",
        remedy: "write it in full, such as https://example.org/figures.csv")
    }
    self.text = text
    isEncrypted = name == "https"
    self.host = Self.string(host).lowercased()
  }

  /// Whether a server at this address may send us on to another one.
  func mayLead(to other: WebAddress, hosts: [String]) -> Bool {
    other.host == host || hosts.contains { $0.lowercased() == other.host }
  }

  private static func string(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
