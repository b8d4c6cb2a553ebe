import Analysis
import ArgumentParser
import Diagnostics
import HumanSecurityIndex
import Reporting
import Scoring

/// `hsi whatif`: scores and ranks if some figures, scores or weights were others.
struct Whatif: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Score again with other figures, scores or weights, and show what moves.",
    discussion: """
      WHO is a country by code or name, a region, a sub-region, an income group, or all. WHAT is an \
      indicator, in its own unit, or a dimension or component, in points of score. Every option may \
      be given several times. --set WHO.WHAT>=VALUE raises only what is below, <= lowers only what is \
      above (quote both for the shell); = sets all. What is assumed is no figure: it never counts as covered.

      Examples:
        hsi whatif --set UKR.homicide-rate=4
        hsi whatif --set KEN.military-expenditure=best-quarter --set Kenya.physicians=1
        hsi whatif --set 'Africa.physicians>=1'
        hsi whatif --shift SDN.personal=+10% --shift Africa.physicians=0.2
        hsi whatif --weight health=2 --limit 20
        hsi whatif --scenario un-sanctions=IRN
      """)

  @OptionGroup var options: ScoringOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: .of(
      "A value or score: a number, median, best-quarter, worst-quarter, best, worst or q0 to q100, "
        + "which are taken from the countries scored, in the direction of security. >= and <= instead of = set "
        + "only what is less or more.", "who.what=value")) var set: [String] = []

  @Option(help: .of("By so much more or less, such as -2 or +10%.", "who.what=amount")) var shift: [String] =
    []

  @Option(
    help: .of(
      "What a policy may do to a country: the effects that Data/scenarios.toml lists, each with its source. "
        + "A scenario is no forecast.", "scenario=who")) var scenario: [String] = []

  @Option(help: .of("The weight of a dimension, component or indicator among its siblings.", "what=weight"))
  var weight: [String] = []

  @Option(
    parsing: .unconditional,
    help: .of("How many rows to show of what moves, as table or md; CSV and JSON have all.", "n")) var limit =
    10

  func validate() throws {
    _ = try options.lens()
    if set.isEmpty, shift.isEmpty, weight.isEmpty, scenario.isEmpty {
      throw ValidationError("nothing is assumed: give --set, --shift, --weight or --scenario")
    }
    if limit < 0 { throw ValidationError("--limit must be at least 0") }
  }

  func run() throws {
    let workspace = try options.workspace()
    let before = try workspace.score()
    var findings = Findings()
    let scenarios = Scenario.effects(scenario, in: workspace.catalogue.folder, into: &findings)
    let (after, effects) = try score(workspace, before, scenarios, findings)
    let page = AlterationPage(
      Alteration(before: before, after: after),
      assumptions: set.map { "--set \($0)" } + shift.map { "--shift \($0)" } + weight.map { "--weight \($0)" }
        + scenarios.map { $0.setting.written }, effects: effects,
      sources: scenarios.map { ($0.setting.text, $0.source) }, dataFolder: workspace.catalogue.folder.path,
      limit: limit)
    try output.write(page, from: workspace.catalogue.folder)
  }

  /// Scores under all that is assumed; throws everything that is wrong with it at once.
  private func score(
    _ workspace: Workspace, _ before: ScoreTable, _ scenarios: [Scenario.Effect], _ found: Findings
  ) throws -> (ScoreTable, [AssumptionEffect]) {
    var findings = found
    let settings =
      set.compactMap { Setting("--set", $0, into: &findings) }
      + shift.compactMap { Setting("--shift", $0, into: &findings) } + scenarios.map(\.setting)
    var weights = Findings()
    let lens = WeightSetting.lens(
      workspace.lens, weight, workspace.cube.framework, openOnly: options.figures.openOnly, into: &weights)
    findings.append(contentsOf: weights)
    // Under wrong weights nothing can be scored; under those of the lens names can still be checked.
    let table = weight.isEmpty || weights.hasErrors ? before : workspace.cube.score(workspace.year, by: lens)
    var reader = SettingReader(workspace, table, openOnly: options.figures.openOnly)
    for setting in settings { reader.read(setting) }
    reader.checkConflicts()
    findings.append(contentsOf: reader.findings)
    var seen: Set<Diagnostic> = []
    findings = findings.only { seen.insert($0).inserted }
    if findings.hasErrors { throw Failure(findings, status: 2) }
    let after = workspace.cube.score(workspace.year, by: lens, with: reader.interventions)
    let known = Set(before.findings.all)
    findings.append(contentsOf: after.findings.only { !known.contains($0) })
    try workspace.report(findings)
    return (after, reader.effects)
  }
}
