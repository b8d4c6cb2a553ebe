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
      of a series that it knows; a ZIP archive stands for the one table in it. With --indicator, \
      the files feed that indicator, and Data/imports.toml remembers it for next time. Nothing is \
      written unless every file could be read without error, and nothing when more than a tenth of \
      an indicator's figures would be gone, unless --force says so.

      Examples:
        hsi import ~/Downloads/*.csv
        hsi import API_SL.UEM.TOTL.ZS_DS2_en_csv.zip --indicator unemployment
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "Files in the layouts in which publishers give them.")
  var files: [String]

  @Option(help: ArgumentHelp("The indicator that the files feed.", valueName: "id"))
  var indicator: String?

  @Option(help: ArgumentHelp("The column, series key or stem of the values.", valueName: "name"))
  var column: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Take only rows with this text in this column.", valueName: "column=text"))
  var conditions: [String] = []

  @Option(
    help: "How several files become one value: sum, sum_present or mean. Default: as last time.")
  var combine: ImportPlan.Combination?

  @Flag(help: "Write even when many of the present figures would be gone.")
  var force = false

  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false

  func validate() throws {
    if indicator == nil, column != nil || !conditions.isEmpty || combine != nil {
      throw ValidationError("--column, --where and --combine go with --indicator")
    }
    for condition in conditions where !condition.contains("=") {
      throw ValidationError("--where \(condition) is not of the form column=text")
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
      try indicator.map { [try entry($0, given.names, planFile.plan, catalogue)] }
      ?? given.entries(of: planFile.plan, planFile.path, into: &findings)
    try stopAtErrors(findings)
    let reading = FigureImport(catalogue: catalogue, mayLoseMuch: force)
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

  private func entry(
    _ indicator: String, _ names: [String], _ plan: ImportPlan, _ catalogue: Catalogue
  ) throws -> ImportPlan.Entry {
    let id = try catalogue.indicator(named: indicator)
    let old = plan.entries.first { $0.indicator == id }
    var entry =
      old
      ?? ImportPlan.Entry(
        indicator: id, sources: [], firstYear: plan.defaultYears.first,
        lastYear: plan.defaultYears.last)
    if old == nil {
      entry.inheritsFirstYear = plan.defaultYears.first != nil
      entry.inheritsLastYear = plan.defaultYears.last != nil
    }
    if let combine { entry.combination = combine }
    entry.sources = sources(entry.sources, names)
    return entry
  }

  /// The files as sources. As many files as last time take the places of the old ones, by name
  /// and else in order, and keep what was remembered of these unless the options say otherwise.
  private func sources(_ old: [ImportPlan.Source], _ names: [String]) -> [ImportPlan.Source] {
    let tests = conditions.map { condition in
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return ImportPlan.Condition(column: String(parts[0]), text: String(parts[1]))
    }
    var oldNames: [String] = []
    for source in old where !oldNames.contains(source.file) { oldNames.append(source.file) }
    // Several series of one file are told apart by their columns: another column ends that.
    guard oldNames.count == names.count, column == nil || oldNames.count == old.count else {
      return names.map { .init(file: $0, column: column, conditions: tests) }
    }
    var free = names.filter { !oldNames.contains($0) }
    var renamed: [String: String] = [:]
    for name in oldNames { renamed[name] = names.contains(name) ? name : free.removeFirst() }
    return old.map { source in
      var source = source
      source.file = renamed[source.file] ?? source.file
      if let column { source.column = column }
      if !tests.isEmpty { source.conditions = tests }
      return source
    }
  }
}

extension ImportPlan.Combination: ExpressibleByArgument {}

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
