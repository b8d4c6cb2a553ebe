import Fetching
import Foundation
import Testing

@Suite("Redirects") struct RedirectTests {
  @Test(
    "one within the host is followed, and the address it leads to is told",
    arguments: [301, 302, 303, 307, 308]) func withinHost(status: Int) throws
  {
    let server = try LocalServer { request in
      request.target == "/old"
        ? [.reply(status, ["Location": "new.csv?a=1"])] : [.reply(200, [:], FetcherTests.table)]
    }
    let fetched = try FetchTrial().fetch(server.url("/old"))
    #expect(fetched.url == server.url("/new.csv?a=1"))
  }

  @Test("one to another host is refused, unless the host is allowed") func otherHost() throws {
    let other = try LocalServer { _ in [.reply(200, [:], FetcherTests.table)] }
    let server = try LocalServer { _ in [.reply(302, ["Location": other.url("/a.csv", host: "localhost")])] }
    let trial = FetchTrial()
    let problem = try #require(try trial.problem(server.url("/a.csv")))
    #expect(problem.kind.identifier == "other-host")
    #expect(problem.message.contains("localhost"))
    #expect(problem.remedy.contains("hosts = [\"localhost\"]"))
    #expect(other.requests.isEmpty)
    #expect(try trial.problem(server.url("/a.csv"), hosts: ["LOCALHOST"]) == nil)
  }

  @Test("one that names another host in short is refused just so") func shortForm() throws {
    let server = try LocalServer { _ in [.reply(302, ["Location": "//user:secret@localhost/a"])] }
    let problem = try #require(try FetchTrial().problem(server.url("/a")))
    #expect(problem.kind.identifier == "other-host" && !problem.message.contains("secret"))
  }

  @Test("a loop ends after five") func loop() throws {
    let server = try LocalServer { request in
      [.reply(302, ["Location": request.target == "/a" ? "/b" : "/a"])]
    }
    let problem = try FetchTrial().problem(server.url("/a"))
    #expect(problem?.kind.identifier == "redirect-loop")
    #expect(server.requests.count == 6)
  }

  @Test(
    "one to no web address, or to nowhere, is an error",
    arguments: [["Location": "file:///etc/passwd"], ["Location": "ftp://127.0.0.1/a"], [:]]) func nowhere(
      headers: [String: String]
    ) throws
  {
    let server = try LocalServer { _ in [.reply(302, headers)] }
    #expect(try FetchTrial().problem(server.url("/a"))?.kind.identifier == "bad-redirect")
  }
}
