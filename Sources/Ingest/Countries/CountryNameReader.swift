import Diagnostics
import IndexModel
import Tabular

/// Reads country-names.csv: what countries are called in the other languages of the page.
package enum CountryNameReader {
  /// The languages of its columns, by their codes of ISO 639-1.
  package static let languages = ["fr", "es", "ar", "ru", "zh"]

  /// What is wrong is noted in `findings`; a country that has no row, or no name in a language, has an empty one.
  /// - Returns: for each country of the table its names, in the order of `languages`.
  package static func read(_ text: SourceText, _ countries: CountryTable, into findings: inout Findings)
    -> [[String]]
  {
    var names = countries.countries.map { _ in languages.map { _ in "" } }
    var lines: [CountryCode: Int] = [:]
    RecordReader.read(text, columns: ["iso3"] + languages, required: ["iso3"], into: &findings) {
      record, findings in
      guard let code = CountryCode(record["iso3"]), let own = countries.index(of: code) else {
        let text = record["iso3"]
        if countries.isElsewhere(text) { return }
        findings.append(
          record, .countries.unknownCountry, "no country has the code \"\(text)\"", at: "iso3",
          remedy: countries.remedy(for: text))
        return
      }
      if let first = lines[code] {
        findings.append(
          record, .countries.duplicateCountry, "\(code) stands on line \(first) already", at: "iso3")
      }
      lines[code] = record.line
      names[own] = languages.map { record[$0] }
    }
    return names
  }
}
