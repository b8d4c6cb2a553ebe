import IndexModel
import Tabular
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
  @Test func hostileNamesStayText() throws {
    let page = try HTMLSample.render(HTMLSample.report(countryName: HTMLSample.hostile))
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains(HTMLSample.hostile))
    let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;"
    #expect(page.contains("<h2>\(escaped)</h2>"))
    #expect(page.contains("<h1>\(escaped)</h1>"))
    #expect(page.contains("<a tabindex=-1 href=\"#c-NOR\"><title>\(escaped): rank 1"))
    #expect(page.occurrences(of: "<script>") == 0)
  }

  @Test func escapesWhatHTMLReserves() {
    var out = HTMLWriter()
    out.text("a<b> & \"c\" 'd' é")
    #expect(out.string == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; é")
  }

  @Test func encodesLinks() {
    var out = HTMLWriter()
    out.path("../Data/a b/\"é?#.csv")
    #expect(out.string == "../Data/a%20b/%22%C3%A9%3F%23.csv")
  }

  @Test func asksForNothingOutsideThePage() throws {
    let page = try HTMLSample.render(HTMLSample.report())
    for asking in [" src=", "@import", "http:", "https:", "fetch(", "XMLHttpRequest"] {
      #expect(!page.contains(asking), "\(asking)")
    }
    #expect(page.occurrences(of: "url(") == page.occurrences(of: "url(#"))
    #expect(page.occurrences(of: "<link ") == page.occurrences(of: "<link rel=\"icon\" href=\"data:,"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test func missingValuesSayWhy() throws {
    let page = try HTMLSample.render(HTMLSample.report())
    #expect(page.contains("missing: latest figure is of 1999, too old to carry forward"))
    #expect(page.contains("missing: too few figures to derive the value"))
    #expect(page.contains("missing: no figure"))
    #expect(page.contains("<td class=none>not scored"))
  }

  @Test func withheldCountriesStandWithTheirReason() throws {
    let page = try HTMLSample.render(HTMLSample.report())
    #expect(page.contains("<a href=\"#c-LIE\">Liechtenstein</a><td>too few figures"))
    #expect(page.contains("<p class=why>Unranked: too few figures.</p>"))
    #expect(page.contains("<dd>2 <span>of 3</span>"))
  }

  @Test func figuresAreNamedByFileAndLine() throws {
    let report = try HTMLSample.report()
    let page = try HTMLSample.render(report)
    #expect(page.occurrences(of: "<td>economic/first one.csv:7") == 3)
    #expect(!page.contains("first%20one.csv"), "a page that is mailed leads to no file beside it")
  }

  @Test func restrictedLicencesAreMarked() throws {
    let page = try HTMLSample.render(HTMLSample.report())
    #expect(page.contains("<b class=mark>restricted</b> ask"))
    #expect(page.contains("<small>CC BY 4.0</small>"))
    #expect(page.contains("Those of 1 indicator have"))
  }

  @Test func noTermsAreSpokenOfWhereNoneRestrict() throws {
    let page = try HTMLSample.render(HTMLSample.report(secondLicence: "CC0 1.0"))
    #expect(!page.contains("do not allow every reuse") && !page.contains("class=mark>"))
    #expect(page.contains("Figures belong to their producers.</p>"))
  }

  @Test func noLinkLeadsToAFileThatAMailedPageLacks() throws {
    let page = try HTMLSample.render(HTMLSample.report())
    for link in page.split(separator: "href=\"").dropFirst() {
      #expect(link.hasPrefix("#") || link.hasPrefix("data:"), "\(link.prefix(40))")
    }
    #expect(page.contains("which does not come with this page"))
  }

  @Test func everyLinkWithinThePageHasItsTarget() throws {
    let page = try HTMLSample.render(HTMLSample.report())
    for link in page.split(separator: "href=\"#").dropFirst() {
      let name = link.prefix { $0 != "\"" }
      #expect(page.contains("id=\"\(name)\"") || page.contains("id=\(name) "), "\(name)")
    }
  }

  @Test func theSameReportGivesTheSamePage() throws {
    let report = try HTMLSample.report()
    #expect(try HTMLSample.render(report) == HTMLSample.render(report))
  }

  @Test("The script is shipped without comments, and runs by its digest alone") func shipsNoComments() {
    let script = String(decoding: PageScript.shipped, as: UTF8.self)
    #expect(script.hasPrefix("\n'use strict';\n(() => {\n") && script.hasSuffix("})();\n"))
    #expect(!script.contains("@type") && !script.contains("\n//"))
    // SHA-256 of nothing, in Base64.
    #expect(Digest.base64(of: []) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test func namesBecomeTitles() {
    var out = HTMLWriter()
    out.markup("\(title: "mother-and-child")")
    #expect(out.string == "Mother and child")
  }

  @Test(arguments: [(0.0, 0, "below 40"), (40, 1, "40–50"), (89.9, 5, "80–90"), (100, 6, "90 and above")])
  func stepsAreFixed(score: Double, step: Int, label: String) {
    let index = PublishedIndex()
    #expect(index.step(of: score) == step)
    #expect(index.shade(of: step) == step)
    #expect(index.label(step) == label)
  }

  @Test("Own colours bring the ink that is read better on each") func colours() {
    var index = PublishedIndex()
    #expect(index.styleRules.isEmpty)
    (index.bands, index.colours) = ([50], ["#767676", "#757575"])
    #expect(index.styleRules == ":root:root{--s0:#767676;--s6:#757575}.s0{color:#000}.s6{color:#fff}")
  }
}

extension String {
  func occurrences(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
