import CDownload

/// One document on its way, over as many requests as it takes.
final class Download {
  enum Outcome {
    case unchanged(StoredDocument)
    case whole([UInt8])
  }

  let file: DownloadFile
  private let address: WebAddress
  private let kind: ContentKind
  private let hosts: [String]
  private let limits: FetchLimits
  private let stored: StoredDocument?
  private let onProgress: (FetchProgress) -> Void
  /// Why this side ended the exchange; nil when it did not.
  private var refusal: FetchProblem?
  /// The first bytes of an answer that is no document.
  private(set) var remark: [UInt8] = []
  private var takesBody = false
  private var expected: Int?

  init(
    address: WebAddress, kind: ContentKind, hosts: [String], limits: FetchLimits,
    stored: StoredDocument?, file: DownloadFile, onProgress: @escaping (FetchProgress) -> Void
  ) {
    self.address = address
    self.kind = kind
    self.hosts = hosts
    self.limits = limits
    self.stored = stored?.head.hasValidator == true ? stored : nil
    self.file = file
    self.onProgress = onProgress
  }

  /// Asks once, redirects followed.
  func attempt() throws(FetchProblem) -> Outcome {
    var address = address
    var redirects = 0
    while true {
      let response = exchange(address)
      if let refusal { throw refusal }
      if response.code == Int(DOWNLOAD_NO_LIBRARY) { throw .noCurl }
      switch response.status {
      case 301, 302, 303, 307, 308:
        redirects += 1
        address = try target(of: response, from: address, after: redirects)
      case 304:
        if let stored { return .unchanged(stored) }
        throw status(response, address)
      case 200, 206: return .whole(try document(response, address))
      case 416:
        // What is here is no beginning of what is there now.
        try file.begin(DownloadHead(url: self.address.text))
        throw transient(response, "cannot go on with a download that was cut short", address)
      case 0: throw failure(response, address)
      default: throw status(response, address)
      }
    }
  }

  private func exchange(_ address: WebAddress) -> Response {
    (refusal, remark, takesBody, expected) = (nil, [], false, nil)
    var isTold = false
    let response = Exchange.perform(
      address.text, headers: requestHeaders, limits: limits,
      onHead: { [self] in
        isTold = true
        return begin($0, address)
      },
      onBody: { [self] in take($0, address) })
    // An empty body brings no piece that would have told the head.
    if !isTold, response.code == 0 { _ = begin(response, address) }
    return response
  }

  private var requestHeaders: [String] {
    // A packed body could neither be measured nor gone on with.
    var headers = ["Accept-Encoding: identity"]
    headers.append(
      kind == .json ? "Accept: application/json" : "Accept: text/csv, application/zip, */*;q=0.5")
    if file.count > 0, let validator = file.head.rangeValidator {
      return headers + ["Range: bytes=\(file.count)-", "If-Range: \(validator)"]
    }
    if let head = stored?.head {
      if !head.etag.isEmpty { headers.append("If-None-Match: \(head.etag)") }
      if !head.lastModified.isEmpty { headers.append("If-Modified-Since: \(head.lastModified)") }
    }
    return headers
  }

  /// Looks at what is about to come; false ends the exchange.
  private func begin(_ response: Response, _ address: WebAddress) -> Bool {
    guard response.status == 200 || response.status == 206 else { return true }
    do throws(FetchProblem) {
      if !["", "identity"].contains(response.contentEncoding.lowercased()) {
        throw FetchProblem(
          "wrong-content",
          "\(address.text) sent \(glimpse(response.contentEncoding.utf8)) encoding "
            + "that was not asked for", remedy: "download the file and run `hsi import`")
      }
      if response.status == 206 {
        guard let range = ContentRange(response.contentRange), range.first == file.count,
          response.etag.isEmpty || file.head.etag.isEmpty || response.etag == file.head.etag
        else {
          try file.begin(DownloadHead(url: self.address.text))
          throw transient(response, "sent another part than was asked for", address)
        }
        expected = range.whole
      } else {
        try file.begin(head(of: response, address))
        expected = response.length
      }
      if let expected, expected > limits.size(of: kind) {
        throw tooLarge(address, "\(expected) bytes")
      }
      takesBody = true
      return true
    } catch {
      refusal = error
      return false
    }
  }

  private func head(of response: Response, _ address: WebAddress) -> DownloadHead {
    var head = DownloadHead(url: self.address.text)
    head.source = address.text
    head.etag = response.etag
    head.lastModified = response.lastModified
    head.contentType = response.contentType
    return head
  }

  private func take(_ bytes: UnsafeBufferPointer<UInt8>, _ address: WebAddress) -> Bool {
    guard takesBody else {
      remark += bytes.prefix(2048 - min(2048, remark.count))
      return true
    }
    guard file.count + bytes.count <= limits.size(of: kind) else {
      refusal = tooLarge(address, "more than \(limits.size(of: kind)) bytes")
      return false
    }
    guard file.append(bytes) else {
      refusal = DownloadFile.failure()
      return false
    }
    onProgress(FetchProgress(received: file.count, expected: expected))
    return true
  }

  private func document(_ response: Response, _ address: WebAddress) throws(FetchProblem)
    -> [UInt8]
  {
    if response.code != 0 { throw failure(response, address) }
    if let expected, file.count != expected {
      let count = file.count
      throw transient(response, "sent \(count) of \(expected) bytes", address)
    }
    guard let bytes = file.body() else { throw DownloadFile.failure() }
    let type = file.head.contentType
    if let problem = ContentCheck.problem(bytes, type: type, kind, from: address.text) {
      file.discard()
      throw problem
    }
    return bytes
  }

  private func target(
    of response: Response, from address: WebAddress, after count: Int
  ) throws(FetchProblem) -> WebAddress {
    guard count <= limits.redirects else {
      throw FetchProblem(
        "redirect-loop", "\(self.address.text) redirects more than \(limits.redirects) times",
        remedy: "look at the address in a browser, and write where it ends as url in imports.toml")
    }
    let target: WebAddress
    do throws(FetchProblem) {
      target = try WebAddress(response.redirect)
    } catch {
      throw FetchProblem(
        "bad-redirect",
        "\(address.text) redirects to \"\(glimpse(response.redirect.utf8))\", which is no http or "
          + "https address", remedy: "look at the address in a browser")
    }
    guard target.isEncrypted || !address.isEncrypted else {
      throw FetchProblem(
        "bad-redirect", "\(address.text) redirects to \(target.text), which is not encrypted",
        remedy: "look at the address in a browser; write the new one as url if you trust it")
    }
    guard self.address.mayLead(to: target, hosts: hosts) else {
      throw FetchProblem(
        "other-host", "\(address.text) redirects to another host: \(target.text)",
        remedy: "if that is right, write hosts = [\"\(target.host)\"] beside its url in "
          + "imports.toml, or give --allow-host \(target.host)")
    }
    return target
  }
}

/// The value of a Content-Range header: `bytes 100-199/200`.
struct ContentRange {
  let first: Int
  /// Bytes of the whole document; nil when the server does not know.
  let whole: Int?

  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, parts[0].lowercased() == "bytes" else { return nil }
    let range = parts[1].split(separator: "/")
    guard range.count == 2 else { return nil }
    let ends = range[0].split(separator: "-")
    guard ends.count == 2, let first = Int(ends[0]), first >= 0 else { return nil }
    self.first = first
    whole = Int(range[1])
  }
}
