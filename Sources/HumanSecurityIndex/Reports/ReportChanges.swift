import Audit
import Diagnostics
import Reporting
import Scoring

/// What changed since the last report into a folder, and the vintages that this is told from.
struct ReportChanges {
  /// Nil where no earlier report's vintage is kept, or its figures cannot be read any more.
  let page: ChangePage?
  /// The name of the figures and lenses of the earlier report; nil where none is kept.
  let previous: String?
  private let kept: Kept?

  private struct Kept {
    let store: VintageStore
    let now: SavedVintage
    let last: SavedVintage?
    /// Whether the last report was made of the same.
    let isSame: Bool
    /// The name of the vintage of the report before the last.
    let earlier: String
  }

  static let fileName = "changes.md"

  /// - Parameters:
  ///   - figures: those of the workspace.
  ///   - names: of the vintages of the last report and of the one before it.
  ///   - intervals: those of the table.
  init(
    _ workspace: Workspace, _ figures: Vintage, _ table: ScoreTable, _ intervals: RankIntervals?,
    names: (last: String, earlier: String), warn: (Findings) -> Void
  ) {
    var (base, kept): (SavedVintage?, Kept?) = (nil, nil)
    // A report does not hang on what is kept of others; what is damaged tells nothing, and makes room for the next.
    func told<Result>(_ work: () throws -> Result?) -> Result? {
      do { return try work() } catch {
        if let failure = error as? Failure { warn(Self.doubt(failure)) }
        return nil
      }
    }
    if let store = told({ try VintageStore(beside: workspace.catalogue.folder) }),
      let now = told({
        try SavedVintage(names.last, figures, workspace.lenses, report: (workspace.lensChoice, table.year))
      })
    {
      let last = told { try store.vintage(names.last) }
      let isSame = last.map { $0.contents == now.contents && $0.isReported(as: now) } ?? false
      base = isSame || last == nil ? told { try store.vintage(names.earlier) } : last
      kept = Kept(store: store, now: now, last: last, isSame: isSame, earlier: names.earlier)
    }
    page = told { try base.flatMap { try Self.page(from: $0, workspace, table, intervals) } }
    (previous, self.kept) = (page == nil ? nil : base?.contents, kept)
  }

  private static func page(
    from base: SavedVintage, _ workspace: Workspace, _ table: ScoreTable, _ intervals: RankIntervals?
  ) throws -> ChangePage? {
    guard let report = base.report else { return nil }
    var options = workspace.choice
    (options.data, options.year) = (base.dataFolder, report.year)
    let before = try Panel(options, lenses: [report.lens], takesDefault: true, warn: { _ in }).workspaces[0]
    _ = try before.score()
    let names = (before: "the report before", after: "this one")
    let comparison = try StateComparison(before, workspace, names)
    return ChangePage(comparison.change, comparison.revisions, names, after: intervals)
  }

  /// The page of changes.
  var markdown: String {
    page?.markdown
      ?? "# What changed\n\nNo earlier report is kept beside these figures: the next one will be compared with this one.\n"
  }

  /// Keeps what this report was made of, once it is written; the one before stays, so that the same report says the same
  /// when it is made again.
  func keep(_ workspace: Workspace, warn: (Findings) -> Void) {
    guard let kept, !kept.isSame else { return }
    do {
      if let last = kept.last { try kept.store.rename(last.name, to: kept.earlier) }
      try kept.store.keep(kept.now, workspace.catalogue.folder, replacing: true)
    } catch { if let failure = error as? Failure { warn(Self.doubt(failure)) } }
  }

  private static func doubt(_ failure: Failure) -> Findings {
    let first = failure.findings.all.first
    return Findings(
      Diagnostic(
        .vintages.notKept,
        "changes since the last report are not told: \(first?.message ?? "it cannot be read")",
        at: first?.place, remedy: FindingKind.vintages.notKept.advice))
  }
}

extension SavedVintage {
  fileprivate func isReported(as other: SavedVintage) -> Bool {
    report?.lens == other.report?.lens && report?.year == other.report?.year
  }
}
