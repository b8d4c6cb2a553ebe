/// Where each key of a TOML text stands.
///
/// A scan for lines of the form `key = …` and `[table]`, and for keys inside an inline table. It
/// serves diagnostics only: a text too clever for it yields a finding without a column, never a
/// wrong value.
struct TOMLKeyPlaces: Sendable {
  private var places: [[String]: (line: Int, column: Int)] = [:]

  init(_ text: SourceText) {
    var table: [String] = []
    var inText = false
    let lines = String(decoding: text.bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      let fences = line.occurrences(of: "\"\"\"") + line.occurrences(of: "'''")
      defer { if fences % 2 == 1 { inText.toggle() } }
      if inText { continue }
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      let column = line.count - trimmed.count + 1
      if trimmed.hasPrefix("[") {
        let name = trimmed.drop { $0 == "[" }.prefix { $0 != "]" }
        table = Self.path(name)
        note(table, index + 1, column + (trimmed.hasPrefix("[[") ? 2 : 1))
      } else if let equals = Self.equals(in: trimmed) {
        let path = table + Self.path(trimmed[..<equals])
        note(path, index + 1, column)
        noteInline(trimmed[trimmed.index(after: equals)...], under: path, line: index + 1, in: line)
      }
    }
  }

  subscript(path: [String]) -> (line: Int, column: Int)? {
    var path = path
    while !path.isEmpty {
      if let place = places[path] { return place }
      path.removeLast()
    }
    return nil
  }

  private mutating func note(_ path: [String], _ line: Int, _ column: Int) {
    if places[path] == nil { places[path] = (line, column) }
  }

  private mutating func noteInline(
    _ value: Substring, under path: [String], line number: Int, in line: Substring
  ) {
    guard let open = value.firstIndex(of: "{") else { return }
    var start = value.index(after: open)
    var known = (index: line.startIndex, column: 1)
    while let equals = Self.equals(in: value[start...]) {
      let key = value[start..<equals].drop { $0 == " " || $0 == "," }
      known.column += line.distance(from: known.index, to: key.startIndex)
      known.index = key.startIndex
      note(path + Self.path(key), number, known.column)
      guard let comma = value[equals...].firstIndex(of: ",") else { return }
      start = value.index(after: comma)
    }
  }

  /// The first equals sign outside quotes, before any comment.
  private static func equals(in line: Substring) -> Substring.Index? {
    var quote: Character?
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        return nil
      } else if character == "=" {
        return index
      }
    }
    return nil
  }

  /// A dotted key, whose parts may be quoted.
  private static func path(_ key: Substring) -> [String] {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in key {
      if let open = quote {
        if character == open { quote = nil } else { part.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "." {
        parts.append(part)
        part = ""
      } else if character != " " && character != "\t" {
        part.append(character)
      }
    }
    return parts + [part]
  }
}

extension Substring {
  fileprivate func occurrences(of mark: String) -> Int {
    var count = 0
    var rest = self
    while let range = rest.firstRange(of: mark) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
