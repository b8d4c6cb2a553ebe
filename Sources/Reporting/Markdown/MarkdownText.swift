import Diagnostics

/// Text from data as Markdown text, of CommonMark as code hosts and pandoc read it.
package enum MarkdownText {
  /// Escapes by a backslash what could be taken for markup, HTML or a formula where it stands, and nothing else.
  package static func escape(_ text: String) -> String {
    let line = oneLine(text)
    guard line.utf8.contains(where: isMark) else { return line }
    let scalars = Array(line.unicodeScalars)
    var out = String.UnicodeScalarView()
    var (hasText, hasTag, hasDollar) = (false, false, false)
    for (place, scalar) in scalars.enumerated() {
      let before = place > 0 ? scalars[place - 1] : nil
      let after = place + 1 < scalars.count ? scalars[place + 1] : nil
      let escapes =
        switch scalar {
        case "\\", "`", "*", "{", "}", "[", "]", "|", "~": true
        case "_", "#": !(isWord(before) && isWord(after))
        case "<": after != " "
        // A tag is closed, or a quotation is opened.
        case ">": hasTag || !hasText
        case "&": after == nil || after == "#" || isWord(after)
        // A second one closes a formula where no blank stands before it.
        case "$": hasDollar && before != " "
        default: false
        }
      if escapes { out.append("\\") }
      out.append(scalar)
      if scalar != " " { hasText = true }
      if scalar == "<" { hasTag = true }
      if scalar == "$" { hasDollar = true }
    }
    return String(out)
  }

  /// Most texts have none of these, and are taken as they are.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "\\", "`", "*", "{", "}", "[", "]", "|", "~", "_", "#", "<", ">", "&", "$": true
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) } ?? false
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
