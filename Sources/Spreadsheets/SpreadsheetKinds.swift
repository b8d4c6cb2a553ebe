import Diagnostics

/// What may be wrong with a workbook, or worth knowing about how a sheet of it is read.
package struct SpreadsheetKinds: FindingKinds {
  package let brokenWorkbook = FindingKind(
    "broken-workbook", .error, "A workbook is damaged, or is not what it says it is",
    remedy: "Fetch the file anew, or open it in a spreadsheet program and save it anew as .xlsx.")
  package let cellErrors = FindingKind(
    "cell-errors", .warning, "Cells hold an error of a formula, such as #DIV/0!, and are read as empty",
    remedy: "Correct the formulas if the figures matter.")
  package let formulaValues = FindingKind(
    "formula-values", .warning, "Formulas have no stored result, and are read as empty",
    remedy: "Open the file in a spreadsheet program, let it calculate, and save it.")
  package let hiddenCells = FindingKind(
    "hidden-cells", .note, "Rows, columns or sheets that are hidden are read like all others",
    remedy: "Nothing has to be done; choose rows with --where if they are not wanted.")
  package let mergedCells = FindingKind(
    "merged-cells", .note, "What stands in a merged cell counts for each of the rows that it covers",
    remedy: "Nothing has to be done.")
  package let oversizedWorkbook = FindingKind(
    "oversized-workbook", .error, "A workbook unpacks to more than is read",
    remedy: "Save the sheet as CSV, if you trust the file.")
  package let percentCells = FindingKind(
    "percent-cells", .note,
    "Numbers that a sheet shows as per cent are read as it stores them, as shares of 1",
    remedy: "Check that the indicator's unit is a share of 1.")
  package let sheetWanted = FindingKind(
    "sheet-wanted", .error, "Several sheets of a workbook hold a table, or none does, and none is named",
    remedy: "Name the sheet with --sheet NAME.")
  package let unknownSheet = FindingKind(
    "unknown-sheet", .error, "A workbook has no sheet of that name",
    remedy: "Name one of its sheets with --sheet NAME.")
  package let unreadWorkbook = FindingKind(
    "unread-workbook", .error, "A document is no .xlsx or .xlsm workbook that is open to everybody",
    remedy: "Open it in the program that wrote it, and save it as .xlsx without a password.")
}

extension FindingKind { package static let spreadsheets = SpreadsheetKinds() }
