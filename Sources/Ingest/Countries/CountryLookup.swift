import IndexModel
import Tabular

/// Looks up the keys of rows, for one piece of a table. Rows of one country stand together as a
/// rule, so the last answer of a column serves most of them; codes are answered from a table of their own.
final class CountryLookup {
  typealias Key = CountryTable.Key

  let countries: CountryTable
  /// The columns that name countries, the surest first.
  let columns: [CountryColumn]
  /// The place of each code, or −1; a copy, so that cores do not share its count of references.
  private let places: UnsafeMutablePointer<Int16>
  /// What finds the ids of units, where these are no countries; `countries` keeps it alive.
  private let units: UnitFinder?
  /// How many of the places of ids are units; the others are groups of them.
  private let unitCount: Int
  private var lastUnit = -1
  /// The surest column, where it may hold codes; −1 for none.
  private let codeColumn: Int
  /// Whether that is the only one, so that no other can contradict it.
  private let isAlone: Bool
  private var last: [(text: [UInt8], key: Key?)]
  /// For each column the text that was last found to be a country's, by country.
  private var agreed: [[[UInt8]]]

  init(_ countries: CountryTable, _ columns: [CountryColumn]) {
    (self.countries, self.columns) = (countries, columns)
    codeColumn = columns.first.map { $0.prefix.isEmpty ? $0.index : -1 } ?? -1
    isAlone = columns.count == 1
    last = columns.map { _ in ([], nil) }
    // Only what another column says can be agreed with.
    agreed = columns.count > 1 ? columns.map { _ in countries.countries.map { _ in [] } } : []
    (units, unitCount) = (countries.units?.finder, countries.countries.count)
    places = .allocate(capacity: countries.placeByCode.count)
    places.initialize(from: countries.placeByCode, count: countries.placeByCode.count)
  }

  deinit { places.deallocate() }

  @inline(__always) func key(_ bytes: UnsafeBufferPointer<UInt8>, _ rank: Int) -> Key? {
    if units != nil { return countries.key(bytes) }
    let code = columns[rank].prefix.isEmpty ? CountryCode.packed(bytes) : nil
    if let code, case let place = places[Int(code)], place >= 0 { return .country(CountryIndex(Int(place))) }
    if last[rank].text.count == bytes.count, last[rank].text.elementsEqual(bytes) { return last[rank].key }
    return lookUp(bytes, rank)
  }

  /// The country of a row whose only key is its code; nil where more has to be looked at.
  @inline(__always) func country(byCodeAlone row: CSVRow) -> CountryIndex? {
    guard isAlone else { return nil }
    if let units {
      let place = row.withField(codeColumn) { units.place(of: $0, after: lastUnit) } ?? .max
      guard place < unitCount else { return nil }
      lastUnit = place
      return CountryIndex(place)
    }
    guard let code = row.withField(codeColumn, CountryCode.packed) else { return nil }
    let place = places[Int(code)]
    return place < 0 ? nil : CountryIndex(Int(place))
  }

  /// What a row is about, by the first of the columns that says it, and which that is.
  func key(of row: CSVRow) -> (key: Key, rank: Int)? {
    var unsure: Int?
    for rank in columns.indices {
      let column = columns[rank].index
      if row.isEmpty(column) { continue }
      if row.withField(column, Self.isNA) {
        unsure = unsure ?? rank
      } else if let key = row.withField(column, { key($0, rank) }) {
        return (key, rank)
      }
    }
    guard let unsure, let key = row.withField(columns[unsure].index, { key($0, unsure) }) else { return nil }
    return (key, unsure)
  }

  /// `NA` is Namibia where nothing beside it names another, and else "not available".
  @inline(__always) private static func isNA(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count == 2 && bytes[0] | 0x20 == UInt8(ascii: "n") && bytes[1] | 0x20 == UInt8(ascii: "a")
  }

  /// The column by which a row that names no country is told: a name rather than a number.
  func told(_ row: CSVRow) -> Int? {
    let filled = columns.map(\.index).filter { !row.isEmpty($0) }
    return filled.last { index in row.withField(index) { CountryNumber.value($0) == nil } } ?? filled.last
  }

