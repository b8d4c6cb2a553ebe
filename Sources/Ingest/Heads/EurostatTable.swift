import Tabular

/// Eurostat's TSV: the keys of a row stand in its first field, joined by commas, and the header says of that
/// field `unit,geo\time`.
enum EurostatTable {
  /// The table with a field for each key; any other text as it is.
  static func unpacked(_ text: SourceText) -> SourceText {
    let head = text.prefix(2000)
    let tab = UInt8(ascii: "\t")
    guard let end = head.firstIndex(of: tab), let slash = head[..<end].firstIndex(of: UInt8(ascii: "\\")),
      head[..<slash].contains(UInt8(ascii: ",")), !head[..<end].contains(10)
    else { return text }
    let bytes = text.bytes
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    var isHeader = true
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      let key = line.prefix { $0 != tab }
      let own = isHeader ? key.prefix { $0 != UInt8(ascii: "\\") } : key
      out += own.map { $0 == UInt8(ascii: ",") ? tab : $0 }
      for field in line.dropFirst(key.count).split(separator: tab, omittingEmptySubsequences: false)
        .dropFirst()
      {
        out.append(tab)
        out += Self.trimmed(field)
      }
      out.append(10)
      isHeader = false
    }
    return SourceText(name: text.name, bytes: Array(out.dropLast()))
  }

  /// Without spaces at its ends; `: c` is a missing value with a flag.
  private static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = field.drop { $0 == 32 }
    while let last = rest.last, last == 32 || last == 13 { rest = rest.dropLast() }
    return rest.first == UInt8(ascii: ":") ? [] : rest
  }
}
