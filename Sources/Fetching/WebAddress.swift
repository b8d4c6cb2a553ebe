import Diagnostics

/// An http or https address, taken apart. Only plain forms are addresses, so that the host that
/// is checked here is the one that curl will ask, whatever an odd form would mean to it.
package struct WebAddress: Sendable {
  let text: String
  let isEncrypted: Bool
  /// In lower case.
  let host: String
  /// The address without name and password: this form is shown and kept.
  let shown: String

  init(_ text: String) throws(FetchProblem) {
    let form = /(?i)(http|https):\/\/([^\/?#@\\]*@)?([a-z0-9._\-]+|\[[0-9a-f:.]+\])(:[0-9]*)?([\/?#].*)?/
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let parts = text.wholeMatch(of: form) else {
      throw FetchProblem(
        .shared.badURL, "\"\(Self.glimpse(text))\" is no http or https address",
        remedy: "write it in full, such as https://example.org/figures.csv")
    }
    self.text = text
    isEncrypted = parts.1.lowercased() == "https"
    host = parts.3.lowercased()
    shown = "\(parts.1)://\(parts.3)\(parts.4 ?? "")\(parts.5 ?? "")"
  }

  /// An address as it may be kept and shown: without name and password; other text as it stands.
  package static func withoutCredentials(_ text: String) -> String {
    text.replacing(/(?i)(https?:\/\/)[^\/?#\s]*@/) { String($0.1) }
  }

  /// The start of what may be no address, without what may be a name and password.
  static func glimpse(_ text: String) -> String {
    Fetching.glimpse((text.lastIndex(of: "@").map { "…" + text[$0...] } ?? text).utf8)
  }
}
