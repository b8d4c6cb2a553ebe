import IndexModel
import Fetching
import Testing

@Suite("The World Bank's pages of JSON") struct WorldBankPagesTests {
  /// One row as the API writes it.
  static func row(_ code: String, _ name: String, _ year: Int, _ value: String) -> String {
    """
    {"indicator":{"id":"X.JOB","value":"Jobless"},"country":{"id":"XX","value":"\(name)"},\
    "countryiso3code":"\(code)","date":"\(year)","value":\(value),"unit":"","obs_status":"",\
    "decimal":1}
    """
  }

  /// A page as the API writes it; `per_page` is a text at times.
  static func page(_ number: Int, of pages: Int, total: Int, _ rows: [String], updated: String = "2026-07-13")
    -> String
  {
    """
    [{"page":\(number),"pages":\(pages),"per_page":"2","total":\(total),"sourceid":"2",\
    "lastupdated":"\(updated)"},[\(rows.joined(separator: ","))]]
    """
  }

  static let rows = [
    row("ARC", "Arcadia", 2020, "5.25"), row("", "Low & middle", 2020, "7"),
    row("UTO", "Utopia", 2020, "null"),
  ]

  static func reply(_ body: String) -> [LocalServer.Step] {
    [.reply(200, ["Content-Type": "application/json;charset=utf-8"], body)]
  }

  private func table(_ handler: @escaping LocalServer.Handler) throws -> String {
    let server = try LocalServer(handler)
    let fetched = try WorldBankPages.table(
      server.url("/v2/country/all/indicator/X.JOB?format=json"), series: "X.JOB", hosts: [],
      fetcher: try FetchTrial().fetcher())
    #expect(server.requests.allSatisfy { $0.target.contains("format=json&per_page=") })
    return String(decoding: fetched.bytes, as: UTF8.self)
  }

  private func problem(_ handler: @escaping LocalServer.Handler) throws -> FetchProblem? {
    do {
      _ = try table(handler)
      return nil
    } catch let problem as FetchProblem { return problem }
  }

  @Test("become one table that says on which page a row stood") func pages() throws {
    let text = try table { request in
      request.target.hasSuffix("&page=1")
        ? Self.reply(Self.page(1, of: 2, total: 3, Array(Self.rows[..<2])))
        : Self.reply(Self.page(2, of: 2, total: 3, [Self.rows[2]]))
    }
    #expect(
      text == """
        Entity,Code,Year,X.JOB,note
        Arcadia,ARC,2020,5.25,page 1
        Low & middle,,2020,7,page 1
        Utopia,UTO,2020,,page 2

        """)
  }

  @Test(
    "are refused when they do not agree",
    arguments: [
      (page(2, of: 2, total: 4, [rows[2]]), "3 rows"), (page(2, of: 2, total: 3, []), "on 2 pages"),
      (page(1, of: 2, total: 3, [rows[2]]), "page 1 came instead of page 2"),
      (page(2, of: 3, total: 3, [rows[2]]), "3 rows on 2 pages, page 2 of 3 on 3"),
      (page(2, of: 2, total: 3, [rows[2]], updated: "2026-07-14"), "renewed between page 1 and"),
    ]) func disagreement(second: String, words: String) throws
  {
    let found = try problem { request in
      request.target.hasSuffix("&page=1")
        ? Self.reply(Self.page(1, of: 2, total: 3, Array(Self.rows[..<2]))) : Self.reply(second)
    }
    #expect(found?.kind.identifier == "pages-disagree")
    #expect(found?.message.contains(words) == true, "\(found?.message ?? "")")
  }

  @Test("are refused when there are absurdly many") func tooMany() throws {
    let found = try problem { _ in Self.reply(Self.page(1, of: 2_000_000, total: 3, Self.rows)) }
    #expect(found?.message.contains("2000000 pages are announced") == true)
  }

  @Test("are refused when one has more rows than were asked for, or more bytes than rows can have")
  func tooMuch() throws {
    let rows = Array(repeating: Self.rows[0], count: WorldBankPages.rowsPerPage + 1)
    let many = try problem { _ in Self.reply(Self.page(1, of: 1, total: rows.count, rows)) }
    #expect(many?.message.contains("10001 rows came on page 1") == true)
    let long = String(repeating: "x", count: FetchLimits().pageSize)
    #expect(try problem { _ in Self.reply("[\"\(long)\"]") }?.kind.identifier == "too-large")
  }

  @Test(
    "are refused when they are nested beyond reason",
    arguments: [("[", "]"), ("[{\"page\":", "}]"), ("[{\"a\":1},", "]"), ("[", "")]) func nested(
      open: String, close: String
    ) throws
  {
    let depth = 100_000
    let body = String(repeating: open, count: depth) + String(repeating: close, count: depth)
    #expect(try problem { _ in Self.reply(body) }?.kind.identifier == "wrong-content")
  }

  @Test("may be a message instead, which is told") func message() throws {
    let body =
      "[{\"message\":[{\"id\":\"175\",\"key\":\"Invalid format\","
      + "\"value\":\"The indicator was not found. It may have been deleted or archived.\"}]}]"
    let found = try problem { _ in Self.reply(body) }
    #expect(found?.kind.identifier == "world-bank")
    #expect(found?.message.contains("answered: Invalid format 175: The indicator was not found.") == true)
  }

  @Test(
    "may be empty, or no pages at all",
    arguments: [
      ("[{\"page\":0,\"pages\":0,\"per_page\":0,\"total\":0,\"lastupdated\":null},null]", "no-rows"),
      ("[]", "wrong-content"), ("{\"a\":1}", "wrong-content"), ("[1", "wrong-content"),
      ("Entity,Code", "wrong-content"),
      ("[{\"page\":1,\"pages\":1,\"total\":1},[{\"date\":2020}]]", "wrong-content"),
      (page(1, of: 1, total: 1, [row("ARC", "A", 2020, "\"much\"")]), "wrong-content"),
    ]) func empty(body: String, identifier: String) throws
  { #expect(try problem { _ in Self.reply(body) }?.kind.identifier == identifier) }
}
