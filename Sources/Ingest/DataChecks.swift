import HumanSecurity
import Tabular

/// What can be doubtful in a data folder though every file can be read.
public enum DataChecks {
  /// Notes indicators whose row in the catalogue leaves out what a reader has to know.
  public static func documentation(
    _ framework: Framework, _ text: SourceText, into findings: inout Findings
  ) {
    for indicator in framework.indicators {
      let fields = [
        ("unit", indicator.unit), ("producer", indicator.producer),
        ("licence", indicator.licence.text), ("reference", indicator.reference),
      ]
      let missing = fields.filter { $0.1.isEmpty }.map(\.0)
      guard !missing.isEmpty else { continue }
      findings.append(
        Diagnostic(
          .warning, "undocumented",
          "\(indicator.id) has no \(missing.joined(separator: ", no "))", in: text,
          line: indicator.line, column: 1, remedy: "fill in the column in indicators.csv"))
    }
  }

  /// Notes indicators that few countries have a figure of in the cube's last ten years.
  /// - Parameter threshold: the share of countries below which that is noted, 0–1.
  public static func coverage(
    _ cube: ObservationCube, threshold: Double, _ text: SourceText, into findings: inout Findings
  ) {
    guard let last = cube.latestYear else { return }
    let members = cube.countries.indices.filter { cube.countries[$0].isUNMember }
    guard !members.isEmpty else { return }
    for (indicator, series) in zip(cube.framework.indicators, cube.series)
    where indicator.dimension != nil {
      let covered = members.count { country in
        series.latestYear(country, upTo: last).map { $0 > last - 10 } ?? false
      }
      guard Double(covered) < threshold * Double(members.count) else { continue }
      findings.append(
        Diagnostic(
          .note, "low-coverage",
          "\(indicator.id) has a figure since \(last - 9) for \(covered) of \(members.count) "
            + "members of the United Nations", in: text, line: indicator.line, column: 1))
    }
  }

  /// Notes files of the folder that no table names.
  public static func unusedFiles(
    _ files: [String], _ framework: Framework, folder: String, into findings: inout Findings
  ) {
    let used = Set(CubeReader.paths(of: framework) + tables)
    for file in files where !used.contains(file) && file.hasSuffix(".csv") {
      findings.append(
        Diagnostic(
          .warning, "unused-file", "no indicator names this file",
          at: .init(file: folder + "/" + file),
          remedy: "add an indicator to indicators.csv, or remove the file"))
    }
  }

  /// The tables that are no figures.
  public static let tables = [
    "countries.csv", "elsewhere.csv", "areas.csv", "indicators.csv", "borders.csv",
    "boundaries.csv",
  ]

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
}
