import ArgumentParser
import HumanSecurity
import Ingest
import Lens
import Scoring
import Tabular

/// How findings are written to standard error.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Where figures come from.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of figures.", valueName: "dir"))
  var data = "Data"

  @Option(help: "How problems are written to standard error: text or json.")
  var diagnostics = DiagnosticFormat.text

  var asJSON: Bool { diagnostics == .json }
}

/// What is scored, by which judgements.
struct ScoringOptions: ParsableArguments {
  @OptionGroup var data: DataOptions

  @Option(help: ArgumentHelp("A lens: its name in Weights/, or a file.", valueName: "name|file"))
  var lens = "undp-1994"

  @Option(
    help: ArgumentHelp(
      "The reference year. Default: the latest year in which indicators carrying half of the "
        + "weight have figures of that very year for half of the countries.", valueName: "year"))
  var year: Int?

  @Option(help: "Which countries are scored: all or un-members. Default: what the lens says.")
  var scope: Scope?

  @Flag(help: "Leave out indicators whose licence restricts reuse.")
  var openOnly = false

  func validate() throws {
    if let year, !(1500...2200).contains(year) {
      throw ValidationError("--year \(year) is not a year from 1500 to 2200")
    }
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
  private let asJSON: Bool

  /// Reads all that scoring needs; throws every error found, not only the first.
  init(_ options: ScoringOptions) throws {
    asJSON = options.data.asJSON
    let folder = try DataFolder(options.data.data)
    var findings = Findings()
    catalogue = Catalogue(folder, into: &findings)
    (cube, texts) = catalogue.cube(into: &findings)
    lenses = LensFolder(beside: folder)
    let lens = lenses.lens(options.lens, catalogue.framework, into: &findings)
    guard let lens, !findings.hasErrors else {
      throw Failure.findings(findings, asJSON: options.data.asJSON)
    }
    self.lens = lens.restricted(to: options, catalogue.framework)
    guard let year = options.year ?? cube.referenceYear(for: self.lens) else {
      throw Failure.one(
        "no-reference-year", "no year has figures enough to be the reference year",
        remedy: "choose one with --year")
    }
    self.year = year
    let noteworthy = findings.only { $0.severity == .warning }
    Terminal.report(noteworthy, asJSON: asJSON)
  }

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

  /// The place of a country in a table, by any of its names.
  func place(_ name: String, in table: ScoreTable) throws -> Int {
    guard case .country(let index)? = catalogue.countries.key(name) else {
      throw Failure.one(
        "unknown-country", "no country is known as \"\(name)\"",
        remedy: catalogue.countries.remedy(for: name), status: 2)
    }
    guard let place = table.countries.firstIndex(of: index) else {
      throw Failure.one(
        "out-of-scope", "\(cube.countries[index].name) is not among the countries scored",
        remedy: "the lens scores \(lens.scope.rawValue); add --scope all", status: 2)
    }
    return place
  }
}

extension Lens {
  /// The lens with the command line's own judgements on top.
  fileprivate func restricted(to options: ScoringOptions, _ framework: Framework) -> Lens {
    var lens = self
    if let scope = options.scope { lens.scope = scope }
    if options.openOnly {
      lens.leaveOut(framework.indicators.filter { !$0.licence.isOpen }, framework)
    }
    if options.openOnly { lens.title += " (figures of open licence only)" }
    return lens
  }
}
