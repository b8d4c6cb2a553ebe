import ArgumentParser
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Ingest
import Tabular

/// `hsi update`: newer figures from their publishers into Data/.
struct Update: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fetch newer figures from their publishers into Data/, and show what they change.",
    discussion: """
      Fetches what Data/imports.toml names as url: a series of the World Bank (worldbank:CODE), a \
      chart of Our World in Data (owid:SLUG), or any address. Each indicator is written as a whole \
      or not at all; one that fails keeps its figures, does not stop the others, and makes the exit \
      status 1. Proxies are taken from https_proxy and no_proxy. What is fetched is kept in the \
      user's cache folder, and asked for again only when the publisher has something newer.

      Examples:
        hsi update --dry-run
        hsi update homicide-rate income-inequality
      """)

  @OptionGroup var options: DataOptions
  @OptionGroup var fetching: FetchOptions

  @Argument(help: "The indicators to update. Default: all that have a url.", completion: .indicators)
  var indicators: [String] = []

  @OptionGroup var replacement: ReplacementOptions

  @Flag(help: "Show what would change, and write nothing under the data folder.") var dryRun = false

  func run() throws {
    let folder = try DataFolder(options.data)
    var findings = Findings()
    let catalogue = Catalogue(folder, into: &findings)
    let plan = PlanFile(catalogue, into: &findings).plan
    try findings.throwErrors()
    let chosen = try choose(plan, catalogue)
    let line = DownloadLine(count: Set(chosen.entries.flatMap { $0.sources.map(\.url) }).count)
    let tables = FetchedTables(
      fetcher: try fetching.fetcher(), hosts: fetching.allowHost, bases: FetchOptions.bases,
      countries: catalogue.countries, begin: line.begin, show: line.show)
    let reading = FigureImport(catalogue: catalogue, choice: replacement.choice)
    var tally = UpdateTally(isDryRun: dryRun)
    for entry in chosen.entries {
      var own = Findings()
      let change = try tables.read(entry, into: &own).flatMap { fetched in
        try update(fetched, reading, into: &own)
      }
      line.clear()
      Terminal.report(own.only { $0.severity != .note })
      if let change, !own.hasErrors {
        tally.add(change)
        Terminal.write(change.summary(isDryRun: dryRun))
      } else {
        tally.fail(entry.indicator, own)
      }
    }
    for missing in chosen.withoutURL where !indicators.isEmpty {
      let problem = noURL(missing, in: folder)
      Terminal.report(problem)
      tally.fail(missing, problem)
    }
    Terminal.write(tally.text(withoutURL: indicators.isEmpty ? chosen.withoutURL : []))
    if tally.hasFailures { throw Failure(Findings(), status: 1) }
  }

  /// Compares what was fetched with Data/ and writes it, while no other run does.
  private func update(
    _ fetched: FetchedTables.Reading, _ reading: FigureImport, into findings: inout Findings
  ) throws -> FigureChange? {
    if dryRun { return try write(fetched, reading, into: &findings) }
    return try reading.catalogue.folder.alone(onWait: Terminal.report) {
      try write(fetched, reading, into: &findings)
    }
  }

  /// Writes the figures, and then where they are from: also where the figures are there already, which a
  /// run has written that was ended before it could say so.
  private func write(_ fetched: FetchedTables.Reading, _ reading: FigureImport, into findings: inout Findings)
    throws -> FigureChange?
  {
    guard let change = reading.change(fetched.entry, fetched.tables, into: &findings), !findings.hasErrors
    else { return nil }
    if dryRun { return change }
    do { _ = try PlanFile.write([change], remembering: [fetched.remembered], reading.catalogue) } catch let
      failure as Failure
    { findings.append(contentsOf: failure.findings) }
    return change
  }

  private func choose(_ plan: ImportPlan, _ catalogue: Catalogue) throws -> (
    entries: [ImportPlan.Entry], withoutURL: [IndicatorID]
  ) {
    let wanted =
      indicators.isEmpty
      ? plan.entries.map(\.indicator) : try indicators.map { try catalogue.indicator(named: $0) }
    var (entries, missing): ([ImportPlan.Entry], [IndicatorID]) = ([], [])
    for (place, id) in wanted.enumerated() where !wanted[..<place].contains(id) {
      let entry = plan.entries.first { $0.indicator == id && $0.sources.allSatisfy { !$0.url.isEmpty } }
      if let entry { entries.append(entry) } else { missing.append(id) }
    }
    return (entries, missing)
  }

  private func noURL(_ id: IndicatorID, in folder: DataFolder) -> Findings {
    Failure.one(
      .commands.noURL, "imports.toml has no url for every source of \(id)",
      at: .init(file: folder.path + "/imports.toml"),
      remedy: "write url = \"…\" beside each of its files, or download them and run `hsi import`"
    ).findings
  }
}

struct UpdateTally {
  let isDryRun: Bool
  private var changed = 0
  private var unchanged = 0
  private var failures: [(indicator: IndicatorID, reason: String)] = []

  init(isDryRun: Bool) { self.isDryRun = isDryRun }

  var hasFailures: Bool { !failures.isEmpty }

  mutating func add(_ change: FigureChange) { if change.isNeeded { changed += 1 } else { unchanged += 1 } }

  mutating func fail(_ indicator: IndicatorID, _ findings: Findings) {
    let first = findings.all.first { $0.severity == .error }
    let reason = first?.message ?? "its figures could not be read"
    failures.append((indicator, String(reason.trimmingPrefix("\(indicator): "))))
  }

  func text(withoutURL: [IndicatorID]) -> String {
    var lines = [
      "\(changed) \(isDryRun ? "would change" : "updated"), \(unchanged) unchanged, "
        + "\(failures.count) failed"
    ]
    lines += failures.map { "  failed \($0.indicator): " + Diagnostic.printable($0.reason) }
    if !withoutURL.isEmpty {
      let names = withoutURL.map(\.rawValue).joined(separator: ", ")
      lines.append("note: without a url in imports.toml, so not fetched: \(names)")
    }
    if isDryRun { lines.append("dry run: nothing was written") }
    return lines.joined(separator: "\n") + "\n"
  }
}
