import Diagnostics
import IndexModel
import Tabular

extension HeadSearch {
  /// A row and what stands below it.
  struct Look {
    var header: TableHeader
    var sample = TableSample()
    var numbers = NumericColumns()
    var place = CSVReader.End(offset: 0, lines: 0)
    var findings = Findings()

    /// Columns of numbers that the header has no name for, but for one that counts the rows.
    func unnamed(_ form: TableForm) -> [Int] {
      let keys = form.countryColumns.map(\.index) + [form.yearColumn].compactMap { $0 }
      return header.names.indices.filter { index in
        header.names[index].isEmpty && !keys.contains(index) && numbers.holdsNumbers(index)
          && !(index == 0 && sample.countsRows(index))
      }
    }
  }

  /// As many rows tell which columns hold numbers.
  private static let sample = 200

  /// What stands at a row and below it; nil where there is no such row.
  func look(_ top: Int, isSampled: Bool = true) -> Look? {
    var row = 0
    var look: Look?
    var isBelow = false
    var unread = Findings()
    let end = CSVReader(text, separator: separator).read(0..<Int.max, into: &unread) { fields in
      defer { row += 1 }
      if row < top { return .next }
      guard look != nil else {
        look = Look(header: TableHeader(fields.strings, line: fields.line))
        return .next
      }
      if !isBelow {
        if var header = look, take(fields, into: &header) {
          look = header
          return .next
        }
        isBelow = true
        look?.place = CSVReader.End(offset: fields.start, lines: fields.line - 1)
      }
      if !isSampled { return .stop }
      look?.sample.note(fields)
      look?.numbers.note(fields)
      return look?.numbers.rows ?? 0 < Self.sample ? .next : .stop
    }
    if !isBelow { look?.place = end }
    // What is wrong below the header is found when the rows are read, if any can be.
    let lines = look?.place.lines ?? 0
    look?.findings.append(contentsOf: unread.only { !isBelow || ($0.place?.line ?? 0) <= lines })
    return look
  }

  /// Takes a row for a further one of the header: one of HXL hashtags, which say more, the lower half of a header of
  /// two rows, or the units of the columns.
  /// - Returns: whether it is one of these.
  private func take(_ fields: CSVRow, into look: inout Look) -> Bool {
    let tags = TableHeader(fields.strings, line: fields.line)
    if tags.isTagged, !look.header.isTagged, TableForm(tags, choice) != nil {
      look.header = tags
    } else if let joined = look.header.joined(with: fields.strings, countries) {
      look.header = joined
    } else if look.header.isAbove(units: fields.strings) {
      look.findings.append(
        .figures.leftOut, "the row of units below the header is not read",
        at: .init(file: text.name, line: fields.line))
    } else {
      return false
    }
    return true
  }
}
