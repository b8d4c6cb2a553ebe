import ArgumentParser
import Diagnostics
import HumanSecurityIndex
import IndexModel
import Reporting
import Tabular

/// `hsi check`: everything wrong or doubtful with Data/ and Weights/.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List everything wrong or doubtful with Data/ and Weights/, all at once.",
    discussion: """
      Reads every file of figures and every lens. Errors end with status 1; with --fail-on, a \
      finding of that severity or above ends with status 3. What --only or --ignore leaves out \
      does not count, nor does what accepted.csv beside the data folder accepts: --accept writes it.

      Examples:
        hsi check
        hsi check --fail-on warning --format json
        hsi check --format sarif --output hsi.sarif
        hsi check --ignore low-coverage --ignore unweighed
        hsi check --accept at-an-end --reason "most countries have none"
        hsi check --list
      """)

  @OptionGroup var data: DataOptions

  @Option(help: "table, csv, json, md, or sarif (2.1.0, for editors and code hosts).") var format =
    CheckFormat.table

  @Option(help: .of("Write to a file instead of standard output.", "file")) var output: String?

  @Option(
    help: .of("End with status 3 on a finding of this severity or above: note, warning or error.", "severity")
  ) var failOn: Diagnostic.Severity?

  @Option(
    help: .of("Check only this lens: its name in Weights/, or a file; may be repeated.", "name|file"),
    completion: .lenses) var lens: [String] = []

  @Option(
    help: .of(
      "Also say which pairs of a file do not hold: higher,lower,score,year,reason, by the default lens or --lens.",
      "file")) var pairs: String?

  @Option(
    help: .of("Only findings of this identifier; may be repeated.", "identifier"), completion: .findings)
  var only: [String] = []

  @Option(help: .of("No findings of this identifier; may be repeated.", "identifier"), completion: .findings)
  var ignore: [String] = []

  @Option(help: .of("The present year. Default: that of the clock.", "year")) var asOf: Year?

  @OptionGroup var acceptance: AcceptOptions

  @Flag(help: "List every finding that there can be, and check nothing.") var list = false

  func validate() throws {
    if output == "" { throw ValidationError("--output needs the name of a file") }
    if let asOf, !figureYears.contains(asOf) {
      throw ValidationError("--as-of \(asOf) is not a year from 1500 to 2200")
    }
    if list, format == .sarif { throw ValidationError("--list has no SARIF: choose table, csv, json or md") }
    if let both = only.first(where: ignore.contains) {
      throw ValidationError("--only \(both) and --ignore \(both) leave nothing to be told")
    }
    for identifier in only + ignore + acceptance.accept
    where FindingCatalogue.hsi.index(of: identifier) == nil {
      let known = FindingCatalogue.hsi.all.map(\.identifier)
      throw ValidationError(
        "there is no finding \"\(identifier)\"; " + NearestName.remedy(for: identifier, among: known)
          + " see hsi check --list")
    }
    for kind in FindingCatalogue.hsi.all where kind.severity == .error {
      if acceptance.accept.contains(kind.identifier) {
        throw ValidationError(
          "\(kind.identifier) is an error, which stops every score: mend it, it cannot be accepted")
      }
    }
  }

  func run() throws {
    if list {
      let text = format.list(output)
      return try OutputOptions.write(text, to: output, from: try? DataFolder(data.data))
    }
    let folder = try DataFolder(data.data)
    let line = ProgressLine()
    line.write("reading and checking all figures and lenses")
    defer { line.clear() }
    var inspection = Inspection(of: folder)
    inspection.checkFigures(present: asOf ?? Clock.year)
    inspection.checkTables()
    for lens in lens { inspection.checkLens(lens) }
    if lens.isEmpty { inspection.checkLenses() }
    inspection.checkScores(by: lens)
    if let pairs { inspection.checkPairs(pairs, by: lens) }
    line.clear()
    var own = Findings()
    let accepted = try AcceptedFindings(beside: folder, into: &own)
    let subjects = FindingSubjects(inspection.catalogue)
    let parted = accepted.part(inspection.findings.only { isAsked($0.identifier) }, subjects)
    if !acceptance.accept.isEmpty {
      try own.throwErrors()
      return try acceptance.accept(parted.open, subjects, in: accepted)
    }
    var findings = parted.open
    if lens.isEmpty {
      let pairKinds = [FindingKind.checks.pairBroken, .checks.pairUnscored].map(\.identifier)
      own.append(
        contentsOf: accepted.gone(parted) { isAsked($0) && (pairs != nil || !pairKinds.contains($0)) })
    }
    findings.append(contentsOf: own.only { isAsked($0.identifier) })
    let listing = FindingListing(
      findings, accepted: parted.accepted, acceptedCount: parted.count, showsAccepted: acceptance.withAccepted
    )
    try OutputOptions.write(format.text(findings, listing, parted.accepted), to: output, from: folder)
    if let failOn, let worst = findings.worst, worst >= failOn { throw Failure(Findings(), status: 3) }
    if findings.hasErrors { throw Failure(Findings(), status: 1) }
  }

  private func isAsked(_ identifier: String) -> Bool {
    (only.isEmpty || only.contains(identifier)) && !ignore.contains(identifier)
  }
}

enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, md, sarif

  /// - Parameter accepted: what SARIF has as suppressed, whether or not the other forms show it.
  func text(_ findings: Findings, _ listing: FindingListing, _ accepted: [FindingListing.Accepted]) -> String
  {
    switch self {
    case .table: listing.plain
    case .csv: listing.csv
    case .json: listing.json.pretty
    case .md: listing.markdown
    case .sarif:
      SARIF(findings.all, accepted: accepted, of: .hsi, version: Release.version) {
        Digest.text(of: Array($0.utf8))
      }.json.pretty
    }
  }

  /// The catalogue of findings; a terminal limits the width of its table.
  func list(_ output: String?) -> String {
    switch self {
    case .table, .sarif:
      FindingPage(.hsi).table(
        width: output == nil ? Terminal.width : nil, bold: output == nil && Terminal.mayColour())
    case .csv: FindingPage(.hsi).csv
    case .json: FindingPage(.hsi).json.pretty
    case .md: FindingPage(.hsi).markdown
    }
  }
}
