import Diagnostics
import IndexModel
import Tabular

/// Ids and names of units near to a wrong one.
enum NearUnit {
  /// Among more, `NearestName` would take seconds: those alone are near that differ in one place.
  private static let fewUnits = 5000

  /// `did you mean "A-1"? ` and a blank; empty where nothing is near.
  static func hint(_ name: String, among candidates: some Collection<String>) -> String {
    let near = suggestions(for: name, among: candidates)
    return near.isEmpty ? "" : "did you mean \(near.map { "\"\($0)\"" }.joined(separator: " or "))? "
  }

  static func suggestions(for name: String, among candidates: some Collection<String>) -> [String] {
    if candidates.count <= fewUnits { return NearestName.suggestions(for: name, among: Array(candidates)) }
    let wanted = Array(name.utf8)
    return Array(candidates.lazy.filter { differsInOnePlace(Array($0.utf8), wanted) }.prefix(3))
  }

  /// Whether one text becomes the other when a letter is put in, taken out or replaced, or two beside each other are
  /// swapped; letters count as the same in either case.
  static func differsInOnePlace(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard abs(one.count - other.count) <= 1 else { return false }
    let shorter = min(one.count, other.count)
    func isSame(_ first: UInt8, _ second: UInt8) -> Bool {
      CountryCode.folded(first) == CountryCode.folded(second)
    }
    var start = 0
    while start < shorter, isSame(one[start], other[start]) { start += 1 }
    var end = 0
    while end < shorter - start, isSame(one[one.count - 1 - end], other[other.count - 1 - end]) { end += 1 }
    let rest = (one.count - start - end, other.count - start - end)
    if max(rest.0, rest.1) <= 1 { return true }
    return rest == (2, 2) && isSame(one[start], other[start + 1]) && isSame(one[start + 1], other[start])
  }
}

extension CountryTable {
  /// What kind of finding a name or id is that nobody knows.
  package var unknown: FindingKind { units == nil ? .countries.unknownCountry : .units.unknownUnit }

  /// What is said of it.
  package func unknownMessage(_ name: String) -> String {
    units == nil ? "no country is known as \"\(name)\"" : "no unit has the id \"\(name)\""
  }

  /// What its column is called in tables that name countries or units by code alone.
  package var keyColumn: String { units == nil ? "iso3" : "id" }

  /// Whether it is of units that are no countries.
  package var isOfUnits: Bool { units != nil }

  func unitRemedy(for name: String) -> String {
    NearUnit.hint(name, among: countries.lazy.map(\.code.description))
      + "correct the id, or add a row to units.csv; ids are read in either case, and keep their zeros in front"
  }

  /// The units of an id or, where no id is so, of a name, in either case.
  package func units(named name: String) -> [CountryIndex] {
    if case .country(let index)? = key(name) { return [index] }
    let wanted = name.trimmingSpaces.lowercased()
    return CountryIndex.all(countries.count).filter { countries[$0].name.lowercased() == wanted }
  }

  /// What to do about a name that no unit has.
  package func remedy(forUnit name: String) -> String {
    let ids = NearUnit.suggestions(for: name, among: countries.lazy.map(\.code.description))
    let names = NearUnit.suggestions(for: name, among: countries.lazy.map(\.name)).filter {
      !ids.contains($0)
    }
    let near = (ids + names).prefix(3).map { "\"\($0)\"" }
    return near.isEmpty
      ? "name a unit of units.csv, by id or name" : "did you mean \(near.joined(separator: " or "))?"
  }
}
