import IndexModel

/// A table of countries while it is put together.
struct CountryTableBuilder {
  private(set) var countries: [Country] = []
  private(set) var areas: [Area] = []
  private(set) var index = NameIndex(capacity: 8192)
  /// What the owners in the index are; a country by its place in `countries`.
  private(set) var owners: [CountryTable.Key] = []
  private(set) var spellings: [(name: String, owner: Int32)] = []
  private var ownerByCode: [CountryCode: Int32] = [:]

  /// A name that one owner has and another one wants.
  struct Clash {
    let name: String
    let owner: Int
    let other: Int
  }

  /// Adds a country of the table, of whose code there is none yet.
  mutating func add(_ country: Country) -> [Clash] {
    let owner = own(.country(CountryIndex(countries.count)))
    countries.append(country)
    ownerByCode[country.code] = owner
    return claim(Self.names(of: country), for: owner)
  }

  /// Adds a country that is known and not of the table, or its names to the one that is.
  mutating func add(elsewhere country: Country) -> [Clash] {
    let known = ownerByCode[country.code]
    let owner = known ?? own(.area(areas.count))
    if known == nil { areas.append(Area(name: country.name, kind: .elsewhere)) }
    ownerByCode[country.code] = owner
    return claim(Self.names(of: country), for: owner)
  }

  /// Adds an area. An ambiguous name that a country has is that country's.
  mutating func add(_ area: Area) -> [Clash] {
    let owner = own(.area(areas.count))
    areas.append(area)
    let clashes = claim([area.name] + area.aliases, for: owner)
    return clashes.filter { clash in
      guard case .area(let other) = owners[clash.other] else { return area.kind != .ambiguous }
      return areas[other].kind != area.kind
    }
  }

  private mutating func own(_ key: CountryTable.Key) -> Int32 {
    owners.append(key)
    return Int32(clamping: owners.count - 1)
  }

  private mutating func claim(_ names: [String], for owner: Int32) -> [Clash] {
    var clashes: [Clash] = []
    for name in names where !name.isEmpty {
      if let other = index.claim(name, for: owner) {
        clashes.append(Clash(name: name, owner: Int(owner), other: Int(other)))
      } else {
        spellings.append((name, owner))
      }
    }
    return clashes
  }

  private static func names(of country: Country) -> [String] {
    [country.code.description, country.name, country.alpha2, country.m49] + country.aliases
  }
}
