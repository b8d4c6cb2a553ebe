import HumanSecurity
import Ingest
import Tabular

extension Catalogue {
  /// The country's place in the table of countries, by any of its names.
  func country(_ name: String) throws -> Int {
    let wrong: Failure
    switch countries.key(name) {
    case .country(let place)?: return place
    case .area(let place)?: wrong = Self.notACountry(name, countries.areas[place])
    case nil where isGroup(name):
      wrong = Self.notACountry(name, Area(name: name, kind: .aggregate))
    case nil:
      wrong = .one(
        "unknown-country", "no country is known as \"\(name)\"",
        remedy: countries.remedy(for: name), status: 2)
    }
    throw wrong
  }

  /// Whether a name is that of a region, a sub-region or an income group.
  private func isGroup(_ name: String) -> Bool {
    let name = name.lowercased()
    return !name.isEmpty
      && countries.countries.contains { country in
        [country.region, country.subregion, country.incomeGroup]
          .contains { $0.lowercased() == name }
      }
  }

  private static func notACountry(_ name: String, _ area: Area) -> Failure {
    let note = area.note.isEmpty ? "" : " (\(area.note))"
    let (what, remedy) =
      switch area.kind {
      case .aggregate:
        ("a region or group of countries, not a country", "name one of its countries")
      case .ended: ("a state that is no more\(note)", "name a country of today")
      case .part: ("a part of a country\(note), not one itself", "name the country")
      case .ambiguous: ("a name that could be either of two\(note)", "write which")
      case .elsewhere: ("a country that countries.csv has not", "name a country of countries.csv")
      }
    return .one("unknown-country", "\"\(name)\" is \(what)", remedy: remedy, status: 2)
  }
}

extension Failure {
  /// What an action makes of each value; throws everything that fails at once.
  static func gathering<Value, Result>(
    _ values: [Value], asJSON: Bool, _ action: (Value) throws -> Result
  ) throws -> [Result] {
    var findings = Findings()
    var results: [Result] = []
    var status: Int32 = 0
    for value in values {
      do { results.append(try action(value)) } catch let failure as Failure {
        findings.append(contentsOf: failure.findings)
        status = max(status, failure.status)
      }
    }
    if !findings.isEmpty { throw Failure(findings: findings, status: status, asJSON: asJSON) }
    return results
  }
}
