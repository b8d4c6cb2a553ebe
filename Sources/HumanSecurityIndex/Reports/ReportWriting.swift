import Analysis
import Audit
import Diagnostics
import IndexModel
import Ingest
import Reporting
import Scoring

package struct WrittenReport {
  /// The folder, as the user knows it.
  package let folder: String
  package let files: Int
  package let ranked: Int
  /// The others, each with why.
  package let unranked: [(name: String, reason: String)]
}

extension Workspace {
  /// Writes the report in place of the last one, all files in one step.
  /// - Parameters:
  ///   - table: the scores, of this workspace.
  ///   - output: the folder; nil for Reports/ beside the data folder.
  ///   - warn: is told when another run writes there, for which this one waits.
  package func writeReport(_ table: ScoreTable, to output: String?, warn: (Findings) -> Void = { _ in })
    throws -> WrittenReport
  {
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
    let data = PageData(report, table, edition, try history(table))
    let files = Self.pages(report, table, intervals, edition, outlines: outlines, AuditPage(audit), data)
    let manifest = Manifest(
      report: report, vintage: vintage, lensDigest: try lensDigest(), seed: settings.seed, outputs: files)
    try target.replace(with: files + [(Manifest.fileName, manifest.text)], onWait: warn)
    return WrittenReport(
      folder: target.shownPath, files: files.count + 1, ranked: report.ranked.count,
      unranked: report.withheld.map { ($0.country.name, $0.withheldBecause ?? "") })
  }

  /// A report is made often: fewer draws than the command takes, and not the parts that score the figures
  /// hundreds of times. A draw takes time by the square of the countries, and the bounds of many take many more
  /// programs of more rows: of more than some 500 countries so many fewer are made that a report is done in a minute.
  private static func auditSettings(_ table: ScoreTable) -> AuditSettings {
    var settings = AuditSettings()
    settings.samples = 20_000
    let excess = max(1, table.rankedCount * table.rankedCount / (400 * 400))
    settings.samples = max(settings.samples / excess, 1000)
    settings.limit /= excess * excess
    return settings
  }
  private static let auditParts = AuditAnalysis.ofPage.subtracting([
    .uncertainty, .sensitivity, .lenses, .confidence,
  ])

  private static func pages(
    _ report: Report, _ table: ScoreTable, _ intervals: RankIntervals?, _ edition: ReportEdition,
    outlines: [(code: CountryCode, outline: Outline)], _ audit: AuditPage, _ data: PageData
  ) -> [(name: String, text: String)] {
    let order = table.order
    let countries = (report.ranked + report.withheld).map { page in
      (
        name: "countries/\(page.country.code).md",
        text: MarkdownCountry.render(page, of: report, edition: edition)
      )
    }
    let pages: [(name: String, text: String)] =
      [
        ("audit.md", audit.markdown), ("datapackage.json", DataPackage.render(report, edition: edition)),
        (
          "index.html",
          HTMLReport.render(report, outlines: outlines, edition: edition, audit: audit, data: data)
        ), ("indicators.csv", ScoreCSV.indicators(table, order)),
        ("ranking.md", MarkdownRanking.render(report, edition: edition)),
        ("scores.csv", ScoreCSV.countries(table, order, intervals)),
        ("scores.json", ScoreJSON.countries(table, order, intervals).pretty),
      ] + countries.sorted { $0.name < $1.name }
    return pages.map { ($0.name, Diagnostic.printableLines($0.text)) }
  }

  private func outlines(_ folder: DataFolder) throws -> [(code: CountryCode, outline: Outline)] {
    var findings = Findings()
    let text = folder.textIfPresent("boundaries.csv", into: &findings)
    let outlines = text.map { OutlineReader.read($0, into: &findings) } ?? []
    try findings.throwErrors()
    return outlines
  }

  private func lensDigest() throws -> String {
    do throws(FileReading.Problem) { return try lenses.digest(of: lensChoice) } catch {
      throw Failure.one(
        .tables.unreadableFile, "the lens cannot be read: \(error.reason)", at: .init(file: lensChoice),
        remedy: "run it again while nothing else writes there")
    }
  }
}
