import Diagnostics
import IndexModel
import Ingest
import Tabular

/// The languages of the page: the texts of its interface in `texts.csv`, and what countries are called.
///
/// What stands there without the script (method, audit, sources) is English in all of them.
package struct PageLanguages: Sendable {
  /// ISO 639-1; English first, in which the texts are written.
  package static let codes = ["en"] + CountryNameReader.languages

  /// The language in which the page opens.
  package let first: String
  /// By place of the country in its table: its names in the languages after English; empty where none are known.
  package let names: [[String]]

  package init(first: String = "en", names: [[String]] = []) { (self.first, self.names) = (first, names) }

  /// The texts of the interface, each in all languages; one that is not translated is empty.
  static let texts: [[String]] = {
    var texts: [[String]] = []
    var ignored = Findings()
    RecordReader.read(
      SourceText(name: "texts.csv", bytes: PackageResources.texts_csv), columns: codes, required: codes,
      into: &ignored
    ) { record, _ in texts.append(codes.map { record[$0] }) }
    return texts
  }()

  /// Only the texts of an index of countries are translated: other units would need words of their own.
  func members(of index: PublishedIndex) -> [(String, JSONText)] {
    let codes = index.isOfCountries ? Self.codes : ["en"]
    let texts = index.isOfCountries ? Self.texts : []
    return [
      ("language", .string(codes.contains(first) ? first : "en")), ("languages", .strings(codes)),
      ("texts", .array(texts.map { .strings($0) })),
    ]
  }
}
