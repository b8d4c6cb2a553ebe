import ArgumentParser
import Diagnostics
import HumanSecurityIndex
import Reporting
import Scoring
import Tabular

/// `hsi report`: the published pages.
struct MakeReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the report: ranking, country pages, map, tables for machines.",
    discussion: """
      Writes index.html, ranking.md, audit.md, countries/, scores.csv, indicators.csv, scores.json, \
      datapackage.json, changes.md and manifest.json, all at once: an interrupted run leaves the old report. Files \
      that stay the same are not touched, and where nothing changed nothing is made. What it was made of is kept in \
      .hsi/ beside the data folder, so that the next report can say what changed.

      --pdf and --country print by an installed Chromium: chromium, chromium-browser, google-chrome, \
      google-chrome-stable or microsoft-edge on PATH, or the program that the environment variable \
      CHROMIUM names. The same report and the same Chromium give the same bytes; manifest.json does \
      not list what is printed. A note says when a PDF in the folder is of another report.

      Examples:
        hsi report
        hsi report --year 2015 --output Reports-2015
        hsi report --pdf             the report, and Reports/report.pdf
        hsi report --country Kenya   only Reports/briefs/KEN.pdf
        hsi report --check     write nothing; status 3 where the report is not current
        hsi report --watch     make it again whenever a figure or a lens changes
        hsi report --serve     the same, and show it to a browser of this machine
      """)

  @OptionGroup var options: ScoringOptions

  @Option(help: .of("The folder to write. Default: Reports, beside the data folder.", "dir")) var output:
    String?

  @Flag(help: "Write nothing; name the files that are not current, and end with status 3 if there are any.")
  var check = false

  @Flag(
    help:
      "Go on, and make the report again when files of figures or lenses have changed; an error leaves the report as it was."
  ) var watch = false

  @Flag(help: "Watch, and serve the report to browsers of this machine; pages that are open load again.")
  var serve = false

  @Option(help: .of("With --serve: the port; 0 for any that is free. Default: 8594.", "number")) var port:
    UInt16?

  @Flag(help: "Print the map and the ranking to report.pdf as well.") var pdf = false

  @Option(
    help: .of(
      "Print a brief of one page on this country to briefs/CODE.pdf, by code or name, and write no report; "
        + "may be repeated.", "name"), completion: .countries) var country: [String] = []

  @Option(
    help: .of("The language in which the page opens: \(PageLanguages.codes.joined(separator: ", ")).", "code")
  ) var language = "en"

  func validate() throws {
    _ = try options.lens()
    try checkLanguage()
    if pdf, !country.isEmpty {
      throw ValidationError(
        "--country prints briefs alone and writes no report: leave --pdf out, or run both")
    }
    if check, pdf || !country.isEmpty {
      throw ValidationError("--check prints nothing: leave --pdf and --country out")
    }
    if watch || serve, check || !country.isEmpty {
      throw ValidationError("--watch and --serve make reports: leave --check and --country out")
    }
    if port != nil, !serve { throw ValidationError("--port needs --serve") }
    if output == "" { throw ValidationError("--output needs the name of a folder") }
  }

  private func checkLanguage() throws {
    guard !PageLanguages.codes.contains(language) else { return }
    throw ValidationError(
      "the page has no language \"\(language)\"; it has \(PageLanguages.codes.joined(separator: ", "))")
  }

  func run() throws { if watch || serve { try ReportLoop(self).run() } else { try make() } }

  /// The folder of the report.
  func folder() throws -> String { try output ?? DataFolder(options.data.data).sibling("Reports") }

  func make() throws {
    let lens = try options.lens().first
    // Briefs are printed without a report.
    let stamp =
      country.isEmpty
      ? ReportStamp(options.figures.choice, lens: lens, output: output, language: language) : nil
    if !pdf, let current = stamp?.current {
      if check { return Terminal.write("up to date\n") }
      return Terminal.write(
        "up to date: \(current.files) files in \(current.folder) for \(current.year) under "
          + "\(LensFolder.name(current.lens))\n")
    }
    let workspace = try options.workspace()
    let index = workspace.lens.index
    if language != "en", !index.isOfCountries {
      throw WrongQuestion("the page of an index of \(index.units) is in English alone: leave --language out")
    }
    let table = try workspace.score()
    if !country.isEmpty { return try printBriefs(workspace, table) }
    if check { return try checkFiles(workspace, table) }
    let progress = ProgressLine()
    progress.write("auditing the ranking and writing the report")
    defer { progress.clear() }
    let written = try workspace.writeReport(table, to: output, language: language) { findings in
      progress.clear()
      Terminal.report(findings)
    }
    progress.clear()
    stamp?.keep()
    let lines =
      [
        "\(written.ranked) of \(written.inScope) \(index.units) ranked for "
          + "\(workspace.year) under \(workspace.lens.name); \(written.files) files in \(written.folder)"
      ] + [written.partNote].compactMap(\.self)
      + written.unranked.map { "unranked: \($0.name), \($0.reason)" }
    for line in lines {
      Terminal.write(Prose.wrapped(Diagnostic.printable(line), width: Terminal.width) + "\n")
    }
    for line in written.changes {
      Terminal.write(Prose.wrapped(Diagnostic.printable(line), width: Terminal.width) + "\n")
    }
    // The old PDF is there, too, when printing the new one fails.
    defer { Terminal.report(written.printer.stale) }
    if pdf { try print(.ranking, by: written.printer, try chromium()) }
  }

  private func checkFiles(_ workspace: Workspace, _ table: ScoreTable) throws {
    let stale = try workspace.staleFiles(table, in: output, language: language)
    if stale.isEmpty { return Terminal.write("up to date\n") }
    Terminal.write("not current: \(CountWords.of(stale.count, "file"))\n")
    for name in stale.prefix(10) { Terminal.write(Diagnostic.printable("  \(name)") + "\n") }
    if stale.count > 10 { Terminal.write("  … and \(stale.count - 10) more\n") }
    throw ExitCode(3)
  }

  private func printBriefs(_ workspace: Workspace, _ table: ScoreTable) throws {
    let places = try workspace.places(country, in: table)
    if table.countries.count > Report.mostPages {
      throw WrongQuestion(
        "a report of more than \(Report.mostPages) \(workspace.lens.index.units) has no briefs: hsi country NAME shows one"
      )
    }
    let chromium = try chromium()
    let printer = try workspace.reportPrinter(table, to: output, language: language)
    for (order, place) in places.enumerated() where !places[..<order].contains(place) {
      try print(.brief(table.country(place).code), by: printer, chromium)
    }
  }

  private func print(_ view: ReportPrinter.View, by printer: ReportPrinter, _ chromium: Chromium) throws {
    Terminal.write("printed \(try printer.print(view, with: chromium, warn: Terminal.report))\n")
  }

  private func chromium() throws -> Chromium { try Chromium(environment: Terminal.environment) }
}
