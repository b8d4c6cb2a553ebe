import IndexModel
import Tabular
import Testing

@testable import Reporting

@Suite("Languages of the page") struct PageLanguagesTests {
  @Test("every text has a translation in every language") func complete() {
    #expect(PageLanguages.codes == ["en", "fr", "es", "ar", "ru", "zh"])
    #expect(PageLanguages.texts.count > 300)
    for row in PageLanguages.texts { #expect(row.allSatisfy { !$0.isEmpty }, "\(row)") }
  }

  @Test("an index of other units than countries is in English, whatever is asked") func otherUnits() {
    var index = PublishedIndex()
    let french = PageLanguages(first: "fr")
    func first(_ members: [(String, JSONText)]) -> String {
      JSONText.object(Array(members.prefix(2))).compact
    }
    #expect(
      first(french.members(of: index)) == #"{"language":"fr","languages":["en","fr","es","ar","ru","zh"]}"#)
    (index.unit, index.units) = ("district", "districts")
    #expect(first(french.members(of: index)) == #"{"language":"en","languages":["en"]}"#)
    #expect(first(PageLanguages(first: "xx").members(of: PublishedIndex())).hasPrefix(#"{"language":"en""#))
  }
}
