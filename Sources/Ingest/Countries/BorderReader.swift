import Diagnostics
import IndexModel
import Tabular

/// Reads borders.csv: which countries share a land border, each border in both directions.
package enum BorderReader {
  /// Reads the land neighbours of each country of the table; what is wrong is noted in `findings`.
  ///
  /// A border with a country that the folder knows only from elsewhere is none of its own.
  /// - Returns: for each country its neighbours, ascending.
  package static func read(_ text: SourceText, _ countries: CountryTable, into findings: inout Findings)
    -> [[CountryIndex]]
  {
    var neighbours = [[CountryIndex]](repeating: [], count: countries.countries.count)
    var rows: [Border: Record] = [:]
    var order: [Border] = []
    RecordReader.read(
      text, columns: ["iso3", "neighbour"], required: ["iso3", "neighbour"], into: &findings
    ) { record, findings in
      let ends = ["iso3", "neighbour"].map { end(record, $0, countries, into: &findings) }
      guard let one = ends[0], let other = ends[1] else { return }
      let border = Border(one: one, other: other)
      if one == other {
        findings.append(record, .countries.ownBorder, "\(one) borders itself", at: "neighbour")
      } else if let first = rows[border] {
        findings.append(
          record, .countries.duplicateBorder, "\(one) borders \(other) on line \(first.line) already",
          at: "iso3")
      } else {
        rows[border] = record
        order.append(border)
      }
    }
    for border in order {
      let reverse = Border(one: border.other, other: border.one)
      if rows[reverse] == nil, let record = rows[border] {
        findings.append(
          record, .countries.oneSidedBorder, "\(border.one) borders \(border.other) but not the reverse",
          at: "iso3", remedy: "add the row \(border.other),\(border.one)")
      }
      if let own = countries.index(of: border.one), let other = countries.index(of: border.other) {
        neighbours[own].append(other)
      }
    }
    return neighbours.map { $0.sorted() }
  }

  private struct Border: Hashable {
    let one: CountryCode
    let other: CountryCode
  }

  /// The country at one end of a border; nil, and noted, where there is none of that code.
  private static func end(
    _ record: Record, _ column: String, _ countries: CountryTable, into findings: inout Findings
  ) -> CountryCode? {
    let text = record[column]
    if let code = CountryCode(text) {
      if countries.index(of: code) != nil { return code }
      if countries.isElsewhere(text) { return code }
    }
    findings.append(
      record, .countries.unknownCountry, "no country has the code \"\(text)\"", at: column,
      remedy: countries.remedy(for: text))
    return nil
  }
}

extension DataChecks {
  /// Notes indicators that are made of neighbours' figures in a folder that knows no borders.
  package static func missingBorders(
    _ framework: Framework, _ text: SourceText, into findings: inout Findings
  ) {
    for indicator in framework.indicators where indicator.derivation.neighbours != nil {
      findings.append(
        .countries.noBorders, "\(indicator.id) is made of neighbours' figures, but there is no borders.csv",
        in: text, line: indicator.line, column: 1,
        remedy: "add borders.csv, with the columns iso3,neighbour, or leave the field neighbours " + "empty")
    }
  }
}
