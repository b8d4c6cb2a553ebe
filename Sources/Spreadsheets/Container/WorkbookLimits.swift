/// How much of a workbook is unpacked, whatever it claims.
package struct WorkbookLimits: Sendable {
  /// How many bytes a part may have, and the table that is made of it.
  package var size = 1 << 31
  /// How many times the file a part may be, once it is larger than `ratioFrom`: text packs well, but not so well.
  package var ratio = 200
  /// Up to so many bytes, a part may be packed as well as it likes.
  package var ratioFrom = 1 << 26

  package init() {}
}
