import Crypto

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of documents that were fetched before, and of downloads that were cut short.
///
/// Each document is one file, named by the SHA-256 of its address: a few lines about it, an empty
/// line, the document. It gets its name when it is whole, so two runs may share the folder.
public struct CacheFolder: Sendable {
  let path: String

  /// Makes the folder where there is none.
  public init(_ path: String) throws(FetchProblem) {
    self.path = path
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += part + "/"
      if mkdir(made, 0o755) != 0, errno != EEXIST, errno != EISDIR, access(made, F_OK) != 0 {
        break
      }
    }
    guard access(path, W_OK | X_OK) == 0 else {
      throw FetchProblem(
        "cannot-cache",
        "the cache folder \(path) cannot be used: \(String(cString: strerror(errno)))",
        remedy: "name another with --cache DIR, or go without with --no-cache")
    }
  }

  /// `hsi` in the user's cache folder; nil when the environment names neither that nor a home.
  public static func usual(_ environment: (String) -> String?) -> String? {
    // A relative path there is to be ignored, says the XDG specification.
    if let folder = environment("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder + "/hsi" }
    if let home = environment("HOME"), home.hasPrefix("/") { return home + "/.cache/hsi" }
    return nil
  }

  /// The file of a document that is whole.
  func whole(_ url: String) -> String { path + "/" + Self.key(url) + ".http" }

  /// The file of a download under way.
  func partial(_ url: String) -> String { path + "/" + Self.key(url) + ".part" }

  /// What is kept of an address; nil when nothing is, or nothing that can be read.
  func stored(_ url: String) -> StoredDocument? {
    guard let file = DownloadFile(reading: whole(url)), file.head.url == url,
      let bytes = file.body()
    else { return nil }
    return StoredDocument(head: file.head, bytes: bytes)
  }

  private static func key(_ url: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hex = SHA256.hash(data: Array(url.utf8)).flatMap {
      [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
    }
    return String(decoding: hex, as: UTF8.self)
  }
}

/// A document out of the cache.
struct StoredDocument {
  let head: DownloadHead
  let bytes: [UInt8]
}

/// What is noted above a document: where it comes from, and how to ask whether it changed.
struct DownloadHead: Equatable {
  var url: String
  /// Where redirects led.
  var source = ""
  var etag = ""
  var lastModified = ""
  var contentType = ""

  private static let format = "hsi download 1"

  /// Whether a server can tell that the document is still the same.
  var hasValidator: Bool { !etag.isEmpty || !lastModified.isEmpty }

  /// What a server needs to go on where a download was cut; a weak tag does not serve.
  var rangeValidator: String? {
    if !etag.isEmpty, !etag.hasPrefix("W/") { return etag }
    return lastModified.isEmpty ? nil : lastModified
  }

  var text: String {
    """
    \(Self.format)
    url: \(url)
    source: \(source)
    etag: \(etag)
    last-modified: \(lastModified)
    content-type: \(contentType)


    """
  }

  init(url: String) { self.url = url }

  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first.map(String.init) == Self.format else { return nil }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstRange(of: ": ") else { continue }
      fields[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
    }
    guard let url = fields["url"] else { return nil }
    self.url = url
    source = fields["source"] ?? ""
    etag = fields["etag"] ?? ""
    lastModified = fields["last-modified"] ?? ""
    contentType = fields["content-type"] ?? ""
  }
}
