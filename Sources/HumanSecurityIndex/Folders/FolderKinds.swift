import Diagnostics

/// What may be wrong with the folders of an index, or with the years that they have figures for.
package struct FolderKinds: FindingKinds {
  package let noDataFolder = FindingKind(
    "no-data-folder", .error, "The data folder is not there", remedy: "Name it with --data DIR.")
  package let noPopulation = FindingKind(
    "no-population", .warning, "A country without known population counts in no group",
    remedy: "Add its figures to the series population of indicators.csv.")
  package let unknownLens = FindingKind(
    "unknown-lens", .error, "A lens is named that does not exist",
    remedy: "Name a lens of Weights/, or a file.")
  package let unreadableLenses = FindingKind(
    "unreadable-lenses", .warning, "The folder of lenses for an audit's comparison cannot be read",
    remedy: "Repair the folder or its rights.")
  package let yearWithoutFigures = FindingKind(
    "year-without-figures", .warning, "Under half of the weight has figures that reach that year",
    remedy: "Choose a year within those that the message gives.")
  package let yearsNotComparable = FindingKind(
    "years-not-comparable", .warning, "Years are compared under a lens that compares within a year",
    remedy: "Use a lens of goalposts, without Copeland's rule, whose weights are numbers or equal.")
}

extension FindingKind { package static let folders = FolderKinds() }
