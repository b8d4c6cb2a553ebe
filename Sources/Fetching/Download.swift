/// One document on its way, over as many requests as it takes.
struct Download {
  let address: WebAddress
  let kind: ContentKind
  let hosts: [String]
  let limits: FetchLimits
  let stored: (head: Head, bytes: [UInt8])?
  let file: DownloadFile
  let onProgress: (FetchProgress) -> Void
  /// Where redirects have led.
  var place: WebAddress
  /// The first bytes of an answer that is no document.
  var remark: [UInt8] = []
  /// How far this answer is; nil before its first byte.
  var progress: FetchProgress?

  mutating func attempt() throws(FetchProblem) -> Fetched {
    place = address
    for _ in 0...limits.redirects {
      (remark, progress) = ([], nil)
      let answer = try Exchange.perform(place.text, headers: requestHeaders, limits: limits) {
        (answer, bytes) throws(FetchProblem) in try take(bytes, of: answer)
      }
      switch answer.status {
      case 301, 302, 303, 307, 308: place = try target(of: answer)
      case 200, 206: return try document(answer)
      case 304:
        guard let stored else { throw status(answer) }
        file.discard()
        return Fetched(url: stored.head["source"], bytes: stored.bytes, isFromCache: true)
      case 416:
        // What is here is no beginning of what is there now.
        try file.begin(Head(url: address.shown))
        throw cutShort("cannot go on with a download that was cut short")
      case 0: throw failure(answer)
      default: throw status(answer)
      }
    }
    throw FetchProblem(
      .fetching.redirectLoop, "\(address.shown) redirects more than \(limits.redirects) times",
      remedy: "look at the address in a browser, and write where it ends as url in imports.toml")
  }

  private var requestHeaders: [String] {
    let wanted = kind == .json ? "application/json" : "text/csv, application/zip, */*;q=0.5"
    // A packed body could neither be measured nor gone on with.
    let headers = ["Accept-Encoding: identity", "Accept: \(wanted)"]
    let (count, validator) = (file.bytes.count, file.head.rangeValidator)
    if count > 0, !validator.isEmpty {
      return headers + ["Range: bytes=\(count)-", "If-Range: \(validator)"]
    }
    return headers
      + [("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")].compactMap {
        let tag = stored?.head[$1] ?? ""
        return tag.isEmpty ? nil : "\($0): \(tag)"
      }
  }

  /// Takes a piece of an answer; the first one of a document begins it.
  private mutating func take(_ bytes: ArraySlice<UInt8>, of answer: Response) throws(FetchProblem) {
    guard answer.isDocument else { return remark += bytes.prefix(2048 - remark.count) }
    let expected = if let progress { progress.expected } else { try begin(answer) }
    let (count, limit) = (file.bytes.count + bytes.count, limits.size(of: kind))
    if let expected, expected > limit { throw tooLarge("\(expected) bytes") }
    if count > limit { throw tooLarge("more than \(limit) bytes") }
    try file.append(bytes)
    let now = FetchProgress(received: count, expected: expected)
    progress = now
    onProgress(now)
  }

  /// Looks at what is about to come; returns how many bytes the document has, where that is said.
  private func begin(_ answer: Response) throws(FetchProblem) -> Int? {
    let (begun, count) = (file.head, file.bytes.count)
    let encoding = answer["content-encoding"].lowercased()
    guard ["", "identity"].contains(encoding) else {
      throw FetchProblem(
        .fetching.wrongContent,
        "\(place.shown) sent \(glimpse(encoding.utf8)) encoding that was not asked for",
        remedy: "download the file and run `hsi import`")
    }
    var new = Head(url: address.shown)
    if answer.status == 200 {
      new["source"] = place.shown
      for name in ["etag", "last-modified", "content-type"] { new[name] = answer[name] }
      try file.begin(new)
      return answer.length
    }
    // A part of which nobody says what it is a part of could belong to another document.
    let hasChanged = ["etag", "last-modified"].contains { answer[$0] != begun[$0] }
    // bytes 100-199/200
    let range = answer["content-range"].split { " -/".contains($0) }
    if !hasChanged, count > 0, range.count == 4, Int(range[1]) == count { return Int(range[3]) }
    try file.begin(new)
    throw cutShort("sent another part than was asked for")
  }

