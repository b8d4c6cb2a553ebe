import Fetching
import Foundation
import Testing

@Suite("Downloads that break off") struct PartialDownloadTests {
  /// Long enough to come in several pieces.
  private static let long = FetcherTests.table + (1900...2019).map { "Arcadia,ARC,\($0),\($0)\n" }.joined()
  private static let bytes = Array(long.utf8)
  private static let half = bytes.count / 2

  private static func head(_ extra: [String: String] = [:]) -> [String: String] {
    ["Content-Type": "text/csv", "ETag": "\"v1\"", "Content-Length": "\(bytes.count)"].merging(extra) { $1 }
  }

  /// Half of the document, and then nothing more.
  private static func firstHalf(_ headers: [String: String] = head()) -> [LocalServer.Step] {
    [.reply(200, headers, Array(bytes[..<half]))]
  }

  @Test("are gone on with where they stopped") func resume() throws {
    let server = try LocalServer { request in
      guard let range = request.headers["range"] else { return Self.firstHalf() }
      #expect(range == "bytes=\(Self.half)-")
      #expect(request.headers["if-range"] == "\"v1\"")
      let rest = Array(Self.bytes[Self.half...])
      return [
        .reply(
          206,
          [
            "Content-Range": "bytes \(Self.half)-\(Self.bytes.count - 1)/\(Self.bytes.count)",
            "ETag": "\"v1\"",
          ], rest)
      ]
    }
    let trial = FetchTrial()
    #expect(try trial.fetch(server.url("/a.csv")).bytes == Self.bytes)
    #expect(server.requests.count == 2 && trial.pauses == [1] && trial.kept == ["http"])
  }

  @Test("stay in the cache for the next run") func nextRun() throws {
    let server = try LocalServer { request in
      if request.earlier == 0 { return Self.firstHalf() }
      return [
        .reply(
          206,
          [
            "Content-Range": "bytes \(Self.half)-\(Self.bytes.count - 1)/\(Self.bytes.count)",
            "ETag": "\"v1\"",
          ], Array(Self.bytes[Self.half...]))
      ]
    }
    let trial = FetchTrial()
    trial.limits.retries = 0
    let problem = try #require(try trial.problem(server.url("/a.csv")))
    #expect(problem.kind.identifier == "cut-short" && problem.remedy.contains("goes on where"))
    #expect(trial.kept == ["part"])
    #expect(try trial.fetch(server.url("/a.csv")).bytes == Self.bytes)
    #expect(server.requests.last?.headers["range"] == "bytes=\(Self.half)-")
  }

  @Test("start over when the server does not go on, or has something new") func noRanges() throws {
    let new = Self.long.replacingOccurrences(of: "2020,5", with: "2020,6")
    let server = try LocalServer { request in
      request.earlier == 0 ? Self.firstHalf() : [.reply(200, ["ETag": "\"v2\""], new)]
    }
    let trial = FetchTrial()
    #expect(try trial.fetch(server.url("/a.csv")).bytes == Array(new.utf8))
  }

  @Test(
    "start over when the wrong part comes, or none can be had",
    arguments: [
      ["Content-Range": "bytes 0-9/4000"], ["Content-Range": "nonsense"], [:], ["status": "416"],
      ["Content-Range": "bytes 1-2/\u{662}", "ETag": "\"v2\""], ["Content-Range": "bytes /"],
    ]) func wrongPart(headers: [String: String]) throws
  {
    let server = try LocalServer { request in
      if request.earlier == 0 { return Self.firstHalf() }
      if request.headers["range"] != nil {
        return [.reply(headers["status"].flatMap { Int($0) } ?? 206, headers, "0123456789")]
      }
      return [.reply(200, Self.head(), Self.bytes)]
    }
    let trial = FetchTrial()
    #expect(try trial.fetch(server.url("/a.csv")).bytes == Self.bytes)
    #expect(server.requests.count == 3)
  }

