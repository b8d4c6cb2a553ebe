import ArgumentParser
import HumanSecurity
import Ingest
import Lens
import Scoring
import Tabular

/// How findings are written to standard error.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  /// What the command line asks for, whether or not the rest of it can be read.
  static var asked: DiagnosticFormat {
    let arguments = CommandLine.arguments
    let pairs = zip(arguments, arguments.dropFirst())
    let isJSON =
      arguments.contains("--diagnostics=json")
      || pairs.contains { $0 == "--diagnostics" && $1 == "json" }
    return isJSON ? .json : .text
  }
}

/// Where figures come from.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of figures.", valueName: "dir"))
  var data = "Data"

  @Option(help: "How problems are written to standard error: text or json.")
  var diagnostics = DiagnosticFormat.text

  var asJSON: Bool { diagnostics == .json }
}

/// Which figures are scored, for which year and countries.
struct FigureOptions: ParsableArguments {
  @OptionGroup var data: DataOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The reference year. Default: the latest year in which indicators carrying half of the "
        + "weight have figures of that very year for half of the countries.", valueName: "year"))
  var year: Int?

  @Option(help: "Which countries are scored: all or un-members. Default: what the lens says.")
  var scope: Scope?

  @Flag(help: "Leave out indicators whose licence restricts reuse, or is not known.")
  var openOnly = false

  func validate() throws {
    if let year, !(1500...2200).contains(year) {
      throw ValidationError("--year \(year) is not a year from 1500 to 2200")
    }
  }
}

/// What is scored, by which judgements.
struct ScoringOptions: ParsableArguments {
  @Option(
    name: .customLong("lens"),
    help: ArgumentHelp(
      "The lens: its name in Weights/ beside the data folder, else in Weights/ here, or a file. "
        + "Default: \(LensFolder.defaultName). One alone; only hsi score takes several.",
      valueName: "name|file"))
  var lenses: [String] = []

  @OptionGroup var figures: FigureOptions

  var data: DataOptions { figures.data }
  var year: Int? { figures.year }

  /// The one lens of commands that take no more; none for the default one.
  func lens() throws -> [String] {
    if lenses.count > 1 {
      throw ValidationError("this command takes one --lens; hsi score and hsi compare take several")
    }
    return lenses
  }
}

extension Scope: ExpressibleByArgument {}

/// Figures and judgements, read and found free of errors.
struct Workspace {
  let catalogue: Catalogue
  let cube: ObservationCube
  let texts: [String: SourceText]
  let lenses: LensFolder
  let lens: Lens
  let year: Year
  let asJSON: Bool

  /// The score table of a year; throws the data errors that only scoring shows.
  func score(_ year: Year? = nil) throws -> ScoreTable {
    let table = cube.score(year ?? self.year, by: lens)
    var findings = table.findings
    findings.append(contentsOf: YearDoubts.ofFigures([table.year], cube, lens))
    try report(findings)
    return table
  }

  /// Shows what was noticed while scoring; throws it where there are errors.
  func report(_ scoring: Findings) throws {
    let findings = scoring.located(in: texts)
    if findings.hasErrors { throw Failure.findings(findings, asJSON: asJSON) }
    Terminal.report(findings, asJSON: asJSON)
  }

  /// The places of countries in a table, by any of their names; throws what is wrong with all of them.
  func places(_ names: [String], in table: ScoreTable) throws -> [Int] {
    try Failure.gathering(names, asJSON: asJSON) { try place($0, in: table) }
  }

  /// The place of a country in a table, by any of its names.
  func place(_ name: String, in table: ScoreTable) throws -> Int {
    let index = try catalogue.country(name)
    guard let place = table.countries.firstIndex(of: index) else {
      throw Failure.one(
        "out-of-scope", "\(cube.countries[index].name) is not among the countries scored",
        remedy: "the lens scores \(lens.scope.rawValue); add --scope all", status: 2)
    }
    return place
  }
}

extension Workspace {
  /// Reads all that scoring needs under one lens; throws every error found, not only the first.
  init(_ options: ScoringOptions) throws {
    self = try Panel(options.figures, lenses: try options.lens(), takesDefault: true)
      .workspaces[0]
  }
}
