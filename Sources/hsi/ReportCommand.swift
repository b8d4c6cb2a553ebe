import ArgumentParser
import Audit
import HumanSecurity
import Ingest
import Reporting
import Scoring
import Tabular

/// `hsi report`: the published pages.
struct MakeReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report: ranking, country pages, map, tables for machines.",
    discussion: """
      Writes index.html, ranking.md, audit.md, countries/, scores.csv, indicators.csv, scores.json, \
      datapackage.json and manifest.json, all at once: an interrupted run leaves the old report.

      Examples:
        hsi report
        hsi report --year 2015 --output Reports-2015
      """)

  @OptionGroup var options: ScoringOptions

  @Option(
    help: ArgumentHelp(
      "The folder to write. Default: Reports, beside the data folder.", valueName: "dir"))
  var output: String?

  func validate() throws {
    _ = try options.lens()
    if output == "" { throw ValidationError("--output needs the name of a folder") }
  }

  func run() throws {
    let workspace = try Workspace(options)
    let table = try workspace.score()
    let folder = workspace.catalogue.folder
    let target = ReportFolder(output ?? folder.sibling("Reports"))
    try target.refuse(inside: folder)
    let keep = try target.foreignFiles()
    let ranges = RankRange.leavingOutEachDimension(table)
    let report = Report(table, ranges: ranges)
    let vintage = try Vintage(of: folder)
    let edition = ReportEdition(
      toolVersion: HSI.version, vintage: vintage.name, dataFolder: target.link(to: folder))
    let audit = AuditRun(table, Self.auditSettings)(Self.auditParts)
    let files = pages(
      report, table, ranges, edition, outlines: try outlines(folder), AuditPage(audit))
    let manifest = Manifest(
      report: report, vintage: vintage, lensDigest: try lensDigest(workspace),
      seed: Self.auditSettings.seed, outputs: files)
    try FileWriting.replaceFolder(
      target.path, with: files + [("manifest.json", manifest.text)], keep: keep)
    Terminal.write(
      "\(report.ranked.count) of \(report.ranked.count + report.withheld.count) countries ranked "
        + "for \(report.year) under \(report.lens.name); \(files.count + 1) files in "
        + "\(target.shownPath)\n")
    for page in report.withheld {
      Terminal.write("not ranked: \(page.country.name), \(page.withheldBecause ?? "")\n")
    }
  }

  /// A report is made often: fewer draws than the command takes, and not the parts that score the figures
  /// hundreds of times.
  private static let auditSettings: AuditSettings = {
    var settings = AuditSettings()
    settings.samples = 20_000
    return settings
  }()
  private static let auditParts =
    Set(AuditPart.allCases).subtracting([.uncertainty, .sensitivity, .schools, .confidence])

  private func pages(
    _ report: Report, _ table: ScoreTable, _ ranges: [RankRange?], _ edition: ReportEdition,
    outlines: [(code: CountryCode, outline: Outline)], _ audit: AuditPage
  ) -> [(name: String, text: String)] {
    let order = table.order
    let countries = (report.ranked + report.withheld).map { page in
      (
        name: "countries/\(page.country.code).md",
        text: MarkdownCountry.render(page, of: report, edition: edition)
      )
    }
    return [
      ("audit.md", audit.markdown),
      ("datapackage.json", DataPackage.render(report, edition: edition)),
      ("index.html", HTMLReport.render(report, outlines: outlines, edition: edition, audit: audit)),
      ("indicators.csv", ScoreCSV.indicators(table, order)),
      ("ranking.md", MarkdownRanking.render(report, edition: edition)),
      ("scores.csv", ScoreCSV.countries(table, order)),
      ("scores.json", ScoreJSON.countries(table, order, ranges: ranges).pretty),
    ] + countries.sorted { $0.name < $1.name }
  }

  private func outlines(_ folder: DataFolder) throws
    -> [(code: CountryCode, outline: Outline)]
  {
    var findings = Findings()
    let text = folder.textIfPresent("boundaries.csv", into: &findings)
    let outlines = text.map { OutlineReader.read($0, into: &findings) } ?? []
    if findings.hasErrors { throw Failure.findings(findings, asJSON: options.data.asJSON) }
    return outlines
  }

  private func lensDigest(_ workspace: Workspace) throws -> String {
    let choice = try options.lens().first ?? LensFolder.defaultName
    guard let path = workspace.lenses.path(of: choice),
      let bytes = try? FileReading.bytes(path)
    else { return "" }
    return Vintage.digest(bytes)
  }
}

/// The folder that a report is written to.
private struct ReportFolder {
  /// Links followed, so that the folder itself is renewed and not a link to it.
  let path: String
  /// As the user knows it.
  let shownPath: String

  init(_ path: String) {
    let trimmed = path.withoutTrailingSlashes
    self.path = FileReading.realPath(trimmed) ?? trimmed
    shownPath = trimmed
  }

  /// A report among the figures would count as figures the next time.
  func refuse(inside data: DataFolder) throws {
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard let own = FileReading.realPath(path) ?? FileReading.realPath(parent),
      let root = FileReading.realPath(data.path), own == root || own.hasPrefix(root + "/")
    else { return }
    throw Failure.one(
      "output-among-inputs", "\"\(shownPath)\" is inside the data folder",
      at: .init(file: shownPath), remedy: "choose a folder elsewhere with --output", status: 2)
  }

  /// Files of the folder that no report of ours wrote: they stay. A folder that has files but no
  /// manifest of ours is not a report, and is not touched at all.
  func foreignFiles() throws -> [String] {
    guard FileReading.exists(path) else { return [] }
    guard FileReading.isFolder(path) else {
      throw Failure.one(
        "not-a-folder", "\"\(shownPath)\" is not a folder", at: .init(file: shownPath),
        remedy: "name the folder that the report is to fill", status: 2)
    }
    if FileReading.names(in: path).isEmpty { return [] }
    guard let bytes = try? FileReading.bytes(path + "/manifest.json"),
      let own = Manifest.outputs(in: String(decoding: bytes, as: UTF8.self))
    else {
      throw Failure.one(
        "not-a-report", "\"\(shownPath)\" holds files but no report of hsi",
        at: .init(file: shownPath),
        remedy: "choose another folder with --output, or empty this one", status: 2)
    }
    return FileWriting.files(below: path).filter { !own.contains($0) && $0 != "manifest.json" }
  }

  /// How pages in the folder link to the data folder: only where both stand side by side.
  func link(to data: DataFolder) -> String {
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard let own = FileReading.realPath(parent), own == FileReading.realPath(data.parent),
      let name = data.path.split(separator: "/").last
    else { return "" }
    return "../\(name)"
  }
}
