import Testing

@testable import Reporting

@Suite("Heads of columns where room is scarce") struct TableHeadTests {
  @Test(
    "a head is broken between words and syllables, and no letter is left out",
    arguments: [
      ("environmental", 8, ["environ-", "mental"]), ("environmental", 6, ["envi-", "ron-", "mental"]),
      ("environmental", 13, ["environmental"]), ("points of the index", 9, ["points of", "the index"]),
      ("benefit-of-the-doubt", 12, ["benefit-of-", "the-doubt"]), ("health", 5, ["health"]),
      ("2015", 3, ["2015"]), ("", 5, [""]), ("a", 1, ["a"]),
    ]) func broken(title: String, width: Int, lines: [String])
  { #expect(TableHead.lines(title, width: width) == lines) }

  @Test("over all widths the lines of a head, joined, are the head") func whole() {
    for title in [
      "reliability", "covariance share", "most moved", "un-2", "räumlich", "Übersicht der Länder", "---",
    ] {
      for width in 1...20 {
        let lines = TableHead.lines(title, width: width)
        let joined = lines.joined(separator: " ").replacing("- ", with: "")
        #expect(
          joined.replacing("-", with: "").replacing(" ", with: "")
            == title.replacing("-", with: "").replacing(" ", with: ""), "\(title) \(width) \(lines)")
        if title.count <= width { #expect(lines == [title]) }
      }
    }
  }

  @Test("heads stand whole where there is room, and next to their numbers where there is not") func table() {
    let table = TextTable(
      [.text("country", shrinksTo: 8), .number("environmental"), .number("food")],
      [["Arcadia", "12.5", "100.0"], ["Utopia", "7.0", "3.5"]])
    #expect(table.plain(width: 29).hasPrefix("country  environmental   food\n"), "\(table.plain(width: 29))")
    #expect(
      table.plain(width: 24) == """
                 environ-
        country    mental   food
        Arcadia      12.5  100.0
        Utopia        7.0    3.5

        """)
  }

  @Test("no head of a table is cut, at any width") func uncut() {
    let table = TextTable(
      ["economic", "food", "health", "environmental", "personal", "community", "political"].map {
        .number($0)
      }, [[String](repeating: "100.0", count: 7)])
    for width in 20...90 {
      let lines = table.plain(width: width, bold: false).split(separator: "\n")
      #expect(!lines.contains { $0.contains("…") || $0.contains(". ") || $0.hasSuffix(".") }, "\(width)")
      #expect(lines.allSatisfy { $0.count <= width || $0.hasPrefix("(no room for") })
    }
  }
}
