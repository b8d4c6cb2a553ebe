import Diagnostics
import Tabular
import Testing

@Suite("Nearest names") struct NearestNameTests {
  private let names = ["economic", "food", "health", "environmental", "personal", "political"]

  @Test(
    "A slip of the pen finds the name that was meant",
    arguments: [
      ("fod", "food"), ("foood", "food"), ("fodo", "food"), ("FOOD", "food"), ("helth", "health"),
      ("enviromental", "environmental"), ("personnal", "personal"), ("politcal", "political"),
    ]) func slips(name: String, meant: String)
  { #expect(NearestName.suggestions(for: name, among: names).first == meant) }

  @Test("What is further away than a third of the name is no suggestion") func tooFar() {
    #expect(NearestName.suggestions(for: "xyzzy", among: names) == [])
    #expect(NearestName.suggestions(for: "", among: names) == [])
    #expect(NearestName.suggestions(for: "food", among: [String]()) == [])
  }

  @Test("The nearest comes first, equals keep their order, and no more than three are given") func order() {
    let near = ["mean_over", "mean_ovor", "mean_oxxr", "mean_over2"]
    #expect(
      NearestName.suggestions(for: "mean_over", among: near) == ["mean_over", "mean_ovor", "mean_over2"])
  }

  @Test("Two neighbours in the wrong order are one slip") func swaps() {
    #expect(NearestName.suggestions(for: "abc", among: ["acb", "axc"]) == ["acb", "axc"])
    #expect(NearestName.suggestions(for: "ba", among: ["ab"]) == ["ab"])
  }

  @Test("The remedy asks, or lists what there is") func remedy() {
    #expect(NearestName.remedy(for: "fod", among: names) == "did you mean \"food\"?")
    #expect(NearestName.remedy(for: "zz", among: ["a", "b"]) == "known: a, b")
    #expect(NearestName.remedy(for: "zz", among: []).isEmpty)
    let many = (1...20).map { "name-\($0)" }
    #expect(NearestName.remedy(for: "zz", among: many).hasSuffix("name-12, … (20 in all)"))
  }

  @Test("Candidates are ranked by their places") func ranked() {
    #expect(NearestName.ranked("helth", among: ["wealth", "food", "health"]) == [2, 0])
  }

  @Test("Names of any length are compared in bounded time") func longNames() {
    let long = String(repeating: "a", count: 10_000_000)
    #expect(NearestName.suggestions(for: long, among: [long]) == [long])
  }
}
