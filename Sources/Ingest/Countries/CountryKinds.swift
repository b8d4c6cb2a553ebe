import Diagnostics

/// What may be wrong with the tables of countries, areas, outlines and borders.
package struct CountryKinds: FindingKinds {
  package let ambiguousName = FindingKind(
    "ambiguous-name", .error, "A name or code belongs to two countries",
    remedy: "Take it out of one of the two rows.")
  package let badOutline = FindingKind(
    "bad-outline", .error, "An outline of boundaries.csv cannot be read",
    remedy: "An area has rings of at least three points, a point has two numbers.")
  package let badTruthValue = FindingKind(
    "bad-truth-value", .error, "A truth value is neither true nor false", remedy: "Write true or false.")
  package let duplicateBorder = FindingKind(
    "duplicate-border", .error, "A border stands twice in the same direction",
    remedy: "Keep one of the two rows.")
  package let duplicateCountry = FindingKind(
    "duplicate-country", .error, "countries.csv has a country twice", remedy: "Keep one of the two rows.")
  package let duplicateMember = FindingKind(
    "duplicate-member", .error, "A file of groups has a country twice in one group",
    remedy: "Keep one of the two rows.")
  package let noBorders = FindingKind(
    "no-borders", .error, "Neighbours are asked for in a folder without borders.csv",
    remedy: "Add borders.csv, or leave the column neighbours empty.")
  package let noGroupName = FindingKind(
    "no-group-name", .error, "A row of a file of groups names no group",
    remedy: "Write the name of its group.")
  package let noName = FindingKind("no-name", .error, "A country has no name", remedy: "Write its name.")
  package let oneSidedBorder = FindingKind(
    "one-sided-border", .error, "A border stands in one direction only", remedy: "Add the other row.")
  package let ownBorder = FindingKind(
    "own-border", .error, "A country borders itself", remedy: "Name the neighbour, or remove the row.")
  package let unknownCountry = FindingKind(
    "unknown-country", .error, "A name or code is of no country and of no known area",
    remedy: "Correct the name, or add it to countries.csv or areas.csv.")
  package let unknownKind = FindingKind(
    "unknown-kind", .error, "A row of areas.csv names no kind of area",
    remedy: "Write aggregate, ended, part or ambiguous.")
}

extension FindingKind { package static let countries = CountryKinds() }
