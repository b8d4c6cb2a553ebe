import Analysis
import Diagnostics
import IndexModel
import Reporting
import Scoring

/// What is assumed against figures, scores and weights, as a user writes it.
package struct Assumptions {
  /// Values and scores: `UKR.homicide-rate=4`.
  package var set: [String]
  /// By how much values and scores move: `SDN.personal=+10%`.
  package var shift: [String]
  /// Weights among siblings: `health=2`.
  package var weight: [String]
  /// What a policy may do to a country: `un-sanctions=IRN`.
  package var scenario: [String]

  package init(set: [String] = [], shift: [String] = [], weight: [String] = [], scenario: [String] = []) {
    (self.set, self.shift, self.weight, self.scenario) = (set, shift, weight, scenario)
  }
}

extension Workspace {
  /// What assumptions do to scores and ranks; throws everything that is wrong with them at once.
  /// - Parameter limit: how many rows of each list people are shown.
  package func alteration(_ assumed: Assumptions, limit: Int) throws -> AlterationPage {
    let before = try score()
    var findings = Findings()
    let scenarios = Scenario.effects(assumed.scenario, in: catalogue.folder, into: &findings)
    let (after, effects) = try score(assumed, before, scenarios, findings)
    return AlterationPage(
      Alteration(before: before, after: after),
      assumptions: assumed.set.map { "--set \($0)" } + assumed.shift.map { "--shift \($0)" }
        + assumed.weight.map { "--weight \($0)" } + scenarios.map { $0.setting.written }, effects: effects,
      sources: scenarios.map { ($0.setting.text, $0.source) }, dataFolder: catalogue.folder.path, limit: limit
    )
  }

  /// Scores under all that is assumed.
  private func score(
    _ assumed: Assumptions, _ before: ScoreTable, _ scenarios: [Scenario.Effect], _ found: Findings
  ) throws -> (ScoreTable, [AssumptionEffect]) {
    var findings = found
    let settings =
      assumed.set.compactMap { Setting("--set", $0, into: &findings) }
      + assumed.shift.compactMap { Setting("--shift", $0, into: &findings) } + scenarios.map(\.setting)
    var weights = Findings()
    let lens = WeightSetting.lens(
      lens, assumed.weight, cube.framework, openOnly: choice.openOnly, into: &weights)
    findings.append(contentsOf: weights)
    // Under wrong weights nothing can be scored; under those of the lens names can still be checked.
    let table = assumed.weight.isEmpty || weights.hasErrors ? before : cube.score(year, by: lens)
    var reader = SettingReader(self, table, openOnly: choice.openOnly)
    for setting in settings { reader.read(setting) }
    reader.checkConflicts()
    findings.append(contentsOf: reader.findings)
    var seen: Set<Diagnostic> = []
    findings = findings.only { seen.insert($0).inserted }
    if findings.hasErrors { throw Failure(findings, status: 2) }
    let after = cube.score(year, by: lens, with: reader.interventions)
    let known = Set(before.findings.all)
    findings.append(contentsOf: after.findings.only { !known.contains($0) })
    try report(findings)
    return (after, reader.effects)
  }
}
