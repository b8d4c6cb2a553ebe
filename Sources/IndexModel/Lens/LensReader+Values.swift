import Diagnostics
import Tabular

/// Single values of a lens, each with what is wrong with it.
extension LensReader {
  mutating func text(_ node: TOMLNode, _ place: [String], _ set: (inout Lens, String) -> Void) {
    guard let value = node.string else { return wrongType(node, place, "a text") }
    if value.hasControlCharacters { return controlCharacters(place) }
    set(&lens, value)
  }

  mutating func references(_ node: TOMLNode, _ place: [String]) {
    guard case .array(let items) = node else { return wrongType(node, place, "a list of texts") }
    for (number, item) in items.enumerated() {
      let own = place + ["\(number)"]
      guard let text = item.string else {
        wrong(
          .lenses.wrongType, "item \(number + 1) of \(place[0]) is \(item.kind)", own, "it must be a text")
        continue
      }
      if text.hasControlCharacters { controlCharacters(own) } else { lens.references.append(text) }
    }
  }

  mutating func whole(
    _ node: TOMLNode, _ place: [String], _ range: ClosedRange<Int>, _ set: (inout Lens, Int) -> Void
  ) {
    guard case .integer(let value) = node else { return wrongType(node, place, "a whole number") }
    guard range.contains(value) else {
      return wrong(
        .framework.outOfRange, "\(place.joined(separator: ".")) is \(value)", place,
        "it may be from \(range.lowerBound) to \(range.upperBound)")
    }
    set(&lens, value)
  }

  mutating func number(
    _ node: TOMLNode, _ place: [String], _ range: ClosedRange<Double>, _ set: (inout Lens, Double) -> Void
  ) {
    guard let value = node.number else { return wrongType(node, place, "a number") }
    guard range.contains(value) else {
      return wrong(
        .framework.outOfRange, "\(place.joined(separator: ".")) is \(value)", place,
        "it may be from \(CSVText.shortest(range.lowerBound)) to \(CSVText.shortest(range.upperBound))")
    }
    set(&lens, value)
  }

  mutating func choice<Method: RawRepresentable & CaseIterable>(
    _ node: TOMLNode, _ place: [String], _ set: (inout Lens, Method) -> Void
  ) where Method.RawValue == String {
    guard let name = node.string else { return wrongType(node, place, "a text") }
    guard let method = Method(rawValue: name) else {
      return unknownMethod(name, place, among: Method.allCases.map(\.rawValue))
    }
    set(&lens, method)
  }

  mutating func reference(_ node: TOMLNode, _ place: [String]) {
    guard let name = node.string else { return wrongType(node, place, "a text") }
    if framework.isOfUnits {
      guard let id = CountryCode(unit: name) else {
        return wrong(
          .framework.badCountryCode,
          "\"\(name)\" is not an id of a unit: \(CountryCode.problem(withID: name) ?? "")", place,
          "write an id of units.csv")
      }
      lens.reference = id
      return
    }
    guard let code = CountryCode(name) else {
      return wrong(
        .framework.badCountryCode, "\"\(name)\" is not an ISO 3166-1 alpha-3 code", place,
        "write three letters, such as NOR")
    }
    lens.reference = code
  }

  /// Nearer to 0 the powers of all scores round to 1 or nearly so, and the mean is noise.
  static let leastPower = 1e-6

  /// A power of a lower floor may be beyond all numbers, and its logarithm decides alone.
  static let leastFloor = 1e-6

  mutating func power(_ node: TOMLNode, _ place: [String]) {
    guard let value = node.number else { return wrongType(node, place, "a number") }
    guard abs(value) >= Self.leastPower, abs(value) <= 20 else {
      return wrong(
        .framework.outOfRange, "aggregation.power is \(CSVText.shortest(value))", place,
        "it may be from -20 to 20, but not nearer to 0 than 0.000001: the limit there is the geometric "
          + "mean, so write \"geometric\" in place of \"power\"")
    }
    lens.aggregation.power = value
  }

  mutating func unknownMethod(_ name: String, _ place: [String], among known: [String]) {
    wrong(
      .lenses.unknownMethod, "\(place.joined(separator: ".")) knows no \"\(name)\"", place,
      NearestName.remedy(for: name, among: known))
  }

  mutating func table(_ node: TOMLNode, _ place: [String]) -> [TOMLNode.Member] {
    if let members = node.members { return members }
    wrongType(node, place, "a table")
    return []
  }

  mutating func controlCharacters(_ place: [String]) {
    wrong(.tables.controlCharacter, "the text holds control characters", place, "remove them")
  }

  mutating func wrongType(_ node: TOMLNode, _ place: [String], _ wanted: String) {
    findings.append(
      document, .lenses.wrongType, "\(place.joined(separator: ".")) is \(node.kind)", at: place,
      isValue: true, remedy: "it must be \(wanted)")
  }

  mutating func unknownKey(_ place: [String], among known: [String]) {
    wrong(
      .lenses.unknownKey, "unknown key \"\(place.last ?? "")\"", place,
      NearestName.remedy(for: place.last ?? "", among: known))
  }

  mutating func wrong(_ kind: FindingKind, _ message: String, _ place: [String], _ remedy: String) {
    findings.append(document, kind, message, at: place, remedy: remedy)
  }
}
