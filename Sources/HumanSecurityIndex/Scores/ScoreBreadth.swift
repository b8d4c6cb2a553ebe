import Audit
import Diagnostics
import IndexModel
import Reporting
import Scoring
import Tabular

/// Scores over several years, or of groups of countries.
package struct ScoreBreadth {
  package let workspace: Workspace
  let style: PageStyle
  private let years: [Year]
  /// Whether years are a dimension of the result.
  let isSeries: Bool
  /// Whether only cells count that have a figure in every year.
  package var isFixed = false

  /// - Parameters:
  ///   - span: the years; nil for the reference year alone.
  ///   - warn: takes what is found that stops nothing.
  package init(
    _ choice: FigureChoice, lens: [String], years span: YearSpan?, style: PageStyle,
    warn: @escaping (Findings) -> Void
  ) throws {
    self.style = style
    isSeries = span != nil
    var choice = choice
    // A folder may have no reference year, and yet years to choose among.
    if let span { choice.year = span.first ?? span.last }
    workspace = try Panel(choice, lenses: lens, takesDefault: true, warn: warn).workspaces[0]
    guard let span else {
      years = [workspace.year]
      return
    }
    years = try span.years(within: FigureSpans(workspace.cube, workspace.lens).years, inWhich: "there are")
  }

  /// Scores every year and shows what was noticed, each thing once.
  func score<Taken: Sendable>(_ take: @Sendable (ScoreTable) -> Taken) throws -> [Taken] {
    let panel = isFixed ? try fixedPanel(years) : nil
    let (cube, lens, years) = (workspace.cube, workspace.lens, years)
    let results = inParallel(years.count) { index in
      let table =
        panel.map { cube.score(years[index], by: lens, within: $0) } ?? cube.score(years[index], by: lens)
      return (table.findings, take(table), table.scoresAnything)
    }
    if !results.contains(where: { $0.2 || $0.0.hasErrors }) {
      throw YearDoubts.ofNothing(years, workspace.cube, workspace.lens)
    }
    var findings = Findings()
    var seen: Set<Diagnostic> = []
    for finding in results.flatMap(\.0.all) where seen.insert(finding).inserted { findings.append(finding) }
    findings.append(contentsOf: YearDoubts.ofFigures(years, workspace.cube, workspace.lens))
    findings.append(contentsOf: YearDoubts.ofComparing(years, workspace.lens))
    try workspace.report(findings)
    return results.map(\.1)
  }

  /// The cells that have a figure in all of some years; throws for a lens that allows none.
  private func fixedPanel(_ years: [Year]) throws -> FixedPanel {
    let lens = workspace.lens
    guard lens.allowsFixedPanel else {
      throw Failure.one(
        .scores.noPanel,
        "\(lens.name) allows no fixed panel: other countries' values enter a score before parts are joined",
        remedy: "choose a lens with goalposts, and impute none, node_mean or components", status: 2)
    }
    return FixedPanel(workspace.cube.score(years, by: lens) { $0 })
  }

  /// What each country's score would have changed by from the first year to the last by the cells alone that both have;
  /// nil for a lens that allows no fixed panel, and where the panel is fixed already.
  func changesOfCommonCells() throws -> [CountryIndex: Double]? {
    guard !isFixed, workspace.lens.allowsFixedPanel, let first = years.first, let last = years.last,
      first < last
    else { return nil }
    let panel = try fixedPanel([first, last])
    let tables = [first, last].map { workspace.cube.score($0, by: workspace.lens, within: panel) }
    var changes: [CountryIndex: Double] = [:]
    for (row, country) in zip(tables[0].rows, tables[0].countries) {
      guard let from = tables[0].score(Framework.root, row), let to = tables[1].score(Framework.root, row)
      else { continue }
      changes[country] = to - from
    }
    return changes
  }

  private var title: String {
    let lens = workspace.lens
    let span = years.count > 1 ? "\(years[0]) to \(years[years.count - 1])" : years.map(String.init)[0]
    return "\(lens.displayTitle), \(span)"
  }

  /// A text of several parts for people, under the lens's title.
  func page(_ tables: [(heading: String?, table: TextTable)], _ notes: [String]) -> String {
    style.text(title, tables, notes)
  }

  /// The years across, and what moved most.
  func page(_ labels: [TextTable.Column], _ rows: [SeriesListing.Row], _ notes: [String]) -> String {
    let listing = SeriesListing(years: years, labels: labels, rows: rows)
    let table = listing.table(atMost: SeriesListing.yearsThatFit(style.width))
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
