import FoundationEssentials
import Tabular

/// A series of the World Bank's API, version 2, which comes as pages of JSON.
package enum WorldBankPages {
  /// How many rows are asked for at once; a series has some 17 000.
  package static let rowsPerPage = 10_000

  /// One page: how it stands among the others, and its rows.
  struct Page: Decodable {
    struct Head: Decodable {
      let page, pages, total: Int
      let lastupdated: String?
    }

    struct Row: Decodable {
      struct Country: Decodable { let value: String }
      let country: Country
      /// Empty for some aggregates.
      let countryiso3code: String?
      let date: String
      let value: Double?
    }

    let head: Head
    let rows: [Row]

    init(from decoder: any Decoder) throws {
      var items = try decoder.unkeyedContainer()
      head = try items.decode(Head.self)
      rows = try items.decode([Row]?.self) ?? []
    }
  }

  /// Fetches all pages of a series and makes them one table: Entity, Code, Year, the series, and
  /// on which page a row stood.
  /// - Parameter url: the address of the series, `format=json` in its query.
  package static func table(
    _ url: String, series: String, hosts: [String], fetcher: Fetcher,
    onProgress: @escaping (FetchProgress) -> Void = { _ in }
  ) throws(FetchProblem) -> Fetched {
    let shown = try WebAddress(url).shown
    var pages: [Page] = []
    repeat {
      let query = "\(url.contains("?") ? "&" : "?")per_page=\(rowsPerPage)&page=\(pages.count + 1)"
      let fetched = try fetcher.fetch(url + query, as: .json, hosts: hosts, onProgress: onProgress)
      let page = try decode(fetched)
      if let fault = fault(of: page, after: pages) { throw disagree(fetched.url, fault) }
      pages.append(page)
    } while pages.count < pages[0].head.pages
    let (count, total) = (pages.reduce(0) { $0 + $1.rows.count }, pages[0].head.total)
    guard count == total else {
      throw disagree(shown, "\(count) rows came on \(pages.count) pages, \(total) were announced")
    }
    guard count > 0 else { throw FetchProblem(.fetching.noRows, "\(shown) has no rows") }
    return Fetched(url: shown, bytes: Array(csv(pages, series).utf8), isFromCache: false)
  }

  static func csv(_ pages: [Page], _ series: String) -> String {
    let rows = pages.flatMap { page in
      page.rows.map { row -> [JSONText] in
        [
          .string(row.country.value), .string(row.countryiso3code ?? ""), .string(row.date),
          .optional(row.value), .string("page \(page.head.page)"),
        ]
      }
    }
    return CSVText.table(["Entity", "Code", "Year", series, "note"], rows)
  }

  /// How a page contradicts those before it; nil when it does not.
  private static func fault(of page: Page, after pages: [Page]) -> String? {
    let (head, rows, number) = (page.head, page.rows.count, pages.count + 1)
    // A series without rows is page 0 of 0.
    if head.total == 0, number == 1 { return nil }
    if head.page != number { return "page \(head.page) came instead of page \(number)" }
    if head.pages > 100 { return "\(head.pages) pages are announced" }
    if rows > rowsPerPage { return "\(rows) rows came on page \(number)" }
    guard let first = pages.first?.head else { return nil }
    if (first.pages, first.total) != (head.pages, head.total) {
      return "page 1 speaks of \(first.total) rows on \(first.pages) pages, page \(number) of "
        + "\(head.total) on \(head.pages)"
    }
    return first.lastupdated == head.lastupdated
      ? nil : "the series was renewed between page 1 and page \(number)"
  }

  private static func disagree(_ url: String, _ what: String) -> FetchProblem {
    FetchProblem(.fetching.pagesDisagree, "the pages of \(url) do not agree: \(what)")
  }

  static func decode(_ fetched: Fetched) throws(FetchProblem) -> Page {
    let data = Data(fetched.bytes)
    if let page = try? JSONDecoder().decode(Page.self, from: data) { return page }
    // In its place may come [{"message": [{"id": "120", "key": …, "value": …}]}].
    if let refusal = try? JSONDecoder().decode([[String: [[String: String]]]].self, from: data),
      let messages = refusal.first?["message"]
    {
      let words = messages.map { "\($0["key"] ?? "error") \($0["id"] ?? ""): \($0["value"] ?? "")" }
      throw FetchProblem(
        .fetching.worldBank, "\(fetched.url) answered: \(glimpse(words.joined(separator: "; ").utf8))",
        remedy: "check the code of the series in imports.toml; the series may have been archived")
    }
    throw FetchProblem(
      .fetching.wrongContent,
      "\(fetched.url) sent JSON that is no page of a series: \(glimpse(fetched.bytes))",
      remedy: "look at the address in a browser; the World Bank may have changed its API")
  }
}
