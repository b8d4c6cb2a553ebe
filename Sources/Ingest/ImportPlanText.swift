import HumanSecurity

extension ImportPlan.Entry {
  /// The entry as a table of imports.toml, ending in a line feed.
  public var toml: String {
    var lines = ["[\(indicator)]"]
    lines.append("source = [ " + sources.map(\.toml).joined(separator: ", ") + " ]")
    if sources.count > 1 { lines.append("combine = \"\(combination.rawValue)\"") }
    if let firstYear { lines.append("first_year = \(firstYear)") }
    if let lastYear { lines.append("last_year = \(lastYear)") }
    if zeroIsMissing { lines.append("zero_is_missing = true") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Puts the entry into the text of imports.toml: in the place of the indicator's old table, else
  /// at the end; all else stays as it was written.
  public func written(into text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard let start = lines.firstIndex(of: "[\(indicator)]") else {
      return (lines + (lines.isEmpty ? [] : [""]) + [toml]).joined(separator: "\n")
    }
    var end = start + 1
    while end < lines.count, !lines[end].isEmpty, !lines[end].hasPrefix("[") { end += 1 }
    lines.replaceSubrange(start..<end, with: toml.split(separator: "\n").map(String.init))
    return lines.joined(separator: "\n") + "\n"
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
