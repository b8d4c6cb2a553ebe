import Diagnostics

/// What figures and a lens may not bear together.
package struct ScoringKinds: FindingKinds {
  package let constant = FindingKind(
    "constant", .warning, "Every country has the same value of an indicator",
    remedy: "Give it the weight 0 in the lens.")
  package let constantNode = FindingKind(
    "constant-node", .warning, "Scores of a node are compared, and all are the same",
    remedy: "Take the normalisation of the node away.")
  package let equalInstead = FindingKind(
    "equal-instead", .warning, "A scheme makes no weights of the figures: siblings weigh the same",
    remedy: "Leave out with weight 0 what few countries have, or give weights as numbers.")
  package let noBest = FindingKind(
    "no-best", .error, "The best score of a node is to be 100, and none is above 0",
    remedy: "Choose another normalisation of the node.")
  package let noGroup = FindingKind(
    "no-group", .warning, "Values are compared within groups, and some units belong to none",
    remedy: "Fill in the column of their group, or leave them out.")
  package let noReference = FindingKind(
    "no-reference", .error, "The country that others are compared with has no value",
    remedy: "Choose another reference, or give the indicator the weight 0.")
  package let notPositive = FindingKind(
    "not-positive", .error, "A ratio is to be taken of a value that is not above 0",
    remedy: "Choose another normalisation.")
  package let opposedParts = FindingKind(
    "opposed-parts", .warning, "The first principal component falls with some of the siblings",
    remedy: "Give what opposes the others the weight 0, or give weights as numbers.")
  package let outliersLeft = FindingKind(
    "outliers-left", .warning, "Extreme values could not be drawn in under goalposts",
    remedy: "Choose a transform in indicators.csv.")
  package let zeroDenominator = FindingKind(
    "zero-denominator", .warning, "A figure is to be divided by 0", remedy: "Correct the denominator.")
}

extension FindingKind { package static let scoring = ScoringKinds() }
