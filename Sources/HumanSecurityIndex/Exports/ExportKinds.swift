import Diagnostics

/// Why an export is not written, or not in full.
package struct ExportKinds: FindingKinds {
  package let notExpressible = FindingKind(
    "not-expressible", .error, "Formulas of a workbook do not express a judgement of the lens",
    remedy: "Choose another lens, or export to another form.")
  package let exportFailed = FindingKind(
    "export-failed", .error, "The library or program that makes the file of an export fails",
    remedy: "See what it says; what stood there before is unchanged.")
  package let noProgram = FindingKind(
    "no-program", .error, "The program that makes the file of an export is not installed",
    remedy: "Install it, or export to another form.")
  package let notAnExport = FindingKind(
    "not-an-export", .error, "A folder of other files stands where an export is to go",
    remedy: "Choose another folder, or empty this one.")
  package let notAFile = FindingKind(
    "not-a-file", .error, "A folder stands where the file of an export is to go",
    remedy: "Name a file with --output.")
  package let noDate = FindingKind(
    "no-date", .note, "A crate says when it was published, and nobody gave a date",
    remedy: "Give one with --date.")
}

extension FindingKind { package static let exports = ExportKinds() }
