import Testing

@testable import Ingest

@Suite("Names as they are compared") struct NameFoldingTests {
  @Test(
    "Case, accents, punctuation and spaces do not count",
    arguments: [
      ("Côte d'Ivoire", "cotedivoire"), ("COTE D’IVOIRE", "cotedivoire"),
      ("Co\u{302}te d'Ivoire", "cotedivoire"), ("Türkiye", "turkiye"), ("TÜRKİYE", "turkiye"),
      ("Turkiye", "turkiye"), ("São Tomé & Príncipe", "saotomeandprincipe"),
      ("Sao Tome and Principe", "saotomeandprincipe"), ("Guinea-Bissau", "guineabissau"),
      ("Curaçao", "curacao"), ("Åland", "aland"), ("\u{212B}land", "aland"), ("Færøerne", "faeroerne"),
      ("STRAẞE", "strasse"), ("Straße", "strasse"), ("gw:385", "gw385"), ("", ""), ("–", ""),
      ("Việt Nam", "vietnam"), ("Kor\u{AD}ea,\n Rep.", "korearep"), ("Norway†", "norway"),
      ("\u{A0}Norway ", "norway"),
    ]) func folding(name: String, folded: String)
  { #expect(FoldedName(name)?.letters == folded) }

  @Test(
    "Other scripts lose their marks and their case, and keep their letters",
    arguments: [
      ("中国", "中国"), ("ＮＯＲ", "nor"), ("РОССИЯ", "россия"), ("Королёв", "королев"), ("Китаи\u{306}", "китаи"),
      ("Китай", "китаи"), ("أفغانستان", "افغانستان"), ("السُّودان", "السودان"), ("مـصر", "مصر"),
      ("ΕΛΛΆΔΑ", "ελλαδα"), ("Ελλάς", "ελλασ"),
    ]) func scripts(name: String, folded: String)
  { #expect(FoldedName(name)?.letters == folded) }

  @Test(
    "Text with characters that stand in no name is no name",
    arguments: [
      "Nor\0way", "\u{1}Norway", "Norway\u{7F}", "Nor\u{85}way", "Nor\u{FFFD}way", "\u{202E}yawroN",
      "\u{2066}Norway", "\u{E000}Norway", "Nor\u{0378}way", String(repeating: "a", count: 5000),
    ]) func noNames(name: String)
  { #expect(FoldedName(name) == nil) }

  @Test("Bytes that are no UTF-8 are no name") func noText() {
    let bytes: [UInt8] = [0x4E, 0xF8, 0x72]
    #expect(bytes.withUnsafeBufferPointer { FoldedName($0) } == nil)
  }

  @Test("Names that differ by more stay apart") func different() {
    #expect(FoldedName("Niger")?.letters != FoldedName("Nigeria")?.letters)
    #expect(FoldedName("Congo, Rep.")?.words != FoldedName("Congo, Dem. Rep.")?.words)
    #expect(FoldedName("Dominica")?.letters != FoldedName("Dominican Republic")?.letters)
    #expect(FoldedName("Norway2")?.letters != FoldedName("Norway")?.letters)
  }

  @Test(
    "The words of a name are in one order and in full, however it is written",
    arguments: [
      ("Korea, Rep. of", "korea republic"), ("the Republic of Korea", "korea republic"),
      ("St. Kitts & Nevis", "kitts nevis saint"), ("Saint Kitts and Nevis", "kitts nevis saint"),
      ("U.S. Virgin Islands", "islands us virgin"), ("Virgin Is. (US)", "islands us virgin"),
      ("N. Korea", "korea north"), ("The Gambia", "gambia"), ("Salvador (El)", "salvador"),
      ("U. S. S. R.", "ussr"), ("the and of", "and of the"),
    ]) func words(name: String, words: String)
  { #expect(FoldedName(name)?.words == words) }

  @Test("A single word has no other order", arguments: ["Norway", "IS", "Island", "", "中国"]) func oneWord(
    name: String
  ) { #expect(FoldedName(name)?.words == nil) }

  @Test("Folding what is folded changes nothing, for every character") func idempotent() {
    let scalars = (0...0x2_FFFF).compactMap { Unicode.Scalar($0 as UInt32) }
    let changed = scalars.filter { scalar in
      guard let once = FoldedName(String(Character(scalar)))?.letters else { return false }
      return FoldedName(once)?.letters != once
    }
    #expect(changed.prefix(10) == [])
  }
}
