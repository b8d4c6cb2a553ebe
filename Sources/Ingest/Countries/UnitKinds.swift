import Diagnostics

/// What may be wrong with the table of units of an index that is not of countries.
package struct UnitKinds: FindingKinds {
  package let badUnitID = FindingKind(
    "bad-unit-id", .error, "A text of units.csv is not an id of a unit",
    remedy:
      "Write letters from A to Z, digits, hyphens, underscores and dots, at most 64, the first a letter or a digit."
  )
  package let badUnitWeight = FindingKind(
    "bad-unit-weight", .error, "The weight of a unit is not a number of at least 0",
    remedy: "Write digits with a decimal point, or leave the field empty.")
  package let circularParent = FindingKind(
    "circular-parent", .error, "Above a unit there is no end of parents",
    remedy: "Leave the field parent of the topmost group empty.")
  package let duplicateUnit = FindingKind(
    "duplicate-unit", .error, "units.csv has an id twice, perhaps in other letters",
    remedy: "Keep one of the two rows, or give them ids that differ in more than capital letters.")
  package let tooManyUnits = FindingKind(
    "too-many-units", .error, "units.csv has more rows than can be distinguished",
    remedy: "Divide the units into several folders.")
  package let unitsAndCountries = FindingKind(
    "units-and-countries", .error, "A folder has both units.csv and countries.csv",
    remedy: "Keep countries.csv for an index of countries, units.csv for any other.")
  package let unknownParent = FindingKind(
    "unknown-parent", .error, "The parent of a unit is no id of units.csv",
    remedy: "Add a row for the group, or correct the id.")
  package let unknownUnit = FindingKind(
    "unknown-unit", .error, "An id is of no unit of units.csv",
    remedy: "Correct the id, or add the unit to units.csv.")
}

extension FindingKind { package static let units = UnitKinds() }
