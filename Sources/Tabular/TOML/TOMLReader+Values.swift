extension TOMLReader {
  mutating func value(_ depth: Int) throws(TOMLMistake) -> Int {
    let place = scanner.place()
    if depth > Self.greatestDepth { throw tooDeep(place) }
    if scanner.take("[") { return try items(.list, "]", depth, place) }
    if scanner.take("{") { return try items(.inline, "}", depth, place) }
    let isText = scanner.isAt("\"") || scanner.isAt("'")
    return tree.add(.leaf(isText ? .string(try text(isKey: false)) : try word()), place)
  }

  private mutating func items(_ form: TOMLTree.Form, _ close: String, _ depth: Int, _ place: TOMLPlace)
    throws(TOMLMistake) -> Int
  {
    let holder = tree.add(form, place)
    open += 1
    try skipSpace(in: form, place, close)
    while !scanner.take(close) {
      if form == .list {
        tree.append(try value(depth + 1), to: holder)
      } else {
        _ = try pair(in: holder, depth)
      }
      try skipSpace(in: form, place, close)
      if scanner.isAt(close) { continue }
      try expect(",", or: close)
      try skipSpace(in: form, place, close)
      if form == .inline, scanner.isAt(close) {
        throw mistake("an inline table may not end in a comma", "remove the comma before }")
      }
    }
    open -= 1
    return holder
  }

  private mutating func skipSpace(in form: TOMLTree.Form, _ place: TOMLPlace, _ close: String)
    throws(TOMLMistake)
  {
    if form == .list { scanner.skipSpace() } else { scanner.skipBlanks() }
    if scanner.isAtLineEnd { throw unclosed(form == .list ? close : "\(close) on the same line", place) }
  }
}
