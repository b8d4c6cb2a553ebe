import ArgumentParser
import HumanSecurity
import Ingest
import Lens
import Reporting
import Scoring
import Tabular

/// `hsi check`: everything wrong or doubtful with Data/ and Weights/.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List everything wrong or doubtful with Data/ and Weights/, all at once.",
    discussion: """
      Reads every file of figures and every lens. Errors end with status 1; with --fail-on, a \
      finding of that severity or above ends with status 3.

      Examples:
        hsi check
        hsi check --fail-on warning --format json
      """)

  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case note, warning, error

    var severity: Diagnostic.Severity {
      switch self {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    }
  }

  @Option(help: ArgumentHelp("The folder of figures.", valueName: "dir"))
  var data = "Data"

  @OptionGroup var output: OutputOptions

  @Option(help: "End with status 3 on a finding of this severity or above: note, warning, error.")
  var failOn: Threshold?

  func run() throws {
    let folder = try DataFolder(data)
    var findings = Findings()
    let catalogue = Catalogue(folder, into: &findings)
    let cube = catalogue.cube(into: &findings).cube
    checkTables(catalogue, cube, into: &findings)
    checkLenses(catalogue, cube, into: &findings)
    try output.write(text(findings), from: folder)
    if let failOn, findings.all.contains(where: { $0.severity >= failOn.severity }) {
      throw Failure(findings: Findings(), status: 3)
    }
    if findings.hasErrors { throw Failure(findings: Findings(), status: 1) }
  }

  private func checkTables(
    _ catalogue: Catalogue, _ cube: ObservationCube, into findings: inout Findings
  ) {
    let folder = catalogue.folder
    var unread = Findings()
    if let text = folder.textIfPresent("indicators.csv", into: &unread) {
      DataChecks.documentation(catalogue.framework, text, into: &findings)
      DataChecks.coverage(
        cube, threshold: CoverageHint.threshold, text, into: &findings)
    }
    if let text = folder.textIfPresent("imports.toml", into: &findings) {
      _ = ImportPlan.read(text, framework: catalogue.framework, into: &findings)
    }
    if let text = folder.textIfPresent("borders.csv", into: &findings) {
      DataChecks.borders(text, catalogue.countries, into: &findings)
    }
    if let text = folder.textIfPresent("boundaries.csv", into: &findings) {
      let outlines = OutlineReader.read(text, into: &findings)
      DataChecks.outlines(outlines, catalogue.countries, file: text.name, into: &findings)
    }
    DataChecks.unusedFiles(
      FileWriting.files(below: folder.path), catalogue.framework, folder: folder.path,
      into: &findings)
  }

  private func checkLenses(
    _ catalogue: Catalogue, _ cube: ObservationCube, into findings: inout Findings
  ) {
    let lenses = LensFolder(beside: catalogue.folder)
    if lenses.names.isEmpty {
      findings.append(
        Diagnostic(
          .warning, "no-lens", "there is no lens", at: .init(file: lenses.folders[0]),
          remedy: "write one as Weights/NAME.toml"))
    }
    var weighed: Set<Int> = []
    var isComplete = true
    for name in lenses.names {
      guard let lens = lenses.lens(name, catalogue.framework, into: &findings) else {
        isComplete = false
        continue
      }
      guard let year = cube.referenceYear(for: lens) else { continue }
      let table = cube.score(year, by: lens)
      findings.append(contentsOf: table.findings)
      weighed.formUnion(table.columns.indices.filter { table.columns[$0] != nil })
    }
    guard isComplete, !lenses.names.isEmpty else { return }
    for (index, indicator) in catalogue.framework.indicators.enumerated()
    where indicator.dimension != nil && !weighed.contains(index) {
      findings.append(
        Diagnostic(
          .note, "unweighed", "no lens gives \(indicator.id) any weight",
          at: .init(file: catalogue.folder.path + "/indicators.csv", line: indicator.line)))
    }
  }

  private func text(_ findings: Findings) -> String {
    switch output.format {
    case .json: return JSONText.array(findings.all.map(\.json)).pretty
    case .csv: return Self.csv(findings)
    case .table:
      let counts = [
        "errors: \(findings.count(.error))", "warnings: \(findings.count(.warning))",
        "notes: \(findings.count(.note))",
      ]
      return findings.all.map { $0.text + "\n" }.joined() + counts.joined(separator: ", ") + "\n"
    case .md:
      var table = TextTable([.text("severity"), .text("place"), .text("finding"), .text("remedy")])
      for finding in findings.all {
        table.append(
          [
            finding.severity.rawValue, finding.place?.description ?? "",
            "\(finding.message) [\(finding.identifier)]", finding.remedy,
          ].map(MarkdownText.escape))
      }
      return table.markdown
    }
  }

  private static func csv(_ findings: Findings) -> String {
    var out = CSVText(header: [
      "severity", "identifier", "file", "line", "column", "message", "remedy",
    ])
    for finding in findings.all {
      out.field(finding.severity.rawValue)
      out.field(finding.identifier)
      out.field(finding.place?.file ?? "")
      out.field(finding.place.flatMap { $0.line > 0 ? $0.line : nil })
      out.field(finding.place.flatMap { $0.column > 0 ? $0.column : nil })
      out.field(finding.message)
      out.field(finding.remedy)
      out.endRow()
    }
    return out.text
  }
}
