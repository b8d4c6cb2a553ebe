import Diagnostics
import IndexModel
import Tabular

@testable import Ingest

/// TOML: lenses, and plans of imports, into which entries are written that read back.
enum TOMLTarget {
  @Sendable static func runLens(_ bytes: [UInt8]) {
    var findings = Findings()
    let lens = LensReader.read(
      SourceText(name: "l.toml", bytes: bytes), name: "l", framework: World.framework, into: &findings)
    expect((lens == nil) == findings.hasErrors, "there is a lens or an error")
    _ = words(findings)
  }

  @Sendable static func runPlan(_ bytes: [UInt8]) {
    let text = SourceText(name: "imports.toml", bytes: bytes)
    let old = String(decoding: text.bytes, as: UTF8.self)
    var findings = Findings()
    let plan = ImportPlan.read(text, framework: World.framework, into: &findings)
    _ = words(findings)
    var choices = Choices(bytes)
    let id = World.framework.indicators[choices.next(below: 4)].id
    let entry = entry(id, plan, old, &choices)
    let alone = read(entry.written(into: ""))
    let isWritable = entry.sources.allSatisfy { source in
      !texts(of: source).contains { $0.unicodeScalars.contains("\u{0}") }
    }
    if isWritable { expect(alone?.entries == [entry], "an entry by itself reads back: \(entry.toml)") }
    if findings.hasErrors { return }
    check(plan, entry, old)
    for entry in plan.entries { expect(keeps(plan, entry, old) != false, "an entry replaces itself") }
  }

  /// Where the text takes the entry, all others are as they were.
  private static func check(_ plan: ImportPlan, _ entry: ImportPlan.Entry, _ old: String) {
    expect(keeps(plan, entry, old) != false, "other entries stay: \(entry.written(into: old))")
  }

  /// Whether the other entries stay; nil when the text does not take the entry, which `hsi import`
  /// notices.
  private static func keeps(_ plan: ImportPlan, _ entry: ImportPlan.Entry, _ old: String) -> Bool? {
    guard let read = read(entry.written(into: old)), read.entries.contains(where: { same($0, entry) }) else {
      return nil
    }
    let others = plan.entries.filter { $0.indicator != entry.indicator }
    let kept = read.entries.filter { $0.indicator != entry.indicator }
    return kept == others
  }

  private static func same(_ one: ImportPlan.Entry, _ other: ImportPlan.Entry) -> Bool {
    one.indicator == other.indicator && one.sources == other.sources
  }

  private static func read(_ text: String) -> ImportPlan? {
    var findings = Findings()
    let plan = ImportPlan.read(
      SourceText(name: "imports.toml", text), framework: World.framework, into: &findings)
    return findings.hasErrors ? nil : plan
  }

  /// An entry of texts that the input holds.
  private static func entry(_ id: IndicatorID, _ plan: ImportPlan, _ text: String, _ choices: inout Choices)
    -> ImportPlan.Entry
  {
    let pieces = text.split(separator: "\n").map { String($0.prefix(60)) }
    func piece(_ choice: Int) -> String { pieces.isEmpty ? "x" : pieces[choice % pieces.count] }
    var source = ImportPlan.Source(file: "f.csv")
    source.column = piece(choices.next(below: 32))
    source.conditions = [.init(column: piece(choices.next(below: 32)), text: piece(choices.next(below: 32)))]
    source.origin = piece(choices.next(below: 8))
    return ImportPlan.Entry(indicator: id, sources: [source], firstYear: 1990)
  }

  private static func texts(of source: ImportPlan.Source) -> [String] {
    [source.file, source.column ?? "", source.origin] + source.conditions.flatMap { [$0.column, $0.text] }
  }
}
