import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// One country on one screen: where it stands, what changed, what sets it apart from its peers, what is not known.
package struct CountryPage: WrittenPage {
  let answer: CountryAnswer

  package init(_ answer: CountryAnswer) { self.answer = answer }

  var table: ScoreTable { answer.table }
  private var row: RowIndex { answer.row }

  package func write(to out: inout PageText) {
    out.title(table.headline(row, answer.interval), wraps: true)
    out.blankInMarkdown()
    out.lines([reliability] + course, areParagraphs: true)
    out.blankInMarkdown()
    out.line(
      "Peers: \(PeerWords.phrase(answer.peers, in: table)). peers: the median of their scores; gap: the country's score "
        + "less that.")
    out.table(dimensions)
    if answer.strengths.isEmpty, answer.weaknesses.isEmpty {
      out.paragraph("No figure of it is above or below the median of its peers.")
    } else {
      out.table(indicators)
    }
    out.blank()
    out.lines(gaps, areParagraphs: true)
    out.heading("Next")
    out.blankInMarkdown()
    write(next: answer.next, to: &out)
  }

  private func write(next: [(command: String, answer: String)], to out: inout PageText) {
    let width = next.map(\.command.count).max() ?? 0
    for (command, answer) in next {
      if out.isMarkdown {
        out.raw("- \(MarkdownText.code(command)): \(answer)")
      } else {
        let room = String(repeating: " ", count: width - command.count)
        out.raw("  \(PageText.oneLine(command))\(room)  \(answer)")
      }
    }
  }

  private var reliability: String {
    let own = table.reliability(row)
    return Heading.capitalised(ReliabilityText.verdict(own, table.year)) + ". "
      + ReliabilityText.sentence(own, table.year) + "."
  }

  // MARK: - The course

  /// What became of the score; empty where years do not compare.
  private var course: [String] {
    guard let course = answer.course else {
      return table.lens.scoresAreComparableOverYears
        ? [] : ["No trend: under this lens scores of different years do not compare."]
    }
    if course.scores.allSatisfy({ $0.score == nil }) { return [] }
    let line = course.scores.map { "\($0.year) \(NumberFormat.fixed($0.score, 1))" }.joined(separator: " · ")
    guard let points = course.changes.points[row] else { return ["Score: \(line)."] }
    return ["Score: \(line). " + change(course, points)]
  }

  private func change(_ course: CountryCourse, _ points: Double) -> String {
    var words = "Since \(course.since) \(NumberFormat.signed(points, 1)) points"
    if let places = course.changes.places[row] {
      let moved =
        places == 0 ? "no place" : CountWords.of(abs(places), "place") + (places > 0 ? " up" : " down")
      words +=
        " and \(moved) among the \(CountWords.of(course.changes.countries, "country", "countries")) ranked in both years"
    }
    if let common = course.common {
      words += " (\(NumberFormat.signed(common, 1)) by the figures that both years have)"
    }
    return words + "." + furthest(course)
  }

  /// The dimensions that rose and fell furthest, where any did by a tenth of a point.
  private func furthest(_ course: CountryCourse) -> String {
    let known = zip(table.dimensions, course.dimensions).compactMap { node, points in
      points.map { (node, $0) }
    }
    func words(_ found: (NodeIndex, Double)?) -> String? {
      guard let (node, points) = found, abs(points) >= 0.05 else { return nil }
      return "\(table.framework.nodes[node].name) (\(NumberFormat.signed(points, 1)))"
    }
    let most = known.descending { $0.1 }.first.flatMap { $0.1 > 0 ? words($0) : nil }
    let least = known.descending { -$0.1 }.first.flatMap { $0.1 < 0 ? words($0) : nil }
    switch (most, least) {
    case (let most?, let least?): return " Of the dimensions \(most) rose furthest, \(least) fell furthest."
    case (let most?, nil): return " Of the dimensions \(most) rose furthest; none fell."
    case (nil, let least?): return " Of the dimensions \(least) fell furthest; none rose."
    case (nil, nil): return ""
    }
  }

  // MARK: - Beside the peers

  private var dimensions: TextTable {
    TextTable(
      [
        .text("dimension", shrinksTo: 14), .number("score"), .number("peers"), .number("gap"),
        .number("weight"),
      ],
      answer.dimensions.map { gap in
        [table.framework.title(of: gap.node)] + cells(gap) + [
          NumberFormat.fixed(table.effectiveWeights[gap.node], 3)
        ]
      })
  }

  private var indicators: TextTable {
    func rows(_ gaps: [PeerGap], _ sign: String) -> [[String]] {
      gaps.map { gap in
        [
          sign, table.framework.title(of: gap.node), NumberFormat.value(table.value(gap.node, row)),
          table.framework.unit(of: gap.node) ?? "",
        ] + cells(gap)
      }
    }
    return TextTable(
      [
        .text(""), .text("indicator", shrinksTo: 22), .number("value"), .text("unit", shrinksTo: 8),
        .number("score"), .number("peers"), .number("gap"),
      ], rows(answer.strengths, "stronger") + rows(answer.weaknesses, "weaker"))
  }

  private func cells(_ gap: PeerGap) -> [String] {
    [
      NumberFormat.fixed(gap.score, 1), NumberFormat.fixed(gap.median, 1),
      NumberFormat.signed(gap.difference, 1),
    ]
  }

  // MARK: - What is not known

  /// So many names stand in one line.
  private static let named = 3

  private var gaps: [String] {
    let count = table.weighedLeaves.count
    var lines: [String] = []
    func list(_ nodes: [NodeIndex]) -> String {
      let names = nodes.prefix(Self.named).map { table.framework.title(of: $0) }
      let more = nodes.count - names.count
      return more > 0 ? names.joined(separator: ", ") + " and \(more) more" : CountWords.list(names)
    }
    let (missing, estimated) = (answer.missing, answer.estimated)
    if missing.isEmpty, estimated.isEmpty {
      lines.append("Figures: all \(count) indicators have one.")
    } else {
      let parts =
        (missing.isEmpty ? [] : ["\(missing.count) missing (\(list(missing)))"])
        + (estimated.isEmpty ? [] : ["\(estimated.count) estimated (\(list(estimated)))"])
      lines.append("Figures: of \(count) indicators " + parts.joined(separator: ", ") + ".")
    }
    let carried = answer.carried
    if !carried.isEmpty {
      let oldest = carried.prefix(Self.named).map { "\(table.framework.title(of: $0.node)) \($0.year)" }
      let more = carried.count > oldest.count ? " of \(carried.count) from before \(table.year)" : ""
      lines.append("Oldest figures\(more): " + oldest.joined(separator: ", ") + ".")
    }
    return lines
  }
}
