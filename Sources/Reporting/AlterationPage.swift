import Audit
import HumanSecurity
import Scoring
import Tabular

/// What assumptions do to scores and ranks, for people and for programs.
public struct AlterationPage: Page, Sendable {
  let alteration: Alteration
  let assumptions: [String]
  let dataFolder: String
  let crossings: [Alteration.Crossing]
  private let limit: Int

  /// - Parameters:
  ///   - assumptions: what is assumed, as it was asked for.
  ///   - dataFolder: what is put before paths under Data/.
  ///   - limit: how many rows of each list people are shown.
  public init(_ alteration: Alteration, assumptions: [String], dataFolder: String, limit: Int) {
    self.alteration = alteration
    self.assumptions = assumptions
    self.dataFolder = dataFolder
    self.limit = limit
    crossings = alteration.crossings
  }

  var before: ScoreTable { alteration.before }
  var after: ScoreTable { alteration.after }
  private var framework: Framework { before.framework }

  /// The page for a terminal.
  public func plain(width: Int?, bold: Bool) -> String {
    var out = Prose.wrapped(title, width: width) + "\n"
    for assumption in assumptions { out += "  \(assumption)\n" }
    let isNarrow = width.map { $0 < Self.widthForFigures } ?? false
    for section in sections(withFigures: !isNarrow) {
      out += "\n\(section.heading)\n\n" + section.table.plain(width: width, bold: bold)
      for line in section.lines { out += "  \(line)\n" }
      if let more = section.more { out += more + "\n" }
    }
    for note in notes { out += "\n" + Prose.wrapped(note, width: width) + "\n" }
    return out
  }

