import ArgumentParser
import HumanSecurityIndex

/// `hsi import`: figures out of publishers' downloads into Data/.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read publishers' downloads into Data/, and show what they change.",
    discussion: """
      A file that Data/imports.toml knows by its name needs no options, nor does a World Bank file \
      of a series that it knows; a ZIP archive stands for the one table in it, a \
      workbook (.xlsx) for the sheet that --sheet names, else for the one that holds a table; what it does not \
      know is left aside, with a warning. With --indicator, \
      the files feed that indicator, and Data/imports.toml remembers it for next time. Nothing is \
      written unless every file could be read without error, and nothing when more than a tenth of \
      an indicator's figures would be gone, or the new ones look like another unit or another \
      series, unless --force says so.

      Examples:
        hsi import ~/Downloads/*.csv
        hsi import API_SL.UEM.TOTL.ZS_DS2_en_csv.zip --indicator unemployment
        hsi import jobs-2024.csv --indicator unemployment --keep --missing -99
        hsi import GII.xlsx --indicator gender-inequality --sheet 'Table 5'
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "Files in the layouts in which publishers give them.", completion: .file()) var files:
    [String]

  @Option(help: .of("The indicator that the files feed.", "id"), completion: .indicators) var indicator:
    String?

  @OptionGroup var choice: SourceOptions

  @OptionGroup var replacement: ReplacementOptions

  @Flag(help: "Show what would change, and write nothing.") var dryRun = false

  func validate() throws {
    if indicator == nil, !choice.isEmpty {
      throw ValidationError(
        "options that say how a file is read, such as --column, --sheet, --where or --year, go with --indicator"
      )
    }
  }

  func run() throws {
    let folder = try DataFolder(options.data)
    if dryRun { return try run(into: folder) }
    // From the first file that is read to the last one that is written.
    try folder.alone(onWait: Terminal.report) { try run(into: folder) }
  }

  private func run(into folder: DataFolder) throws {
    var run = try ImportRun(into: folder, files)
    let entries =
      try indicator.map {
        [choice.entry(try run.catalogue.indicator(named: $0), run.given.names, run.plan.plan)]
      } ?? run.knownEntries()
    let changes = try run.changes(of: entries, replacement.choice, warn: Terminal.report)
    let plan = dryRun ? try run.plan.files(remembering: run.remembered(changes)) : try run.write(changes)
    Terminal.write(changes.map { $0.summary(isDryRun: dryRun) }.joined())
    if dryRun { return Terminal.write("dry run: nothing was written\n") }
    for path in plan.map(\.path) { Terminal.write("\(path) remembers the source\n") }
    if plan.isEmpty, changes.contains(where: { $0.kept ?? 0 > 0 }) {
      Terminal.write("imports.toml still names the source of the figures that were kept\n")
    }
  }
}
