import Tabular

struct Response {
  private(set) var head: Head?
  /// 0, or curl's exit status, or the number of the signal that ended it, negated.
  let code: Int
  /// What went wrong, in curl's words.
  private(set) var message: String
  /// Where a redirect leads, made absolute; "" where there is none.
  private(set) var redirect = ""

  /// The HTTP status; 0 before there is one.
  var status: Int { head?.title.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0 }
  var isDocument: Bool { status == 200 || status == 206 }
  /// Bytes of the body to come; nil when the server did not say.
  var length: Int? { self["transfer-encoding"].isEmpty ? Int(self["content-length"]) : nil }

  subscript(name: String) -> String { head?[name] ?? "" }

  /// Reads what curl wrote to standard error: heads of responses, then words of its own.
  init(_ notes: [UInt8], code: Int = 0) {
    self.code = code
    message = code < 0 ? "curl was ended by signal \(-code)" : ""
    var rest = notes[...]
    // After an interim response comes another one.
    while head == nil || 100..<200 ~= status, let next = Head("HTTP/", from: &rest) { head = next }
    for line in String(decoding: rest, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("curl: (") { message = String(line.drop { $0 != ")" }.dropFirst(2)) }
      if line.hasPrefix("redirect: ") { redirect = String(line.dropFirst(10)) }
    }
  }
}

/// One request and its answer, by way of curl.
enum Exchange {
  /// Makes a request; a redirect is told and not followed. `onBody` gets the head of the answer
  /// with each piece of its body, and ends the exchange by throwing.
  static func perform(
    _ url: String, headers: [String], limits: FetchLimits,
    onBody: (Response, ArraySlice<UInt8>) throws(FetchProblem) -> Void
  ) throws(FetchProblem) -> Response {
    var answer: Response?
    // All that comes from data is on standard input, where none of it can become an option.
    let (status, notes) = try ChildProgram.run(
      ["curl", "--disable", "--config", "-"], input: configuration(url, headers, limits).utf8,
      missing: FetchProblem(
        .fetching.noCurl, "curl, which fetches, is not installed",
        remedy: "install it (Debian and Ubuntu: apt-get install curl; Fedora: dnf install curl), "
          + "or download the files and run `hsi import`")
    ) { (bytes, notes) throws(FetchProblem) in
      // curl has written the whole head before it writes the first byte of a body.
      let known = answer ?? Response(notes())
      answer = known
      try onBody(known, bytes)
    }
    return Response(notes, code: status)
  }

  private static func configuration(_ url: String, _ headers: [String], _ limits: FetchLimits) -> String {
    let options = [
      ("url", url), ("proto", "=http,https"), ("dump-header", "/dev/stderr"),
      ("write-out", "%{stderr}\nredirect: %{redirect_url}\n"), ("user-agent", "hsi (human-security index)"),
      // 0 would mean "no limit".
      ("max-time", CSVText.shortest(max(0.001, limits.total))), ("connect-timeout", "20"),
      // Fewer bytes a second than this over so many seconds are too slow.
      ("speed-limit", "100"), ("speed-time", "30"),
    ]
    let all = options + headers.map { ("header", $0) }
    return "silent\nshow-error\nno-buffer\ngloboff\nsuppress-connect-headers\n"
      + (limits.passesProxiesBy ? "noproxy = *\n" : "") + all.map { "\($0) = \"\(escaped($1))\"\n" }.joined()
  }

  private static func escaped(_ value: String) -> String {
    let escapes: [Unicode.Scalar: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n"]
    return value.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
  }
}
