import Glibc
import Tabular
import Testing

/// Every decimal text has one nearest Double; strtod of the C library finds it.
@Suite("Numbers are read exactly") struct NumberExactnessTests {
  /// The texts that are read otherwise than strtod reads them.
  private func misread(_ texts: some Sequence<String>) -> [String] {
    texts.filter { text in
      let exact = strtod(text, nil)
      return switch NumberText(text) {
      case .value(let value): value.bitPattern != exact.bitPattern
      case .malformed: exact.isFinite
      default: true
      }
    }
  }

  @Test(
    "Texts at which careless readers err are read as strtod reads them",
    arguments: [
      // Halfway between two Doubles, just above and just below.
      "9007199254740993", "9007199254740993.0000000000000000000000001",
      "9007199254740992.9999999999999999999999999", "9007199254740995", "1e23", "8.5e22",
      "1.00000000000000011102230246251565404236316680908203125",
      "1.00000000000000011102230246251565404236316680908203124",
      "1.00000000000000011102230246251565404236316680908203126",
      // Around the smallest normal and subnormal numbers.
      "2.2250738585072011e-308", "2.2250738585072014e-308", "2.2250738585072012e-308", "5e-324",
      "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1e-323",
      // The greatest number, and the last text that still rounds to it.
      "1.7976931348623157e308", "1.7976931348623158e308", "1.797693134862315807e308",
      // Nineteen and twenty digits, powers of ten about 22.
      "9999999999999999999", "18446744073709551615", "18446744073709551616e-5", "1e22",
      "123456789012345678e22", "9007199254740992e22", "9007199254740991e-22", "9007199254740993e-22", "0.1",
      "0.2", "0.3", "123456.789e-3", "000000000000000000000001.5", "0.00000000000000000000001",
      "6.02214076e23", "1448997445238699", "6929495644600919.5",
    ]) func hardCases(text: String)
  { #expect(misread([text, "-" + text]).isEmpty) }

  @Test("Two million random decimal texts are read as strtod reads them") func randomTexts() {
    var random = SeededGenerator(1994)
    let texts = (0..<2_000_000).map { _ in randomText(&random) }
    #expect(misread(texts).prefix(5) == [])
  }

  @Test("A million random Doubles read back from their shortest text") func randomDoubles() {
    var random = SeededGenerator(7)
    let values = (0..<1_000_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    let wrong = values.filter { NumberText($0.description) != .value($0) }
    #expect(wrong.prefix(5) == [])
  }

  @Test("The midpoint between two Doubles goes to the even one, however it is written") func midpoints() {
    var random = SeededGenerator(12)
    let texts = (0..<20_000).map { _ in
      // Above 2^53 every second whole number is the midpoint of two Doubles.
      let odd = (1 << 53 + random.next() % (1 << 53)) | 1
      let zeros = String(repeating: "0", count: Int(random.next() % 4))
      return "\(odd)\(zeros)e-\(zeros.count)"
    }
    #expect(misread(texts).prefix(5) == [])
  }

  private func randomText(_ random: inout SeededGenerator) -> String {
    let digits = Int.random(in: 1...24, using: &random)
    var text = Bool.random(using: &random) ? "-" : ""
    let point = Int.random(in: 0...digits, using: &random)
    for place in 0..<digits {
      if place == point { text += "." }
      text += String(Int.random(in: 0...9, using: &random))
    }
    guard Int.random(in: 0..<3, using: &random) == 0 else { return text }
    return text + "e\(Int.random(in: -330...310, using: &random))"
  }
}
