/// One statement of a TOML text that parses: a table's header or a key and its value, with the
/// lines that it takes up, and the top-level table that it belongs to.
struct TOMLStatement {
  let lines: Range<Int>
  /// The first part of the table's name, or of the key where no table is open.
  let table: String
  let isHeader: Bool

  /// The statements, in order. Blank lines and comments between them belong to none.
  static func all(in lines: [String]) -> [TOMLStatement] {
    var statements: [TOMLStatement] = []
    var table: String?
    var next = 0
    while next < lines.count {
      let start = next
      let line = lines[start].drop { $0 == " " || $0 == "\t" }
      next += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        table = firstPart(of: line.drop { $0 == "[" || $0 == " " || $0 == "\t" })
        statements.append(.init(lines: start..<next, table: table ?? "", isHeader: true))
        continue
      }
      var scanner = ValueScanner()
      scanner.scan(lines[start])
      while scanner.isOpen, next < lines.count {
        scanner.scan(lines[next])
        next += 1
      }
      statements.append(
        .init(lines: start..<next, table: table ?? firstPart(of: line), isHeader: false))
    }
    return joined(statements)
  }

  /// Statements of one table without anything between them, or with blank lines and comments
  /// only, are one, so that what stands inside a table goes with it.
  private static func joined(_ statements: [TOMLStatement]) -> [TOMLStatement] {
    var result: [TOMLStatement] = []
    for statement in statements {
      if let last = result.last, last.isHeader, last.table == statement.table {
        result[result.count - 1] = TOMLStatement(
          lines: last.lines.lowerBound..<statement.lines.upperBound, table: last.table,
          isHeader: true)
      } else {
        result.append(statement)
      }
    }
    return result
  }

  /// The first part of a dotted key, unquoted.
  private static func firstPart(of key: Substring) -> String {
    if let quote = key.first, quote == "\"" || quote == "'" {
      return String(key.dropFirst().prefix { $0 != quote })
    }
    return String(key.prefix { !".=] \t".contains($0) })
  }
}

/// Tells whether a value goes on below the line.
private struct ValueScanner {
  private var depth = 0
  /// What closes the text that is open; nil outside of texts.
  private var fence: String?

  var isOpen: Bool { depth > 0 || fence != nil }

  mutating func scan(_ line: String) {
    var rest = line[...]
    while let character = rest.first {
      if let open = fence {
        if open.hasPrefix("\""), character == "\\" {
          rest = rest.dropFirst(2)
        } else if rest.hasPrefix(open) {
          fence = nil
          rest = rest.dropFirst(open.count)
        } else {
          rest = rest.dropFirst()
        }
        continue
      }
      if character == "#" { break }
      if character == "\"" || character == "'" {
        let triple = String(repeating: character, count: 3)
        fence = rest.hasPrefix(triple) ? triple : String(character)
        rest = rest.dropFirst(fence?.count ?? 1)
        continue
      }
      if "[{".contains(character) { depth += 1 }
      if "]}".contains(character) { depth -= 1 }
      rest = rest.dropFirst()
    }
    // A text in single quotation marks of either kind ends with its line.
    if let open = fence, open.count == 1 { fence = nil }
  }
}
