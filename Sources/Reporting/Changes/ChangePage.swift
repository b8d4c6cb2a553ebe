import Audit
import IndexModel
import Scoring
import Tabular

/// What changed between two states of an index, for people and for programs.
package struct ChangePage: WrittenPage, Sendable {
  let change: IndexChange
  private let revisions: FigureRevisions
  private let names: (before: String, after: String)
  let intervals: (before: [RankIntervals.Interval?], after: [RankIntervals.Interval?])
  private let limit: Int

  /// - Parameters:
  ///   - names: what the two states are called.
  ///   - after: the rank intervals of the later state, where they are known.
  ///   - limit: how many rows of each list people are shown.
  package init(
    _ change: IndexChange, _ revisions: FigureRevisions, _ names: (before: String, after: String),
    after: RankIntervals? = nil, limit: Int = 10
  ) {
    (self.change, self.revisions, self.names, self.limit) = (change, revisions, names, limit)
    intervals = (
      RankIntervals.byRow(RankIntervals(change.before), change.before),
      RankIntervals.byRow(after ?? RankIntervals(change.after), change.after)
    )
  }

  private var framework: Framework { change.after.framework }

  package func write(to out: inout PageText) {
    out.title("What changed from \(names.before) to \(names.after): \(states)", wraps: true)
    out.blankInMarkdown()
    out.line(finding)
    write(change.movers, "Countries that moved", to: &out)
    if !change.restanding.isEmpty {
      out.heading("Countries ranked in one state alone")
      out.table(standings)
    }
    if !revisions.all.isEmpty {
      out.heading("Figures")
      out.table(revised)
    }
    out.paragraph(Self.legend(change.countries))
  }

  private func write(_ movers: [CountryChange], _ heading: String, to out: inout PageText) {
    guard !movers.isEmpty else { return }
    out.heading(heading)
    out.table(table(movers.prefix(limit)))
    out.blank()
    out.lines(movers.prefix(min(limit, 5)).map { sentence($0) }, areParagraphs: true)
    out.remainder(of: movers.count, limit: limit)
  }

  // MARK: - Sentences

  private var states: String {
    let (one, other) = (change.before, change.after)
    func state(_ table: ScoreTable) -> String { "\(table.lens.displayTitle), \(table.year)" }
    return state(one) == state(other) ? state(other) : "\(state(one)); then \(state(other))"
  }

  /// The conclusion: what was changed, and how many it moved.
  package var finding: String {
    let counts = FigureRevisions.Kind.allCases.map { "\(revisions.count($0)) \($0.rawValue)" }
    let isSame = change.before.year == change.after.year
    let figures =
      revisions.all.isEmpty
      ? isSame ? "No figure differs" : "Two years of the same figures"
      : "Of the figures, \(CountWords.list(counts))"
    let ranked = change.countries.filter { $0.rise != nil }.count
    let moved = change.movers.count
    return "\(figures). Of \(CountWords.of(ranked, "country", "countries")) ranked in both, "
      + (moved == 0
        ? "none changes its rank." : "\(moved) \(moved == 1 ? "changes its" : "change their") rank.")
  }

  /// The conclusion and the countries that moved furthest, in a few lines.
  package var summary: [String] { [finding] + change.movers.prefix(Self.named).map { sentence($0) } }

  /// How many countries the summary names.
  private static let named = 3

  /// How many more moved than the summary names, as a line; none where it names all.
  package var remainder: [String] {
    let rest = change.movers.count - Self.named
    return rest > 0 ? ["… and \(rest) more: hsi diff last-report, or changes.md."] : []
  }

  func sentence(_ one: CountryChange) -> String {
    ChangeWords.sentence(one, framework, intervals.before[one.old], intervals.after[one.new])
  }

  static func legend(_ countries: [CountryChange]) -> String {
    let draws = countries.compactMap(\.draws).max()
    let coalitions = countries.map(\.coalitions).max() ?? 0
    return
      "Parts of a change are Shapley values over its causes, and within figures over indicators (Owen): what a cause "
      + "adds on average over all orders in which the causes can come about. They sum to the change. At most "
      + "\(coalitions) combinations a country"
      + (draws.map { "; where more than eight figures of one cause changed, \($0) orders of them were drawn" }
        ?? "") + ". Places are upwards. Others move where they pass the country or fall behind it."
  }

  // MARK: - Tables

  private func table(_ movers: some Sequence<CountryChange>) -> TextTable {
    TextTable(
      [
        .text("country", shrinksTo: 12), .number("rank before"), .number("interval before"), .number("rank"),
        .number("interval"), .number("places"), .number("points"), .text("mostly", shrinksTo: 16),
      ],
      movers.map { one in
        [
          one.country.name, NumberFormat.rank(one.rankBefore), interval(one.old, intervals.before),
          NumberFormat.rank(one.rankAfter), interval(one.new, intervals.after),
          one.rise.map { NumberFormat.signed(Double($0), 0) } ?? "–", NumberFormat.signed(one.gain, 2),
          one.causes.descending { abs($0.places) }.first.map { ChangeWords.name($0.cause) } ?? "–",
        ]
      })
  }

  private func interval(_ row: RowIndex, _ all: [RankIntervals.Interval?]) -> String {
    ScoreListing.intervalText(all[row])
  }

  private var standings: TextTable {
    TextTable(
      [.text("country", shrinksTo: 16), .text("before", shrinksTo: 16), .text("after", shrinksTo: 16)],
      change.restanding.map { one in
        [one.country.name, standing(change.before, one.old), standing(change.after, one.new)]
      })
  }

  private func standing(_ table: ScoreTable, _ row: RowIndex) -> String {
    switch table.standings[row] {
    case .ranked(let rank): "rank \(rank)"
    case .withheld(let reason): reason
    }
  }

  private var revised: TextTable {
    let ids = Set(revisions.all.map(\.indicator)).sorted()
    return TextTable(
      [
        .text("indicator", shrinksTo: 16), .number("added"), .number("revised"), .number("withdrawn"),
        .number("countries"),
      ],
      ids.map { id in
        let own = revisions.all.filter { $0.indicator == id }
        return [ChangeWords.name(id, framework)]
          + FigureRevisions.Kind.allCases.map { kind in String(own.count { $0.kind == kind }) } + [
            String(Set(own.map(\.country)).count)
          ]
      })
  }
}
