import Diagnostics
import IndexModel
import Tabular

/// What can be doubtful in a data folder though every file can be read.
package enum DataChecks {
  /// Notes indicators whose row in the catalogue leaves out what a reader has to know.
  package static func documentation(_ framework: Framework, _ text: SourceText, into findings: inout Findings)
  {
    for indicator in framework.indicators {
      let fields = [
        ("unit", indicator.unit), ("producer", indicator.producer), ("licence", indicator.licence.text),
        ("reference", indicator.reference),
      ]
      let missing = fields.filter { $0.1.isEmpty }.map(\.0)
      guard !missing.isEmpty else { continue }
      findings.append(
        .checks.undocumented, "\(indicator.id) has no \(missing.joined(separator: ", no "))", in: text,
        line: indicator.line, column: 1, remedy: "fill in the column in indicators.csv")
    }
  }

  /// Notes indicators whose figures whoever may have them has yet to bring in.
  package static func absence(_ framework: Framework, _ text: SourceText, into findings: inout Findings) {
    for indicator in framework.indicators where indicator.isAbsent {
      findings.append(
        .checks.notHere, "no figure of \(indicator.id) is here: \(indicator.licence.text)", in: text,
        line: indicator.line, column: 1, remedy: FindingKind.checks.notHere.advice)
    }
  }

  /// Notes indicators that few countries have a figure of in the cube's last ten years.
  /// - Parameter threshold: the share of countries below which that is noted, 0–1.
  package static func coverage(
    _ cube: ObservationCube, threshold: Double, _ text: SourceText, into findings: inout Findings
  ) {
    guard let last = cube.latestYear else { return }
    let members = cube.countryIndices.filter { cube.countries[$0].isUNMember }
    guard !members.isEmpty else { return }
    for (indicator, series) in zip(cube.framework.indicators, cube.series)
    where indicator.dimension != nil && !indicator.isAbsent {
      let covered = members.count { country in
        series.latestYear(country, upTo: last).map { $0 > last - 10 } ?? false
      }
      guard Double(covered) < threshold * Double(members.count) else { continue }
      findings.append(
        .checks.lowCoverage,
        "\(indicator.id) has a figure since \(last - 9) for \(covered) of \(members.count) "
          + "members of the United Nations", in: text, line: indicator.line, column: 1)
    }
  }
}
