import Diagnostics
import IndexModel
import Ingest

/// Files on their way into Data/: read, compared with what stands there, and written as a whole or not at
/// all.
package struct ImportRun {
  package let catalogue: Catalogue
  package let plan: PlanFile
  package let given: GivenFiles
  private var findings = Findings()

  /// Reads the catalogue and the files; throws everything that is wrong with them.
  package init(into folder: DataFolder, _ files: [String]) throws {
    catalogue = Catalogue(folder, into: &findings)
    plan = PlanFile(catalogue, into: &findings)
    try findings.throwErrors()
    given = GivenFiles(files, countries: catalogue.countries, into: &findings)
    try findings.throwErrors()
  }

  /// The entries of imports.toml that the files feed.
  package mutating func knownEntries() throws -> [ImportPlan.Entry] {
    let entries = given.entries(of: plan.plan, plan.path, into: &findings)
    try findings.throwErrors()
    return entries
  }

  /// What entries would change; what is doubtful goes to `warn`.
  package mutating func changes(
    of entries: [ImportPlan.Entry], _ choice: ReplacementChoice, warn: (Findings) -> Void
  ) throws -> [FigureChange] {
    let reading = FigureImport(catalogue: catalogue, choice: choice)
    let changes = entries.compactMap { entry in
      given.tables(of: entry, into: &findings).flatMap { reading.change(entry, $0, into: &findings) }
    }
    try findings.throwErrors()
    warn(findings.only { $0.severity == .warning })
    return changes
  }

  /// Writes figures, and then where they are from.
  /// - Returns: imports.toml, when it changed.
  package func write(_ changes: [FigureChange]) throws -> [(path: String, text: String)] {
    try PlanFile.write(changes, remembering: remembered(changes), catalogue)
  }

  /// What imports.toml is to say: where figures of other files are kept, it goes on to name those.
  package func remembered(_ changes: [FigureChange]) -> [ImportPlan.Entry] {
    changes.filter { change in
      let old = plan.plan.entries.first { $0.indicator == change.entry.indicator }
      guard let old, change.kept ?? 0 > 0 else { return true }
      return old.sources.map(\.file) == change.entry.sources.map(\.file)
    }.map(\.entry)
  }
}

extension Catalogue {
  package func indicator(named name: String) throws -> IndicatorID {
    let known = framework.indicators.map(\.id.rawValue)
    if let id = IndicatorID(name), known.contains(name) { return id }
    throw Failure.one(
      .framework.unknownIndicator, "no indicator is called \"\(name)\"",
      remedy: NearestName.remedy(for: name, among: known) + "; a new one goes into indicators.csv first",
      status: 2)
  }
}
