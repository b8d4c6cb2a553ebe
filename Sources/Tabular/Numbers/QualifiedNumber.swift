/// Numbers as people write them into tables: with bounds, footnote marks and thousands marks.
enum QualifiedNumber {
  /// Reads a cell that is no plain number.
  /// - Parameter mark: the column's decimal mark; nil while none is proved.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: DecimalMark?) -> NumberText {
    guard let (core, beside, factor) = core(bytes), let digits = Digits(core) else { return .malformed }
    var qualifier = beside
    if mark == nil, digits.commas > 0 || digits.points > 1 {
      return digits.meaning == .malformed ? .malformed : .localised
    }
    let mark = mark ?? .point
    guard let value = digits.value(mark) else { return .malformed }
    let groups = mark == .point ? digits.commas : digits.points
    if digits.isGrouped || groups > 0 { qualifier.insert(.grouped) }
    return qualifier.isEmpty ? .value(value) : .qualified(value * factor, qualifier)
  }

  /// What a cell proves of the decimal mark of its column; nil when nothing.
  static func evidence(_ bytes: UnsafeBufferPointer<UInt8>) -> DecimalEvidence.Kind? {
    guard let (core, _, _) = core(bytes), let digits = Digits(core) else { return nil }
    return switch digits.meaning {
    case .proves(.point): \.point
    case .proves(.comma): \.comma
    case .unclear: digits.commas > 0 ? \.unclear : \.unclearPoint
    default: nil
    }
  }

  /// The ends of the interval in brackets behind a number; nil where none stands there, or an end has another
  /// decimal mark.
  static func interval(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: DecimalMark) -> (
    low: Double, high: Double
  )? {
    guard bytes.count <= limit,
      let (_, low, high) = Substring(TextEncoding.string(bytes)).trimmed.withoutInterval,
      let low = Digits(Array(low.asciiDigits.utf8))?.value(mark),
      let high = Digits(Array(high.asciiDigits.utf8))?.value(mark)
    else { return nil }
    return (low, high)
  }

  /// No number with what may stand beside it is longer.
  private static let limit = 64

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 97 && byte | 0x20 <= 122 }

  /// The number without what stands beside it, in ASCII; nil when there is no number.
  private static func core(_ bytes: UnsafeBufferPointer<UInt8>) -> (
    core: [UInt8], NumberText.Qualifier, factor: Double
  )? {
    guard bytes.count <= limit, let first = bytes.first, !isLetter(first),
      bytes.contains(where: { $0 >= 48 && $0 <= 57 })
    else { return nil }
    var text = Substring(TextEncoding.string(bytes)).trimmed
    var qualifier: NumberText.Qualifier = []
    if let bound = ["<=", ">=", "<", ">", "≤", "≥"].first(where: text.hasPrefix) {
      text = text.dropFirst(bound.count).trimmed
      qualifier.insert(.bound)
    }
    if let (bare, _, _) = text.withoutInterval {
      text = bare
      qualifier.insert(.interval)
    }
    if let bare = text.withoutFootnote ?? text.withoutFlag {
      text = bare
      qualifier.insert(.footnote)
    }
    if text.hasSuffix("%") {
      text = text.dropLast().trimmed
      qualifier.insert(.percent)
    }
    if text.hasPrefix("("), text.hasSuffix(")") {
      text = text.dropFirst().dropLast().trimmed
      qualifier.insert(.brackets)
    }
    var factor = 1.0
    if let (bare, own) = text.withoutMultiple {
      (text, factor) = (bare, own)
      qualifier.insert(.multiple)
    }
    return text.isEmpty ? nil : (Array(text.asciiDigits.utf8), qualifier, factor)
  }
}

