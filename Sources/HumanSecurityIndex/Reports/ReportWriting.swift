import Analysis
import Audit
import Diagnostics
import IndexModel
import Ingest
import Reporting
import Scoring
import Tabular

package struct WrittenReport {
  /// The folder, as the user knows it.
  package let folder: String
  package let files: Int
  package let ranked: Int
  package let inScope: Int
  /// The others that its pages name, each with why.
  package let unranked: [(name: String, reason: String)]
  /// What is said of a report whose pages name the first of many alone; nil for one that names all.
  package let partNote: String?
  package let printer: ReportPrinter
  /// What changed since the last report, in a few lines; empty where none is kept.
  package let changes: [String]
}

/// A report before it is on the disk.
struct MadeReport {
  let report: Report
  let folder: ReportFolder
  /// The manifest is the last.
  let files: [(name: String, text: String)]
  let changes: ReportChanges

  var printer: ReportPrinter {
    let page = files.first { $0.name == MadeReport.page }?.text ?? ""
    return ReportPrinter(folder: folder, page: page)
  }

  static let page = "index.html"
}

extension Workspace {
  /// Writes the report in place of the last one, all files in one step.
  /// - Parameters:
  ///   - table: the scores, of this workspace.
  ///   - output: the folder; nil for Reports/ beside the data folder.
  ///   - language: that in which the page opens, one of `PageLanguages.codes`.
  ///   - warn: is told when another run writes there, for which this one waits.
  package func writeReport(
    _ table: ScoreTable, to output: String?, language: String = "en", warn: (Findings) -> Void = { _ in }
  ) throws -> WrittenReport {
    let made = try makeReport(table, to: output, language, warn)
    try made.folder.replace(with: made.files, onWait: warn)
    made.changes.keep(self, warn: warn)
    return WrittenReport(
      folder: made.folder.shownPath, files: made.files.count, ranked: table.rankedCount,
      inScope: table.countries.count,
      unranked: made.report.withheld.map { ($0.country.name, $0.withheldBecause ?? "") },
      partNote: made.report.isPart ? made.report.partNote : nil, printer: made.printer,
      changes: made.changes.page.map { $0.summary + $0.remainder } ?? [])
  }

  /// Prints views of the report that `writeReport` would write, without writing it.
  package func reportPrinter(_ table: ScoreTable, to output: String?, language: String = "en") throws
    -> ReportPrinter
  { try makeReport(table, to: output, language).printer }

  /// The names of the files of a report that are not in its folder as they would be written now, and of those there
  /// that would not be written.
  package func staleFiles(_ table: ScoreTable, in output: String?, language: String = "en") throws -> [String]
  {
    let made = try makeReport(table, to: output, language)
    let names = Set(made.files.map(\.name))
    let stale = made.files.filter { file in
      (try? FileReading.bytes(made.folder.path + "/" + file.name))?.elementsEqual(file.text.utf8) != true
    }
    return (stale.map(\.name) + made.folder.reported.filter { !names.contains($0) }).sorted()
  }

  /// What a report that is made now would write, by name, and what it compares itself with.
  func madeReport(_ table: ScoreTable, in output: String?, _ language: String) throws -> (
    files: [(name: String, text: String)], previous: String?
  ) {
    let made = try makeReport(table, to: output, language)
    return (made.files, made.changes.previous)
  }

