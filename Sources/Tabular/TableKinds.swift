import Diagnostics

/// What may be wrong with the text of a file, before anyone asks what it means.
package struct TableKinds: FindingKinds {
  package let brokenQuote = FindingKind(
    "broken-quote", .error, "A quotation mark stands in the middle of a field",
    remedy: "Put the whole field in quotation marks and double each mark inside it.")
  package let controlCharacter = FindingKind(
    "control-character", .error, "A text holds characters that steer a terminal or reorder a line",
    remedy: "Remove them: names and notes are plain text.")
  package let duplicateColumn = FindingKind(
    "duplicate-column", .error, "Two columns have the same name",
    remedy: "Keep one of the two, or give them different names.")
  package let emptyFile = FindingKind(
    "empty-file", .error, "A file holds nothing", remedy: "Write a header and rows, or remove the file.")
  package let missingColumn = FindingKind(
    "missing-column", .error, "A table lacks a column that it needs", remedy: "Add the column to the header.")
  package let onlyHeader = FindingKind(
    "only-header", .error, "A table has a header and no rows", remedy: "Add rows, or remove the file.")
  package let openQuote = FindingKind(
    "open-quote", .error, "A quoted field never ends", remedy: "Close the field, or remove the mark.")
  package let outOfMemory = FindingKind(
    "out-of-memory", .error, "The reader of tables could not start for want of memory",
    remedy: "Free memory and run the command again.")
  package let raggedRow = FindingKind(
    "ragged-row", .error, "A row has more or fewer fields than the header",
    remedy: "Quote a field that contains the separator.")
  package let tooLong = FindingKind(
    "too-long", .error, "A line is longer than any row of a table",
    remedy: "Check that the file is a table with a line end after each row.")
  package let tomlSyntax = FindingKind(
    "toml-syntax", .error, "A lens or imports.toml is not TOML", remedy: "Correct the line that is shown.")
  package let unknownColumn = FindingKind(
    "unknown-column", .error, "A column is unknown, or is named and not there",
    remedy: "Write the nearest name that the message gives.")
  package let unreadableFile = FindingKind(
    "unreadable-file", .error, "A file is missing or cannot be read",
    remedy: "Put it there, correct its name or rights, or move it out of the folder.")
}

extension FindingKind { package static let tables = TableKinds() }
