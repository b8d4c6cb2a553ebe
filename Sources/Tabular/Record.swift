import Diagnostics

/// One row of a table with a known header, its fields by name.
package struct Record: Sendable {
  package let line: Int
  private let header: Header
  private let fields: [String]
  private let offset: Int
  private let separator: UInt8

  struct Header: Sendable {
    let text: SourceText
    let columns: [String: Int]
  }

  init(_ row: CSVRow, _ header: Header) {
    (line, offset, separator) = (row.line, row.start, row.separator)
    (self.header, fields) = (header, row.strings)
  }

  /// The text of a column; empty where the header lacks it.
  package subscript(column: String) -> String {
    guard let index = header.columns[column], index < fields.count else { return "" }
    return fields[index]
  }

  package func has(_ column: String) -> Bool { header.columns[column] != nil }

  /// The first column whose text would steer a terminal or reorder a line; nil for none.
  var columnWithControlCharacters: String? {
    guard fields.contains(where: \.hasControlCharacters) else { return nil }
    return header.columns.sorted { $0.value < $1.value }.first {
      $0.value < fields.count && fields[$0.value].hasControlCharacters
    }?.key
  }

  fileprivate func place(of column: String) -> (line: Int, column: Int) {
    header.columns[column].map {
      header.text.place(ofField: $0, line: line, offset: offset, separator: separator)
    } ?? (line, 1)
  }

  fileprivate var text: SourceText { header.text }
}

extension Findings {
  /// Notes a finding about a column of a row.
  package mutating func append(
    _ record: Record, _ kind: FindingKind, _ message: String, at column: String,
    remedy: @autoclosure () -> String? = nil
  ) {
    // A remedy is looked for near those alone that are kept.
    let isKept = wants(kind, inFile: record.text.name)
    let place = record.place(of: column)
    append(
      kind, message, in: record.text, line: place.line, column: place.column,
      remedy: (isKept ? remedy() : nil) ?? kind.advice)
  }
}

/// Reads a small table whose columns are known by name, such as a catalogue.
package enum RecordReader {
  /// Calls `onRecord` for each row after the header.
  ///
  /// Notes an empty file, a file of only a header, a header without a required column, a column
  /// that nobody knows, and rows longer or shorter than the header.
  package static func read(
    _ text: SourceText, columns known: [String], required: [String], into findings: inout Findings,
    onRecord: (Record, inout Findings) -> Void
  ) {
    var header: Record.Header?
    var (width, rows) = (0, 0)
    var (kept, broken) = (Findings(), Findings())
    CSVReader(text).read(into: &broken) { row in
      guard let header else {
        width = row.count
        header = readHeader(row, text, known, required, into: &kept)
        return header == nil ? .stop : .next
      }
      rows += 1
      if row.count == width {
        let record = Record(row, header)
        if let name = record.columnWithControlCharacters {
          kept.append(record, .tables.controlCharacter, "the text holds control characters", at: name)
        }
        onRecord(record, &kept)
      } else {
        kept.append(.tables.raggedRow, inFile: text.name) { ragged(row, width, text) }
      }
      return .next
    }
    findings.append(contentsOf: broken)
    findings.append(contentsOf: kept)
    if width == 0, broken.isEmpty {
      findings.append(emptyFile(text))
    } else if rows == 0, header != nil, broken.isEmpty {
      findings.append(onlyHeader(text))
    }
  }

  /// The finding about a row that has not as many fields as the header.
  package static func ragged(_ row: CSVRow, _ width: Int, _ text: SourceText) -> Diagnostic {
    Diagnostic(
      .tables.raggedRow, "the row has \(row.count) fields, the header \(width)", in: text, line: row.line,
      column: 1, remedy: "a field that contains the separator has to stand in quotation marks")
  }

  /// The finding about a file without any row.
  package static func emptyFile(_ text: SourceText) -> Diagnostic {
    Diagnostic(
      .tables.emptyFile, "the file is empty", in: text, line: 1, column: 1,
      remedy: "write a header row and at least one row below it, or remove the file")
  }

  /// The finding about a file that has a header and nothing else.
  package static func onlyHeader(_ text: SourceText) -> Diagnostic {
    Diagnostic(
      .tables.onlyHeader, "the file has a header but no rows", in: text, line: 1, column: 1,
      remedy: "add rows below the header, or remove the file")
  }

  private static func readHeader(
    _ row: CSVRow, _ text: SourceText, _ known: [String], _ required: [String], into findings: inout Findings
  ) -> Record.Header? {
    var columns: [String: Int] = [:]
    for (index, name) in row.strings.enumerated() {
      func place() -> (line: Int, column: Int) { (row.line, row.place(ofField: index).column) }
      if !known.contains(name) {
        findings.append(
          often: .tables.unknownColumn, "unknown column \"\(name)\"", in: text, at: place(),
          remedy: NearestName.remedy(for: name, among: known))
      } else if columns.updateValue(index, forKey: name) != nil {
        findings.append(
          often: .tables.duplicateColumn, "the column \"\(name)\" stands twice", in: text, at: place(),
          remedy: "keep one of the two")
      }
    }
    let missing = required.filter { columns[$0] == nil }
    for name in missing {
      findings.append(
        .tables.missingColumn, "the column \"\(name)\" is missing", in: text, line: row.line, column: 1,
        remedy: "the header may have: \(known.joined(separator: ","))")
    }
    return missing.isEmpty ? Record.Header(text: text, columns: columns) : nil
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  package var trimmingSpaces: String {
    let (first, last) = (unicodeScalars.first, unicodeScalars.last)
    if first != " ", first != "\t", last != " ", last != "\t" { return String(self) }
    let trimmed = drop { $0 == " " || $0 == "\t" }
    return String(
      trimmed[
        ..<(trimmed.lastIndex { $0 != " " && $0 != "\t" }.map { trimmed.index(after: $0) }
          ?? trimmed.startIndex)])
  }
}
