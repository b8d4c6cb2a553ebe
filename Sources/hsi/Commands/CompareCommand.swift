import Analysis
import ArgumentParser
import Audit
import HumanSecurityIndex
import IndexModel
import Reporting
import Scoring

/// `hsi compare`: how far lenses agree, and where they part.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Set the ranks of lenses beside each other: correlations, widest differences, causes.",
    discussion: """
      Compares every two of the lenses over the countries that both rank, in one year: the one \
      chosen, or the earliest of those that the lenses take by themselves.

      Examples:
        hsi compare
        hsi compare undp-1994 realist --furthest 5
        hsi compare --lens realist --lens undp-1994 --years 1996-2023
        hsi compare --format csv > agreement.csv
      """)

  @Argument(
    help: .of("Lenses: names in Weights/, or files. Default: all in Weights/.", "lens"), completion: .lenses)
  var lenses: [String] = []

  @Option(
    name: .customLong("lens"), help: .of("The same, as an option; may be repeated.", "name|file"),
    completion: .lenses) var more: [String] = []

  @Option(
    parsing: .unconditional,
    help: .of(
      "The correlation of each year: 1996-2023, 2000- or -2010. An open end reaches as far as every "
        + "lens has figures enough.", "a-b")) var years: YearSpan?

  @OptionGroup var options: FigureOptions
  @OptionGroup var output: OutputOptions

  @Option(parsing: .unconditional, help: .of("How many countries to name for each two lenses.", "n"))
  var furthest = 3

  func validate() throws {
    if years != nil, options.year != nil { throw ValidationError("choose --year or --years") }
    try years?.validate()
    if (lenses + more).count == 1 { throw ValidationError("a comparison needs two lenses, or none for all") }
    if furthest < 0 { throw ValidationError("--furthest must be at least 0") }
  }

  func run() throws {
    var options = options
    // A folder may have no reference year, and yet years to choose among.
    if let years { options.year = years.first ?? years.last }
    let panel = try options.panel(lenses: lenses + more)
    guard panel.workspaces.count > 1 else {
      try panel.leftOut.throwErrors()
      throw ValidationError("there is only one lens in Weights/; a comparison needs two")
    }
    if let years {
      try overYears(years, panel)
      return try panel.leftOut.throwErrors()
    }
    let page = ComparisonPage(
      LensComparison.pairs(try panel.scores()), yearNote: panel.yearNote, furthest: furthest)
    try output.write(page, from: panel.workspaces[0].catalogue.folder)
    try panel.leftOut.throwErrors()
  }

  private func overYears(_ span: YearSpan, _ panel: Panel) throws {
    let workspace = panel.workspaces[0]
    let lenses = panel.workspaces.map(\.lens)
    let reaches = lenses.map { FigureSpans(workspace.cube, $0).years }
    let reach = reaches.dropFirst().reduce(reaches[0]) { all, one in
      guard let all, let one, all.overlaps(one) else { return nil }
      return all.clamped(to: one)
    }
    let years = try span.years(within: reach, inWhich: "every lens has")
    let (pairs, scoring) = LensYears.pairs(workspace.cube, lenses, years)
    var findings = scoring
    for lens in lenses {
      findings.append(contentsOf: YearDoubts.ofFigures(years, workspace.cube, lens, named: true))
    }
    try workspace.report(findings)
    let page = LensYearsPage(pairs, furthest: furthest)
    try output.write(page, from: workspace.catalogue.folder)
  }
}
