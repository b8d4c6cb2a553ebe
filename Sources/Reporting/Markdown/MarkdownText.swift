import Diagnostics

/// Text from data as Markdown text.
package enum MarkdownText {
  /// Escapes everything that Markdown or HTML could take for markup.
  package static func escape(_ text: String) -> String {
    var out = ""
    for scalar in oneLine(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "#": out += "\\\(scalar)"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Text as code, between more backticks than it has in a row itself.
  static func code(_ text: String) -> String {
    let text = oneLine(text)
    var (longest, run) = (0, 0)
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // One blank at each end is taken off again; without it a backtick would lengthen the fence.
    let needsBlanks = text.hasPrefix("`") || text.hasSuffix("`")
    return needsBlanks ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// A link to a file, its path percent-encoded.
  /// - Parameter text: what is to be clicked, as Markdown.
  static func link(_ text: String, to path: String, line: Int) -> String {
    "[\(text)](<\(LinkPath.encoded(path))#L\(line)>)"
  }

  /// Text on one line, none of its characters steering anything.
  private static func oneLine(_ text: String) -> String {
    Diagnostic.printable(String(String.UnicodeScalarView(text.unicodeScalars.map { isBreak($0) ? " " : $0 })))
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { ["\n", "\r", "\t"].contains(scalar) }
}