  private func makeReport(
    _ table: ScoreTable, to output: String?, _ language: String, _ warn: (Findings) -> Void = { _ in }
  ) throws -> MadeReport {
    let folder = catalogue.folder
    let target = ReportFolder(output ?? folder.sibling("Reports"))
    try target.refuse(inside: folder, lenses)
    try target.refuseOthers()
    let ranges = RankRange.leavingOutEachDimension(table)
    let intervals = RankIntervals(table)
    let report = Report(table, ranges: ranges, intervals: intervals)
    let outlines = try outlines(folder)
    let vintage = try Vintage(of: folder)
    let edition = ReportEdition(
      toolVersion: Release.version, vintage: vintage.name, dataFolder: target.link(to: folder))
    let settings = Self.auditSettings(table)
    let audit = AuditRun(table, settings, intervals: intervals)(Self.auditParts)
    let history = report.isPart ? nil : try history(table)
    let data = try history.map {
      PageData(
        report, table, edition, $0, audit: audit,
        languages: PageLanguages(first: language, names: try names(folder)))
    }
    let markdown = MarkdownReport(report, edition, history.flatMap { ReportComparisons(table, $0) })
    let changes = ReportChanges(
      self, vintage, table, intervals, names: target.vintages(of: folder), warn: warn)
    var files = Self.pages(
      report, table, edition, data, intervals, outlines: outlines, AuditPage(audit), markdown, changes.page)
    files.append((ReportChanges.fileName, Diagnostic.printableLines(changes.markdown)))
    files.sort { $0.name < $1.name }
    let manifest = Manifest(
      report: report, vintage: vintage, lensDigest: try lensDigest(), seed: settings.seed,
      options: .init(language: language, openOnly: choice.openOnly, lens: lensChoice),
      previous: changes.previous, outputs: files)
    return MadeReport(
      report: report, folder: target, files: files + [(Manifest.fileName, manifest.text)], changes: changes)
  }

  /// A report is made often: fewer draws than the command takes, and not the parts that score the figures
  /// hundreds of times. Of many units there are more bounds, most of them of longer programs that branch more often:
  /// beyond 250 units their limit falls with the sixth power of the number, so that 1,000 units take seconds. What
  /// stays open by that is said to be open.
  private static func auditSettings(_ table: ScoreTable) -> AuditSettings {
    var settings = AuditSettings()
    let excess = max(1, Double(table.rankedCount) / 250)
    let square = excess * excess
    settings.samples = max(Int(20_000 / square), 1000)
    settings.limit = Int(Double(settings.limit) / (square * square * square))
    return settings
  }
  private static let auditParts = AuditAnalysis.ofPage.subtracting([.uncertainty, .lenses, .confidence])

  private static func pages(
    _ report: Report, _ table: ScoreTable, _ edition: ReportEdition, _ data: PageData?,
    _ intervals: RankIntervals?, outlines: [(code: CountryCode, outline: Outline)], _ audit: AuditPage,
    _ markdown: MarkdownReport, _ changes: ChangePage?
  ) -> [(name: String, text: String)] {
    let order = table.order
    var pages: [(name: String, text: @Sendable () -> String)] = []
    pages.append(
      (
        name: MadeReport.page,
        text: {
          HTMLReport.render(
            report, outlines: outlines, edition: edition, audit: audit, data: data,
            changes: changes?.summary ?? [])
        }
      ))
    let components = table.components.map { table.framework.nodes[$0].name }
    pages.append(
      (
        name: "datapackage.json",
        text: { DataPackage.render(report, components: components, edition: edition) }
      ))
    pages.append((name: "indicators.csv", text: { ScoreCSV.indicators(table, order) }))
    pages.append((name: "scores.csv", text: { ScoreCSV.countries(table, order, intervals) }))
    pages.append((name: "scores.json", text: { ScoreJSON.countries(table, order, intervals).pretty }))
    pages += markdown.pages(audit)
    let made = pages
    let texts = inParallel(made.count) { Diagnostic.printableLines(made[$0].text()) }
    return zip(made.map(\.name), texts).sorted { $0.0 < $1.0 }.map { ($0, $1) }
  }

  private func outlines(_ folder: DataFolder) throws -> [(code: CountryCode, outline: Outline)] {
    if catalogue.countries.isOfUnits { return [] }
    var findings = Findings()
    let text = folder.textIfPresent("boundaries.csv", into: &findings)
    let outlines = text.map { OutlineReader.read($0, into: &findings) } ?? []
    try findings.throwErrors()
    return outlines
  }

  private func names(_ folder: DataFolder) throws -> [[String]] {
    if catalogue.countries.isOfUnits { return [] }
    var findings = Findings()
    let text = folder.textIfPresent("country-names.csv", into: &findings)
    let names = text.map { CountryNameReader.read($0, catalogue.countries, into: &findings) } ?? []
    try findings.throwErrors()
    return names
  }

  func lensDigest() throws -> String {
    do throws(FileReading.Problem) { return try lenses.digest(of: lensChoice) } catch {
      throw Failure.one(
        .tables.unreadableFile, "the lens cannot be read: \(error.reason)", at: .init(file: lensChoice),
        remedy: "run it again while nothing else writes there")
    }
  }
}
