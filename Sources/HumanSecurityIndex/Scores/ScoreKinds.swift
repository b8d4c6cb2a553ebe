import Diagnostics

/// Why lenses, figures and a scope do not make the scores that are asked for.
package struct ScoreKinds: FindingKinds {
  package let lensLeftOut = FindingKind(
    "lens-left-out", .warning, "A lens for comparison has errors, or the audited lens's name",
    remedy: "Correct it, or take it away; hsi check --lens lists all that is wrong with it.")
  package let noData = FindingKind(
    "no-data", .warning, "A lens names an indicator or a dimension without any figure",
    remedy: "Add figures, or take the name out of the lens.")
  package let noLens = FindingKind(
    "no-lens", .error, "There is no lens in Weights/", remedy: "Write one as Weights/NAME.toml.")
  package let noReferenceYear = FindingKind(
    "no-reference-year", .error, "No year has figures enough to be the reference year",
    remedy: "Choose one with --year.")
  package let nothingLeft = FindingKind(
    "nothing-left", .error, "The scope, or --open-only, leaves nothing to score",
    remedy: "Leave the option out, or fill in the column that it goes by.")
  package let nothingToScore = FindingKind(
    "nothing-to-score", .error, "No country has a score in any dimension in the year",
    remedy: "Choose another year with --year, or import figures.")
  package let noPanel = FindingKind(
    "no-panel", .error,
    "A panel of years is to be fixed for a lens whose scores rest on other countries' values",
    remedy: "Choose a lens with goalposts, and without imputation by groups or lines.")
  package let outOfScope = FindingKind(
    "out-of-scope", .error, "A country is named that the lens does not score", remedy: "Add --scope all.")
  package let unknownLicence = FindingKind(
    "unknown-licence", .warning, "--open-only leaves out an indicator whose licence is not known",
    remedy: "Write the terms of its producer into the column licence of indicators.csv.")
  package let unweighed = FindingKind(
    "unweighed", .note, "No lens gives an indicator any weight",
    remedy: "Give it weight in a lens, or take it out of the catalogue.")
}

extension FindingKind { package static let scores = ScoreKinds() }
