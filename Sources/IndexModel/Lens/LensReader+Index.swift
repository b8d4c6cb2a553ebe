import Tabular

/// The table `[index]`, or its name alone: `index = "…"`.
extension LensReader {
  mutating func index(_ node: TOMLNode) {
    guard node.members != nil else { return line(node, ["index"]) { $0.index.name = $1 } }
    for member in table(node, ["index"]) {
      let path = ["index", member.key]
      switch member.key {
      case "name": line(member.value, path) { $0.index.name = $1 }
      case "unit": word(member.value, path) { $0.index.unit = $1 }
      case "units": word(member.value, path) { $0.index.units = $1 }
      case "most": line(member.value, path) { $0.index.most = $1 }
      case "least": line(member.value, path) { $0.index.least = $1 }
      case "publisher": line(member.value, path) { $0.index.publisher = $1 }
      case "citation": line(member.value, path) { $0.index.citation = $1 }
      case "logo": logo(member.value, path)
      case "bands": bands(member.value, path)
      case "colours": colours(member.value, path)
      default: unknownKey(path, among: PublishedIndex.keys)
      }
    }
    checkPairs(node)
  }

  /// One word needs the other: a page that knows what one is called must know what several are.
  private mutating func checkPairs(_ node: TOMLNode) {
    for (one, other) in [("unit", "units"), ("most", "least")] {
      let (first, second) = (node[key: one], node[key: other])
      if (first == nil) == (second == nil) { continue }
      let (there, lacking) = first == nil ? (other, one) : (one, other)
      wrong(
        .lenses.unknownKey, "index.\(there) stands without index.\(lacking)", ["index", there],
        "add \(lacking) = \"…\" under [index]")
    }
    let steps = lens.index.bands.count + 1
    if !findings.hasErrors, !lens.index.colours.isEmpty, lens.index.colours.count != steps {
      wrong(
        .lenses.wrongType, "\(steps) steps need as many colours, not \(lens.index.colours.count)",
        ["index", "colours"], "give one colour below the first band and one from each band on")
    }
  }

  /// Longer ones make no head of a page and no foot of a sheet.
  private static let longestLine = 1000

  /// A text of one line.
  private mutating func line(_ node: TOMLNode, _ place: [String], _ set: (inout Lens, String) -> Void) {
    text(node, place) { lens, value in set(&lens, value) }
    guard let value = node.string, value.contains(where: \.isNewline) || value.count > Self.longestLine else {
      return
    }
    wrong(
      .framework.outOfRange,
      "\(place.joined(separator: ".")) is longer than a line of \(Self.longestLine) characters", place,
      "write one line, of at most \(Self.longestLine) characters")
  }

  private mutating func word(_ node: TOMLNode, _ place: [String], _ set: (inout Lens, String) -> Void) {
    text(node, place) { lens, value in set(&lens, value) }
    guard let value = node.string,
      value.allSatisfy(\.isWhitespace) || value.contains(where: \.isNewline) || value.count > 40
    else { return }
    wrong(
      .framework.outOfRange, "\(place.joined(separator: ".")) has \(value.count) characters", place,
      "write a word such as \"district\", of at most 40 characters")
  }

  /// The greatest length of a logo: a page carries it in full.
  private static let longestLogo = 150_000

  private mutating func logo(_ node: TOMLNode, _ place: [String]) {
    guard let text = node.string else { return wrongType(node, place, "a text") }
    let start = ["png", "jpeg", "webp", "svg+xml"].map { "data:image/\($0);base64," }.first(
      where: text.hasPrefix)
    let rest = text.utf8.dropFirst(start?.utf8.count ?? 0)
    let isBase64 = rest.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
        true
      default: false
      }
    }
    guard start != nil, isBase64, !rest.isEmpty, text.utf8.count <= Self.longestLogo else {
      return wrong(
        .framework.outOfRange,
        "index.logo is no data URI of a picture of at most \(Self.longestLogo) characters", place,
        "write \"data:image/png;base64,…\" (or jpeg, webp, svg+xml), as base64 -w0 makes it of a file")
    }
    lens.index.logo = text
  }

  private mutating func bands(_ node: TOMLNode, _ place: [String]) {
    guard case .array(let items) = node, items.allSatisfy({ $0.number != nil }) else {
      return wrongType(node, place, "a list of numbers")
    }
    let bands = items.compactMap(\.number)
    let isRising = zip(bands, bands.dropFirst()).allSatisfy { $0 < $1 }
    guard isRising, bands.allSatisfy({ $0 > 0 && $0 < 100 }), 1...PublishedIndex.mostBands ~= bands.count
    else {
      return wrong(
        .framework.outOfRange, "index.bands must rise, between 0 and 100", place,
        "write one to \(PublishedIndex.mostBands) scores, such as [40, 60, 80]")
    }
    lens.index.bands = bands
  }

  private mutating func colours(_ node: TOMLNode, _ place: [String]) {
    guard case .array(let items) = node else { return wrongType(node, place, "a list of texts") }
    for (number, item) in items.enumerated() {
      guard let text = item.string, Self.isColour(text) else {
        wrong(
          .lenses.wrongType, "\(item.string.map { "\"\($0)\"" } ?? item.kind) is no colour",
          place + ["\(number)"], "write # and six hexadecimal digits, such as \"#1f3c70\"")
        continue
      }
      lens.index.colours.append(text)
    }
  }

  private static func isColour(_ text: String) -> Bool {
    text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
