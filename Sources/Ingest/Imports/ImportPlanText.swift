import Diagnostics
import Tabular

extension ImportPlan.Entry {
  /// The entry as a table of imports.toml, ending in a line feed.
  package var toml: String { tomlLines.joined(separator: "\n") + "\n" }

  private var tomlLines: [String] {
    var lines = ["[\(indicator)]"]
    if sources.count == 1 {
      lines.append("source = [ \(sources[0].toml) ]")
    } else {
      lines += ["source = ["] + sources.map { "  \($0.toml)," } + ["]"]
      lines.append("combine = \"\(combination.rawValue)\"")
    }
    if let firstYear, !inheritsFirstYear { lines.append("first_year = \(firstYear)") }
    if let lastYear, !inheritsLastYear { lines.append("last_year = \(lastYear)") }
    if zeroIsMissing { lines.append("zero_is_missing = true") }
    return lines
  }

  /// Puts the entry into the text of imports.toml: in the place of the indicator's old table, else
  /// at the end; all else stays as it was written, line ends too.
  package func written(into text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let old = linesOfEntry(in: text)
    // From below, so that the places above stay right.
    for part in old.reversed() { lines.removeSubrange(part.lines) }
    if let first = old.first, first.isHeader {
      lines.insert(contentsOf: tomlLines, at: first.lines.lowerBound)
    } else {
      // What stood above all tables, such as `gini = { … }`, has to go below them.
      lines += (lines.isEmpty ? [] : [""]) + tomlLines
    }
    let lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
    return lines.joined(separator: lineEnd) + lineEnd
  }

  /// The lines that say something about the indicator. What stands under a header goes with it, and
  /// so do the blank lines and comments in between.
  private func linesOfEntry(in text: String) -> [(lines: Range<Int>, isHeader: Bool)] {
    var findings = Findings()
    let document = TOMLDocument(SourceText(name: "", text), into: &findings)
    var parts: [(lines: Range<Int>, isHeader: Bool)] = []
    var last: TOMLStatement?
    for statement in document?.statements ?? [] {
      defer { last = statement }
      guard statement.table == indicator.rawValue else { continue }
      if let part = parts.last, part.isHeader, last?.table == statement.table {
        parts[parts.count - 1].lines = part.lines.lowerBound..<statement.lines.upperBound
      } else {
        parts.append((statement.lines, statement.isHeader))
      }
    }
    return parts
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
    if !missing.isEmpty { parts.append("missing = \(list(missing))") }
    if !url.isEmpty { parts.append("url = \(quoted(url))") }
    if !hosts.isEmpty { parts.append("hosts = \(list(hosts))") }
    if !origin.isEmpty { parts.append("origin = \(quoted(origin))") }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private func list(_ texts: [String]) -> String { "[ \(texts.map(quoted).joined(separator: ", ")) ]" }

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
