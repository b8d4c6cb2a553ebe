/// A line, from 1, and how many bytes of the text stand before a place on it.
struct TOMLPlace: Equatable {
  let line: Int
  let offset: Int

  /// The column, in characters from 1; takes time in proportion to the line.
  func column(in text: SourceText) -> Int {
    let before = text.bytes[..<offset]
    let start = before.lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
    return String(decoding: before[start...], as: UTF8.self).count + 1
  }
}

/// What is wrong with a text, where, and what to do about it.
struct TOMLMistake: Error {
  let message: String
  let place: TOMLPlace
  let remedy: String
}

/// A key as it was written, and where.
struct TOMLKey {
  let parts: [String]
  let place: TOMLPlace

  var last: String { parts.last ?? "" }
}

/// A header, or a key and its value. Blank lines and comments between them belong to none.
package struct TOMLStatement: Sendable {
  /// From 0.
  package let lines: Range<Int>
  /// The first part of the name of the table that it belongs to, or of its key where it has none.
  package let table: String
  package let isHeader: Bool
}
