import Diagnostics

/// What may be wrong with imports.toml, or worth knowing about what it combines.
package struct ImportKinds: FindingKinds {
  package let addedRows = FindingKind(
    "added-rows", .note, "Several rows of a country and year were added up",
    remedy: "Nothing has to be done; --rows sum asked for it.")
  package let leftOutParts = FindingKind(
    "left-out-parts", .note, "A sum leaves out countries and years that a source does not have",
    remedy: "Say --combine sum_present if what is missing counts as nothing.")
  package let leftOutYears = FindingKind(
    "left-out-years", .note, "An import leaves out figures before the first or after the last year",
    remedy: "Set first_year and last_year if that is wrong.")
  package let nothingInCommon = FindingKind(
    "nothing-in-common", .error, "No country and year stands in all the files to be added up",
    remedy: "Say --combine sum_present if each holds years or countries of its own.")
}

extension FindingKind { package static let imports = ImportKinds() }
