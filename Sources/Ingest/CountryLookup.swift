import Tabular

/// Looks up the keys of rows. Rows of one country stand together as a rule, so the last answer
/// serves most of them.
struct CountryLookup: Sendable {
  let countries: CountryTable
  private let prefix: String
  private var last: (bytes: [UInt8], isFirst: Bool, key: CountryTable.Key?) = ([], false, nil)

  /// - Parameter prefix: what stands in the table before a key of the first column.
  init(_ countries: CountryTable, prefix: String) {
    self.countries = countries
    self.prefix = prefix
  }

  /// - Parameter isFirst: whether the key is from the surest of the columns.
  mutating func key(_ bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool) -> CountryTable.Key? {
    if last.isFirst == isFirst, last.bytes.elementsEqual(bytes) { return last.key }
    let prefix = isFirst ? prefix : ""
    let key =
      countries.key(bytes, prefix: prefix)
      ?? (prefix.isEmpty ? labelled(bytes) ?? inOtherEncoding(bytes) : nil)
    last = (Array(bytes), isFirst, key)
    return key
  }

  /// A code with its label, as SDMX-CSV may have it: `NOR: Norway`.
  private func labelled(_ bytes: UnsafeBufferPointer<UInt8>) -> CountryTable.Key? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count,
      bytes[colon + 1] == UInt8(ascii: " ")
    else { return nil }
    return countries.key(UnsafeBufferPointer(rebasing: bytes[..<colon]))
  }

  /// A name in Windows-1252 amid text that is UTF-8.
  private func inOtherEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> CountryTable.Key? {
    guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil
    else { return nil }
    return countries.key(TextEncoding.string(bytes))
  }
}
