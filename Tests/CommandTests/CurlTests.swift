import IndexModel
import Fetching
import Foundation
import Testing

@Suite("Fetching by way of curl") struct CurlTests {
  @Test(
    "nothing in an address is an option, a pattern or a second address to curl",
    arguments: ["/a\"\\noutput=x.csv", "/{a,b}[1-3].csv", "/a.csv?x=\\\"--next", "/a.csv?@/etc/passwd"])
  func strangePaths(path: String) throws {
    let server = try LocalServer { _ in [.reply(200, [:], FetcherTests.table)] }
    let fetched = try FetchTrial().fetch(server.url(path))
    #expect(server.targets == [path] && fetched.url == server.url(path))
  }

  @Test(
    "addresses of odd forms are none, so that the host that was checked is the one that is asked",
    arguments: [
      "-o/tmp/x", "--config=/tmp/x", "@/etc/passwd", "http:///a", "http:/a.org/", "http://a@b@c/",
      "http://a\\@b/", "http://a\\b/", "http://a.org:80:90/", "http://a.org:x/", "http://[::1/",
      "http://a%2eorg/", "http://a.org\n/", "https://ä.org/", "http://@/", "http://:80/", "http://[a b]/",
      "http://a{b,c}/",
    ]) func oddForms(url: String) throws
  { #expect(try FetchTrial().problem(url)?.kind.identifier == "bad-url") }

  @Test(
    "a tag with quotes and backslashes comes back to the server as it was",
    arguments: ["\"a\\n\\\"b%{c}\"", "\"\u{301}\"\u{301} output=x", "\\"]) func strangeTag(tag: String) throws
  {
    let server = try LocalServer { request in
      request.headers["if-none-match"] == tag
        ? [.reply(304)] : [.reply(200, ["ETag": tag], FetcherTests.table)]
    }
    let trial = FetchTrial()
    _ = try trial.fetch(server.url("/a.csv"))
    #expect(try trial.fetch(server.url("/a.csv")).isFromCache)
  }

  @Test("a proxy is the one that the environment names, and passed by where it says so") func proxy() throws {
    let proxy = try LocalServer { _ in [.reply(200, [:], UpdateTrial.chart)] }
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in [.reply(200, [:], UpdateTrial.chart)] }
    let named = ["http_proxy": proxy.url("")]
    #expect(try trial.update(environment: named).status == 0)
    #expect(proxy.targets.first?.hasPrefix(trial.server.url("/grapher/")) == true)
    #expect(trial.server.requests.isEmpty)
    #expect(try trial.update(environment: named.merging(["no_proxy": "127.0.0.1"]) { $1 }).status == 0)
    #expect(proxy.requests.count == 1 && trial.server.requests.count == 1)
  }

  @Test("name and password are sent to the server, and neither shown nor kept") func credentials() throws {
    let server = try LocalServer { request in
      #expect(request.headers["authorization"] == "Basic dXNlcjpzZWNyZXQ=")
      return request.target == "/a.csv"
        ? [.reply(200, ["ETag": "\"v1\""], FetcherTests.table)] : [.reply(404)]
    }
    let trial = FetchTrial()
    func url(_ path: String) -> String { server.url(path, host: "user:secret@127.0.0.1") }
    #expect(try trial.fetch(url("/a.csv")).url == server.url("/a.csv"))
    for name in try FileManager.default.contentsOfDirectory(atPath: trial.folder.path) {
      let kept = try Data(contentsOf: trial.folder.appending(path: name))
      #expect(!String(decoding: kept, as: UTF8.self).contains("secret"))
    }
    for wrong in [url("/none"), "http://user:secret@ho st/", "user:secret@host/a"] {
      let problem = try #require(try trial.problem(wrong))
      #expect(!problem.message.contains("secret"), "\(problem.message)")
    }
  }

