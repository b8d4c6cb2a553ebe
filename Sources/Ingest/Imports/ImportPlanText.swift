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
  /// at the end; all else stays as it was written, line ends too. Comments in the old table stand at the
  /// top of the new one.
  package func written(into text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let old = linesOfEntry(in: text)
    let new = tomlLines.prefix(1) + old.flatMap { Self.comments(in: lines[$0.lines]) } + tomlLines.dropFirst()
    // From below, so that the places above stay right.
    for part in old.reversed() { lines.removeSubrange(part.lines) }
    if let first = old.first, first.isHeader {
      lines.insert(contentsOf: new, at: first.lines.lowerBound)
    } else {
      // What stood above all tables, such as `gini = { … }`, has to go below them.
      lines += (lines.isEmpty ? [] : [""]) + new
    }
    let lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
    return lines.joined(separator: lineEnd) + lineEnd
  }

  /// The comments of some lines, each from its sign to the end of its line.
  private static func comments(in lines: ArraySlice<String>) -> [String] {
    var comments: [String] = []
    var fence: String?
    for line in lines {
      var rest = line[...]
      while let next = rest.first {
        if let open = fence {
          if rest.hasPrefix(open) { fence = nil }
          let isEscape = next == "\\" && open.hasPrefix("\"")
          rest = rest.dropFirst(fence == nil ? open.count : isEscape ? 2 : 1)
        } else if next == "#" {
          comments.append(String(rest))
          break
        } else {
          fence = ["\"\"\"", "'''", "\"", "'"].first { rest.hasPrefix($0) }
          rest = rest.dropFirst(fence?.count ?? 1)
        }
      }
      // Only a text between three marks goes on over the end of a line.
      if fence?.count == 1 { fence = nil }
    }
    return comments
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
    if let sheet { parts.append("sheet = \(quoted(sheet))") }
    if let column { parts.append("column = \(quoted(column))") }
    for (key, isExclusion) in [("where", false), ("where_not", true)] {
      let tests = conditions.filter { $0.isExclusion == isExclusion }.map {
        "\(quoted($0.column)) = \(quoted($0.text))"
      }
      if !tests.isEmpty { parts.append("\(key) = { \(tests.joined(separator: ", ")) }") }
    }
    if let column = form.country { parts.append("country_column = \(quoted(column))") }
    if let column = form.yearColumn { parts.append("year_column = \(quoted(column))") }
    if let year = form.year { parts.append("year = \(year)") }
    if let decimal { parts.append("decimal = \"\(decimal.rawValue)\"") }
    if addsRows { parts.append("rows = \"sum\"") }
    switch bounds {
    case .ends(let low, let high): parts += ["low = \(quoted(low))", "high = \(quoted(high))"]
    case .standardError(let column): parts.append("standard_error = \(quoted(column))")
    case nil: break
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
      case _ where Diagnostic.isUnprintable(scalar):
        let hex = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
