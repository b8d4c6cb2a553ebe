import Tabular

/// What a command prints, in each of the formats that it knows.
package protocol Page {
  /// For a terminal, no wider than `width` where that can be.
  func plain(width: Int?, bold: Bool) -> String
  var markdown: String { get }
  /// Rows in full precision.
  var csv: String { get }
  /// In full precision.
  var json: JSONText { get }
}

/// What is written once, for a terminal and as Markdown alike.
package protocol Written { func write(to out: inout PageText) }

package typealias WrittenPage = Page & Written

extension Written {
  package func plain(width: Int?, bold: Bool) -> String {
    text(PageText(PageStyle(.table, width: width, bold: bold)))
  }

  package var markdown: String { text(PageText(PageStyle(.md))) }

  private func text(_ empty: PageText) -> String {
    var out = empty
    write(to: &out)
    return out.text
  }
}
