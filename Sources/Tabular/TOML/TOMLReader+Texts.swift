extension TOMLReader {
  /// A text in quotation marks of any kind; as a key it may not have several lines.
  mutating func text(isKey: Bool) throws(TOMLMistake) -> String {
    let place = scanner.place
    let mark = scanner.byte ?? ASCII.quote
    func run(_ limit: Int) -> Int { scanner.rest.prefix(limit).prefix { $0 == mark }.count }
    let fence = !isKey && run(3) == 3 ? 3 : 1
    scanner.advance(by: fence)
    if fence == 3, scanner.isAtNewline { scanner.skipLine() }
    var text: [UInt8] = []
    while let byte = scanner.byte, fence == 3 || !scanner.isAtNewline {
      // Up to two marks before the last three belong to the text.
      let marks = run(fence == 3 ? 5 : 1)
      if marks >= fence {
        scanner.advance(by: marks)
        return String(decoding: text + repeatElement(mark, count: marks - fence), as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), mark == ASCII.quote {
        text += escaped(isLong: fence == 3)
      } else if scanner.isAtNewline {
        text.append(ASCII.lineFeed)
        scanner.skipLine()
      } else {
        text.append(byte)
        scanner.advance()
      }
    }
    let marks = String(repeating: mark == ASCII.quote ? "\"" : "'", count: fence)
    throw unclosed(fence == 3 ? marks : "\(marks) on the same line", place)
  }

  /// What a backslash and what follows it stand for; a wrong one is noted and stands for nothing.
  private mutating func escaped(isLong: Bool) -> String.UTF8View {
    let wrong = mistake(
      "this backslash begins no escape sequence",
      "write \\\\ for a backslash, or put the text into single quotation marks")
    scanner.advance()
    for (letter, meaning) in Self.escapes where scanner.take(letter) { return meaning.utf8 }
    if let count = scanner.take("u") ? 4 : scanner.take("U") ? 8 : nil {
      let digits = scanner.take(upTo: count, while: "0123456789abcdefABCDEF".utf8.contains)
      let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      if digits.utf8.count == count, let scalar { return String(scalar).utf8 }
    } else if isLong {
      // At the end of a line: what is blank up to the next letter does not count.
      scanner.skipBlanks()
      let isLineEnd = scanner.isAtNewline
      while scanner.isAtNewline {
        scanner.skipLine()
        scanner.skipBlanks()
      }
      if isLineEnd { return "".utf8 }
    }
    mistakes.append(wrong)
    return "".utf8
  }

  private static let escapes = [
    ("b", "\u{8}"), ("t", "\t"), ("n", "\n"), ("f", "\u{C}"), ("r", "\r"), ("\"", "\""), ("\\", "\\"),
  ]
}