  /// The first column behind another that names something else than it, if any does.
  @inline(__always) func contradiction(_ row: CSVRow, _ country: CountryIndex, behind rank: Int) -> (
    rank: Int, key: Key
  )? {
    for other in (rank + 1)..<max(rank + 1, columns.count) {
      let column = columns[other].index
      let isKnown = row.withField(column) {
        $0.isEmpty || Self.isNA($0) || agreed[other][country].elementsEqual($0)
      }
      if !isKnown, let key = contradictionAnew(row, country, other) { return (other, key) }
    }
    return nil
  }

  /// A country that a column behind one of an area names, unless that is how the area is called as well:
  /// FAO's China is China with Hong Kong, Macao and Taiwan.
  func country(_ row: CSVRow, besides area: Int, behind rank: Int) -> (rank: Int, key: Key)? {
    for other in (rank + 1)..<max(rank + 1, columns.count) {
      let column = columns[other].index
      guard [.aggregate, .part].contains(countries.areas[area].kind), !row.withField(column, Self.isNA),
        case .country(let country)? = row.withField(column, { key($0, other) })
      else { continue }
      return countries.areas[area].name.hasPrefix(row.string(column)) ? nil : (other, .country(country))
    }
    return nil
  }

  @inline(never) private func contradictionAnew(_ row: CSVRow, _ country: CountryIndex, _ rank: Int) -> Key? {
    let key = row.withField(columns[rank].index) { self.key($0, rank) }
    switch key {
    case .country(let other)? where other != country: return key
    // A state that is no more may be named beside the code of the one that goes on.
    case .area(let area)?
    where columns[rank].isSure && [.aggregate, .part].contains(countries.areas[area].kind)
      && !isCalledSo(row.string(columns[rank].index), country, area):
      return key
    case .area(let area)?
    where !countries.areas[area].successors.isEmpty
      && !countries.areas[area].successors.contains(countries.countries[country].code):
      return key
    default: break
    }
    agreed[rank][country] = row.withField(columns[rank].index) { Array($0) }
    return nil
  }

  /// Whether a publisher calls a country so, as V-Dem's `Palestine/West Bank` beside PSE: the country and a part of
  /// it. A part with a number of the United Nations of its own, as Gaza has, is never the country.
  private func isCalledSo(_ name: String, _ country: CountryIndex, _ area: Int) -> Bool {
    guard let slash = name.firstIndex(of: "/"), countries.areas[area].kind == .part else { return false }
    return countries.key(String(name[..<slash])) == .country(country)
      && !countries.areas[area].aliases.contains { Int($0) != nil }
  }

  @inline(never) private func lookUp(_ bytes: UnsafeBufferPointer<UInt8>, _ rank: Int) -> Key? {
    let prefix = columns[rank].prefix
    let key =
      countries.key(bytes, prefix: prefix)
      ?? (prefix.isEmpty ? labelled(bytes) ?? inOtherEncoding(bytes) ?? unmarked(bytes, rank) : nil)
    last[rank] = (Array(bytes), key)
    return key
  }

  /// The names that were read without the mark of a footnote, and the ranks of their columns.
  private(set) var marked = ByteTable<Int>()

  private func unmarked(_ bytes: UnsafeBufferPointer<UInt8>, _ rank: Int) -> Key? {
    let key = countries.unmarked(bytes)
    if key != nil, marked.count < 1000 { marked.update(Array(bytes)) { $0 = $0 ?? rank } }
    return key
  }

  /// A code with its label, as SDMX-CSV may have it: `NOR: Norway`.
  private func labelled(_ bytes: UnsafeBufferPointer<UInt8>) -> Key? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count,
      bytes[colon + 1] == UInt8(ascii: " ")
    else { return nil }
    return countries.key(UnsafeBufferPointer(rebasing: bytes[..<colon]))
  }

  /// A name in Windows-1252 amid text that is UTF-8.
  private func inOtherEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> Key? {
    guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else {
      return nil
    }
    return countries.key(TextEncoding.string(bytes))
  }
}
