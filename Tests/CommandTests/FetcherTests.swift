import Fetching
import Foundation
import Testing

/// Fetches from a server of the test's own, with a cache of its own, and notes the pauses.
final class FetchTrial: @unchecked Sendable {
  let folder = FileManager.default.temporaryDirectory.appending(path: "hsi-\(UUID().uuidString)")
  var limits = FetchLimits()
  private let lock = NSLock()
  private var noted: [Double] = []

  /// Seconds of each pause that was asked for.
  var pauses: [Double] { lock.withLock { noted } }

  init() {
    limits.total = 60
    limits.retries = 3
    // A proxy of the machine must not come between the tests and their server.
    limits.passesProxiesBy = true
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func fetch(_ url: String, as kind: ContentKind = .table, hosts: [String] = []) throws -> Fetched {
    try fetcher().fetch(url, as: kind, hosts: hosts)
  }

  func fetcher() throws -> Fetcher {
    Fetcher(cache: try CacheFolder(folder.path), limits: limits) { [self] pause in
      lock.withLock { noted.append(pause) }
    }
  }

  /// What went wrong; nil when nothing did.
  func problem(_ url: String, as kind: ContentKind = .table, hosts: [String] = []) throws -> FetchProblem? {
    do {
      _ = try fetch(url, as: kind, hosts: hosts)
      return nil
    } catch let problem as FetchProblem { return problem }
  }

  /// The names in the cache, without the digest: `http` for whole documents, `part` for others.
  var kept: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.map { String($0.split(separator: ".").last ?? "") }.sorted()
  }
}

@Suite("Fetching over http") struct FetcherTests {
  static let table = "Entity,Code,Year,Deaths\nArcadia,ARC,2020,5\n"

  @Test("a document is fetched, kept, and asked for again only if it has changed") func revalidation() throws
  {
    let server = try LocalServer { request in
      request.headers["if-none-match"] == "\"v1\""
        ? [.reply(304, ["ETag": "\"v1\""])]
        : [.reply(200, ["Content-Type": "text/csv", "ETag": "\"v1\""], Self.table)]
    }
    let trial = FetchTrial()
    let first = try trial.fetch(server.url("/a.csv"))
    let second = try trial.fetch(server.url("/a.csv"))
    #expect(String(decoding: first.bytes, as: UTF8.self) == Self.table && !first.isFromCache)
    #expect(second.bytes == first.bytes && second.isFromCache)
    #expect(second.url == server.url("/a.csv"))
    #expect(server.requests.count == 2 && trial.kept == ["http"])
  }

  @Test("a new version replaces the one in the cache, which may know only its date") func renewed() throws {
    let server = try LocalServer { request in
      let date = "Sat, 03 Jan 2026 00:00:0\(request.earlier) GMT"
      return [
        .reply(
          200, ["Content-Type": "text/csv", "Last-Modified": date],
          Self.table + "Arcadia,ARC,202\(request.earlier),6\n")
      ]
    }
    let trial = FetchTrial()
    _ = try trial.fetch(server.url("/a.csv"))
    let second = try trial.fetch(server.url("/a.csv"))
    #expect(String(decoding: second.bytes, as: UTF8.self).hasSuffix("2021,6\n"))
    #expect(server.requests.last?.headers["if-modified-since"] == "Sat, 03 Jan 2026 00:00:00 GMT")
  }

