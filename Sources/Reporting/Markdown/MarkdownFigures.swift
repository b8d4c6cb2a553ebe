import IndexModel

/// Where the figures behind values stand, as links from a page in `countries/`.
struct MarkdownFigures {
  /// From the folder of the report; empty for no links.
  let dataFolder: String

  /// An indicator with the lines of its figures, or why it has none.
  func item(_ line: Report.IndicatorLine, _ cell: Report.IndicatorCell) -> String {
    var text = figures(cell)
    if case .absent(let absence) = cell.cell { text = "missing, " + MarkdownText.escape(absence.reason) }
    return "- \(MarkdownText.escape(line.definition.displayName)): \(text.isEmpty ? "–" : text)"
  }

  /// Where every figure behind a value stands: the lines of a file as one link, to the first of them.
  private func figures(_ cell: Report.IndicatorCell) -> String {
    let own = (FigureText.files(cell.places) + FigureText.files(cell.factors)).map(link)
    let denominators = FigureText.files(cell.denominators).map(link)
    let under = denominators.joined(separator: " + ")
    let people = FigureText.files(cell.people).map(link)
    let ratio =
      [own.joined(separator: " × "), denominators.count > 1 ? "(\(under))" : under].filter { !$0.isEmpty }
      .joined(separator: " ÷ ") + (people.isEmpty ? "" : ", weighted by " + people.joined(separator: ", "))
    if cell.neighbours.isEmpty { return ratio }
    return ratio + (ratio.isEmpty ? "" : " beside ") + "land neighbours "
      + FigureText.files(cell.neighbours).map(link).joined(separator: ", ")
  }

  private func link(_ lines: FigureText.Lines) -> String {
    let text = "\(MarkdownText.escape(lines.file)):\(lines.text)"
    if dataFolder.isEmpty { return text }
    return MarkdownText.link(text, to: "../\(dataFolder)/\(lines.file)", line: lines.first)
  }
}
