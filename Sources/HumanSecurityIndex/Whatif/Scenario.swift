import Diagnostics
import Tabular

/// Effects that a policy may have, assumed together of a country: a table of Data/scenarios.toml.
package struct Scenario {
  /// One of its effects on a country, and where its size is from.
  package struct Effect {
    package let setting: Setting
    package let source: String
  }

  /// The scenarios of a folder that `--scenario NAME=WHO` asks for, as settings; what is wrong is noted.
  package static func effects(_ asked: [String], in folder: DataFolder, into findings: inout Findings)
    -> [Effect]
  {
    if asked.isEmpty { return [] }
    guard let text = folder.text(file, into: &findings), let document = TOMLDocument(text, into: &findings)
    else { return [] }
    var reader = ScenarioReader(document: document)
    let effects = asked.flatMap { reader.effects($0) }
    findings.append(contentsOf: reader.findings)
    return effects
  }

  package static let file = "scenarios.toml"
}

private struct ScenarioReader {
  let document: TOMLDocument
  var findings = Findings()

  private var names: [String] { (document.root.members ?? []).map(\.key) }

  mutating func effects(_ asked: String) -> [Scenario.Effect] {
    guard let sign = asked.firstIndex(of: "="),
      case let who = asked[asked.index(after: sign)...].trimmingSpaces, !who.isEmpty
    else {
      findings.append(
        .settings.badSetting, "--scenario \(asked): it says no SCENARIO=COUNTRY",
        remedy: "write --scenario \(names.first ?? "name")=IRN, say")
      return []
    }
    let name = asked[..<sign].trimmingSpaces
    guard let node = document.root[key: name] else {
      findings.append(
        .settings.unknownScenario, "no scenario is called \"\(name)\"", at: .init(file: document.text.name),
        remedy: NearestName.remedy(for: name, among: names))
      return []
    }
    findings.append(unknownKeysOf: node.members ?? [], among: ["title", "effects"], at: [name], in: document)
    guard case .array(let items)? = node[key: "effects"], !items.isEmpty else {
      wrong(
        .lenses.missingKey, "\(name) has no effects", [name],
        "write effects = [ { shift = \"life-expectancy=-1\", source = \"assumption\" } ]")
      return []
    }
    return items.enumerated().compactMap { effect($1, who, [name, "effects", "\($0)"]) }
  }

  private mutating func effect(_ item: TOMLNode, _ who: String, _ place: [String]) -> Scenario.Effect? {
    findings.append(
      unknownKeysOf: item.members ?? [], among: ["set", "shift", "source"], at: place, in: document)
    let written = ["set", "shift"].compactMap { key in item[key: key]?.string.map { ("--" + key, $0) } }
    guard written.count == 1, let (option, text) = written.first else {
      wrong(
        .lenses.missingKey, "an effect is one set or one shift", place,
        "write shift = \"life-expectancy=-1\" or set = \"homicide-rate=4\"")
      return nil
    }
    guard let source = item[key: "source"]?.string, !source.isEmpty else {
      wrong(
        .lenses.missingKey, "an effect says where its size is from", place,
        "write source = \"…\", a source that was read, or the word assumption")
      return nil
    }
    return Setting(option, "\(who).\(text)", into: &findings).map { .init(setting: $0, source: source) }
  }

  private mutating func wrong(_ kind: FindingKind, _ message: String, _ place: [String], _ remedy: String) {
    findings.append(document, kind, message, at: place, remedy: remedy)
  }
}
