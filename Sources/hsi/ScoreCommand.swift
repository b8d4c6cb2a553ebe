import ArgumentParser
import Audit
import Reporting
import Scoring

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, md
}

/// Where results are written, and how.
struct OutputOptions: ParsableArguments {
  @Option(help: "table, csv, json or md. CSV and JSON carry full precision.")
  var format = OutputFormat.table

  @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    if output == "" { throw ValidationError("--output needs the name of a file") }
  }

  /// Writes a result where the user wants it, but not among the figures it was made from.
  func write(_ text: String, from data: DataFolder) throws {
    try Self.write(text, to: output, from: data)
  }

  /// A page in the format that the user wants.
  func text(_ page: some Page) -> String {
    switch format {
    case .table: page.plain(width: width, bold: bold)
    case .md: page.markdown
    case .csv: page.csv
    case .json: page.json.pretty
    }
  }

  /// Writes a page in the format that the user wants.
  func write(_ page: some Page, from data: DataFolder) throws {
    try write(text(page), from: data)
  }

  /// Writes to a file, or to standard output where there is none.
  static func write(_ text: String, to output: String?, from data: DataFolder?) throws {
    if let output {
      let folder = output.lastIndex(of: "/").map { String(output[...$0]) } ?? "."
      for source in data.map({ [$0.path, $0.sibling("Weights")] }) ?? [] {
        guard let own = FileReading.realPath(source),
          let target = FileReading.realPath(output) ?? FileReading.realPath(folder)
        else { continue }
        if target == own || target.hasPrefix(own + "/") {
          throw Failure.one(
            "output-among-inputs", "\"\(output)\" is inside \"\(source)\"",
            at: .init(file: output),
            remedy: "write results elsewhere: figures and lenses are never overwritten", status: 2)
        }
      }
      try FileWriting.replace(output, with: text)
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
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case dimension, indicator, country
  }

  static let configuration = CommandConfiguration(
    abstract: "Score and rank countries.",
    discussion: """
      Examples:
        hsi score --year 2020 --top 20
        hsi score --level indicator --country KEN --format csv > kenya.csv
        hsi score --lens undp-1994 --lens realist     ranks side by side, of one year
        hsi score --years 2000-2023 --country Rwanda --country Syria
        hsi score --aggregate region
      """)

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp("Only this country, by code or name; may be repeated.", valueName: "name"))
  var country: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only the first so many ranks; of several lenses, under any of them.", valueName: "n"))
  var top: Int?

  @Option(
    help: """
      dimension: a row a country; indicator: a row a country and indicator, with its working; \
      country, with --aggregate: a row a country and group, with its part in the group's score.
      """)
  var level = Level.dimension

  @OptionGroup var breadth: BreadthOptions

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1") }
    if options.lenses.count > 1, level == .indicator || breadth.isGiven {
      throw ValidationError("--level indicator, --years and --aggregate take one --lens")
    }
    try breadth.check(against: self)
  }

  func run() throws {
    if options.lenses.count > 1 { return try runSideBySide() }
    if breadth.isGiven { return try ScoreBreadth(self).run() }
    let workspace = try Workspace(options)
    let table = try workspace.score()
    let places = try chosen(table, workspace)
    try output.write(text(table, places), from: workspace.catalogue.folder)
  }

  private func runSideBySide() throws {
    let panel = try Panel(options.figures, lenses: options.lenses)
    let tables = try panel.scores()
    let chosen = try Failure.gathering(country, asJSON: options.data.asJSON) {
      try panel.country($0, in: tables)
    }
    let page = SideBySide(
      tables, yearNote: panel.yearNote, countries: chosen.isEmpty ? nil : chosen, top: top)
    try output.write(page, from: panel.workspaces[0].catalogue.folder)
  }

  private func text(_ table: ScoreTable, _ places: [Int]) -> String {
    switch (output.format, level) {
    case (.csv, .indicator): return ScoreCSV.indicators(table, places)
    case (.csv, _): return ScoreCSV.countries(table, places)
    case (.json, .indicator): return ScoreJSON.indicators(table, places).pretty
    case (.json, _):
      let ranges = RankRange.leavingOutEachDimension(table)
      return ScoreJSON.countries(table, places, ranges: ranges).pretty
    case (.table, _), (.md, _): return listing(table, places)
    }
  }

  private func chosen(_ table: ScoreTable, _ workspace: Workspace) throws -> [Int] {
    var places = table.order
    if !country.isEmpty {
      let wanted = try workspace.places(country, in: table)
      places = places.filter(wanted.contains)
    }
    if let top { places = places.filter { (table.rank($0) ?? .max) <= top } }
    return places
  }

  private func listing(_ table: ScoreTable, _ places: [Int]) -> String {
    let ranges = RankRange.leavingOutEachDimension(table)
    let isMarkdown = output.format == .md
    let content =
      level == .indicator
      ? ScoreListing.indicators(table, places)
      : ScoreListing.countries(table, places, ranges: ranges)
    let ranked = table.rankedCount
    let title =
      "\(table.lens.title.isEmpty ? table.lens.name : table.lens.title), \(table.year): "
      + "\(ranked) of \(table.countries.count) countries ranked"
    let note =
      level == .indicator
      ? "points: of the dimension's score" : ScoreListing.note(table, places)
    if isMarkdown {
      return "# \(MarkdownText.escape(title))\n\n\(content.escaped.markdown)\n\(note)\n"
    }
    return "\(title)\n\n\(content.plain(width: output.width, bold: output.bold))\n\(note)\n"
      + withheldNote(table, places)
  }

  private func withheldNote(_ table: ScoreTable, _ places: [Int]) -> String {
    places.compactMap { place in
      guard case .withheld(let reason) = table.standings[place] else { return nil }
      let text = "\(table.country(place).name) is withheld: \(reason)"
      return Prose.wrapped(text, width: output.width) + "\n"
    }.joined()
  }
}
