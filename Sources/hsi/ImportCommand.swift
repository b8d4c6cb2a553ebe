import ArgumentParser
import HumanSecurity
import Ingest
import Tabular

/// `hsi import`: figures out of publishers' downloads into Data/.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read publishers' downloads into Data/, and show what they change.",
    discussion: """
      A file that Data/imports.toml knows by its name needs no options, nor does a World Bank file \
      of a series that it knows; a ZIP archive stands for the one table in it; what it does not \
      know is left aside, with a warning. With --indicator, \
      the files feed that indicator, and Data/imports.toml remembers it for next time. Nothing is \
      written unless every file could be read without error, and nothing when more than a tenth of \
      an indicator's figures would be gone, or the new ones look like another unit or another \
      series, unless --force says so.

      Examples:
        hsi import ~/Downloads/*.csv
        hsi import API_SL.UEM.TOTL.ZS_DS2_en_csv.zip --indicator unemployment
        hsi import jobs-2024.csv --indicator unemployment --keep --missing -99
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "Files in the layouts in which publishers give them.")
  var files: [String]

  @Option(help: ArgumentHelp("The indicator that the files feed.", valueName: "id"))
  var indicator: String?

  @OptionGroup var choice: SourceOptions

  @OptionGroup var replacement: ReplacementOptions

  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false

  func validate() throws {
    if indicator == nil, !choice.isEmpty {
      throw ValidationError(
        "--column, --where, --combine, --missing and --origin go with --indicator")
    }
  }

  func run() throws {
    let folder = try DataFolder(options.data)
    var findings = Findings()
    let catalogue = Catalogue(folder, into: &findings)
    let planFile = PlanFile(catalogue, into: &findings)
    try stopAtErrors(findings)
    let given = GivenFiles(files, into: &findings)
    try stopAtErrors(findings)
    let entries =
      try indicator.map {
        let id = try catalogue.indicator(named: $0)
        return [choice.entry(id, given.names, planFile.plan)]
      }
      ?? given.entries(of: planFile.plan, planFile.path, into: &findings)
    try stopAtErrors(findings)
    let reading = FigureImport(catalogue: catalogue, options: replacement)
    let changes = entries.compactMap {
      reading.change($0, texts: given.texts, into: &findings)
    }
    try stopAtErrors(findings)
    Terminal.report(findings.only { $0.severity == .warning }, asJSON: options.asJSON)
    let plan =
      dryRun
      ? try planFile.files(remembering: entries)
      : try PlanFile.write(changes, remembering: entries, catalogue)
    Terminal.write(changes.map { $0.summary(isDryRun: dryRun) }.joined())
    if dryRun { return Terminal.write("dry run: nothing was written\n") }
    for path in plan.map(\.path) { Terminal.write("\(path) remembers the source\n") }
  }

  private func stopAtErrors(_ findings: Findings) throws {
    if findings.hasErrors { throw Failure.findings(findings, asJSON: options.asJSON) }
  }
}

extension Catalogue {
  /// The indicator of a name that was given on the command line.
  func indicator(named name: String) throws -> IndicatorID {
    let known = framework.indicators.map(\.id.rawValue)
    if let id = IndicatorID(name), known.contains(name) { return id }
    throw Failure.one(
      "unknown-indicator", "no indicator is called \"\(name)\"",
      remedy: NearestName.remedy(for: name, among: known)
        + "; a new one goes into indicators.csv first", status: 2)
  }
}
