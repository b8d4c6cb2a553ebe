import Tabular

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A series of the World Bank's API, version 2, which comes as pages of JSON.
public enum WorldBankPages {
  /// How many rows are asked for at once; a series has some 17 000, aggregates and empty years
  /// counted.
  public static let rowsPerPage = 10_000
  /// No series has more pages.
  static let most = 100

  /// Fetches all pages of a series and makes them one table: Entity, Code, Year, the series, and
  /// on which page a row stood.
  /// - Parameter url: the address of the series, `format=json` in its query.
  public static func table(
    _ url: String, series: String, hosts: [String], fetcher: Fetcher,
    onProgress: @escaping (FetchProgress) -> Void = { _ in }
  ) throws(FetchProblem) -> Fetched {
    var pages: [Page] = []
    repeat {
      let number = pages.count + 1
      let query = "\(url.contains("?") ? "&" : "?")per_page=\(rowsPerPage)&page=\(number)"
      let fetched = try fetcher.fetch(
        url + query, as: .json, hosts: hosts, onProgress: onProgress)
      let page = try decode(fetched)
      try check(page, number, after: pages, fetched.url)
      pages.append(page)
    } while pages.count < pages[0].head.pages
    let count = pages.reduce(0) { $0 + $1.rows.count }
    guard count == pages[0].head.total else {
      throw disagree(
        url,
        "\(count) rows came on \(pages.count) pages, \(pages[0].head.total) "
          + "were announced")
    }
    guard count > 0 else {
      throw FetchProblem(
        "no-rows", "\(url) has no rows", remedy: "check the code of the series in imports.toml")
    }
    return Fetched(url: url, bytes: Array(csv(pages, series).utf8), isFromCache: false)
  }

  static func csv(_ pages: [Page], _ series: String) -> String {
    var out = CSVText(header: ["Entity", "Code", "Year", series, "note"])
    for page in pages {
      for row in page.rows {
        out.field(row.country.value)
        out.field(row.countryiso3code ?? "")
        out.field(row.date)
        out.field(row.value)
        out.field("page \(page.head.page)")
        out.endRow()
      }
    }
    return out.text
  }

  private static func check(_ page: Page, _ number: Int, after pages: [Page], _ url: String)
    throws(FetchProblem)
  {
    let head = page.head
    // A series without rows is page 0 of 0.
    if head.total == 0, number == 1 { return }
    guard head.page == number else {
      throw disagree(url, "page \(head.page) came instead of page \(number)")
    }
    guard head.pages <= most else { throw disagree(url, "\(head.pages) pages are announced") }
    guard page.rows.count <= rowsPerPage else {
      throw disagree(url, "\(page.rows.count) rows came on page \(number)")
    }
    guard let first = pages.first?.head else { return }
    if (first.pages, first.total) != (head.pages, head.total) {
      throw disagree(
        url,
        "page 1 speaks of \(first.total) rows on \(first.pages) pages, page \(number) of "
          + "\(head.total) on \(head.pages)")
    }
    if first.lastupdated != head.lastupdated {
      throw disagree(url, "the series was renewed between page 1 and page \(number)")
    }
  }

  private static func disagree(_ url: String, _ what: String) -> FetchProblem {
    FetchProblem(
      "pages-disagree", "the pages of \(url) do not agree: \(what)",
      remedy: "run the command again a little later, with --no-cache")
  }

  static func decode(_ fetched: Fetched) throws(FetchProblem) -> Page {
    let body: Body
    do {
      body = try JSONDecoder().decode(Body.self, from: Data(fetched.bytes))
    } catch {
      throw FetchProblem(
        "wrong-content",
        "\(fetched.url) sent JSON that is no page of a series: \(glimpse(fetched.bytes))",
        remedy: "look at the address in a browser; the World Bank may have changed its API")
    }
    switch body {
    case .page(let page): return page
    case .message(let messages):
      let words = messages.map { "\($0.key ?? "error") \($0.id ?? ""): \($0.value)" }
      throw FetchProblem(
        "world-bank", "\(fetched.url) answered: \(glimpse(words.joined(separator: "; ").utf8))",
        remedy: "check the code of the series in imports.toml; the series may have been archived")
    }
  }
}
