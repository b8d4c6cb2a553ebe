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
      if form == .list {
        tree.append(try value(depth + 1), to: holder)
      } else {
        _ = try pair(in: holder, depth)
      }
      try skipSpace(in: form, place)
      if scanner.isAt(close) { continue }
      try expect(",", or: close)
      try skipSpace(in: form, place)
      if form == .inline, scanner.isAt(close) {
        throw mistake("an inline table may not end in a comma", "remove the comma before }")
      }
    }
    open -= 1
    return holder
  }

  private mutating func skipSpace(in form: TOMLTree.Form, _ place: TOMLPlace) throws(TOMLMistake) {
    if form == .list { scanner.skipSpace() } else { scanner.skipBlanks() }
    if scanner.isAtLineEnd { throw unclosed(form == .list ? "]" : "} on the same line", place) }
  }
}