  @Test("a damaged file in the cache is as good as none") func damagedCache() throws {
    let server = try LocalServer { request in
      #expect(request.headers["if-none-match"] == nil)
      return [.reply(200, ["ETag": "\"v1\""], Self.table)]
    }
    let trial = FetchTrial()
    _ = try trial.fetch(server.url("/a.csv"))
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: trial.folder.path).first)
    try Data("nonsense".utf8).write(to: trial.folder.appending(path: name))
    #expect(try trial.fetch(server.url("/a.csv")).bytes == Array(Self.table.utf8))
  }

  @Test("what may pass is tried again, after pauses that double", arguments: [429, 500, 502, 503, 504, 408])
  func retries(status: Int) throws {
    let server = try LocalServer { request in
      request.earlier < 3 ? [.reply(status)] : [.reply(200, [:], Self.table)]
    }
    let trial = FetchTrial()
    #expect(try trial.fetch(server.url("/a.csv")).bytes.count == Self.table.utf8.count)
    #expect(trial.pauses == [1, 2, 4])
  }

  @Test("what lasts is told after the last try, with what the server said") func gaveUp() throws {
    let server = try LocalServer { _ in
      [.reply(503, ["Content-Type": "text/plain"], "down for\u{1B}[31m repair\n")]
    }
    let trial = FetchTrial()
    let problem = try #require(try trial.problem(server.url("/a.csv")))
    #expect(problem.kind.identifier == "http-status")
    #expect(
      problem.message == "\(server.url("/a.csv")) answered with status 503: down for [31m repair (4 tries)")
    #expect(server.requests.count == 4)
  }

  @Test("a status that lasts is not tried again", arguments: [400, 401, 403, 404, 410, 501]) func lasting(
    status: Int
  ) throws {
    let server = try LocalServer { _ in [.reply(status)] }
    let trial = FetchTrial()
    let problem = try #require(try trial.problem(server.url("/a.csv")))
    #expect(problem.message.hasSuffix("answered with status \(status)"))
    #expect(server.requests.count == 1 && trial.pauses.isEmpty)
  }

  @Test("Retry-After is honoured, in seconds or as a date, and too long a wait is refused") func retryAfter()
    throws
  {
    let server = try LocalServer { request in
      switch request.earlier {
      case 0: [.reply(429, ["Retry-After": "7"])]
      case 1: [.reply(429, ["Retry-After": "Thu, 01 Jan 1970 00:00:10 GMT"])]
      case 2: [.reply(200, [:], Self.table)]
      default: [.reply(429, ["Retry-After": "3600"])]
      }
    }
    let trial = FetchTrial()
    _ = try trial.fetch(server.url("/a.csv"))
    #expect(trial.pauses == [7, 0])
    let problem = try #require(try trial.problem(server.url("/a.csv")))
    #expect(problem.message.contains("asks to be left alone for 3600 s"))
    #expect(trial.pauses == [7, 0])
  }

  @Test(
    "a server that asks for ages is left alone",
    arguments: ["9223372036854775807", "1e9", "99999999999999999999"]) func retryAfterAges(seconds: String)
    throws
  {
    let server = try LocalServer { _ in [.reply(429, ["Retry-After": seconds])] }
    let problem = try #require(try FetchTrial().problem(server.url("/a.csv")))
    #expect(problem.kind.identifier == "http-status")
    #expect(problem.message.contains("429"))
    // What is no number is as if it had not been said.
    #expect(seconds == "1e9" || problem.message.contains("asks to be left alone"))
  }

  @Test(
    "what came instead of a table is told, without what would steer a terminal",
    arguments: [
      ("text/html", "<!DOCTYPE html><html><b>Sorry\u{1B}[2J</b>", "a web page instead of a table"),
      ("text/csv", "\u{FEFF}  <html>moved</html>", "a web page"),
      ("text/csv", "<?xml version=\"1.0\"?><a/>", "XML instead of a table: <?xml"),
      ("application/pdf", "%PDF-1.7", "a document of type application/pdf"),
      ("image/png", "PNG", "a document of type image/png"),
      ("application/json", "[{\"message\":[{\"id\":\"120\"}]}]", "JSON instead of a table: [{"),
      ("text/csv", "", "an empty document"), ("text/html; charset=utf-8", "Entity,Code", "of type text/html"),
    ]) func wrongContent(type: String, body: String, words: String) throws
  {
    let server = try LocalServer { _ in [.reply(200, ["Content-Type": type], body)] }
    let trial = FetchTrial()
    let problem = try #require(try trial.problem(server.url("/a.csv")))
    #expect(problem.kind.identifier == "wrong-content")
    #expect(problem.message.hasPrefix(server.url("/a.csv")))
    #expect(problem.message.contains(words))
    #expect(!problem.message.contains("\u{1B}"))
    #expect(trial.kept.isEmpty, "nothing of it stays in the cache")
  }

  @Test("types that say little are no reason to refuse a table") func vagueTypes() throws {
    for type in ["text/plain", "application/octet-stream", "application/vnd.sdmx.data+csv"] {
      let server = try LocalServer { _ in [.reply(200, ["Content-Type": type], Self.table)] }
      #expect(try FetchTrial().problem(server.url("/a.csv")) == nil, "\(type)")
    }
  }

  @Test("only http and https are fetched, and no address that hides characters") func schemes() throws {
    for url in ["file:///etc/passwd", "ftp://127.0.0.1/a", "127.0.0.1/a", "http://a b/", "http://"] {
      let problem = try FetchTrial().problem(url)
      #expect(problem?.kind.identifier == "bad-url", "\(url)")
    }
  }

  @Test("a server that cannot be reached is told at once") func unreachable() throws {
    let trial = FetchTrial()
    #expect(try trial.problem("http://127.0.0.1:1/a.csv")?.kind.identifier == "unreachable")
    #expect(trial.pauses.isEmpty)
  }
}
