import ArgumentParser
import Audit
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Reporting
import Scoring

extension PageFormat: ExpressibleByArgument {}

struct OutputOptions: ParsableArguments {
  @Option(help: "table, csv, json or md. CSV and JSON carry full precision.") var format = PageFormat.table

  @Option(help: .of("Write to a file instead of standard output.", "file")) var output: String?

  func validate() throws { if output == "" { throw ValidationError("--output needs the name of a file") } }

  /// Writes a result where the user wants it, but not among the figures it was made from.
  func write(_ text: String, from data: DataFolder) throws { try Self.write(text, to: output, from: data) }

  var style: PageStyle { PageStyle(format, width: width, bold: bold) }

  func write(_ page: some Page, from data: DataFolder) throws { try write(style.text(page), from: data) }

  /// Writes to a file, or to standard output where there is none.
  static func write(_ text: String, to output: String?, from data: DataFolder?) throws {
    if let output {
      try data?.refuseOutput(output)
      try FileWriting.replace(output, with: Diagnostic.printableLines(text))
    } else {
      Terminal.write(text)
    }
  }

  /// A table fits the terminal, but a file is not cut.
  var width: Int? { output == nil ? Terminal.width : nil }
  var bold: Bool { output == nil && Terminal.mayColour() }
}

/// `hsi score`: scores and ranks.
struct Score: ParsableCommand {
  enum Level: String, ExpressibleByArgument, CaseIterable { case dimension, indicator, country }

  static let configuration = CommandConfiguration(
    abstract: "Score and rank countries.",
    discussion: """
      Examples:
        hsi score --year 2020 --top 20
        hsi score --level indicator --country KEN --format csv > kenya.csv
        hsi score --lens undp-1994 --lens realist     ranks side by side, of one year
        hsi score --years 2000-2023 --country Rwanda --country Syria
        hsi score --years 2015-2023 --panel fixed     by the figures that all years have
        hsi score --aggregate region
        hsi score --region Africa                     with ranks within Africa, and its median
        hsi score --income low --top 10
      """)

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  @Option(help: .of("Only this country, by code or name; may be repeated.", "name"), completion: .countries)
  var country: [String] = []

  @Option(
    parsing: .unconditional,
    help: .of("Only the first so many ranks; of several lenses, under any of them.", "n")) var top: Int?

  @Option(
    help: """
      dimension: a row a country; indicator: a row a country and indicator, with its working; \
      country, with --aggregate: a row a country and group, with its part in the group's score.
      """) var level = Level.dimension

  @OptionGroup var breadth: BreadthOptions
  @OptionGroup var groups: GroupOptions

  @Flag(
    help: """
      Compute rank intervals and tiers also of each of several years, and of more than \
      \(RankIntervals.mostCountries) countries. Takes a second or so for each year.
      """) var intervals = false

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1") }
    if options.lenses.count > 1, level == .indicator || breadth.isGiven {
      throw ValidationError("--level indicator, --years and --aggregate take one --lens")
    }
    try breadth.check(against: self)
    try groups.check(against: self)
  }

  func run() throws {
    if options.lenses.count > 1 { return try runSideBySide() }
    if breadth.isGiven { return try runOverYearsOrGroups() }
    if let question = groups.question { return try run(question) }
    let workspace = try options.workspace()
    let table = try workspace.score()
    let wanted = try workspace.places(country, in: table)
    let places = table.order.filter { place in
      (wanted.isEmpty || wanted.contains(place)) && (table.rank(place) ?? .max) <= top ?? .max
    }
    let intervals = level == .indicator ? nil : rankIntervals(table)
    try output.write(
      ScorePage(table, places, hasIndicators: level == .indicator, intervals),
      from: workspace.catalogue.folder)
  }

  private func rankIntervals(_ table: ScoreTable) -> RankIntervals? {
    let found = RankIntervals(table, ofAnyNumber: intervals)
    if found == nil, table.rankedCount > RankIntervals.mostCountries {
      Terminal.report(
        .commands.noIntervals,
        "\(table.rankedCount) \(table.lens.index.units) are ranked: their rank intervals are not computed",
        remedy: table.rankedCount > RankIntervals.mostAtAll
          ? "ask of a folder with fewer of them: intervals count each rank of each, of \(RankIntervals.mostAtAll) at most"
          : "ask for them with --intervals")
    }
    return found
  }

  private func run(_ question: GroupQuestion) throws {
    let workspace = try options.workspace()
    let table = try workspace.score()
    let group = try workspace.group(question, in: table)
    try output.write(
      GroupPage(table, group, top: top, rankIntervals(table)), from: workspace.catalogue.folder)
  }

  private func runOverYearsOrGroups() throws {
    var breadth = try ScoreBreadth(
      options.figures.choice, lens: try options.lens(), years: breadth.years, style: output.style,
      warn: Terminal.report)
    breadth.isFixed = self.breadth.panel == .fixed
    let text =
      try self.breadth.aggregate.map { try breadth.groups($0, byCountry: level == .country) }
      ?? breadth.series(
        countries: country, top: top, hasIndicators: level == .indicator, withIntervals: intervals)
    try output.write(text, from: breadth.workspace.catalogue.folder)
  }

  private func runSideBySide() throws {
    let panel = try options.figures.panel(lenses: options.lenses)
    let tables = try panel.scores()
    let chosen = try Failure.gathering(country) { try panel.country($0, in: tables) }
    let page = SideBySide(
      tables, yearNote: panel.yearNote, countries: chosen.isEmpty ? nil : chosen, top: top)
    try output.write(page, from: panel.workspaces[0].catalogue.folder)
  }
}