  @Test("what follows a chunked body, or comes before the answer, is no part of the document")
  func otherHeads() throws {
    let body = FetcherTests.table
    let chunks =
      "HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\n\r\n"
      + "HTTP/1.1 200 OK\r\nTrailer: X-Note\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\nX-Note: sum\r\n\r\n"
    let server = try LocalServer { _ in [.send(Array(chunks.utf8))] }
    #expect(try FetchTrial().fetch(server.url("/a.csv")).bytes == Array(body.utf8))
  }

  @Test("a length that was announced too small or too large is never believed") func falseLength() throws {
    let server = try LocalServer { request in
      [.reply(200, ["Content-Length": request.target == "/less" ? "5" : "500"], FetcherTests.table)]
    }
    let trial = FetchTrial()
    trial.limits.retries = 0
    #expect(try trial.fetch(server.url("/less")).bytes == Array("Entit".utf8))
    #expect(try trial.problem(server.url("/more"))?.kind.identifier == "cut-short")
  }

  @Test("a user's own settings of curl are not read") func ownSettings() throws {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { request in
      #expect(request.headers["user-agent"]?.hasPrefix("hsi ") == true)
      return [.reply(200, [:], UpdateTrial.chart)]
    }
    try trial.sandbox.write(".curlrc", "output = stolen\nuser-agent = other\nheader = \"Range: x\"\n")
    let home = trial.sandbox.hsi.folder.path
    let run = try trial.update(environment: ["HOME": home, "CURL_HOME": home])
    #expect(run.status == 0, "\(run.errors)")
    #expect(!trial.sandbox.exists("stolen"))
  }

  @Test("without curl or unzip, one error says what to install") func missing() throws {
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { _ in [] }
    let run = try trial.update(environment: ["PATH": "/nonexistent"])
    #expect(run.status == 1 && trial.server.requests.isEmpty)
    #expect(run.errors.contains("curl, which fetches, is not installed [no-curl]"))
    #expect(run.errors.contains("apt-get install curl"))
    let file = trial.sandbox.hsi.folder.appending(path: "a.zip")
    try Data(ZIPText.archive([("a.csv", "x")])).write(to: file)
    let unpacked = try trial.sandbox.hsi(
      "import", "a.zip", "--indicator", "jobless", environment: ["PATH": "/nonexistent"])
    #expect(unpacked.status == 1)
    #expect(unpacked.errors.contains("unzip, which unpacks a.zip, is not installed [no-unzip]"))
  }

  @Test("when curl is killed half-way, the download is gone on with") func killed() throws {
    let bytes = Array(UpdateTrial.chart.utf8)
    let trial = try UpdateTrial(UpdateTrial.chartPlan) { request in
      #expect(request.headers["range"] == "bytes=25-")
      #expect(request.headers["if-range"] == "\"v1\"")
      let range = "bytes 25-\(bytes.count - 1)/\(bytes.count)"
      return [.reply(206, ["Content-Range": range, "ETag": "\"v1\""], Array(bytes[25...]))]
    }
    // A curl that answers by itself when it runs first, and is killed at once.
    try trial.sandbox.write(
      "bin/curl",
      """
      #!/bin/sh
      [ -e ran ] && exec /usr/bin/curl "$@"
      touch ran
      printf 'HTTP/1.1 200 OK\\r\\nETag: "v1"\\r\\nContent-Length: \(bytes.count)\\r\\n\\r\\n' >&2
      printf 'Entity,Code,Year,Jobless\\n'
      kill -9 $$

      """)
    let folder = trial.sandbox.hsi.folder
    let curl = folder.appending(path: "bin/curl").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: curl)
    let path = folder.appending(path: "bin").path + ":/usr/bin:/bin"
    let stopped = try trial.update("--retries", "0", environment: ["PATH": path])
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("broke off: curl was ended by signal 9 [cut-short]"))
    let run = try trial.update(environment: ["PATH": path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try trial.jobless.contains("ARC,2020,5.5\n"))
  }
}
