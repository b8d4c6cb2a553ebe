import HumanSecurity
import Tabular

extension DataChecks {
  /// Notes borders of unknown countries and borders that stand in one direction only.
  public static func borders(
    _ text: SourceText, _ countries: CountryTable, into findings: inout Findings
  ) {
    var pairs: [(own: String, other: String, record: Record)] = []
    RecordReader.read(
      text, columns: ["iso3", "neighbour"], required: ["iso3", "neighbour"], into: &findings
    ) { record, findings in
      for column in ["iso3", "neighbour"] {
        let code = CountryCode(record[column])
        if code.flatMap({ countries.index(of: $0) }) == nil {
          findings.append(
            record.finding(
              .error, "unknown-country", "no country has the code \"\(record[column])\"",
              at: column, remedy: countries.remedy(for: record[column])))
        }
      }
      pairs.append((record["iso3"], record["neighbour"], record))
    }
    let known = Set(pairs.map { $0.own + $0.other })
    for pair in pairs where !known.contains(pair.other + pair.own) {
      findings.append(
        pair.record.finding(
          .error, "one-sided-border", "\(pair.own) borders \(pair.other) but not the reverse",
          at: "iso3", remedy: "add the row \(pair.other),\(pair.own)"))
    }
  }

  /// Notes members of the United Nations that the map would leave out.
  public static func outlines(
    _ outlines: [(code: CountryCode, outline: Outline)], _ countries: CountryTable,
    file: String, into findings: inout Findings
  ) {
    let drawn = Set(outlines.map(\.code))
    let missing = countries.countries.filter { $0.isUNMember && !drawn.contains($0.code) }
    guard !missing.isEmpty else { return }
    let codes = missing.map(\.code.description).joined(separator: ", ")
    findings.append(
      Diagnostic(
        .warning, "no-outline", "the map has no outline of \(codes)", at: .init(file: file),
        remedy: "add a row of kind area or point"))
  }

  /// Notes outlines of unknown countries and a second outline of a country.
  ///
  /// What else is wrong with a row is for `OutlineReader` to say.
  public static func outlineRows(
    _ text: SourceText, _ countries: CountryTable, into findings: inout Findings
  ) {
    var lines: [CountryCode: Int] = [:]
    var kept = Findings()
    var ignored = Findings()
    RecordReader.read(
      text, columns: ["iso3", "kind", "path"], required: ["iso3"], into: &ignored
    ) { record, _ in
      guard let code = CountryCode(record["iso3"]) else { return }
      if countries.index(of: code) == nil {
        kept.append(
          record.finding(
            .error, "unknown-country", "no country has the code \"\(code)\"", at: "iso3",
            remedy: countries.remedy(for: code.description)))
      }
      if let first = lines[code] {
        kept.append(
          record.finding(
            .error, "duplicate-outline", "\(code) has an outline on line \(first) already",
            at: "iso3", remedy: "keep one of the two rows; an area may have many rings"))
      } else {
        lines[code] = record.line
      }
    }
    findings.append(contentsOf: kept)
  }
}
