import Diagnostics

/// What may be wrong with a lens, or with another file of TOML.
package struct LensKinds: FindingKinds {
  package let badWeight = FindingKind(
    "bad-weight", .error, "A weight is negative, not finite, or out of proportion to its siblings",
    remedy: "Only the ratios of weights count: choose numbers near 1.")
  package let dimensionsRequired = FindingKind(
    "dimensions-required", .error, "A lens requires more dimensions than it weighs",
    remedy: "Require at most as many as have weight.")
  package let keyWithoutEffect = FindingKind(
    "key-without-effect", .error, "A key of a lens changes nothing beside what the lens says elsewhere",
    remedy: "Take the key away, or change what it depends on.")
  package let missingKey = FindingKind(
    "missing-key", .error, "A lens, or an entry of imports.toml, lacks a key that it needs",
    remedy: "Add the key.")
  package let noDimension = FindingKind(
    "no-dimension", .error, "A lens does not say which dimensions it weighs",
    remedy: "Name them under [weights].")
  package let noWeight = FindingKind(
    "no-weight", .error, "Everything below a node that is weighed has the weight 0",
    remedy: "Give something below it a weight above 0, or the node the weight 0.")
  package let ratioParts = FindingKind(
    "ratio-parts", .error, "A ratio needs two parts of weight, one of which is named as its denominator",
    remedy: "Name the denominator under [nodes], or join the parts by another method.")
  package let schemeAggregation = FindingKind(
    "scheme-aggregation", .error, "Under benefit_of_the_doubt dimensions can only be added up",
    remedy: "Write dimensions = \"arithmetic\" under [aggregation], and nothing of dimensions under [nodes].")
  package let shareBounds = FindingKind(
    "share-bounds", .error, "Bounds of shares lack benefit_of_the_doubt, or allow no shares",
    remedy: "With n dimensions share_min may be at most, share_max must be at least 1/n.")
  package let unknownDimension = FindingKind(
    "unknown-dimension", .error, "A dimension or component is named that does not exist",
    remedy: "Write the nearest name that the message gives.")
  package let unknownKey = FindingKind(
    "unknown-key", .error, "A lens or imports.toml has an unknown key",
    remedy: "Write the nearest key that the message gives.")
  package let unknownMethod = FindingKind(
    "unknown-method", .error, "A method is named that the program does not have",
    remedy: "Choose one of those that the message gives.")
  package let unnamedDimension = FindingKind(
    "unnamed-dimension", .error, "A lens gives some dimensions a weight, and says nothing of others",
    remedy:
      "Write 0 to leave a dimension out, 1 for the weight of an equal, or list the others in dimensions.")
  package let weightBesideScheme = FindingKind(
    "weight-beside-scheme", .error,
    "An indicator has a weight though a scheme makes the weights, or a dimension though the lens leaves it out",
    remedy: "Write 0 to leave it out, or take the line away.")
  package let wrongType = FindingKind(
    "wrong-type", .error, "A value is a text where a number is needed, or the like",
    remedy: "Write a value of the kind that the message gives.")
}

extension FindingKind { package static let lenses = LensKinds() }
