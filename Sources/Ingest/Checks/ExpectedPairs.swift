import Diagnostics
import IndexModel
import Tabular

/// Two countries of which one is expected to be the more secure, and why.
package struct ExpectedPair: Sendable, Equatable {
  package let higher: CountryIndex
  package let lower: CountryIndex
  /// The index, a dimension or a component.
  package let node: NodeIndex
  /// What it is called: `index` or a path.
  package let score: String
  package let year: Year
  package let reason: String
  /// Where the pair stands, from 1.
  package let line: Int
}

/// Reads a file of pairs: higher,lower,score,year,reason.
package enum ExpectedPairs {
  private static let columns = ["higher", "lower", "score", "year", "reason"]

  /// The word for the score of the index itself.
  private static let index = "index"

  /// Reads all pairs; what is wrong is noted in `findings`.
  package static func read(
    _ text: SourceText, _ countries: CountryTable, _ framework: Framework, into findings: inout Findings
  ) -> [ExpectedPair] {
    var pairs: [ExpectedPair] = []
    var lines: [String: Int] = [:]
    RecordReader.read(text, columns: columns, required: columns, into: &findings) { record, findings in
      let ends = ["higher", "lower"].map { country(record, $0, countries, into: &findings) }
      let node = node(record, framework, into: &findings)
      guard let year = year(record, into: &findings), let node, let higher = ends[0], let lower = ends[1]
      else { return }
      if higher == lower {
        findings.append(record, .checks.sameEnds, "a pair names one country twice", at: "lower")
        return
      }
      let sorted = [higher, lower].sorted().map(\.value)
      if let first = lines.updateValue(record.line, forKey: "\(sorted) \(node.value) \(year)") {
        findings.append(
          record, .checks.repeatedPair, "the pair stands on line \(first) already", at: "higher")
        return
      }
      pairs.append(
        ExpectedPair(
          higher: higher, lower: lower, node: node, score: record["score"], year: year,
          reason: record["reason"], line: record.line))
    }
    return pairs
  }

  private static func country(
    _ record: Record, _ column: String, _ countries: CountryTable, into findings: inout Findings
  ) -> CountryIndex? {
    if case .country(let country)? = countries.key(record[column]) { return country }
    findings.append(
      record, countries.unknown, countries.unknownMessage(record[column]), at: column,
      remedy: countries.remedy(for: record[column]))
    return nil
  }

  private static func node(_ record: Record, _ framework: Framework, into findings: inout Findings)
    -> NodeIndex?
  {
    let name = record["score"]
    if name == index { return Framework.root }
    if let path = DimensionPath(name), let node = framework.node(path) { return node }
    findings.append(
      record, .checks.unknownScore, "there is no dimension or component \"\(name)\"", at: "score",
      remedy: NearestName.remedy(for: name, among: [index] + framework.paths))
    return nil
  }

  private static func year(_ record: Record, into findings: inout Findings) -> Year? {
    if let year = Year(record["year"]), figureYears.contains(year) { return year }
    findings.append(record, .figures.badYear, "\"\(record["year"])\" is not a year", at: "year")
    return nil
  }
}
