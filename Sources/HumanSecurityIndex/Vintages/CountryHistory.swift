import Audit
import Diagnostics
import IndexModel
import Scoring

/// One country along years: from each year to the next, and from the first to the last.
package struct CountryHistory {
  package let workspace: Workspace
  package let country: CountryCode
  /// From each year to the next.
  package let steps: [IndexChange]
  /// From the first year to the last.
  package let whole: IndexChange

  /// How many years are told of where none are named.
  package static let usualYears = 11

  /// - Parameters:
  ///   - span: the years; nil for the last `usualYears` up to the reference year.
  package init(
    _ country: String, _ options: FigureChoice, lens: [String], years span: YearSpan?,
    warn: @escaping (Findings) -> Void
  ) throws {
    var options = options
    if let span { options.year = span.last ?? span.first }
    workspace = try Panel(options, lenses: lens, takesDefault: true, warn: warn).workspaces[0]
    let (cube, lens) = (workspace.cube, workspace.lens)
    let figures = FigureSpans(cube, lens).years
    var years: [Year]
    if let span {
      years = try span.years(within: figures, inWhich: "there are")
    } else {
      let first = max(workspace.year - Self.usualYears + 1, figures?.lowerBound ?? workspace.year)
      years = Array(min(first, workspace.year)...workspace.year)
    }
    guard years.count > 1 else {
      throw Failure.one(
        .commands.noSuchYears, "a history takes two years or more, and there is only \(workspace.year)",
        remedy: "name more with --years A-B", status: 2)
    }
    // What scoring finds is told, and stops where it is an error.
    let table = try workspace.score()
    let code = table.country(try workspace.place(country, in: table)).code
    self.country = code
    func change(_ from: Year, _ to: Year) -> IndexChange {
      IndexChange(IndexState(cube, lens, from), IndexState(cube, lens, to), only: [code])
    }
    steps = zip(years, years.dropFirst()).map { change($0, $1) }
    whole = steps.count == 1 ? steps[0] : change(years[0], years[years.count - 1])
  }
}
