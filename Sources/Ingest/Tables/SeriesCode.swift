import Diagnostics
import Tabular

/// Tells which series a World Bank table holds, whatever the file is called.
package enum SeriesCode {
  /// The code in the column of codes; nil when there is no such column, or several codes.
  package static func read(_ text: SourceText) -> String? {
    var unread = Findings()
    guard let head = TableHead.find(in: text, CountryTable([]), into: &unread), head.form.kind == .worldBank,
      let column = head.form.seriesColumn
    else { return nil }
    var codes = ByteTable<Bool>()
    CSVReader(text, separator: head.separator).read(head.offset..<Int.max, into: &unread) { row in
      if !row.isEmpty(column) { codes.note(row, column, atMost: 2) }
      return codes.count < 2 ? .next : .stop
    }
    return codes.count == 1 ? codes.texts[0] : nil
  }
}
