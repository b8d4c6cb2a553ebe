import Diagnostics
import IndexModel
import Tabular

extension DataChecks {
  /// Notes members of the United Nations that the map would leave out.
  package static func outlines(
    _ outlines: [(code: CountryCode, outline: Outline)], _ countries: CountryTable, file: String,
    into findings: inout Findings
  ) {
    let drawn = Set(outlines.map(\.code))
    let missing = countries.countries.filter { $0.isUNMember && !drawn.contains($0.code) }
    guard !missing.isEmpty else { return }
    let codes = missing.map(\.code.description).joined(separator: ", ")
    findings.append(
      .checks.noOutline, "the map has no outline of \(codes)", at: .init(file: file),
      remedy: "add a row of kind area or point")
  }

  /// Notes outlines of unknown countries and a second outline of a country.
  ///
  /// What else is wrong with a row is for `OutlineReader` to say.
  package static func outlineRows(
    _ text: SourceText, _ countries: CountryTable, into findings: inout Findings
  ) {
    var lines: [CountryCode: Int] = [:]
    var kept = Findings()
    var ignored = Findings()
    RecordReader.read(text, columns: ["iso3", "kind", "path"], required: ["iso3"], into: &ignored) {
      record, _ in
      guard let code = CountryCode(record["iso3"]) else { return }
      if countries.index(of: code) == nil {
        kept.append(
          record, .countries.unknownCountry, "no country has the code \"\(code)\"", at: "iso3",
          remedy: countries.remedy(for: code.description))
      }
      if let first = lines[code] {
        kept.append(
          record, .checks.duplicateOutline, "\(code) has an outline on line \(first) already", at: "iso3")
      } else {
        lines[code] = record.line
      }
    }
    findings.append(contentsOf: kept)
  }
}
