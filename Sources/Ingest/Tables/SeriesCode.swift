import Diagnostics
import Tabular

/// Tells which series a World Bank table holds, whatever the file is called.
package enum SeriesCode {
  /// The code in the column of codes; nil when there is no such column, or several codes.
  package static func read(_ text: SourceText) -> String? {
    guard let head = TableHead.find(in: text).head, head.form.kind == .worldBank,
      let column = head.form.seriesColumn
    else { return nil }
    var code = ""
    var isOnly = true
    var unread = Findings()
    CSVReader(text, separator: head.separator).read(head.offset..<Int.max, into: &unread) { row in
      if row.isEmpty(column) { return .next }
      let own = row.string(column)
      if code.isEmpty { code = own }
      isOnly = own == code
      return isOnly ? .next : .stop
    }
    return isOnly && !code.isEmpty ? code : nil
  }
}
