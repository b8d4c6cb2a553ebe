import Diagnostics
import IndexModel

/// Every country, and every name and code under which figures may speak of it; or every unit of an index of others, of
/// which figures speak by id alone.
package struct CountryTable: Sendable {
  /// The countries, by code.
  package let countries: [Country]
  /// What else figures may be about: aggregates, states that ended, parts, countries elsewhere.
  package let areas: [Area]
  /// The place of each country's code, by its packed letters; −1 for other codes.
  let placeByCode: [Int16]
  /// Where ids stand, of an index of other units than countries: first those of `countries`, then those of `areas`,
  /// the groups above them; nil for countries.
  let units: UnitIndex?
  private let index: NameIndex
  /// What the owners in the index are.
  private let owners: [Key]
  /// Every name, for suggestions: as it is written, and its owner.
  private let spellings: [(name: String, owner: Int32)]

  package enum Key: Sendable, Equatable {
    case country(CountryIndex)
    /// Something else that publishers put where a country stands, at this place in `areas`.
    case area(Int)
  }

  /// A table of countries and of other areas. A name that two of them have is the first one's.
  package init(_ countries: [Country], areas: [Area] = []) {
    var builder = CountryTableBuilder()
    for country in countries { _ = builder.add(country) }
    for area in areas { _ = builder.add(area) }
    self = CountryTable(builder)
  }

  init(_ builder: CountryTableBuilder) {
    let sorted = builder.countries.enumerated().sorted { $0.element.code < $1.element.code }
    var places = [Int](repeating: 0, count: sorted.count)
    var byCode = [Int16](repeating: -1, count: 1 << 15)
    for (place, country) in sorted.enumerated() {
      places[country.offset] = place
      if let packed = country.element.code.packed { byCode[Int(packed)] = Int16(clamping: place) }
    }
    (countries, placeByCode) = (sorted.map(\.element), byCode)
    (areas, index, spellings, units) = (builder.areas, builder.index, builder.spellings, nil)
    owners = builder.owners.map {
      if case .country(let order) = $0 { .country(CountryIndex(places[order])) } else { $0 }
    }
  }

  /// A table of units that are no countries.
  /// - Parameters:
  ///   - units: by id, each of which stands once.
  ///   - groups: what stands above them, with its id.
  init(units: [Country], groups: [(id: String, area: Area)]) {
    (countries, areas, placeByCode) = (units, groups.map(\.area), [])
    (index, owners, spellings) = (NameIndex(), [], [])
    self.units = UnitIndex(units.map(\.code.description) + groups.map(\.id))
  }

  package func index(of code: CountryCode) -> CountryIndex? {
    if units != nil {
      guard case .country(let index)? = key(code.description) else { return nil }
      return index
    }
    guard let packed = code.packed, case let index = Int(placeByCode[Int(packed)]), index >= 0 else {
      return nil
    }
    return CountryIndex(index)
  }

  /// The country or unit of a text that should be its code.
  func index(ofCode text: String) -> CountryIndex? {
    guard units != nil else { return CountryCode(text).flatMap(index(of:)) }
    guard case .country(let index)? = key(text) else { return nil }
    return index
  }

  /// What a name or code stands for; nil when nobody knows it, or it could be either of two.
  package func key(_ name: String) -> Key? {
    var name = name
    return name.withUTF8 { key($0) }
  }

  /// What a cell stands for, by code first, then by name; nil when nobody knows it, or it could be
  /// either of two.
  func key(_ bytes: UnsafeBufferPointer<UInt8>) -> Key? {
    if let units { return units.finder.place(of: bytes).map(unitKey) }
    if let code = CountryCode.packed(bytes), case let index = Int(placeByCode[Int(code)]), index >= 0 {
      return .country(CountryIndex(index))
    }
    guard let key = meaning(of: bytes) else { return nil }
    if case .area(let area) = key, areas[area].kind == .ambiguous { return nil }
    return key
  }

  /// What a cell of a column of other codes than ISO's stands for.
  /// - Parameter prefix: whose codes they are: `gw:` and `cow:` for the numbers (and letters) of
  ///   Gleditsch and Ward and of the Correlates of War, `fips:` for FIPS 10-4, `ioc:` for Olympic
  ///   and football codes; empty for any name or code.
  func key(_ bytes: UnsafeBufferPointer<UInt8>, prefix: String) -> Key? {
    if prefix.isEmpty { return key(bytes) }
    if units != nil { return nil }
    if let number = CountryNumber.value(bytes) { return key(prefix + String(number)) }
    // Codes are letters; anything else would lose its marks and become another code.
    guard bytes.count <= 4, bytes.allSatisfy({ $0 | 0x20 >= 97 && $0 | 0x20 <= 122 }) else { return nil }
    return key(prefix + String(decoding: bytes, as: UTF8.self))
  }

  private func unitKey(_ place: Int) -> Key {
    place < countries.count ? .country(CountryIndex(place)) : .area(place - countries.count)
  }

  private func meaning(of bytes: UnsafeBufferPointer<UInt8>) -> Key? {
    index.owner(of: bytes).map { owners[Int($0)] }
  }

  func name(of key: Key) -> String {
    switch key {
    case .country(let country): countries[country].name
    case .area(let area): areas[area].name
    }
  }

  /// Whether a name or code is of a country that the folder knows, and that is none of its own.
  func isElsewhere(_ name: String) -> Bool {
    guard case .area(let area)? = key(name) else { return false }
    return areas[area].kind == .elsewhere
  }

  /// What to do about an unknown name, with what could have been meant.
  package func remedy(for name: String) -> String {
    if units != nil { return unitRemedy(for: name) }
    var text = name
    if case .area(let area)? = text.withUTF8({ meaning(of: $0) }), areas[area].kind == .ambiguous {
      return "it could be \(areas[area].note): write which, or put it into the aliases of that "
        + "one in countries.csv"
    }
    guard let folded = FoldedName(name) else {
      return "the text holds characters that stand in no name: write the name as it is printed"
    }
    let near = suggestions(for: folded.letters)
    let hint = near.isEmpty ? "" : "did you mean \(near.map { "\"\($0)\"" }.joined(separator: " or "))? "
    return hint + "a new spelling goes into the aliases of countries.csv, "
      + "a country that is none of this folder's into elsewhere.csv, "
      + "an area that is no country into areas.csv"
  }

  /// The names nearest to an unknown one, one for each country or area.
  private func suggestions(for wanted: String) -> [String] {
    // A code is near to many: only a code is a misspelt code.
    if wanted.utf8.count <= 3 {
      return NearestName.suggestions(for: wanted, among: countries.map(\.code.description))
    }
    let candidates = spellings.filter { $0.name.utf8.count > 3 && !$0.name.utf8.contains(UInt8(ascii: ":")) }
    let near = NearestName.ranked(wanted, among: candidates.lazy.map { FoldedName($0.name)?.letters ?? "" })
    var seen: Set<Int32> = []
    var names: [String] = []
    for place in near where names.count < 3 && seen.insert(candidates[place].owner).inserted {
      names.append(candidates[place].name)
    }
    return names
  }
}
