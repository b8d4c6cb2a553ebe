/// Reads TOML 1.0 (https://toml.io/en/v1.0.0) in one pass; after a mistake it goes on with the next
/// statement.
struct TOMLReader {
  /// How many keys, lists and tables may be inside each other.
  static let greatestDepth = 64

  var scanner: TOMLScanner
  var tree = TOMLTree()
  var mistakes: [TOMLMistake] = []
  private(set) var statements: [TOMLStatement] = []
  private var table: (number: Int, name: String?, depth: Int) = (TOMLTree.root, nil, 0)
  /// How many brackets and braces of the statement are open.
  var open = 0

  init(_ bytes: [UInt8]) { scanner = TOMLScanner(bytes) }

  /// Reads all statements; gives what is wrong.
  mutating func read() -> [TOMLMistake] {
    while !scanner.isAtEnd {
      let line = scanner.line
      open = 0
      do throws(TOMLMistake) { try statement() } catch {
        mistakes.append(error)
        recover(from: line)
      }
    }
    return mistakes
  }

  private mutating func statement() throws(TOMLMistake) {
    let first = scanner.line
    scanner.skipBlanks()
    let isHeader = scanner.take("[")
    let isEmpty = !isHeader && scanner.isAtLineEnd
    if isHeader { try header() }
    let key = isHeader || isEmpty ? nil : try pair(in: table.number, table.depth)
    scanner.skipBlanks()
    guard scanner.isAtLineEnd else {
      throw mistake(
        "the line must end here, not go on with \(scanner.found)",
        "begin a new line here, or put # in front of a comment")
    }
    if !isEmpty {
      statements.append(
        TOMLStatement(
          lines: first - 1..<scanner.line, table: table.name ?? key?.parts.first ?? "", isHeader: isHeader))
    }
    scanner.skipLine()
  }

  private mutating func header() throws(TOMLMistake) {
    // What stands under a wrong header belongs to no other table.
    table = (tree.add(.header, scanner.place), nil, 0)
    let isList = scanner.take("[")
    let key = try key()
    try expect(isList ? "]]" : "]")
    do throws(TOMLMistake) {
      table = (try tree.open(key, isList: isList), key.parts.first, key.parts.count)
    } catch { mistakes.append(error) }
  }

  mutating func pair(in table: Int, _ depth: Int) throws(TOMLMistake) -> TOMLKey {
    let key = try key()
    try expect("=")
    let value = try value(depth + key.parts.count)
    do throws(TOMLMistake) { try tree.insert(value, at: key, in: table) } catch { mistakes.append(error) }
    return key
  }

  /// A key, which may have parts, with the blanks around it.
  mutating func key() throws(TOMLMistake) -> TOMLKey {
    scanner.skipBlanks()
    let place = scanner.place
    var parts: [String] = []
    repeat {
      scanner.skipBlanks()
      let isQuoted = scanner.isAtQuote
      let part = isQuoted ? try text(isKey: true) : scanner.take(while: Self.keyBytes.contains)
      if part.isEmpty, !isQuoted {
        throw mistake(
          "a key must stand here, not \(scanner.found)",
          "write letters from a to z, digits, - and _, or any text in quotation marks")
      }
      parts.append(part)
      try check(parts.count, place)
      scanner.skipBlanks()
    } while scanner.take(".")
    return TOMLKey(parts: parts, place: place)
  }

  private static let keyBytes = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Takes a mark and the blanks behind it.
  mutating func expect(_ mark: String, or other: String? = nil) throws(TOMLMistake) {
    guard scanner.take(mark) else {
      let marks = other.map { "\(mark) or \($0)" } ?? mark
      throw mistake(
        "\(marks) must stand here, not \(scanner.found)",
        mark == "=" ? "write key = value; a key with blanks needs quotation marks" : "write \(marks) here")
    }
    scanner.skipBlanks()
  }

  /// Goes to where the next statement may begin. Behind a mistake inside of brackets, the lines
  /// that are items of a list are not taken for statements.
  private mutating func recover(from line: Int) {
    if open > 0, scanner.line > line { scanner.returnToLineStart() } else { scanner.skipLine() }
    while open > 0, !scanner.isAtEnd {
      var ahead = self
      _ = ahead.scanner.take("[")
      if (try? ahead.key()) != nil, ahead.scanner.isAt("=") || ahead.scanner.isAt("]") { return }
      scanner.skipLine()
    }
  }

  func mistake(_ message: String, _ remedy: String, at place: TOMLPlace? = nil) -> TOMLMistake {
    TOMLMistake(message: message, place: place ?? scanner.place, remedy: remedy)
  }

  func unclosed(_ close: String, _ place: TOMLPlace) -> TOMLMistake {
    mistake("what opens here is not closed", "close it with \(close)", at: place)
  }

  /// Refuses a key or value inside too many others.
  func check(_ depth: Int, _ place: TOMLPlace) throws(TOMLMistake) {
    guard depth > Self.greatestDepth else { return }
    throw mistake(
      "more than \(Self.greatestDepth) keys, lists and tables are inside each other here",
      "nest them less deeply", at: place)
  }
}
