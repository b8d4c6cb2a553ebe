import Diagnostics

extension TOMLReader {
  /// A value without quotation marks: a number, a date, a time, true or false.
  mutating func word() throws(TOMLMistake) -> TOMLNode {
    let place = scanner.place
    func part() -> String { scanner.take { !" \t\r\n,]}#".utf8.contains($0) } }
    var word = part()
    // A blank may part a date and its time.
    if TOMLNode.isMoment(word), word.utf8.count == 10, scanner.isAt(" "),
      scanner.rest.dropFirst().first.map(TOMLNode.isDigit) == true
    {
      scanner.advance()
      word += "T" + part()
    }
    if let node = TOMLNode.of(word) { return node }
    let known = ["true", "false", "inf", "nan"].first { $0 == word.lowercased() }
    let number = "write it like 12, -0.5, 1e6 or 1994-05-31, or as a text in quotation marks"
    if word.isEmpty { throw mistake("a value must stand here, not \(scanner.found)", number) }
    if TOMLNode.isTooLarge(word) {
      throw mistake(
        "\(Diagnostic.cut(word, to: 60)) is too large",
        "write a smaller number: whole numbers have at most 18 digits, those with an exponent reach 1e308",
        at: place)
    }
    let isNumber = word.utf8.contains(where: TOMLNode.isDigit)
    throw mistake(
      "\"\(Diagnostic.cut(word, to: 60))\" is not a value",
      known.map { "write \($0)" } ?? (isNumber ? number : "write a text in quotation marks"), at: place)
  }
}

extension TOMLNode {
  /// The value of a word; nil when it has none, or a whole number does not fit 64 bits.
  fileprivate static func of(_ word: String) -> TOMLNode? {
    switch word {
    case "true", "false": return .boolean(word == "true")
    case "inf", "+inf", "-inf", "nan", "+nan", "-nan": return Double(word).map(TOMLNode.float)
    case _ where isMoment(word): return .moment
    default:
      let radix = ["0x": 16, "0o": 8, "0b": 2][word.prefix(2)] ?? 10
      func isDigit(_ one: Character?) -> Bool {
        one?.isASCII == true && one?.hexDigitValue.map { $0 < radix } == true
      }
      let parts = word.dropFirst(radix == 10 ? 0 : 2).split(separator: "_", omittingEmptySubsequences: false)
      guard zip(parts, parts.dropFirst()).allSatisfy({ isDigit($0.last) && isDigit($1.first) }) else {
        return nil
      }
      let plain = parts.joined()
      if radix == 10 { return decimal(plain) }
      return isDigit(plain.first) ? Int(plain, radix: radix).map(TOMLNode.integer) : nil
    }
  }

  private static func decimal(_ text: String) -> TOMLNode? {
    let unsigned = text.dropFirst("+-".contains(text.prefix(1)) ? 1 : 0)
    let whole = unsigned.prefix { $0.isASCII && $0.isNumber }
    let rest = unsigned.dropFirst(whole.count)
    // A whole part has no further digit behind a zero, and a point has digits on both sides.
    guard !whole.isEmpty, whole == "0" || whole.first != "0",
      rest.first != "." || rest.dropFirst().first?.isNumber == true
    else { return nil }
    if rest.isEmpty { return Int(text).map(TOMLNode.integer) }
    var text = text
    return text.withUTF8 { NumberText.decimal($0) }.map(TOMLNode.float)
  }

  /// Whether a word without a value is a number beyond those that are held.
  fileprivate static func isTooLarge(_ word: String) -> Bool {
    let plain = word.split(separator: "_").joined()
    guard plain.utf8.allSatisfy({ isDigit($0) || "+-.eE".utf8.contains($0) }), let size = Double(plain) else {
      return false
    }
    return abs(size) >= 0x1p63
  }

  fileprivate static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// Whether a word is a date, a time, or both, that the calendar and the clock know.
  fileprivate static func isMoment(_ word: String) -> Bool {
    var shape = String(word.uppercased().map { $0.isASCII && $0.isNumber ? "0" : $0 })[...]
    var numbers = word.utf8.split { !isDigit($0) }.map { Int(Substring($0)) ?? 0 }[...]
    func has(_ form: String) -> Bool {
      guard shape.hasPrefix(form) else { return false }
      shape = shape.dropFirst(form.count)
      return true
    }
    func next(_ range: ClosedRange<Int>) -> Bool { numbers.popFirst().map(range.contains) == true }
    let hasDate = has("0000-00-00")
    if hasDate {
      let (year, month) = (numbers.removeFirst(), numbers.first ?? 0)
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
      guard next(1...12), next(1...days) else { return false }
      if shape.isEmpty { return true }
      guard has("T") else { return false }
    }
    guard has("00:00:00"), next(0...23), next(0...59), next(0...60) else { return false }
    if has(".0") {
      shape = shape.drop { $0 == "0" }
      numbers = numbers.dropFirst()
    }
    if hasDate, has("+00:00") || has("-00:00") { return shape.isEmpty && next(0...23) && next(0...59) }
    return shape.isEmpty || hasDate && shape == "Z"
  }
}
