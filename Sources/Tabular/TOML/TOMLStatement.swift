/// A header, or a key and its value. Blank lines and comments between them belong to none.
package struct TOMLStatement: Sendable {
  /// From 0.
  package let lines: Range<Int>
  /// The first part of the name of the table that it belongs to, or of its key where it has none.
  package let table: String
  package let isHeader: Bool
}
