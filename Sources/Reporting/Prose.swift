/// Sentences below a table.
public enum Prose {
  /// The text broken between words into lines of at most `width` characters; unbroken for nil.
  public static func wrapped(_ text: String, width: Int?) -> String {
    guard let width else { return text }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
