import Diagnostics

/// What may be wrong with kept vintages, and with what two states of an index are compared.
package struct VintageKinds: FindingKinds {
  package let damagedStore = FindingKind(
    "damaged-store", .error, "The folder .hsi is not one of hsi's, or of a newer version of it",
    remedy: "Move it away, or use the version that made it; figures and lenses are not touched.")
  package let damagedVintage = FindingKind(
    "damaged-vintage", .error, "A kept vintage is not what was saved",
    remedy: "Drop it with hsi vintage drop, and save it again from where its figures are.")
  package let gitFailed = FindingKind(
    "git-failed", .error, "Figures cannot be read out of a git revision",
    remedy: "Name a revision that has the data folder; hsi vintage list has what was saved.")
  package let noChange = FindingKind(
    "no-change", .error, "Two states that are to be compared are one", remedy: "Name another one.")
  package let noCommonCountry = FindingKind(
    "no-common-country", .error, "Two indices have no country or no indicator in common",
    remedy: "Compare two states of one index.")
  package let notKept = FindingKind(
    "not-kept", .warning, "The vintage of a report cannot be kept beside the data folder",
    remedy: "Make room, or let hsi write there; the report itself is written.")
  package let unknownState = FindingKind(
    "unknown-state", .error, "A state of the index is named that is not known",
    remedy: "Name a vintage, a year, a lens, a folder or a git revision.")
  package let vintageName = FindingKind(
    "vintage-name", .error, "A vintage is to have a name that it cannot have",
    remedy: "Use letters, digits, dots, hyphens and underscores.")
  package let vintageTaken = FindingKind(
    "vintage-taken", .error, "A vintage of that name is there already",
    remedy: "Choose another name, or drop the old one.")
}

extension FindingKind { package static let vintages = VintageKinds() }
