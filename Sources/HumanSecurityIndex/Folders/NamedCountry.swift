import IndexModel
import Ingest

extension Catalogue {
  /// The country's place in the table of countries, by any of its names.
  package func country(_ name: String) throws(Failure) -> CountryIndex {
    if countries.isOfUnits { return try unit(name) }
    let wrong: Failure
    switch countries.key(name) {
    case .country(let place)?: return place
    case .area(let place)?:
      wrong = Self.notACountry(name, countries.areas[place].kind, countries.areas[place].note)
    case nil where countries.countries.contains { $0.isOf(name) }: wrong = Self.notACountry(name, .aggregate)
    case nil:
      wrong = .one(
        .countries.unknownCountry, "no country is known as \"\(name)\"", remedy: countries.remedy(for: name),
        status: 2)
    }
    throw wrong
  }

  /// A unit by its id or, where only one is called so, by its name.
  private func unit(_ name: String) throws(Failure) -> CountryIndex {
    let found = countries.units(named: name)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      if case .area(let group)? = countries.key(name) {
        throw Self.notAUnit(
          "\"\(name)\" is a group of units (\(countries.areas[group].name)), not one", "name a unit of it")
      }
      throw .one(
        .units.unknownUnit, "no unit has the id or name \"\(name)\"", remedy: countries.remedy(forUnit: name),
        status: 2)
    }
    let ids = found.prefix(5).map { countries.countries[$0].code.description }
    let more = found.count > 5 ? " and \(found.count - 5) more" : ""
    throw Self.notAUnit(
      "\(found.count) units are called \"\(name)\"",
      "say which by its id: \(ids.joined(separator: ", "))\(more)")
  }

  private static func notAUnit(_ message: String, _ remedy: String) -> Failure {
    .one(.units.unknownUnit, message, remedy: remedy, status: 2)
  }

  private static func notACountry(_ name: String, _ kind: Area.Kind, _ note: String = "") -> Failure {
    let note = note.isEmpty ? "" : " (\(note))"
    let (what, remedy) =
      switch kind {
      case .aggregate: ("a region or group of countries, not a country", "name one of its countries")
      case .ended: ("a state that is no more\(note)", "name a country of today")
      case .part: ("a part of a country\(note), not one itself", "name the country")
      case .ambiguous: ("a name that could be either of two\(note)", "write which")
      case .elsewhere: ("a country that countries.csv has not", "name a country of countries.csv")
      }
    return .one(.countries.unknownCountry, "\"\(name)\" is \(what)", remedy: remedy, status: 2)
  }
}
