import Testing

@testable import Ingest

@Suite("Names as they are compared")
struct NameFoldingTests {
  @Test(
    "Case, accents, punctuation and spaces do not count",
    arguments: [
      ("Côte d'Ivoire", "cotedivoire"), ("COTE D’IVOIRE", "cotedivoire"),
      ("Co\u{302}te d'Ivoire", "cotedivoire"), ("Türkiye", "turkiye"), ("TÜRKİYE", "turkiye"),
      ("Turkiye", "turkiye"), ("São Tomé & Príncipe", "saotomeandprincipe"),
      ("Sao Tome and Principe", "saotomeandprincipe"), ("Guinea-Bissau", "guineabissau"),
      ("Curaçao", "curacao"), ("Åland", "aland"), ("\u{212B}land", "aland"),
      ("Færøerne", "faeroerne"), ("STRAẞE", "strasse"), ("Straße", "strasse"),
      ("gw:385", "gw385"), ("", ""), ("–", ""), ("中国", "中国"),
    ])
  func folding(name: String, folded: String) {
    #expect(NameFolding.fold(name) == folded)
  }

  @Test("Names that differ by more stay apart")
  func different() {
    #expect(NameFolding.fold("Niger") != NameFolding.fold("Nigeria"))
    #expect(NameFolding.fold("Congo, Rep.") != NameFolding.fold("Congo, Dem. Rep."))
    #expect(NameFolding.fold("Dominica") != NameFolding.fold("Dominican Republic"))
  }

  @Test("Folding what is folded changes nothing, for every character")
  func idempotent() {
    let scalars = (0...0x2_FFFF).compactMap { Unicode.Scalar($0 as UInt32) }
    let changed = scalars.filter { scalar in
      let once = NameFolding.fold(String(Character(scalar)))
      return NameFolding.fold(once) != once
    }
    #expect(changed.prefix(10) == [])
  }
}
