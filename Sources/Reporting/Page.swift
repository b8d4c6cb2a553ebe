import Tabular

/// What a command prints, in each of the formats that it knows.
public protocol Page {
  /// For a terminal, no wider than `width` where that can be.
  func plain(width: Int?, bold: Bool) -> String
  /// As Markdown.
  var markdown: String { get }
  /// Rows in full precision.
  var csv: String { get }
  /// In full precision.
  var json: JSONText { get }
}
