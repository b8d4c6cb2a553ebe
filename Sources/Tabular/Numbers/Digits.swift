/// The parts of a number that may have marks between its digits.
struct Digits {
  enum Meaning: Equatable {
    case neutral
    case proves(DecimalMark)
    case unclear
    case malformed
  }

  private var sign: [UInt8] = []
  private var body: [UInt8] = []
  private var exponent: [UInt8] = []
  private(set) var commas = 0
  private(set) var points = 0
  /// Whether spaces or apostrophes stand between groups of three.
  private(set) var isGrouped = false

  /// Splits sign, digits with marks, and exponent; nil when other characters are among them.
  init?(_ core: [UInt8]) {
    var rest = core[...]
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = [first]
      rest = rest.dropFirst()
    }
    if let index = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      exponent = Array(rest[index...])
      rest = rest[..<index]
    }
    body = Array(rest)
    guard body.contains(where: Self.isDigit) else { return nil }
    for byte in body {
      switch byte {
      case ASCII.comma: commas += 1
      case ASCII.point: points += 1
      case UInt8(ascii: " "), UInt8(ascii: "'"): isGrouped = true
      default: if !Self.isDigit(byte) { return nil }
      }
    }
    if isGrouped, !ungroup() { return nil }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// Takes spaces or apostrophes out of the whole part, if they part groups of three.
  private mutating func ungroup() -> Bool {
    let end = body.firstIndex { $0 == ASCII.comma || $0 == ASCII.point } ?? body.count
    let marks = Set(body.filter { !Self.isDigit($0) && $0 != ASCII.comma && $0 != ASCII.point })
    guard marks.count == 1, let mark = marks.first, commas + points <= 1, Self.areGroups(body[..<end], mark),
      !body[end...].contains(mark)
    else { return false }
    body.removeAll { $0 == mark }
    return true
  }

  private static func areGroups(_ digits: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
    let groups = digits.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count) else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(isDigit) }
  }

  var meaning: Meaning {
    switch (commas, points) {
    case (0, 0): .neutral
    case (0, 1): single(.point)
    case (1, 0): single(.comma)
    case (_, 0): Self.areGroups(body[...], ASCII.comma) ? .proves(.point) : .malformed
    case (0, _): Self.areGroups(body[...], ASCII.point) ? .proves(.comma) : .malformed
    default: both()
    }
  }

  /// One mark: three digits behind one to three others may be a group of thousands.
  private func single(_ mark: DecimalMark) -> Meaning {
    guard let index = body.firstIndex(of: mark.byte) else { return .malformed }
    // Two kinds of thousands marks never stand in one number.
    let mayBeGroup =
      body.count - index == 4 && (1...3).contains(index) && body[0] != UInt8(ascii: "0") && !isGrouped
      && exponent.isEmpty
    return mayBeGroup ? .unclear : .proves(mark)
  }

  /// Commas and points: the last is the decimal mark, and the others part groups before it.
  private func both() -> Meaning {
    let isComma = body.last { $0 == ASCII.comma || $0 == ASCII.point } == ASCII.comma
    let mark: DecimalMark = isComma ? .comma : .point
    guard (isComma ? commas : points) == 1, let index = body.lastIndex(of: mark.byte),
      Self.areGroups(body[..<index], mark.other.byte)
    else { return .malformed }
    return .proves(mark)
  }

  /// The value under a decimal mark; nil when the cell itself proves the other one, or that does not
  /// part groups of three.
  func value(_ mark: DecimalMark) -> Double? {
    if case .proves(let proved) = meaning, proved != mark { return nil }
    let (decimal, group) = (mark.byte, mark.other.byte)
    let end = body.firstIndex(of: decimal) ?? body.count
    if body[..<end].contains(group), !Self.areGroups(body[..<end], group) { return nil }
    guard !body[end...].contains(group) else { return nil }
    let plain = sign + body.filter { $0 != group }.map { $0 == decimal ? ASCII.point : $0 }
    return (plain + exponent).withUnsafeBufferPointer { NumberText.decimal($0) }
  }
}
