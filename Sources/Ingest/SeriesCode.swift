import Tabular

/// Tells which series a World Bank table holds, whatever the file is called.
public enum SeriesCode {
  /// The code in the column `Indicator Code`; nil when there is no such column, or several codes.
  public static func read(_ text: SourceText) -> String? {
    var unread = Findings()
    var column: Int?
    var rows = 0
    var code: String?
    CSVReader(text).read(into: &unread) { row in
      rows += 1
      guard let column else {
        let header = TableHeader(row.strings, line: row.line)
        if header.has("country code") { column = header.index("indicator code") }
        return column == nil && rows >= 20 ? .stop : .next
      }
      let own = row.string(column)
      if own.isEmpty { return .next }
      if let known = code, known != own {
        code = nil
        return .stop
      }
      code = own
      return .next
    }
    return code
  }
}
