import HumanSecurity

extension ImportPlan.Entry {
  /// The entry as a table of imports.toml, ending in a line feed.
  public var toml: String { tomlLines.joined(separator: "\n") + "\n" }

  private var tomlLines: [String] {
    var lines = ["[\(indicator)]"]
    lines.append("source = [ " + sources.map(\.toml).joined(separator: ", ") + " ]")
    if sources.count > 1 { lines.append("combine = \"\(combination.rawValue)\"") }
    if let firstYear { lines.append("first_year = \(firstYear)") }
    if let lastYear { lines.append("last_year = \(lastYear)") }
    if zeroIsMissing { lines.append("zero_is_missing = true") }
    return lines
  }

  /// Puts the entry into the text of imports.toml: in the place of the indicator's old table, else
  /// at the end; all else stays as it was written, line ends too.
  public func written(into text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    if let start = lines.firstIndex(where: { Self.table(of: $0) == indicator.rawValue }) {
      lines.replaceSubrange(start..<Self.end(ofTable: start, in: lines), with: tomlLines)
    } else {
      lines += (lines.isEmpty ? [] : [""]) + tomlLines
    }
    let lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
    return lines.joined(separator: lineEnd) + lineEnd
  }

  /// Past the last line of a table; blank lines and comments below it belong to the next one.
  private static func end(ofTable start: Int, in lines: [String]) -> Int {
    var end = start + 1
    while end < lines.count, table(of: lines[end]) == nil { end += 1 }
    while end > start + 1 {
      let last = lines[end - 1].trimmingPrefix { $0 == " " || $0 == "\t" }
      guard last.isEmpty || last.hasPrefix("#") else { break }
      end -= 1
    }
    return end
  }

  /// The name in a line such as `[name]  # comment`; nil for any other line.
  private static func table(of line: String) -> String? {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let line = line.trimmingPrefix(while: blank)
    guard line.hasPrefix("["), let close = line.lastIndex(of: "]") else { return nil }
    let rest = line[line.index(after: close)...].trimmingPrefix(while: blank)
    let name = line[..<close].trimmingPrefix { $0 == "[" }
    guard rest.isEmpty || rest.hasPrefix("#"), !name.contains(where: { "[],=#".contains($0) })
    else { return nil }
    return String(name.filter { !blank($0) && $0 != "\"" && $0 != "'" })
  }
}

extension ImportPlan.Source {
  fileprivate var toml: String {
    var parts = ["file = \(quoted(file))"]
    if let column { parts.append("column = \(quoted(column))") }
    if !conditions.isEmpty {
      let tests = conditions.map { "\(quoted($0.column)) = \(quoted($0.text))" }
      parts.append("where = { \(tests.joined(separator: ", ")) }")
    }
    if !origin.isEmpty { parts.append("origin = \(quoted(origin))") }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  /// A TOML basic string.
  private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let hex = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
