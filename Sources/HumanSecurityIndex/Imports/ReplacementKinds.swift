import Diagnostics

/// Why an import does not replace the figures there are.
package struct ReplacementKinds: FindingKinds {
  package let cannotRemember = FindingKind(
    "cannot-remember", .error, "imports.toml is written in a way that an entry cannot be put into",
    remedy: "Write each indicator as a table of its own.")
  package let manyGone = FindingKind(
    "many-gone", .error, "An import would take away more than a tenth of an indicator's figures",
    remedy: "Import the whole series, say --keep to add new years, or --force to drop the figures.")
  package let missingPart = FindingKind(
    "missing-part", .error, "An import needs a file that was not given", remedy: "Import its files together.")
  package let notReplaceable = FindingKind(
    "not-replaceable", .error, "An import would overwrite what is not this indicator's alone",
    remedy: "Give the indicator a file of its own in indicators.csv.")
  package let otherSeries = FindingKind(
    "other-series", .error, "New figures differ from the old in size, or in which are high and low",
    remedy: "Check that file and column are those of the indicator; if they are, say --force.")
  package let rescaled = FindingKind(
    "rescaled", .error, "At least twenty, and nine in ten, of the revised figures differ by one factor",
    remedy: "Look up the unit of the file; if it is right, correct indicators.csv and say --force.")
  package let sameName = FindingKind(
    "same-name", .error, "Two files of one name are imported at once",
    remedy: "Give each once, or rename one.")
  package let unknownFile = FindingKind(
    "unknown-file", .error, "imports.toml does not know a file; a warning if it knows another",
    remedy: "Say what it feeds with --indicator ID.")
}

extension FindingKind { package static let replacements = ReplacementKinds() }