  @Test(
    "start over when what told them apart is gone, or another",
    arguments: [
      [:], ["ETag": "\"v1\""], ["ETag": "\"v1\"", "Last-Modified": "Tue, 02 Jan 2024 00:00:00 GMT"],
      ["Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"],
    ]) func otherMarks(marks: [String: String]) throws
  {
    let both = Self.head(["Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"])
    let server = try LocalServer { request in
      if request.earlier == 0 { return Self.firstHalf(both) }
      guard request.headers["range"] != nil else { return [.reply(200, both, Self.bytes)] }
      let range = "bytes \(Self.half)-\(Self.bytes.count - 1)/\(Self.bytes.count)"
      return [
        .reply(
          206, marks.merging(["Content-Range": range]) { $1 },
          Array(repeating: 65, count: Self.bytes.count - Self.half))
      ]
    }
    #expect(try FetchTrial().fetch(server.url("/a.csv")).bytes == Self.bytes)
    #expect(server.requests.count == 3)
  }

  @Test("that were refused do not stay in the cache", arguments: ["/huge", "/page", "/none"]) func refused(
    path: String
  ) throws {
    let server = try LocalServer { request in
      switch request.target {
      case "/huge":
        [
          .reply(
            200, ["ETag": "\"a\"", "Transfer-Encoding": "chunked"], "5\r\nEntit\r\na\r\n0123456789\r\n"),
          .hang,
        ]
      case "/page": [.reply(200, ["ETag": "\"a\""], "<html>sorry</html>")]
      default: [.reply(404, [:], "none")]
      }
    }
    let trial = FetchTrial()
    trial.limits.size = path == "/huge" ? 9 : 1 << 20
    #expect(try trial.problem(server.url(path)) != nil)
    #expect(trial.kept.isEmpty)
  }

  @Test("a document that turned out to be of no use is fetched anew next time") func forgotten() throws {
    let server = try LocalServer { _ in [.reply(200, Self.head(), Self.bytes)] }
    let trial = FetchTrial()
    _ = try trial.fetch(server.url("/a.csv"))
    #expect(trial.kept == ["http"])
    try trial.fetcher().forget(server.url("/a.csv"))
    #expect(trial.kept.isEmpty)
  }

  @Test("start over when nothing could tell whether the rest belongs to them") func noValidator() throws {
    let server = try LocalServer { request in
      #expect(request.headers["range"] == nil)
      return request.earlier == 0
        ? Self.firstHalf(["Content-Length": "\(Self.bytes.count)", "ETag": "W/\"weak\""])
        : [.reply(200, [:], Self.bytes)]
    }
    #expect(try FetchTrial().fetch(server.url("/a.csv")).bytes == Self.bytes)
  }

  @Test("a body that never ends is given up after the time limit", arguments: [true, false]) func endless(
    isChunked: Bool
  ) throws {
    let server = try LocalServer { _ in
      isChunked
        ? [.reply(200, ["Transfer-Encoding": "chunked"], "5\r\nEntit\r\n"), .hang]
        : [.reply(200, ["Content-Length": "100000"], "Entity"), .drip]
    }
    let trial = FetchTrial()
    trial.limits.total = 0.5
    trial.limits.retries = 1
    let problem = try #require(try trial.problem(server.url("/a.csv")))
    #expect(problem.kind.identifier == "timed-out" && problem.message.hasSuffix("(2 tries)"))
  }

  @Test("a chunked body that is cut is no whole document") func cutChunks() throws {
    let server = try LocalServer { _ in [.reply(200, ["Transfer-Encoding": "chunked"], "5\r\nEntit\r\n")] }
    let trial = FetchTrial()
    trial.limits.retries = 0
    #expect(try trial.problem(server.url("/a.csv"))?.kind.identifier == "cut-short")
  }

  @Test("a body larger than the limit is not fetched, announced or not") func tooLarge() throws {
    let server = try LocalServer { request in
      request.target == "/huge"
        ? [.reply(200, ["Content-Length": "999999999999"], "Entity"), .hang]
        : [.reply(200, ["Transfer-Encoding": "chunked"], "a\r\n0123456789\r\n"), .hang]
    }
    let trial = FetchTrial()
    trial.limits.size = 9
    for path in ["/huge", "/creeping"] {
      #expect(try trial.problem(server.url(path))?.kind.identifier == "too-large", "\(path)")
    }
    #expect(server.requests.count == 2)
  }

  @Test("two runs at once fetch the same document without getting into each other's way") func together()
    async throws
  {
    let server = try LocalServer { _ in [.reply(200, Self.head(), Self.bytes)] }
    let trial = FetchTrial()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { try trial.fetch(server.url("/a.csv")).bytes == Self.bytes } }
      for try await isRight in group { #expect(isRight) }
    }
    #expect(trial.kept == ["http"])
  }
}
