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

  /// The ends of the interval in brackets behind a number; nil where none stands there, or an end may be read in two
  /// ways.
  /// - Parameter mark: the column's decimal mark; nil while none is proved.
  static func interval(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: DecimalMark?) -> (
    low: Double, high: Double
  )? {
    guard bytes.count <= limit,
      let (_, low, high) = Substring(TextEncoding.string(bytes)).trimmed.withoutInterval,
      let own = mark ?? low.proof ?? high.proof ?? (low.isUnclear || high.isUnclear ? nil : .point),
      let low = low.value(own), let high = high.value(own)
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
  private var end: Double? { value(proof ?? .point) ?? value(.comma) }

  /// The number under a decimal mark; it may have marks of thousands, a percent sign, or a letter for millions.
  fileprivate func value(_ mark: DecimalMark) -> Double? {
    let (bare, factor) = multiplied
    return Digits(Array(bare.asciiDigits.utf8))?.value(mark).map { $0 * factor }
  }

  /// The decimal mark that the number proves by itself.
  fileprivate var proof: DecimalMark? {
    if case .proves(let mark)? = Digits(Array(multiplied.bare.asciiDigits.utf8))?.meaning {
      mark
    } else {
      nil
    }
  }

  /// Whether a comma in it may part thousands or a fraction.
  fileprivate var isUnclear: Bool {
    let digits = Digits(Array(multiplied.bare.asciiDigits.utf8))
    return digits.map { $0.meaning == .unclear && $0.commas > 0 } ?? false
  }

  private var multiplied: (bare: Substring, factor: Double) {
    let text = trimmed.hasSuffix("%") ? trimmed.dropLast().trimmed : trimmed
    return text.withoutMultiple.map { ($0.0, $0.1) } ?? (text, 1)
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
