import Diagnostics

/// What may be wrong with indicators.csv.
package struct CatalogueKinds: FindingKinds {
  package let badName = FindingKind(
    "bad-name", .error, "The name of an indicator or dimension is not in kebab-case",
    remedy: "Write small letters, digits and single hyphens: homicide-rate.")
  package let differentYears = FindingKind(
    "different-years", .error, "Two indicators give the figures of one file different years",
    remedy: "Write the same year into both rows, or divide the file.")
  package let duplicateIndicator = FindingKind(
    "duplicate-indicator", .error, "indicators.csv has an indicator twice",
    remedy: "Keep one of the two rows.")
  package let halfAPrior = FindingKind(
    "half-a-prior", .error, "A prior for a rate is stated in part",
    remedy: "Fill in people, prior and prior_people, or none of them.")
  package let meanAndChange = FindingKind(
    "mean-and-change", .error, "An indicator is to be a mean and a change at once",
    remedy: "Leave mean_over or change_over empty.")
  package let noFiles = FindingKind(
    "no-files", .error, "The files column names no file",
    remedy: "Write path#column, or leave the field empty.")
  package let ownDenominator = FindingKind(
    "own-denominator", .error, "An indicator is divided, or weighted, by itself",
    remedy: "Name another series, or none.")
  package let pathOutsideData = FindingKind(
    "path-outside-data", .error, "A path of the catalogue leaves the data folder",
    remedy: "Name a file below the folder.")
  package let priorAndChange = FindingKind(
    "prior-and-change", .error, "An indicator is to have a prior and be a change at once",
    remedy: "Leave change_over or the columns people, prior and prior_people empty.")
  package let reservedName = FindingKind(
    "reserved-name", .error, "A dimension has the name of a column that tables have beside the dimensions",
    remedy: "Call the dimension something else, in indicators.csv and in the lenses.")
  package let tooDeep = FindingKind(
    "too-deep", .error, "A path of dimensions has more than 16 levels",
    remedy: "Leave levels out of the path.")
  package let unknownNeighbourRule = FindingKind(
    "unknown-neighbour-rule", .error, "A rule for neighbours is named that does not exist",
    remedy: "Write mean, share or balance, or leave the field empty.")
  package let unknownTransform = FindingKind(
    "unknown-transform", .error, "A transform is named that does not exist",
    remedy: "Choose one of those that the message gives.")
}

extension FindingKind { package static let catalogue = CatalogueKinds() }
