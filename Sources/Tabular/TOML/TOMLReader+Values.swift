extension TOMLReader {
  mutating func value(_ depth: Int) throws(TOMLMistake) -> Int {
    let place = scanner.place
    try check(depth, place)
    if scanner.take("[") { return try items(.list, depth, place) }
    if scanner.take("{") { return try items(.inline, depth, place) }
    return tree.add(.leaf(scanner.isAtQuote ? .string(try text(isKey: false)) : try word()), place)
  }

  private mutating func items(_ form: TOMLTree.Form, _ depth: Int, _ place: TOMLPlace) throws(TOMLMistake)
    -> Int
  {
    let (holder, close) = (tree.add(form, place), form == .list ? "]" : "}")
    open += 1
    try skipSpace(in: form, place)
    while !scanner.take(close) {
      if form == .list, scanner.line > place.line, isAtStatement { throw unclosed("]", place) }
      if form == .list {
        tree.append(try value(depth + 1), to: holder)
      } else {
        _ = try pair(in: holder, depth)
      }
      try skipSpace(in: form, place)
      if scanner.isAt(close) { continue }
      if form == .list, scanner.line > place.line, isAtStatement { throw unclosed("]", place) }
      try expect(",", or: close)
      try skipSpace(in: form, place)
      if form == .inline, scanner.isAt(close) {
        throw mistake("an inline table may not end in a comma", "remove the comma before }")
      }
    }
    open -= 1
    return holder
  }

  /// Whether what comes next is a key with its value, or a header: no item of a list looks like either.
  private var isAtStatement: Bool {
    var ahead = self
    let isHeader = ahead.scanner.take("[")
    if isHeader { _ = ahead.scanner.take("[") }
    guard let key = try? ahead.key() else { return false }
    if !isHeader { return ahead.scanner.isAt("=") }
    // [1] and ["a"] may be lists.
    return key.last.utf8.first.map { $0 | 0x20 >= 97 && $0 | 0x20 <= 122 } == true
      && !scanner.rest.dropFirst().starts(with: "\"".utf8) && !scanner.rest.dropFirst().starts(with: "'".utf8)
      && !["true", "false", "inf", "nan"].contains(key.last) && ahead.scanner.isAt("]")
  }

  private mutating func skipSpace(in form: TOMLTree.Form, _ place: TOMLPlace) throws(TOMLMistake) {
    if form == .list { scanner.skipSpace() } else { scanner.skipBlanks() }
    if scanner.isAtLineEnd { throw unclosed(form == .list ? "]" : "} on the same line", place) }
  }
}
