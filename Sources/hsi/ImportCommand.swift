import ArgumentParser
import HumanSecurity
import Ingest
import Tabular

/// `hsi import`: figures out of publishers' downloads into Data/.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read publishers' downloads into Data/, and show what they change.",
    discussion: """
      A file that Data/imports.toml knows by its name needs no options. With --indicator, the \
      files feed that indicator, and Data/imports.toml remembers it for next time. Nothing is \
      written unless every file could be read without error.

      Examples:
        hsi import ~/Downloads/*.csv
        hsi import API_SL.UEM.TOTL.ZS_DS2_en_csv.csv --indicator unemployment
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

  @Option(help: "How several files become one value: sum, sum_present or mean.")
  var combine: ImportPlan.Combination = .sum

  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false

  func validate() throws {
    if indicator == nil, column != nil || !conditions.isEmpty {
      throw ValidationError("--column and --where go with --indicator")
    }
    for condition in conditions where !condition.contains("=") {
      throw ValidationError("--where \(condition) is not of the form column=text")
    }
  }

  func run() throws {
    let folder = try DataFolder(options.data)
    var findings = Findings()
    let catalogue = Catalogue(folder, into: &findings)
    let planText = folder.textIfPresent("imports.toml", into: &findings)
    let plan =
      planText.map { ImportPlan.read($0, framework: catalogue.framework, into: &findings) }
      ?? ImportPlan()
    if findings.hasErrors { throw Failure.findings(findings, asJSON: options.asJSON) }
    let texts = try readFiles()
    let entries = try chosenEntries(plan, catalogue)
    let run = ImportRun(catalogue: catalogue, texts: texts)
    let results = run.read(entries, into: &findings)
    if findings.hasErrors { throw Failure.findings(findings, asJSON: options.asJSON) }
    Terminal.report(findings.only { $0.severity == .warning }, asJSON: options.asJSON)
    let summary = results.map(\.summary).joined()
    if dryRun { return Terminal.write(summary + "dry run: nothing was written\n") }
    for result in results where !result.revision.isEmpty || !FileReading.exists(result.path) {
      try FileWriting.makeFolder(
        result.path[..<(result.path.lastIndex(of: "/") ?? result.path.startIndex)])
      try FileWriting.replace(result.path, with: result.figures.csv)
    }
    if indicator != nil, let entry = entries.first {
      let old = planText.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
      try FileWriting.replace(folder.path + "/imports.toml", with: entry.written(into: old))
    }
    Terminal.write(summary)
  }

  private func readFiles() throws -> [String: SourceText] {
    var texts: [String: SourceText] = [:]
    var findings = Findings()
    for file in files {
      if texts[Self.baseName(file)] != nil {
        findings.append(
          Diagnostic(
            .error, "same-name", "a file of this name was given already", at: .init(file: file),
            remedy: "files are known by their names: give each once, or rename one"))
        continue
      }
      do {
        texts[Self.baseName(file)] = try FileReading.text(file)
      } catch {
        findings.append(
          Diagnostic(
            .error, "unreadable-file", "the file cannot be read: \(error.reason)",
            at: .init(file: file), remedy: "check the path"))
      }
    }
    if findings.hasErrors { throw Failure.findings(findings, asJSON: options.asJSON) }
    return texts
  }

  private func chosenEntries(_ plan: ImportPlan, _ catalogue: Catalogue) throws
    -> [ImportPlan.Entry]
  {
    let names = files.map(Self.baseName)
    if let indicator { return [try entry(indicator, names, plan, catalogue)] }
    var findings = Findings()
    let known = Set(plan.entries.flatMap { $0.sources.map(\.file) }).sorted()
    for (file, name) in zip(files, names) where !known.contains(name) {
      findings.append(
        Diagnostic(
          .error, "unknown-file", "imports.toml names no file \"\(name)\"", at: .init(file: file),
          remedy: NearestName.suggestions(for: name, among: known).first.map {
            "did you mean \"\($0)\"? "
          } ?? "" + "say what it feeds with --indicator ID"))
    }
    let entries = plan.entries.filter { entry in
      entry.sources.contains { names.contains($0.file) }
    }
    for entry in entries {
      for source in entry.sources where !names.contains(source.file) {
        findings.append(
          Diagnostic(
            .error, "missing-part", "\(entry.indicator) also needs the file \"\(source.file)\"",
            at: .init(file: folderFile("imports.toml")), remedy: "import its files together"))
      }
    }
    if findings.hasErrors { throw Failure.findings(findings, asJSON: options.asJSON) }
    return entries
  }

  private func entry(
    _ indicator: String, _ names: [String], _ plan: ImportPlan, _ catalogue: Catalogue
  ) throws -> ImportPlan.Entry {
    let known = catalogue.framework.indicators.map(\.id.rawValue)
    guard let id = IndicatorID(indicator), known.contains(indicator) else {
      throw Failure.one(
        "unknown-indicator", "no indicator is called \"\(indicator)\"",
        remedy: NearestName.remedy(for: indicator, among: known)
          + "; a new one goes into indicators.csv first", status: 2)
    }
    let old = plan.entries.first { $0.indicator == id }
    let tests = conditions.map { condition in
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return ImportPlan.Condition(column: String(parts[0]), text: String(parts[1]))
    }
    let sources = names.map {
      ImportPlan.Source(file: $0, column: column, conditions: tests, origin: "")
    }
    return ImportPlan.Entry(
      indicator: id, sources: sources, combination: combine,
      firstYear: old.map { $0.firstYear } ?? plan.defaultYears.first,
      lastYear: old.map { $0.lastYear } ?? plan.defaultYears.last,
      zeroIsMissing: old?.zeroIsMissing ?? false)
  }

  private func folderFile(_ name: String) -> String { options.data + "/" + name }

  private static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension ImportPlan.Combination: ExpressibleByArgument {}

/// Reading the chosen indicators and comparing them with what Data/ holds.
private struct ImportRun {
  let catalogue: Catalogue
  let texts: [String: SourceText]

  struct Result {
    let entry: ImportPlan.Entry
    let path: String
    let figures: CanonicalFigures
    let revision: Revision
  }

  func read(_ entries: [ImportPlan.Entry], into findings: inout Findings) -> [Result] {
    entries.compactMap { entry in
      guard let place = catalogue.framework.indicator(entry.indicator) else { return nil }
      let indicator = catalogue.framework.indicators[place]
      var own = Findings()
      let figures = Importer.figures(
        entry, of: indicator, texts: texts, countries: catalogue.countries, into: &own)
      findings.append(contentsOf: own)
      guard let figures, let file = indicator.files.first,
        mayReplace(file, of: indicator, into: &findings)
      else { return nil }
      return Result(
        entry: entry, path: catalogue.folder.path + "/" + file.path, figures: figures,
        revision: Revision(from: current(file.path), to: figures))
    }
  }

  /// Whether the file belongs to the indicator alone and is canonical, or not there yet.
  private func mayReplace(
    _ file: FigureFile, of indicator: Indicator, into findings: inout Findings
  ) -> Bool {
    let path = catalogue.folder.path + "/" + file.path
    var reason: String?
    if file.column != nil {
      reason = "it holds several series"
    } else if !catalogue.folder.holds(file.path) {
      reason = "it is reached by a link that leaves the data folder"
    } else if FileReading.exists(path) {
      var unread = Findings()
      let text = catalogue.folder.text(file.path, into: &unread)
      let layout = text.flatMap {
        FigureReader.read($0, FigureSelection(), countries: catalogue.countries, into: &unread)
          .layout
      }
      if let text, !text.bytes.isEmpty, layout?.kind != .canonical {
        reason = "it is not in the canonical layout iso3,year,value"
      }
    }
    guard let reason else { return true }
    findings.append(
      Diagnostic(
        .error, "not-replaceable", "\(indicator.id) cannot be imported into this file: \(reason)",
        at: .init(file: path),
        remedy: "give the indicator a file of its own in the files column of indicators.csv"))
    return false
  }

  /// What the canonical file holds now; nothing when it is not there or cannot be read, in which
  /// case every figure counts as new.
  private func current(_ file: String) -> CanonicalFigures {
    var findings = Findings()
    guard FileReading.exists(catalogue.folder.path + "/" + file),
      let text = catalogue.folder.text(file, into: &findings)
    else { return CanonicalFigures([]) }
    let figures = FigureReader.read(
      text, FigureSelection(), countries: catalogue.countries, into: &findings
    ).figures
    return CanonicalFigures(
      figures.map {
        .init(
          country: catalogue.countries.countries[$0.country].code, year: $0.year, value: $0.value)
      })
  }
}

extension ImportRun.Result {
  /// How many examples of each kind of change are listed.
  private static let shown = 5

  /// What changes, in words: a line of counts, then examples.
  fileprivate var summary: String {
    let countries = Set(figures.rows.map(\.country)).count
    var lines = [
      "\(entry.indicator): \(figures.rows.count) figures of \(countries) countries; "
        + "\(revision.added.count) new, \(revision.revised.count) revised, "
        + "\(revision.gone.count) gone"
    ]
    for change in revision.revised.prefix(Self.shown) {
      let (row, old) = change
      lines.append(
        "  revised \(row.country) \(row.year): \(CSVText.shortest(old)) → "
          + CSVText.shortest(row.value))
    }
    if revision.revised.count > Self.shown {
      lines.append("  … and \(revision.revised.count - Self.shown) more revised")
    }
    for row in revision.gone.prefix(Self.shown) {
      lines.append("  gone \(row.country) \(row.year): \(CSVText.shortest(row.value))")
    }
    if revision.gone.count > Self.shown {
      lines.append("  … and \(revision.gone.count - Self.shown) more gone")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