  private mutating func document(_ answer: Response) throws(FetchProblem) -> Fetched {
    if answer.code != 0 { throw failure(answer) }
    // An empty body has no piece that would have begun the document.
    if progress == nil { try take([], of: answer) }
    let (head, bytes) = (file.head, file.bytes)
    if let expected = progress?.expected, bytes.count != expected {
      throw cutShort("sent \(bytes.count) of \(expected) bytes")
    }
    let type = head["content-type"]
    if let problem = ContentCheck.problem(bytes, type: type, kind, place.shown) { throw problem }
    file.keep()
    return Fetched(url: head["source"], bytes: bytes, isFromCache: false)
  }

  private func target(of answer: Response) throws(FetchProblem) -> WebAddress {
    let source = "\(place.shown) redirects to"
    guard let target = try? WebAddress(answer.redirect) else {
      let words = "\"\(WebAddress.glimpse(answer.redirect))\", which is no http or https address"
      throw FetchProblem(
        .fetching.badRedirect, "\(source) \(words)", remedy: "look at the address in a browser")
    }
    guard target.isEncrypted || !place.isEncrypted else {
      throw FetchProblem(.fetching.badRedirect, "\(source) \(target.shown), which is not encrypted")
    }
    guard ([address.host] + hosts).contains(where: { $0.lowercased() == target.host }) else {
      throw FetchProblem(
        .fetching.otherHost, "\(source) another host: \(target.shown)",
        remedy: "if that is right, write hosts = [\"\(target.host)\"] beside its url in "
          + "imports.toml, or give --allow-host \(target.host)")
    }
    return target
  }

  /// Ends it for good after a problem. What another run can go on with stays in the cache; what was refused,
  /// or has no byte yet, does not.
  func giveUp(_ problem: FetchProblem) {
    let isRefused = [.fetching.tooLarge, .fetching.wrongContent].contains(problem.kind)
    if isRefused || file.bytes.isEmpty { file.discard() }
  }

  private func tooLarge(_ size: String) -> FetchProblem {
    FetchProblem(
      .fetching.tooLarge, "\(place.shown) sends \(size), more than a series of figures has",
      remedy: "download the file and look what it is; `hsi import` reads files of up to 2 GiB")
  }

  private func cutShort(_ what: String) -> FetchProblem {
    FetchProblem(.fetching.cutShort, "\(place.shown) \(what)", isTransient: true)
  }

  /// No answer, or one that broke off.
  private func failure(_ answer: Response) -> FetchProblem {
    let words = glimpse(answer.message.utf8)
    let remedy = "run the command again, perhaps with a longer --timeout: it goes on where it stopped"
    switch answer.code {
    case 28:
      return FetchProblem(
        .fetching.timedOut, "\(place.shown) was too slow: \(words)", remedy: remedy, isTransient: true)
    // HTTP/2 framing, a body cut short, no answer at all, sending, receiving, an HTTP/2 stream;
    // or curl was ended.
    case 16, 18, 52, 55, 56, 92, ..<0: return cutShort("broke off: \(words)")
    default:
      return FetchProblem(
        .fetching.unreachable, "\(place.shown) cannot be fetched: \(words)",
        remedy: "check the address, the network and, where one is needed, the proxy "
          + "(https_proxy, no_proxy)")
    }
  }

  /// A status that is no success, with what the server remarked.
  private func status(_ answer: Response) -> FetchProblem {
    let words = glimpse(remark)
    let isPassing = [408, 425, 429, 500].contains(answer.status) || 502...599 ~= answer.status
    let remedy =
      switch answer.status {
      case 404, 410: "the series has moved or ended: correct its url in imports.toml"
      case 401, 403, 407: "the server refuses: download the file in a browser and run `hsi import`"
      case _ where isPassing: "the server is busy or broken: try again later"
      default: "correct the url in imports.toml"
      }
    return FetchProblem(
      .fetching.httpStatus,
      "\(place.shown) answered with status \(answer.status)" + (words.isEmpty ? "" : ": \(words)"),
      remedy: remedy, isTransient: isPassing,
      retryAfter: isPassing ? FetchLimits.seconds(answer["retry-after"]) : nil)
  }
}
