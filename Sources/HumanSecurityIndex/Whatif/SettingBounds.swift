import Diagnostics
import IndexModel
import Scoring
import Tabular

/// Within which bounds a setting may take a value or a score. What is set beyond them is refused;
/// what is shifted beyond them stops there.
package struct SettingBounds {
  private let setting: Setting
  private let definition: Indicator?
  private let range: ClosedRange<Double>
  private var stopped: [String] = []
  private var refused = Findings()

  package init(_ setting: Setting, _ indicator: IndicatorIndex?, _ table: ScoreTable) {
    self.setting = setting
    definition = indicator.map { table.framework.indicators[$0] }
    if let definition { range = Self.plausible(definition) } else { range = table.lens.normalisation.range }
  }

  /// The range in which the derived values of an indicator can be true, in its own unit.
  ///
  /// The catalogue bounds stored figures. A rate knows no upper bound from them, a change only that
  /// nothing falls by more than 100 per cent.
  package static func plausible(_ definition: Indicator) -> ClosedRange<Double> {
    let (figures, derivation) = (definition.plausible, definition.derivation)
    let infinity = Double.infinity
    let isPositive = figures.lowerBound >= 0 && derivation.per > 0
    if derivation.changeOver != nil { return (isPositive ? -100 : -infinity)...infinity }
    if derivation.neighbours == .share || derivation.neighbours == .balance { return 0...100 }
    if !derivation.denominators.isEmpty || !derivation.factors.isEmpty {
      return (isPositive ? 0 : -infinity)...infinity
    }
    let ends = [figures.lowerBound * derivation.per, figures.upperBound * derivation.per].sorted()
    return ends[0]...ends[1]
  }

  /// The number, or the bound at which a shift stops; nil for one that is refused.
  package mutating func within(_ number: Double, _ country: String) -> Double? {
    let within = min(max(number, range.lowerBound), range.upperBound)
    guard number.isFinite, within == number || setting.option == "--shift" else {
      refuse("would make it \(CSVText.shortest(number)), but \(name) lies \(rangeText)")
      return nil
    }
    if let definition, !definition.transform.accepts(within) {
      refuse(
        "would make it \(CSVText.shortest(within)) in \(country), but \(name) needs "
          + definition.transform.requirement)
      return nil
    }
    if within != number { stopped.append(country) }
    return within
  }

  package var findings: Findings {
    var findings = refused
    guard !stopped.isEmpty else { return findings }
    let who = stopped.prefix(3).joined(separator: ", ") + (stopped.count > 3 ? ", …" : "")
    findings.append(
      .settings.shiftStopped,
      "\(setting.written) stops where \(name) ends (\(rangeText)): \(who)"
        + (stopped.count > 3 ? " (\(stopped.count) countries)" : ""), remedy: "shift it by less")
    return findings
  }

  private var name: String { definition.map { "a value of \($0.id)" } ?? "the score of \(setting.target)" }

  private var rangeText: String {
    let (least, most) = (range.lowerBound, range.upperBound)
    if least.isFinite, most.isFinite { return "from \(CSVText.shortest(least)) to \(CSVText.shortest(most))" }
    if least.isFinite { return "at \(CSVText.shortest(least)) or above" }
    return most.isFinite ? "at \(CSVText.shortest(most)) or below" : "among finite numbers"
  }

  private mutating func refuse(_ message: String) {
    // One refusal a setting: the next country's would say the same.
    guard refused.isEmpty else { return }
    refused.append(
      .settings.implausibleSetting, "\(setting.written) \(message)",
      remedy: definition == nil
        ? "choose a score within" : "choose a value within, or correct the plausible range in indicators.csv")
  }
}

/// What a name on the command line means within the framework.
package enum NodeName {
  package struct Unknown: Error {
    let message: String
    let remedy: String
  }

  /// The indicator's leaf, or the dimension or component, of a name.
  package static func node(_ name: String, in framework: Framework) throws(Unknown) -> NodeIndex {
    if let path = DimensionPath(name), let node = framework.node(path) { return node }
    if let id = IndicatorID(name), let indicator = framework.indicator(id) {
      if let leaf = framework.nodeIndices.first(where: { framework.nodes[$0].indicator == indicator }) {
        return leaf
      }
      throw Unknown(
        message: "\(name) is not scored, others are divided by it",
        remedy: "name the indicator that is made with it")
    }
    let known = framework.nodes.dropFirst().map(\.name)
    let words = name.lowercased().split { !$0.isLetter }.filter { $0.count > 3 }
    let kin = known.filter { candidate in words.contains { candidate.contains($0.prefix(6)) } }
    let isNear = !NearestName.suggestions(for: name, among: known).isEmpty
    throw Unknown(
      message: "no indicator, dimension or component is called \"\(name)\"",
      remedy: isNear || kin.isEmpty
        ? NearestName.remedy(for: name, among: known) : "known: \(kin.prefix(6).joined(separator: ", "))")
  }
}
