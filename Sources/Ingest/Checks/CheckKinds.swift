import Diagnostics

/// What is doubtful about figures and tables that can be read.
package struct CheckKinds: FindingKinds {
  package let coarseChange = FindingKind(
    "coarse-change", .note, "A change rests on figures of two significant digits or fewer",
    remedy: "Look for figures with more digits, or for another measure of change.")
  package let constantRun = FindingKind(
    "constant-run", .note,
    "A country has the same finely given value six times in a row or more, not at a limit",
    remedy: "Leave out figures that were filled in, or say so in DATA.md.")
  package let copiedYear = FindingKind(
    "copied-year", .warning,
    "In nine of ten countries a year has the figures of an earlier one, in a series that changes otherwise",
    remedy: "Leave the year out if it was filled in.")
  package let coverageFell = FindingKind(
    "coverage-fell", .warning, "Countries with a value in the last report have no figure since",
    remedy: "See whether the last import left them out; if the source withdrew them, report anew.")
  package let duplicateOutline = FindingKind(
    "duplicate-outline", .error, "boundaries.csv has a country twice",
    remedy: "Keep one of the two rows; an area may have many rings.")
  package let futureYear = FindingKind(
    "future-year", .warning, "There are figures of years after the present one, or after --as-of",
    remedy: "Leave projections out, or set last_year in imports.toml.")
  package let leap = FindingKind(
    "leap", .note, "In a calm series a figure is 50 times the last, or a 50th; later ones agree",
    remedy: "Compare both figures with the publisher's.")
  package let lowCoverage = FindingKind(
    "low-coverage", .note, "Under 65 % of UN members have a figure of the last ten years",
    remedy: "Look for a source with more countries, or give the indicator less weight.")
  package let noOutline = FindingKind(
    "no-outline", .warning, "The map has no outline of a member of the United Nations",
    remedy: "Add a row of kind area or point.")
  package let notHere = FindingKind(
    "not-here", .note, "The figures of an indicator are not in the folder, and may be missing",
    remedy: "Where you may use them, bring them in with `hsi import`.")
  package let pairBroken = FindingKind(
    "pair-broken", .warning, "A country does not stand above another as a file of pairs expects",
    remedy: "Look at both with `hsi explain`: mend the framework or its figures, or take the pair out.")
  package let pairUnscored = FindingKind(
    "pair-unscored", .note, "A pair cannot be compared, since a country has no score",
    remedy: "Nothing has to be done, but for countries that should be scored.")
  package let repeatedPair = FindingKind(
    "repeated-pair", .error, "A file of pairs has two countries twice, for one score and year",
    remedy: "Keep one of the two rows.")
  package let sameEnds = FindingKind(
    "same-ends", .error, "A pair names one country twice", remedy: "Name two countries.")
  package let sameFigures = FindingKind(
    "same-figures", .warning, "Nine in ten figures of two indicators in different files are equal",
    remedy: "Find the file of the wrong series; where both are meant, name one file in both rows.")
  package let staleSeries = FindingKind(
    "stale-series", .note, "The newest figure of an indicator is ten years old or older",
    remedy: "Look for a newer edition of the source, or for another indicator.")
  package let undocumented = FindingKind(
    "undocumented", .warning, "An indicator has no unit, producer, licence or reference",
    remedy: "Fill in the column in indicators.csv.")
  package let unitBreak = FindingKind(
    "unit-break", .warning,
    "The median country, or a quarter of all alike, changes by a factor near 10, 100 or 1,000",
    remedy: "Bring the figures before and after into one unit.")
  package let unitSlip = FindingKind(
    "unit-slip", .warning, "In a calm series one figure is 50 times those beside it, or a 50th",
    remedy: "Compare with the publisher's figure.")
  package let unknownScore = FindingKind(
    "unknown-score", .error, "A pair is of a score that there is not",
    remedy: "Write index, or a dimension or component of indicators.csv.")
  package let unreadableReport = FindingKind(
    "unreadable-report", .warning, "Reports/indicators.csv cannot be read as a table",
    remedy: "Write a new report with `hsi report`.")
  package let unusedFile = FindingKind(
    "unused-file", .warning, "No indicator names a table of the data folder",
    remedy: "Add an indicator to indicators.csv, or remove the file.")
}

extension FindingKind { package static let checks = CheckKinds() }
