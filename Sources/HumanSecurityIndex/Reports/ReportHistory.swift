import Analysis
import IndexModel
import Reporting
import Scoring

extension Workspace {
  /// How many years the page shows at most, the last of them that of the report.
  private static let mostYears = 30

  /// The scores of years and of the other lenses beside the figures, as far as they compare with a table's.
  func history(_ table: ScoreTable) throws -> PageHistory {
    let lenses = try ComparedLenses(self, FigureChoice(data: catalogue.folder.path))
    return PageHistory(
      years: years(before: table), lenses: lenses.tables.map { PageHistory.OtherLens($0, in: table) },
      comparisons: LensComparison.of(table, beside: lenses.tables), changes: changes(table))
  }

  /// What ten years changed, and how much of it by the figures that both ends have; nil where years do not compare.
  private func changes(_ table: ScoreTable) -> PageHistory.Changes? {
    let year = table.year - PageHistory.span
    guard lens.scoresAreComparableOverYears, let span = FigureSpans(cube, lens).years, span.contains(year)
    else { return nil }
    let before = cube.score(year, by: lens)
    let panel = lens.allowsFixedPanel ? FixedPanel([before, table]) : nil
    return PageHistory.Changes(
      since: year, before, table,
      common: panel.map {
        (cube.score(year, by: lens, within: $0), cube.score(table.year, by: lens, within: $0))
      })
  }

  /// Every year in which figures suffice; that of the report alone where years do not compare.
  private func years(before table: ScoreTable) -> [(year: Year, scores: PageHistory.Scores)] {
    let own = [(year: table.year, scores: PageHistory.Scores(table, in: table))]
    guard lens.scoresAreComparableOverYears, let span = FigureSpans(cube, lens).years,
      span.lowerBound < table.year
    else { return own }
    let first = max(span.lowerBound, table.year - Self.mostYears + 1)
    let before = Array(first..<table.year)
    let scores = cube.score(before, by: lens) { PageHistory.Scores($0, in: table) }
    // Years in which nobody is ranked show nothing.
    return zip(before, scores).filter { $1.index.contains { $0 != nil } }.map { ($0, $1) } + own
  }
}
