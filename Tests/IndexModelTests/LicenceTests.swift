import IndexModel
import Testing

@Suite("Licences") struct LicenceTests {
  @Test(
    "terms that allow any use are open, however the catalogue goes on",
    arguments: [
      "CC0", "CC0; as stated by the authors", "CC0 1.0", "CC BY 3.0; as stated", "CC BY 3.0 IGO; UNDP",
      "CC BY 4.0, World Bank", "CC BY-SA 4.0 (share alike)", "public domain", "ODbL 1.0",
    ]) func open(text: String)
  { #expect(Licence(text).isOpen) }

  @Test(
    "others are restricted, and so is what only begins alike",
    arguments: ["", "CC BY-NC 4.0", "CC BY-ND 3.0", "CC BY 4.0-like terms", "CC0-ish", "all rights reserved"])
  func restricted(text: String) { #expect(!Licence(text).isOpen) }
}
