import Diagnostics

/// Why lenses, figures and a scope do not make the scores that are asked for.
package struct ScoreKinds: FindingKinds {
  package let atAnEnd = FindingKind(
    "at-an-end", .note, "More than half of the countries score 0, or 100, by an indicator",
    remedy: "Move the goalpost or choose another transform, so that the countries differ.")
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
  package let smallNumbers = FindingKind(
    "small-numbers", .note, "A rate changes more than threefold in a country of fewer than 100 000 people",
    remedy: "Average the rate over years with mean_over.")
  package let unknownLicence = FindingKind(
    "unknown-licence", .warning, "--open-only leaves out an indicator whose licence is not known",
    remedy: "Write the terms of its producer into the column licence of indicators.csv.")
  package let unweighed = FindingKind(
    "unweighed", .note, "No lens gives an indicator any weight",
    remedy: "Give it weight in a lens, or take it out of the catalogue.")
  package let wrongRoom = FindingKind(
    "wrong-room", .note, "An indicator correlates more with another dimension than with the rest of its own",
    remedy: "Look at it with `hsi indicators`; it may belong to the other dimension.")
}

extension FindingKind { package static let scores = ScoreKinds() }
