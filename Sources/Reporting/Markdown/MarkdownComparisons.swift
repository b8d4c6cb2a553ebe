import Analysis
import IndexModel
import Scoring
import Tabular

/// The sections on regions and on other lenses.
struct MarkdownComparisons {
  private let own: ReportComparisons

  /// So many countries are named that lie furthest apart under two lenses.
  static let furthest = 3
  /// So many are named that share the best or the worst score of a region.
  static let mostNamed = 3

  init(_ own: ReportComparisons) { self.own = own }

  var sections: [(title: String, text: String)] {
    var sections: [(title: String, text: String)] = []
    if own.regions.contains(where: { !$0.name.isEmpty }) { sections.append(("Regions", regions)) }
    if !own.lenses.isEmpty { sections.append(("Other lenses", lenses)) }
    return sections
  }

  /// What the columns of changes in the ranking mean.
  static func note(_ changes: ScoreChanges) -> String {
    "Since \(changes.since): change of the score in points. Places: gained (+) or lost (−) since then among the "
      + "\(CountWords.of(changes.countries, "country", "countries")) ranked in both years. " + coverageChanges
  }

  /// Why a change may be none of the country's.
  static let coverageChanges = "Coverage changes as well, and part of a change may come from that."

  // MARK: - Regions

  private var regions: String {
    let table = TextTable(
      [.text("Region"), .number("Ranked"), .number("Median"), .text("Best"), .text("Worst")]
        + (own.changes.map { [.number("Since \($0.since)")] } ?? []), own.regions.map(row))
    let changes = own.changes == nil ? "" : " Since: the median of the changes of their scores."
    return table.markdown
      + "\nMedian: of the scores of a region's ranked countries, each counting once.\(changes)\n"
  }

  private func row(_ region: RegionScores) -> [String] {
    [
      MarkdownText.escape(region.name.isEmpty ? DataAudit.ungrouped : region.name),
      "\(region.ranked.count) of \(region.countries)", NumberFormat.fixed(region.median, 1),
      extreme(region.best), extreme(region.worst),
    ] + (own.changes == nil ? [] : [NumberFormat.signed(region.medianChange, 1)])
  }

  /// `Norway 94.0`, each name a link.
  private func extreme(_ rows: [RowIndex]) -> String {
    guard let first = rows.first else { return "–" }
    let names = rows.map { MarkdownReport.link(to: own.table.country($0)) }
    return "\(Prose.first(Self.mostNamed, of: names)) \(NumberFormat.fixed(own.table.score(first), 1))"
  }

  // MARK: - Lenses

  private var lenses: String {
    let table = TextTable(
      [.text("Lens"), .number("Countries"), .number("Correlation"), .text("Furthest apart")],
      own.lenses.map { pair in
        [
          MarkdownText.escape(pair.second.lens.displayTitle), "\(pair.shifts.count)",
          pair.spearman.map(ComparisonPage.correlation) ?? "–", furthest(pair),
        ]
      })
    return table.markdown
      + "\nCorrelation: of the ranks over the countries that both lenses rank (Spearman; 1 the same order, −1 the "
      + "reverse). Furthest apart: the ranks among them under this lens → under the other, of the "
      + "\(Self.furthest) countries that move furthest, equal ones by code. "
      + "The lens most alike stands first.\n"
  }

  private func furthest(_ pair: LensComparison) -> String {
    let moved = pair.shifts.prefix(Self.furthest).filter { $0.distance > 0 }
    let texts = moved.map { shift in
      "\(MarkdownReport.link(to: own.table.cube.countries[shift.country])) \(shift.first) → \(shift.second)"
    }
    return texts.isEmpty ? "–" : texts.joined(separator: ", ")
  }
}
