import Analysis
import IndexModel
import Scoring
import Tabular

/// What assumptions do to scores and ranks, for people and for programs.
package struct AlterationPage: WrittenPage, Sendable {
  let alteration: Alteration
  let assumptions: [String]
  let dataFolder: String
  let crossings: [Alteration.Crossing]
  private let effects: [AssumptionEffect]
  private let sources: [(assumption: String, source: String)]
  private let limit: Int
  private let ranges: (before: [RankRange?], after: [RankRange?])

  /// - Parameters:
  ///   - assumptions: what is assumed, as it was asked for.
  ///   - effects: what those about several countries do to the values that they replace.
  ///   - sources: where the sizes of assumptions of a scenario are from.
  ///   - dataFolder: what is put before paths under Data/.
  ///   - limit: how many rows of each list people are shown.
  package init(
    _ alteration: Alteration, assumptions: [String], effects: [AssumptionEffect] = [],
    sources: [(assumption: String, source: String)] = [], dataFolder: String, limit: Int
  ) {
    (self.alteration, self.assumptions, self.effects) = (alteration, assumptions, effects)
    self.sources = sources
    (self.dataFolder, self.limit) = (dataFolder, limit)
    crossings = alteration.crossings
    ranges = (
      RankRange.leavingOutEachDimension(alteration.before),
      RankRange.leavingOutEachDimension(alteration.after)
    )
  }

  var before: ScoreTable { alteration.before }
  var after: ScoreTable { alteration.after }
  var framework: Framework { before.framework }

  /// The dimensions that have weight in either table.
  var dimensions: [NodeIndex] { framework.dimensions.filter { before.weights[$0] + after.weights[$0] > 0 } }

  package func write(to out: inout PageText) {
    out.title("\(before.lens.displayTitle), \(before.year): what if", wraps: true)
    out.blankInMarkdown()
    for assumption in assumptions.map(withEffect) {
      out.raw(out.isMarkdown ? "- " + MarkdownText.code(assumption) : "  " + PageText.oneLine(assumption))
    }
    if !sources.isEmpty { out.paragraph("A scenario is no forecast. " + sourceWords) }
    for section in sections(withFigures: out.hasRoomForFigures) {
      out.heading(section.heading)
      out.table(section.table)
      for line in section.lines { out.indented(line) }
      if section.count > limit {
        out.blankInMarkdown()
        out.raw("… \(section.count - limit) more; --limit \(section.count), CSV or JSON show all")
      }
    }
    for note in notes { out.paragraph(note) }
  }

  /// Where the sizes of a scenario's effects are from.
  private var sourceWords: String {
    let words = sources.map { "\($0.assumption): \($0.source)" }
    return "Sizes are from: " + words.joined(separator: "; ") + "."
  }

  private func withEffect(_ assumption: String) -> String {
    assumption + (effects.first { $0.written == assumption }.map { ": \($0.words)" } ?? "")
  }

  private struct Section {
    let heading: String
    let table: TextTable
    /// How many rows there are, of which the table shows the first.
    let count: Int
    var lines: [String] = []
  }

  private func sections(withFigures: Bool) -> [Section] {
    var sections: [Section] = []
    if !alteration.traces.isEmpty { sections.append(traces(withFigures: withFigures)) }
    if !alteration.reweighed.isEmpty { sections.append(weights) }
    if !alteration.subjects.isEmpty { sections.append(subjects) }
    if !alteration.moved.isEmpty { sections.append(others) }
    if !crossings.isEmpty { sections.append(passes) }
    return sections
  }

  // MARK: - Sections

  private func traces(withFigures: Bool) -> Section {
    let shown = alteration.traces.prefix(limit)
    let hidden = withFigures ? 0 : 1
    let columns: [TextTable.Column] = [
      .text("country", shrinksTo: 10), .text("what", shrinksTo: 14), .number("value"), .number("assumed"),
      .text("unit", shrinksTo: 8), .number("score"), .number("then"), .text("instead of", shrinksTo: 24),
    ]
    let rows = shown.map { trace in
      [
        before.country(trace.country).name, framework.nodes[trace.node].name,
        NumberFormat.value(trace.valueBefore), NumberFormat.value(trace.valueAfter), unit(trace),
        NumberFormat.fixed(trace.scoreBefore, 1), NumberFormat.fixed(trace.scoreAfter, 1), replaced(trace),
      ]
    }
    let lines = shown.map { trace in
      "\(before.country(trace.country).code) \(framework.nodes[trace.node].name) "
        + "instead of: \(replaced(trace))"
    }
    return Section(
      heading: "What is assumed",
      table: TextTable(columns.dropLast(hidden), rows.map { $0.dropLast(hidden) }),
      count: alteration.traces.count, lines: withFigures ? [] : lines)
  }

  /// The unit of an indicator; of what has none, `score`.
  func unit(_ trace: Alteration.Trace) -> String { framework.unit(of: trace.node) ?? "score" }

  /// The figures, or the score, whose place an assumption takes.
  private func replaced(_ trace: Alteration.Trace) -> String {
    guard let indicator = framework.nodes[trace.node].indicator else {
      return trace.scoreBefore == nil ? "nothing: not scored" : "the score of its parts"
    }
    guard let column = before.columns[indicator] else { return "nothing: without weight before" }
    let cell = column.cells[trace.country]
    if let substitute = cell.substitute { return (cell.isPresent ? "" : "nothing: ") + substitute }
    return FigureText.places(before.figures(indicator, trace.country), in: dataFolder)
  }

  private var weights: Section {
    let nodes = alteration.reweighed
    let rows = nodes.prefix(max(limit, 1)).map { node in
      [framework.nodes[node].name]
        + [before, after].map { NumberFormat.fixed($0.effectiveWeights[node] * 100, 1) + " %" }
    }
    return Section(
      heading: "Weights",
      table: TextTable([.text("weighed otherwise"), .number("share of the index"), .number("then")], rows),
      count: nodes.count)
  }

  private var subjects: Section {
    let rows = alteration.subjects.prefix(limit).flatMap { country in
      [(before.country(country).name, "as it is", before, ranges.before), ("", "then", after, ranges.after)]
        .map { name, label, scores, ranges in
          [
            name, label, NumberFormat.rank(scores.rank(country)), ScoreListing.rangeText(ranges[country]),
            NumberFormat.fixed(scores.score(country), 2),
          ] + dimensions.map { NumberFormat.fixed(scores.score($0, country), 1) }
        }
    }
    return Section(
      heading: "What it makes of them",
      table: TextTable(
        [.text("country", shrinksTo: 10), .text(""), .number("rank"), .number("range"), .number("score")]
          + dimensions.map { .number(framework.nodes[$0].name) }, rows), count: alteration.subjects.count)
  }

  private var others: Section {
    let moved = alteration.moved
    let rows = moved.prefix(limit).map { country in
      let rise = alteration.rise(country) ?? 0
      return [
        before.country(country).name, NumberFormat.rank(before.rank(country)),
        ScoreListing.rangeText(ranges.before[country]), NumberFormat.rank(after.rank(country)),
        ScoreListing.rangeText(ranges.after[country]), rise > 0 ? "+\(rise)" : "−\(-rise)",
        NumberFormat.fixed(before.score(country), 2), NumberFormat.fixed(after.score(country), 2),
      ]
    }
    let who = alteration.subjects.isEmpty ? "" : "other "
    return Section(
      heading: CountWords.of(moved.count, "\(who)country changes", "\(who)countries change") + " rank",
      table: TextTable(
        [
          .text("country", shrinksTo: 12), .number("rank"), .number("range"), .number("then"),
          .number("range"), .number("moves"), .number("score"), .number("then"),
        ], rows), count: moved.count)
  }

  private var passes: Section {
    let rows = crossings.prefix(limit).map { crossing in
      [crossing.ahead, crossing.behind].map { before.country($0).name }
        + [crossing.gapBefore, crossing.gapAfter].map { SmallNumber.fixed($0, 2) }
    }
    return Section(
      heading: CountWords.of(crossings.count, "pair exchanges", "pairs exchange") + " order",
      table: TextTable(
        [.text("passes", shrinksTo: 12), .text("whom", shrinksTo: 12), .number("gap"), .number("then")], rows),
      count: crossings.count)
  }

  /// The dimensions that have no score though something is assumed in them, which so changes nothing.
  private var stillUnscored: [String] {
    var notes: [String] = []
    for trace in alteration.traces.prefix(limit) {
      var dimension = trace.node
      while framework.nodes[dimension].depth > 1, let parent = framework.nodes[dimension].parent {
        dimension = parent
      }
      guard after.score(dimension, trace.country) == nil else { continue }
      let note =
        "\(after.country(trace.country).name) is still without a score of \(framework.nodes[dimension].name): "
        + ExplainedParts.shortfall(after, dimension, trace.country) + "."
      if !notes.contains(note) { notes.append(note) }
    }
    return notes
  }

  private static let coverage = "Assumed values are not figures: they do not count towards coverage."

  private var notes: [String] {
    let world = alteration.world
    var notes: [String] = []
    if let old = world.before, let new = world.after {
      notes.append("World, by population: \(NumberFormat.fixed(old, 2)), then \(NumberFormat.fixed(new, 2)).")
    }
    for country in alteration.subjects.prefix(limit) {
      guard case .withheld(let reason) = after.standings[country] else { continue }
      notes.append("\(after.country(country).name) is unranked: \(reason)")
    }
    notes += stillUnscored
    if alteration.moved.isEmpty, crossings.isEmpty, alteration.restanding.isEmpty {
      notes.append("No \(alteration.subjects.isEmpty ? "" : "other ")country changes rank.")
    }
    notes += alteration.restanding.prefix(limit).map { country in
      "\(after.country(country).name) is \(after.rank(country) == nil ? "no longer ranked" : "ranked then")."
    }
    let then = after.rankedCount == before.rankedCount ? "" : " (then \(after.rankedCount))"
    notes.append(MethodText(before).rangeNote + then + ".")
    if !alteration.traces.isEmpty { notes.append(Self.coverage) }
    return notes
  }
}