  /// The page as Markdown.
  public var markdown: String {
    var out = "# \(MarkdownText.escape(title))\n\n"
    for assumption in assumptions { out += "- `\(assumption.replacing("`", with: "'"))`\n" }
    for section in sections(withFigures: true) {
      out += "\n## \(MarkdownText.escape(section.heading))\n\n" + section.table.escaped.markdown
      if let more = section.more { out += "\n\(more)\n" }
    }
    for note in notes { out += "\n\(MarkdownText.escape(note))\n" }
    return out
  }

  private var title: String {
    let lens = before.lens
    return "\(lens.title.isEmpty ? lens.name : lens.title), \(before.year): what if"
  }

  /// Below this width the figures that are replaced stand under their table instead of in it.
  private static let widthForFigures = 130

  private struct Section {
    let heading: String
    let table: TextTable
    var lines: [String] = []
    let more: String?

    init(_ heading: String, _ table: TextTable, _ more: String?) {
      self.heading = heading
      self.table = table
      self.more = more
    }
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

  private func more(_ count: Int) -> String? {
    count > limit ? "… \(count - limit) more; --limit \(count), CSV or JSON show all" : nil
  }

  // MARK: - Sections

  private func traces(withFigures: Bool) -> Section {
    var columns: [TextTable.Column] = [
      .text("country", shrinksTo: 10), .text("what", shrinksTo: 14), .number("value"),
      .number("assumed"), .text("unit", shrinksTo: 8), .number("score"), .number("then"),
    ]
    if withFigures { columns.append(.text("instead of", shrinksTo: 24)) }
    var table = TextTable(columns)
    var lines: [String] = []
    for trace in alteration.traces.prefix(limit) {
      let definition = framework.nodes[trace.node].indicator.map { framework.indicators[$0] }
      let (country, what) = (before.country(trace.country), framework.nodes[trace.node].name)
      var row = [
        country.name, what,
        NumberFormat.value(trace.valueBefore), NumberFormat.value(trace.valueAfter),
        definition?.unit ?? "score", NumberFormat.fixed(trace.scoreBefore, 1),
        NumberFormat.fixed(trace.scoreAfter, 1),
      ]
      if withFigures { row.append(replaced(trace)) }
      table.append(row)
      lines.append("\(country.code) \(what) instead of: \(replaced(trace))")
    }
    var section = Section("What is assumed", table, more(alteration.traces.count))
    if !withFigures { section.lines = lines }
    return section
  }

  /// The figures, or the score, whose place an assumption takes.
  func replaced(_ trace: Alteration.Trace) -> String {
    guard let indicator = framework.nodes[trace.node].indicator else {
      return trace.scoreBefore == nil ? "nothing: not scored" : "the score of its parts"
    }
    guard let column = before.columns[indicator] else { return "nothing: without weight before" }
    switch column.cells[trace.country] {
    case .absent(let absence): return "nothing: " + absence.reason
    case .imputed(let rule): return "imputed: \(rule.replacing("_", with: " "))"
    case .assumed: return "assumed"
    case .observed, .carried:
      return FigureText.places(before.figures(indicator, trace.country), in: dataFolder)
    }
  }

  private var weights: Section {
    var table = TextTable([
      .text("weighed otherwise"), .number("share of the index"), .number("then"),
    ])
    let nodes = alteration.reweighed
    for node in nodes.prefix(max(limit, 1)) {
      table.append([
        framework.nodes[node].name, share(before.effectiveWeights[node]),
        share(after.effectiveWeights[node]),
      ])
    }
    return Section("Weights", table, more(nodes.count))
  }

  private func share(_ weight: Double) -> String { NumberFormat.fixed(weight * 100, 1) + " %" }

  private var subjects: Section {
    let dimensions = framework.dimensions.filter { before.weights[$0] + after.weights[$0] > 0 }
    var table = TextTable(
      [.text("country", shrinksTo: 10), .text(""), .number("rank"), .number("score")]
        + dimensions.map { .number(ScoreListing.shortName(framework.nodes[$0].name)) })
    for country in alteration.subjects.prefix(limit) {
      for (name, label, scores) in [
        (before.country(country).name, "as it is", before), ("", "then", after),
      ] {
        table.append(
          [
            name, label, scores.rank(country).map(String.init) ?? "–",
            NumberFormat.fixed(scores.score(country), 2),
          ] + dimensions.map { NumberFormat.fixed(scores.score($0, country), 1) })
      }
    }
    return Section("What it makes of them", table, more(alteration.subjects.count))
  }

  private var others: Section {
    var table = TextTable([
      .text("country", shrinksTo: 12), .number("rank"), .number("then"), .number("moves"),
      .number("score"), .number("then"),
    ])
    let moved = alteration.moved
    for country in moved.prefix(limit) {
      let rise = alteration.rise(country) ?? 0
      table.append([
        before.country(country).name, before.rank(country).map(String.init) ?? "–",
        after.rank(country).map(String.init) ?? "–", rise > 0 ? "+\(rise)" : "−\(-rise)",
        NumberFormat.fixed(before.score(country), 2), NumberFormat.fixed(after.score(country), 2),
      ])
    }
    let who = alteration.subjects.isEmpty ? "countries" : "other countries"
    return Section("\(moved.count) \(who) change rank", table, more(moved.count))
  }

  private var passes: Section {
    var table = TextTable([
      .text("passes", shrinksTo: 12), .text("whom", shrinksTo: 12), .number("gap"), .number("then"),
    ])
    for crossing in crossings.prefix(limit) {
      table.append([
        before.country(crossing.ahead).name, before.country(crossing.behind).name,
        NumberFormat.fixed(crossing.gapBefore, 2), NumberFormat.fixed(crossing.gapAfter, 2),
      ])
    }
    let pairs = crossings.count == 1 ? "pair exchanges" : "pairs exchange"
    return Section("\(crossings.count) \(pairs) order", table, more(crossings.count))
  }

  private var notes: [String] {
    let world = alteration.world
    var notes: [String] = []
    if let old = world.before, let new = world.after {
      notes.append(
        "World, by population: \(NumberFormat.fixed(old, 2)), then \(NumberFormat.fixed(new, 2)).")
    }
    for country in alteration.subjects.prefix(limit) {
      guard case .withheld(let reason) = after.standings[country] else { continue }
      notes.append("\(after.country(country).name) is withheld: \(reason)")
    }
    if alteration.moved.isEmpty, crossings.isEmpty {
      notes.append("No other country changes rank.")
    }
    return notes + ["What is assumed is no figure, and counts as covered nowhere."]
  }
}

/// Where figures stand, for people.
enum FigureText {
  /// Such as `Data/x.csv:12–14 (2019–2021) ÷ Data/y.csv:3–5`.
  static func places(_ figures: [FigureBehind], in folder: String) -> String {
    let times = lines(figures.flatMap(\.factors), in: folder)
    let under = lines(figures.flatMap(\.denominators), in: folder)
    return lines(figures.map(\.place), in: folder) + " (\(YearRuns.text(figures.map(\.year))))"
      + (times.isEmpty ? "" : " × " + times) + (under.isEmpty ? "" : " ÷ " + under)
  }

  /// The lines of each file, files in the order in which they come first.
  static func lines(_ places: [Provenance], in folder: String) -> String {
    var files: [String] = []
    for place in places where !files.contains(place.file) { files.append(place.file) }
    return files.map { file in
      let lines = Set(places.filter { $0.file == file }.map(\.line)).sorted()
      return "\(folder)/\(file):\(YearRuns.text(lines))"
    }.joined(separator: ", ")
  }
}
