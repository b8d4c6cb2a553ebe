import Audit
import HumanSecurity
import Reporting
import Scoring
import Tabular

/// `hsi score` over several years, or for groups of countries.
struct ScoreBreadth {
  let command: Score
  let workspace: Workspace
  private let years: [Year]

  init(_ command: Score) throws {
    self.command = command
    var options = command.options
    // A folder may have no reference year, and yet years to choose among.
    if let span = command.breadth.years { options.figures.year = span.first ?? span.last }
    workspace = try Workspace(options)
    guard let span = command.breadth.years else {
      years = [workspace.year]
      return
    }
    let reach = FigureSpans(workspace.cube, workspace.lens).years
    guard let years = span.years(within: reach) else {
      let text = reach.map { "figures suffice from \($0.lowerBound) to \($0.upperBound)" }
      throw Failure.one(
        "no-such-years", "--years names no year in which there are figures enough",
        remedy: text ?? "name both the first year and the last", status: 2)
    }
    self.years = years
  }

  func run() throws {
    let text = try command.breadth.aggregate.map(groups) ?? series()
    try command.output.write(text, from: workspace.catalogue.folder)
  }

  var format: OutputFormat { command.output.format }
  /// Whether years are a dimension of the result.
  var isSeries: Bool { command.breadth.years != nil }

  /// Scores every year and shows what was noticed, each thing once.
  func score<Taken: Sendable>(_ take: @Sendable (ScoreTable) -> Taken) throws -> [Taken] {
    let results = workspace.cube.score(years, by: workspace.lens) { ($0.findings, take($0)) }
    var findings = Findings()
    var seen: Set<Diagnostic> = []
    for finding in results.flatMap(\.0.all) where seen.insert(finding).inserted {
      findings.append(finding)
    }
    findings.append(contentsOf: YearDoubts.ofFigures(years, workspace.cube, workspace.lens))
    findings.append(contentsOf: YearDoubts.ofComparing(years, workspace.lens))
    try workspace.report(findings)
    return results.map(\.1)
  }

  private var title: String {
    let lens = workspace.lens
    let span =
      years.count > 1 ? "\(years[0]) to \(years[years.count - 1])" : years.map(String.init)[0]
    return "\(lens.title.isEmpty ? lens.name : lens.title), \(span)"
  }

  /// A text of several parts for people: title, tables with headings, sentences.
  func page(_ tables: [(heading: String?, table: TextTable)], _ notes: [String]) -> String {
    let isMarkdown = format == .md
    var out = isMarkdown ? "# \(MarkdownText.escape(title))\n" : title + "\n"
    for part in tables {
      if let heading = part.heading {
        out += isMarkdown ? "\n## \(MarkdownText.escape(heading))\n" : "\n\(heading)\n"
      }
      out +=
        "\n"
        + (isMarkdown
          ? part.table.escaped.markdown
          : part.table.plain(width: command.output.width, bold: command.output.bold))
    }
    if !notes.isEmpty { out += "\n" }
    for (index, note) in notes.enumerated() {
      if isMarkdown, index > 0 { out += "\n" }
      out +=
        (isMarkdown
          ? MarkdownText.escape(note) : Prose.wrapped(note, width: command.output.width)) + "\n"
    }
    return out
  }

  /// The years across, and what moved most.
  func page(_ labels: [TextTable.Column], _ rows: [SeriesListing.Row], _ notes: [String]) -> String
  {
    let listing = SeriesListing(years: years, labels: labels, rows: rows)
    let table = listing.table(atMost: SeriesListing.yearsThatFit(command.output.width))
    return page([(nil, table)], listing.movers(atMost: 5) + notes)
  }

  /// One year's object, or those of several years in one.
  func json(_ objects: [JSONText]) -> String {
    guard isSeries else { return objects.first?.pretty ?? "" }
    return JSONText.object([
      ("lens", .string(workspace.lens.name)), ("title", .string(workspace.lens.title)),
      ("years", .array(objects)),
    ]).pretty
  }
}
