import Diagnostics
import Ingest
import Tabular
import Testing

@Suite("Numbers that stand for missing values") struct MissingCodeTests {
  private func doubts(_ values: [Double]) -> String? {
    let codes = World.countries.countries.map(\.code.description)
    let rows = values.enumerated().map { place, value in
      "\(codes[place % codes.count]),\(2001 + place / codes.count),\(value)"
    }
    return Reading("iso3,year,value\n" + rows.joined(separator: "\n") + "\n").found.all.first {
      $0.identifier == "missing-code"
    }?.message
  }

  private static let estimates = (0..<40).map { Double($0 % 13) * 0.37 - 2.2 }
  private static let ages = (0..<40).map { 52 + Double($0 * 7 % 31) }

  @Test(
    "A code far from figures that may be negative is doubted",
    arguments: [(-999.0, true), (-99, true), (-9, true), (-66, true), (-3, false)]) func amongNegative(
      code: Double, isDoubted: Bool
    )
  { #expect((doubts(Self.estimates + [code, code]) != nil) == isDoubted) }

  @Test(
    "A number of one digit over and over, or beyond all figures, is doubted; others are figures",
    arguments: [
      (-777.0, true), (-8888, true), (-99.9, true), (-999.9, true), (777, true), (7777, true), (1e30, true),
      (-1e30, true), (666, false), (700, false), (-98, false), (-98.9, false),
    ]) func codes(code: Double, isDoubted: Bool)
  { #expect((doubts([50, 61, 70, 55, 52, 66, code, code]) != nil) == isDoubted) }

  @Test("Codes are named together, with their rows") func several() {
    #expect(
      doubts([-1, 9, 6, -77, -66, -88, 9, -7])
        == "-88, -77 and -66, in 3 rows, may stand for a missing value: every other figure is between -7 and 9"
    )
  }

  @Test("A zero far below all others is doubted; zeros that are many or near are figures") func zeros() {
    #expect(doubts(Self.ages + [0]) != nil)
    #expect(doubts(Self.ages.map { $0 - 51 } + [0, 0]) == nil)
    #expect(doubts([Double](repeating: 0, count: 60) + Self.ages) == nil)
    #expect(doubts([0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1]) == nil)
  }

  @Test("One code among figures is doubted, and so is one among zeros; both of two are told") func single() {
    #expect(doubts([8, 9, 10, 11, 12, 13, 14, 9999]) != nil)
    #expect(
      doubts([0, 0, 0, 0, -99])
        == "-99, in 1 row, may stand for a missing value: every other figure is between 0 and 0")
    #expect(doubts([10, 11, 12, 13, 14, -99, 9999])?.hasPrefix("-99 and 9999, in 2 rows") == true)
  }

  @Test("A text that stands for a missing value is one by its number as well") func byValue() {
    var selection = FigureSelection()
    selection.missing = ["-99"]
    let text = SourceText(name: "t.csv", "iso3,year,x\nNOR,2001,-99.0\nROU,2001,-99\nCAN,2001,-98.9\n")
    #expect(Reading(text, selection).figures == ["CAN 2001 -98.9"])
  }

  @Test("The advice for a word is what makes the table read") func advice() {
    let text = "iso3,year,x\nNOR,2001,no data\nROU,2001,5\n"
    #expect(
      Reading(text).found.all.first?.remedy == "leave the cell empty, or import with --missing 'no data'")
    var selection = FigureSelection()
    selection.missing = ["no data"]
    #expect(Reading(SourceText(name: "t.csv", text), selection).figures == ["ROU 2001 5"])
  }

  @Test(
    "Numbers as their publishers write them",
    arguments: [
      ("5.1 [4.1-6.1]", "5.1", "interval"), ("13.2 [11.2–15.2]", "13.2", "interval"),
      ("5.1 (4.1-6.1)", "5.1", "interval"), ("5.1 [4.1‑6.1]", "5.1", "interval"),
      ("5.1 [4.1\u{2212}6.1]", "5.1", "interval"), ("5.1 [4.1—6.1]", "5.1", "interval"),
      ("5.1 [4.1 to 6.1]", "5.1", "interval"), ("5.1 [4.1; 6.1]", "5.1", "interval"),
      ("-1.5 [-2.5--0.5]", "-1.5", "interval"), ("2.91M", "2910000", "multiple"),
      ("10.1k", "10100", "multiple"), ("1.2B", "1200000000", "multiple"), ("5.1 b", "5.1", "footnote"),
      ("5.1 e", "5.1", "footnote"),
    ]) func qualified(cell: String, value: String, note: String)
  {
    let reading = Reading("iso3,year,x\nNOR,2001,\"\(cell)\"\n")
    #expect(reading.figures == ["NOR 2001 \(value)"] && reading.found.all.map(\.identifier) == [note])
  }

  @Test(
    "What may be millions or a flag is no number",
    arguments: ["5.1 m", "5.1 M", "2.91x", "5 kg", "5.1 [6.1-4.1]"]) func unclear(cell: String)
  { #expect(Reading("iso3,year,x\nNOR,2001,\(cell)\n").errors == ["t.csv:2:10 not-a-number"]) }

  @Test(
    "Intervals of numbers with decimal commas are told from their figures too",
    arguments: [
      "5,1 [4,1–6,1]", "5,1 [4,1-6,1]", "5,1 [4,1; 6,1]", "5,1 [4,1 à 6,1]", "5,1 (4,1 a 6,1)",
      "5,1 [4,1, 6,1]", "5,1 [4,1 bis 6,1]",
    ]) func commas(cell: String)
  {
    let reading = Reading("iso3;year;x\nNOR;2001;\"\(cell)\"\n")
    #expect(reading.figures == ["NOR 2001 5.1"])
    #expect(reading.found.all.map(\.identifier) == ["interval", "decimal-mark"])
  }

  @Test("SIPRI's marks are missing values") func sipri() {
    let reading = Reading("Country,Notes,2001,2002\nNorway,,1.1,xxx\nRomania,7,. .,2\n")
    #expect(reading.figures == ["NOR 2001 1.1", "ROU 2002 2"] && reading.found.isEmpty)
  }
}