extension Substring {
  fileprivate static let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\t"]

  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, Self.spaces.contains(first) { text = text.dropFirst() }
    while let last = text.last, Self.spaces.contains(last) { text = text.dropLast() }
    return text
  }

  /// The text without a mark of a footnote at its end; nil when it has none.
  fileprivate var withoutFootnote: Substring? {
    let marks = "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉ"
    var text = self
    while let last = text.last, marks.contains(last) { text = text.dropLast().trimmed }
    for (open, close) in [("[", "]"), ("(", ")")] where text.hasSuffix(close) {
      guard let start = text.lastIndex(of: Character(open)), start > text.startIndex else { continue }
      let note = text[text.index(after: start)...].dropLast()
      // Figures in round brackets are figures.
      let isMark = note.allSatisfy { $0.isASCII && ($0.isLetter || (open == "[" && $0.isNumber)) }
      if isMark, (1...3).contains(note.count) { text = text[..<start].trimmed }
    }
    return text.count == count ? nil : text
  }

  /// The text without a range in brackets behind it, as WHO has it, and the ends of that; nil when there is none.
  fileprivate var withoutInterval: (bare: Substring, low: Substring, high: Substring)? {
    for (open, close) in [("[", "]"), ("(", ")")] where hasSuffix(close) {
      guard let start = lastIndex(of: Character(open)), start > startIndex else { continue }
      if let (low, high) = self[index(after: start)...].dropLast().rangeEnds {
        return (self[..<start].trimmed, low, high)
      }
    }
    return nil
  }

  /// Words and dashes between the ends of a range; a comma last, since it may be the decimal mark of both.
  private static let rangeMarks = [
    " to ", " a ", " à ", " bis ", "–", "—", "‑", "‒", "―", "~", ";", "-", "\u{2212}", ",",
  ]

  /// Two numbers in order with a mark between them, which may stand before a minus sign; nil for other texts.
  private var rangeEnds: (low: Substring, high: Substring)? {
    for mark in Self.rangeMarks {
      var rest = dropFirst()
      while let found = rest.firstRange(of: mark) {
        let (low, high) = (self[..<found.lowerBound], self[found.upperBound...])
        if let least = low.end, let most = high.end, least <= most { return (low.trimmed, high.trimmed) }
        rest = rest[found.upperBound...]
      }
    }
    return nil
  }

  /// The number at an end of a range, with either decimal mark.
  private var end: Double? {
    let text = trimmed.asciiDigits
    guard text.utf8.allSatisfy({ $0 >= 43 && $0 <= 57 && $0 != 47 }) else { return nil }
    return NumberText(text.replacing(",", with: ".")).plainValue
  }

  /// Units of measurement, of which a column may hold several.
  private static let units: Set<String> = [
    "kg", "mg", "km", "ha", "ml", "mm", "cm", "usd", "eur", "gbp", "ppm", "pct", "yrs", "mt", "kt", "gt",
    "mw", "gw", "kw", "kwh", "gwh", "twh", "lb", "lbs", "hrs", "min",
  ]

  /// The text without the letters of a flag behind a space, as Eurostat and OECD have them; nil when it has none.
  fileprivate var withoutFlag: Substring? {
    guard let space = lastIndex(where: { Self.spaces.contains($0) }) else { return nil }
    let flag = self[index(after: space)...]
    let isFlag = (1...3).contains(flag.count) && flag.allSatisfy { $0.isASCII && $0.isLetter }
    // Letters that may stand for thousands, millions or billions are not taken for flags.
    return isFlag && !Self.units.contains(flag.lowercased())
      && !["k", "m", "b", "bn", "mn", "t", "mio", "mrd", "tn"].contains(flag.lowercased()) || flag == "b"
      ? self[..<space].trimmed : nil
  }

  /// The number before a letter for thousands, millions or billions, and what it is to be multiplied by.
  fileprivate var withoutMultiple: (Substring, Double)? {
    let factors: [(String, Double)] = [("k", 1e3), ("K", 1e3), ("M", 1e6), ("B", 1e9)]
    guard let (mark, factor) = factors.first(where: { hasSuffix($0.0) }) else { return nil }
    let bare = dropLast(mark.count)
    return bare.last?.isNumber == true ? (bare, factor) : nil
  }

  /// With a minus sign, spaces and apostrophes of ASCII for those of typography.
  fileprivate var asciiDigits: String {
    String(
      map { character -> Character in
        if Self.spaces.contains(character) { return " " }
        return switch character {
        case "\u{2212}": "-"
        case "’", "\u{2BC}", "´": "'"
        default: character
        }
      })
  }
}

/// The parts of a number that may have marks between its digits.
private struct Digits {
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
