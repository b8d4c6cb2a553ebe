import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// What raising single indicators of countries would bring them, for people.
package struct LeversPage: WrittenPage {
  let table: ScoreTable
  let all: [Levers]
  let intervals: [RankIntervals.Interval?]
  private let draws: Int?
  private let limit: Int

  /// - Parameters:
  ///   - all: of each country that is asked about; of one table, target and kind of peers.
  ///   - limit: how many levers of each country people are shown.
  package init(_ table: ScoreTable, _ all: [Levers], _ intervals: RankIntervals?, limit: Int) {
    (self.table, self.all, self.limit) = (table, all, limit)
    self.intervals = RankIntervals.byRow(intervals, table)
    draws = intervals?.samples
  }

  /// Who is overtaken stands in a column from so many columns on, else below the table.
  private static let wide = 116
  /// So many of those who are overtaken are named.
  private static let named = 4

  package func write(to out: inout PageText) {
    for (place, levers) in all.enumerated() {
      if place == 0 {
        out.title(table.headline(levers.country, intervals[levers.country]), wraps: true)
      } else {
        out.line(table.headline(levers.country, intervals[levers.country]))
      }
      out.blankInMarkdown()
    }
    out.lines(all.map(finding), areParagraphs: true)
    let isWide = out.style.width.map { $0 >= Self.wide } ?? true
    if all.contains(where: { $0.together != nil }) {
      out.table(listing(isWide: isWide))
      if !isWide { for line in overtaking { out.line(line) } }
    }
    out.blank()
    out.lines(all.flatMap(remarks) + [legend], areParagraphs: true)
  }

  // MARK: - The table

  private func listing(isWide: Bool) -> TextTable {
    var columns: [TextTable.Column] = all.count > 1 ? [.text("country", shrinksTo: 9)] : []
    columns += [.text("indicator", shrinksTo: all.count > 1 ? 16 : 22), .number("now"), .number("target")]
    if hasUnits(isWide: isWide) { columns.append(.text("unit", shrinksTo: isWide ? 14 : 8)) }
    columns += [.number("score"), .number("then"), .number("points"), .number("ranks"), .number("IQRs")]
    if isWide { columns.append(.text("overtakes", shrinksTo: 12)) }
    return TextTable(columns, all.flatMap { rows($0, isWide: isWide) })
  }

  /// On a narrow page of several countries there is no room for units.
  private func hasUnits(isWide: Bool) -> Bool { isWide || all.count == 1 }

  private func rows(_ levers: Levers, isWide: Bool) -> [[String]] {
    let unit = hasUnits(isWide: isWide) ? [""] : []
    let country = all.count > 1 ? [table.country(levers.country).name] : []
    let single = levers.levers.prefix(limit).map { lever in
      country + cells(lever, hasUnit: !unit.isEmpty) + (isWide ? [overtaken(lever, 2)] : [])
    }
    guard let together = levers.together, together.raised.count > 1 else { return single }
    let last =
      ["All \(together.raised.count) together", "–", "–"] + unit + ["–", "–"] + gains(together) + ["–"]
    return single + [country + last + (isWide ? [overtaken(together, 2)] : [])]
  }

  private func cells(_ lever: Lever, hasUnit: Bool) -> [String] {
    guard let raise = lever.raised.first else { return [] }
    let values = [
      table.framework.title(of: raise.node), NumberFormat.value(raise.value),
      NumberFormat.value(raise.target),
    ]
    let unit = hasUnit ? [table.framework.unit(of: raise.node) ?? ""] : []
    let scores = [NumberFormat.fixed(raise.score, 1), NumberFormat.fixed(raise.targetScore, 1)]
    return values + unit + scores + gains(lever) + [NumberFormat.fixed(raise.effort, 1)]
  }

  private func gains(_ lever: Lever) -> [String] {
    [(lever.points > 0 ? "+" : "") + SmallNumber.fixed(lever.points, 2), Self.signed(lever.ranks)]
  }

  private static func signed(_ ranks: Int) -> String {
    ranks > 0 ? "+\(ranks)" : ranks < 0 ? "−\(-ranks)" : "0"
  }

  private func overtaken(_ lever: Lever, _ limit: Int) -> String {
    if lever.overtaken.isEmpty { return "–" }
    // Those just above the country come first on its way.
    return Prose.first(limit, of: lever.overtaken.reversed().map { table.country($0).name })
  }

  private var overtaking: [String] {
    all.flatMap { levers -> [String] in
      guard let first = levers.levers.first(where: { !$0.overtaken.isEmpty }), let raise = first.raised.first
      else { return [] }
      let who = all.count > 1 ? "\(table.country(levers.country).name): " : ""
      return [
        "\(who)\(table.framework.title(of: raise.node)) overtakes \(overtaken(first, Self.named)). "
          + "CSV and JSON name all that each indicator overtakes."
      ]
    }
  }

  // MARK: - Words

  private func finding(_ levers: Levers) -> String {
    let name = all.count > 1 ? "\(table.country(levers.country).name): " : ""
    guard let first = levers.levers.first, let raise = first.raised.first else {
      return name + "No single indicator, brought to \(target(levers)), adds to the score."
    }
    return name + "Of all single indicators \(table.framework.title(of: raise.node)), brought to "
      + "\(target(levers)), adds most: \(gains(first)[0]) points, \(rankWords(first.ranks))."
  }

  private func rankWords(_ ranks: Int) -> String {
    ranks == 0 ? "no rank" : Self.signed(ranks) + (abs(ranks) == 1 ? " rank" : " ranks")
  }

  private func target(_ levers: Levers) -> String {
    let peers = PeerWords.phrase(levers.peers, in: table)
    switch levers.target {
    case .median: return "the median of \(peers)"
    case .bestQuarter: return "where the best quarter of \(peers) begins"
    case .goalpost: return "its best goalpost"
    }
  }

  private func remarks(_ levers: Levers) -> [String] {
    let who = all.count > 1 ? "\(table.country(levers.country).name): " : ""
    var parts: [String] = []
    let hidden = levers.levers.count - limit
    if hidden > 0 { parts.append("\(hidden) more with --limit \(levers.levers.count), CSV or JSON") }
    if !levers.attained.isEmpty {
      parts.append("\(levers.attained.count) at the target already or beyond it")
    }
    if !levers.idle.isEmpty {
      let adds = levers.idle.count == 1 ? "adds" : "add"
      parts.append("\(levers.idle.count) below it that \(adds) nothing alone: \(names(levers.idle))")
    }
    if !levers.unknown.isEmpty {
      parts.append("unknown, so that nothing is worked out: \(names(levers.unknown.map(\.node)))")
    }
    return parts.isEmpty ? [] : [who + "Not in the table: " + parts.joined(separator: "; ") + "."]
  }

  private func names(_ nodes: [NodeIndex]) -> String {
    nodes.map { table.framework.title(of: $0) }.joined(separator: ", ")
  }

  private var legend: String {
    let others =
      table.lens.scoresAreComparableOverYears
      ? "all other figures, the weights and the scores of all other countries"
      : "all other figures and the lens; other countries' scores are worked out again, since they depend on each other"
    return
      "Arithmetic, not a forecast: one indicator at a time is brought there. Held fixed: \(others). score, then: of the "
      + "indicator. points: of the index; those of single indicators need not sum to those of all. ranks: places gained; "
      + "read them with the rank interval. IQRs: the effort, which is the distance in score ÷ the interquartile range of the peers' scores of "
      + "the indicator."
  }
}
