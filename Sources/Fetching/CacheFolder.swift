import Glibc
import Tabular

/// A folder of documents that were fetched before, and of downloads that were cut short.
///
/// Each document is one file, named by the SHA-256 of its address: a few lines about it, an empty
/// line, the document. It gets its name when it is whole, so two runs may share the folder.
package struct CacheFolder: Sendable {
  private let path: String

  package init(_ path: String) throws(FetchProblem) {
    self.path = path
    let slashed = path + "/"
    for end in slashed.indices where slashed[end] == "/" { mkdir(String(slashed[..<end]), 0o755) }
    guard access(path, W_OK | X_OK) == 0 else {
      throw FetchProblem(
        .fetching.cannotCache, "the cache folder \(path) cannot be used: \(String(cString: strerror(errno)))")
    }
  }

  /// `hsi` in the user's cache folder; nil when the environment names neither that nor a home.
  package static func usual(_ environment: (String) -> String?) -> String? {
    // A relative path there is to be ignored, says the XDG specification.
    if let folder = environment("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder + "/hsi" }
    if let home = environment("HOME"), home.hasPrefix("/") { return home + "/.cache/hsi" }
    return nil
  }

  /// The file of an address: `http` for a document that is whole, `part` for one under way.
  func file(_ address: WebAddress, _ ending: String) -> String {
    "\(path)/\(Digest.text(of: Array(address.text.utf8))).\(ending)"
  }

  func remove(_ address: WebAddress) { unlink(file(address, "http")) }

  /// What is kept of an address, where a server can tell whether it is still the same.
  func stored(_ address: WebAddress) -> (head: Head, bytes: [UInt8])? {
    var rest = OpenFile(reading: file(address, "http"))?.contents()[...] ?? []
    guard let head = Head(Head.ofCache, from: &rest), head["url"] == address.shown,
      !(head["etag"] + head["last-modified"]).isEmpty
    else { return nil }
    return (head, Array(rest))
  }
}
