import Analysis
import Diagnostics
import IndexModel
import Reporting
import Scoring
import Tabular

/// Turns `--set` and `--shift` into assumptions about the countries of a table; notes everything that
/// is wrong or doubtful with them.
package struct SettingReader {
  package let workspace: Workspace
  /// The scores under the weights in force, without any assumption.
  package let table: ScoreTable
  package private(set) var findings = Findings()
  package private(set) var interventions: [Intervention] = []
  /// What each `--set` about several countries does to their values.
  package private(set) var effects: [AssumptionEffect] = []
  /// What has been said of names that several settings may have.
  private var told: Set<String> = []
  /// The setting behind each assumption, as it was written.
  private var writers: [String] = []

  private let openOnly: Bool

  /// - Parameter openOnly: whether indicators of restricted licence are left out.
  package init(_ workspace: Workspace, _ table: ScoreTable, openOnly: Bool) {
    (self.workspace, self.table, self.openOnly) = (workspace, table, openOnly)
  }

  private var framework: Framework { table.framework }

  package mutating func read(_ setting: Setting) {
    let places = subjects(setting)
    guard let node = node(setting), let places else { return }
    if table.weights[node] == 0 { return movesNothing(setting, node) }
    guard let change = change(setting, node) else { return }
    noteOthersOfTheSameFigures(setting, node)
    var without: [String] = []
    var effect = AssumptionEffect(setting.written)
    var bounds = SettingBounds(setting, framework.nodes[node].indicator, table)
    for place in places {
      let old = value(node, place)
      guard let new = change(old), setting.relation == .equal || old != nil else {
        without.append(table.country(place).name)
        continue
      }
      if let old, setting.relation.holds(old, new) {
        effect.count(old, old)
        continue
      }
      guard let within = bounds.within(new, table.country(place).name) else { continue }
      interventions.append(
        Intervention(
          node: node, country: table.countries[place], change: within == new ? change : .set(within)))
      writers.append(setting.written)
      effect.count(old, within)
    }
    findings.append(contentsOf: bounds.findings)
    if !without.isEmpty { nothingToShift(setting, without, of: places.count) }
    if setting.option == "--set", places.count > 1 { effects.append(effect) }
    if effect.kept > 0, effect.raised + effect.lowered + effect.given == 0, setting.relation != .equal {
      findings.append(
        .settings.movesNothing, "\(setting.written) moves nothing: it holds already",
        remedy: "choose another bound, or write = alone")
    }
    if places.count == 1 { noteAttained(setting, node, places[0], change) }
  }

  /// Notes that one country is there already, or beyond a target that others set.
  private mutating func noteAttained(
    _ setting: Setting, _ node: NodeIndex, _ place: RowIndex, _ change: Intervention.Change
  ) {
    guard setting.option == "--set", setting.relation == .equal, let old = value(node, place),
      let new = change(old)
    else { return }
    let name = table.country(place).name
    if old == new {
      findings.append(
        .settings.movesNothing, "\(setting.written) moves nothing: \(name) has that value already",
        remedy: "choose another value")
    } else if case .quantile = setting.value, isSafer(old, than: new, of: node) {
      findings.append(
        .settings.attained,
        "\(setting.written) makes \(name) less secure: it is beyond that target already, with "
          + "\(CSVText.shortest(old)) instead of \(CSVText.shortest(new))",
        remedy: "give a number, or leave it out")
    }
  }

  private func isSafer(_ one: Double, than other: Double, of node: NodeIndex) -> Bool {
    let moreIsSafer = table.column(of: node)?.goalposts.moreIsSafer ?? true
    return moreIsSafer ? one > other : one < other
  }

  /// What a number is now: an indicator's value, or a score.
  private func value(_ node: NodeIndex, _ place: RowIndex) -> Double? {
    framework.nodes[node].indicator == nil ? table.score(node, place) : table.value(node, place)
  }

  private mutating func change(_ setting: Setting, _ node: NodeIndex) -> Intervention.Change? {
    switch setting.value {
    case nil: return nil
    case .number(let value): return setting.option == "--set" ? .set(value) : .shift(value)
    case .quantile(let share):
      if let value = table.quantile(share, of: node) { return .set(value) }
      findings.append(
        .settings.badSetting, "\(setting.written): no country has a value to take this from",
        remedy: "give a number")
      return nil
    case .percent(let percent):
      let definition = framework.nodes[node].indicator.map { framework.indicators[$0] }
      if let definition, SettingBounds.plausible(definition).lowerBound < 0 {
        findings.append(
          .settings.badSetting,
          "\(setting.written): the values of \(setting.target) may be below 0, where a percentage "
            + "says nothing", remedy: "shift it by an amount")
        return nil
      }
      return .scale(1 + percent / 100)
    }
  }

  // MARK: - Names

  /// The countries that are meant; nil where nobody knows the name.
  private mutating func subjects(_ setting: Setting) -> [RowIndex]? {
    let name = setting.subject.lowercased()
    if ["*", "all", "world"].contains(name) { return Array(table.rows) }
    let group = table.rows.filter { table.country($0).isOf(name) }
    if !group.isEmpty { return group }
    do throws(Failure) { return [try workspace.place(setting.subject, in: table)] } catch {
      guard told.insert("who \(setting.subject)").inserted else { return nil }
      findings.append(contentsOf: error.findings.reworded { "\(setting.written): \($0.message)" })
    }
    return nil
  }

  private mutating func node(_ setting: Setting) -> NodeIndex? {
    do { return try NodeName.node(setting.target, in: framework) } catch {
      guard told.insert("what \(setting.target)").inserted else { return nil }
      findings.append(
        .framework.unknownIndicator, "\(setting.written): \(error.message)", remedy: error.remedy)
      return nil
    }
  }

  // MARK: - What may be wrong

  /// Notes settings that speak of the same, or of what another one leaves without effect.
  package mutating func checkConflicts() {
    var told: Set<String> = []
    func tell(_ one: Int, _ other: Int) {
      let message =
        "\(writers[one]) and \(writers[other]) speak of the same"
        + (interventions[one].node == interventions[other].node
          ? "" : ": a score that is set rests on nothing below it")
      guard told.insert(message).inserted else { return }
      findings.append(.settings.settingConflict, message, remedy: "leave one of the two out")
    }
    var first: [NodeIndex: [CountryIndex: Int]] = [:]
    for (place, intervention) in interventions.enumerated() {
      if let earlier = first[intervention.node]?[intervention.country] {
        tell(earlier, place)
      } else {
        first[intervention.node, default: [:]][intervention.country] = place
      }
    }
    for (place, intervention) in interventions.enumerated() {
      var above = framework.nodes[intervention.node].parent
      while let node = above {
        if let upper = first[node]?[intervention.country], case .set = interventions[upper].change {
          tell(upper, place)
        }
        above = framework.nodes[node].parent
      }
    }
  }

  private mutating func movesNothing(_ setting: Setting, _ node: NodeIndex) {
    let weightless = Weightless(table, node, openOnly: openOnly)
    findings.append(
      .settings.movesNothing, "\(setting.written) moves nothing: \(weightless.reason)",
      remedy: weightless.remedy)
  }

  private mutating func nothingToShift(_ setting: Setting, _ names: [String], of count: Int) {
    let who = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    let what = setting.relation == .equal ? "shift" : "compare"
    findings.append(
      .settings.nothingToShift.as(names.count < count ? .warning : .error),
      "\(setting.written): \(who) \(names.count > 1 ? "have" : "has") no value to \(what)"
        + (names.count > 3 ? " (\(names.count) countries)" : ""), remedy: "say what it would be with --set")
  }

  /// Figures may stand behind several indicators; an assumption is about one.
  private mutating func noteOthersOfTheSameFigures(_ setting: Setting, _ node: NodeIndex) {
    guard let indicator = framework.nodes[node].indicator else { return }
    let files = framework.indicators[indicator].files
    let others = framework.indicatorIndices.filter {
      $0 != indicator && table.columns[$0] != nil && framework.indicators[$0].files == files
    }
    guard !others.isEmpty else { return }
    let names = others.map { framework.indicators[$0].id.rawValue }.joined(separator: ", ")
    findings.append(
      .settings.sameSource, "\(setting.written) leaves \(names) as it is, which is made of the same figures",
      remedy: "set that too")
  }
}
