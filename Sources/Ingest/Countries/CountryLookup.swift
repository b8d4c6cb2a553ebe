import IndexModel
import Tabular

/// Looks up the keys of rows, for one piece of a table. Rows of one country stand together as a
/// rule, so the last answer serves most of them; codes are answered from a table of its own.
final class CountryLookup {
  typealias Key = CountryTable.Key

  let countries: CountryTable
  private let prefix: String
  /// The place of each code, or −1; a copy, so that cores do not share its count of references.
  private let places: UnsafeMutablePointer<Int16>
  /// The name that was last found to be a country's, by its place.
  private var names: [[UInt8]]
  private var last: [UInt8] = []
  private var lastIsFirst = false
  private var lastKey: Key?

  /// - Parameter prefix: what stands in the table before a key of the first column.
  init(_ countries: CountryTable, prefix: String) {
    (self.countries, self.prefix) = (countries, prefix)
    names = countries.countries.map { _ in [] }
    places = .allocate(capacity: countries.placeByCode.count)
    places.initialize(from: countries.placeByCode, count: countries.placeByCode.count)
  }

  deinit { places.deallocate() }

  /// - Parameter isFirst: whether the key is from the surest of the columns.
  @inline(__always) func key(_ bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool) -> Key? {
    let code = prefix.isEmpty ? CountryCode(bytes: bytes) : nil
    if let code, case let place = places[Int(code.packed)], place >= 0 {
      return .country(CountryIndex(Int(place)))
    }
    if lastIsFirst == isFirst, last.count == bytes.count, last.elementsEqual(bytes) { return lastKey }
    return lookUp(bytes, isFirst)
  }

  /// What a row is about, by the first of some columns that says it.
  func key(of row: CSVRow, _ columns: [Int]) -> Key? {
    for (rank, column) in columns.enumerated() where !row.isEmpty(column) {
      if let key = row.withField(column, { key($0, isFirst: rank == 0) }) { return key }
    }
    return nil
  }

  /// The country that a name means, if that is another than the code beside it says.
  @inline(__always) func other(than country: CountryIndex, named bytes: UnsafeBufferPointer<UInt8>)
    -> CountryIndex?
  {
    if bytes.isEmpty || names[country].elementsEqual(bytes) { return nil }
    return otherAnew(country, bytes)
  }

  @inline(never) private func otherAnew(_ country: CountryIndex, _ bytes: UnsafeBufferPointer<UInt8>)
    -> CountryIndex?
  {
    let key = countries.key(bytes) ?? inOtherEncoding(bytes)
    if case .country(let other)? = key, other != country { return other }
    names[country] = Array(bytes)
    return nil
  }

  @inline(never) private func lookUp(_ bytes: UnsafeBufferPointer<UInt8>, _ isFirst: Bool) -> Key? {
    let prefix = isFirst ? prefix : ""
    lastKey =
      countries.key(bytes, prefix: prefix)
      ?? (prefix.isEmpty ? labelled(bytes) ?? inOtherEncoding(bytes) : nil)
    (last, lastIsFirst) = (Array(bytes), isFirst)
    return lastKey
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
