import Diagnostics
import IndexModel
import Testing

@Suite("How an index is published") struct IndexTableTests {
  static func index(_ toml: String) -> (index: PublishedIndex?, findings: [Diagnostic]) {
    let (lens, findings) = LensReaderTests.read(
      "dimensions_required = 1\n" + toml + "\n[weights]\nfood = 1\neconomic = 0\nstate = 0\n")
    return (lens?.index, findings)
  }

  @Test("a text is the name alone, a table may say the rest") func nameAndTable() {
    var expected = PublishedIndex()
    expected.name = "Health index"
    #expect(Self.index("index = \"Health index\"\n").index == expected)
    #expect(expected.isOfCountries)
    (expected.unit, expected.units, expected.bands) = ("district", "districts", [25, 75.5])
    (expected.most, expected.least, expected.colours) = ("best", "worst", ["#000000", "#7F7f7f", "#ffffff"])
    expected.logo = "data:image/png;base64,iVBORw0KGgo="
    let found = Self.index(
      """
      [index]
      name = "Health index"
      unit = "district"
      units = "districts"
      most = "best"
      least = "worst"
      bands = [25, 75.5]
      colours = ["#000000", "#7F7f7f", "#ffffff"]
      logo = "data:image/png;base64,iVBORw0KGgo="
      """)
    #expect(found.index == expected && found.findings.isEmpty, "\(found.findings)")
    #expect(!expected.isOfCountries)
  }

  @Test(
    "what is wrong with it is said at its key",
    arguments: [
      ("unit = \"district\"", 3, "index.unit stands without index.units"),
      ("least = \"worst\"", 3, "index.least stands without index.most"),
      ("bands = [40, 40]", 3, "index.bands must rise, between 0 and 100"),
      ("bands = [0]", 3, "index.bands must rise, between 0 and 100"),
      ("bands = [1, 2, 3, 4, 5, 6, 7]", 3, "index.bands must rise, between 0 and 100"),
      ("bands = []", 3, "index.bands must rise, between 0 and 100"),
      ("bands = [\"a\"]", 3, "index.bands is a list"),
      ("bands = [50]\ncolours = [\"#000000\"]", 4, "2 steps need as many colours, not 1"),
      ("bands = [50]\ncolours = [\"#000000\", \"red\"]", 4, "\"red\" is no colour"),
      ("name = \"a\\nb\"", 3, "index.name is longer than a line of 1000 characters"),
      ("unit = \"\"\nunits = \"x\"", 3, "index.unit has 0 characters"),
      ("logo = \"logo.png\"", 3, "index.logo is no data URI of a picture of at most 150000 characters"),
      (
        "logo = \"data:image/png;base64,a\\\"b\"", 3,
        "index.logo is no data URI of a picture of at most 150000 characters"
      ), ("nom = \"x\"", 3, "unknown key \"nom\""),
      ("name = \"a\\u0007\"", 3, "the text holds control characters"),
    ]) func wrong(text: String, line: Int, message: String)
  {
    let (index, findings) = Self.index("[index]\n" + text + "\n")
    #expect(index == nil)
    #expect(findings.contains { $0.message == message && $0.place?.line == line }, "\(findings)")
  }

  @Test("steps are spread over the seven colours of the page, from the first to the last") func shades() {
    var index = PublishedIndex()
    #expect((0...6).map(index.shade) == [0, 1, 2, 3, 4, 5, 6])
    index.bands = [50]
    #expect((0...1).map(index.shade) == [0, 6])
    index.bands = [25, 50, 75]
    #expect((0...3).map(index.shade) == [0, 2, 4, 6])
    #expect([24.9, 25, 74.9, 75].map(index.step) == [0, 1, 2, 3])
  }
}
