import Diagnostics

/// What the catalogue, a lens or a figure may have wrong about indicators and countries.
package struct FrameworkKinds: FindingKinds {
  package let badCountryCode = FindingKind(
    "bad-country-code", .error, "A code is not three letters", remedy: "Write three letters, such as KEN.")
  package let goalposts = FindingKind(
    "goalposts", .error, "Goalposts are missing, equal, or beyond what the transform takes",
    remedy: "Give the values that score 0 and 100, in the indicator's own unit.")
  package let outOfRange = FindingKind(
    "out-of-range", .error, "A number of the catalogue or a lens is outside its range",
    remedy: "Write a number in the range that the message gives.")
  package let transform = FindingKind(
    "transform", .error, "A figure cannot be transformed as the catalogue asks",
    remedy: "Correct the figure, or choose another transform in indicators.csv.")
  package let unknownIndicator = FindingKind(
    "unknown-indicator", .error, "An indicator is named that does not exist",
    remedy: "Write the nearest name that the message gives.")
}

extension FindingKind { package static let framework = FrameworkKinds() }
