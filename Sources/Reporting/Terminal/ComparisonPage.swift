import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// How far the ranks of lenses agree, who stands apart, and for which dimension.
package struct ComparisonPage: WrittenPage, Sendable {
  let pairs: [LensComparison]
  private let yearNote: String
  private let furthest: Int

  /// - Parameters:
  ///   - pairs: the lenses two by two, all of one year.
  ///   - yearNote: why it is this year.
  ///   - furthest: how many countries are named for each pair.
  package init(_ pairs: [LensComparison], yearNote: String, furthest: Int) {
    (self.pairs, self.yearNote, self.furthest) = (pairs, yearNote, furthest)
  }

  private var fields: Fields<LensComparison> {
    [
      ("a", { .string($0.first.lens.name) }), ("b", { .string($0.second.lens.name) }),
      ("kendall", { .optional($0.kendall) }), ("spearman", { .optional($0.spearman) }),
      ("mean_shift", { .optional($0.meanShift) }), ("max_shift", { .optional($0.shifts.first?.distance) }),
      ("most_moved", { .optional($0.shifts.first.map { country($0).code.description }) }),
    ]
  }

  /// One row a pair.
  package var csv: String { CSVText.table(pairs, fields) }

  /// The year and an array of pairs, each with the countries furthest apart.
  package var json: JSONText {
    .object([
      ("year", .optional(pairs.first?.first.year)), ("year_note", .string(yearNote)),
      ("pairs", .list(pairs, members)),
    ])
  }

  private func members(_ pair: LensComparison) -> [(String, JSONText)] {
    var members = JSONText.members(pair, fields)
    members.insert(("countries", .integer(pair.shifts.count)), at: 2)
    let apart = JSONText.list(pair.shifts.prefix(furthest)) { shift in
      let dimension = shift.cause.map { pair.first.framework.nodes[$0.dimension].name }
      return country(shift).members + [
        ("rank_a", .integer(shift.first)), ("rank_b", .integer(shift.second)),
        ("dimension", .optional(dimension)), ("lift_a", .optional(shift.cause.flatMap(\.first))),
        ("lift_b", .optional(shift.cause.flatMap(\.second))),
      ]
    }
    return members + [("furthest", apart)]
  }

  package func write(to out: inout PageText) {
    out.title(title)
    out.table(table)
    out.blank()
    out.lines([yearNote, Self.legend])
    if let summary { out.paragraph(summary) }
    for pair in pairs {
      if out.isMarkdown { out.heading(pair.names.joined(separator: " and ")) }
      out.blank()
      out.lines(findings(pair))
    }
  }

  private var title: String {
    "Ranks under \(pairs.count == 1 ? "two lenses" : "lenses, two by two"), "
      + "\(pairs.first?.first.year ?? 0)"
  }

  /// What the ranks of sentences count, and what stands behind them.
  static let ranks =
    "Ranks are those among the countries that both lenses rank, in brackets those that the country takes among "
    + "them when any one dimension is left out, or any one part of the only one (– of an index of one indicator)."

  private static let legend =
    "kendall (tau-b) and spearman: 1 the same order, −1 the reverse, near 0 none. \(ranks) shift: the "
    + "ranks between a country's two. Points: a dimension's weight times the distance of its score from the average of these countries. "
    + "Percentage: a dimension's part in all points by which dimensions move a country that way."

  private var table: TextTable {
    TextTable(
      [
        .text("a"), .text("b"), .number("countries"), .number("kendall"), .number("spearman"),
        .number("mean shift"), .number("max shift"), .text("most moved", shrinksTo: 10),
      ],
      pairs.map { pair in
        pair.names + [
          "\(pair.shifts.count)", NumberFormat.fixed(pair.kendall, 3), NumberFormat.fixed(pair.spearman, 3),
          NumberFormat.fixed(pair.meanShift, 1), NumberFormat.rank(pair.shifts.first?.distance),
          pair.shifts.first.flatMap { $0.distance == 0 ? nil : country($0).name } ?? "–",
        ]
      })
  }

  private func country(_ shift: LensComparison.Shift) -> Country {
    pairs[0].first.cube.countries[shift.country]
  }

  // MARK: - Sentences

  /// What a pair shows: how far it agrees, then the countries furthest apart, a sentence each.
  func findings(_ pair: LensComparison) -> [String] {
    let names = pair.names.joined(separator: " and ")
    guard let spearman = pair.spearman, let mean = pair.meanShift else {
      return ["\(names) have too few countries in common to be compared."]
    }
    let opening =
      "\(names) \(Self.words(spearman)): over \(pair.shifts.count) countries the ranks "
      + "correlate by \(Self.correlation(spearman)) (Spearman), and a country stands "
      + "\(NumberFormat.fixed(mean, 1)) ranks apart on average."
    let own = [pair.first, pair.second].filter { $0.ownShares != nil }.map {
      "Under \($0.lens.name) each country has dimension weights of its own."
    }
    let moved = pair.shifts.prefix(furthest).filter { $0.distance > 0 }
    let ranges = moved.isEmpty ? [] : [pair.first, pair.second].map { Self.ranges($0, among: pair) }
    return [opening] + Self.joining(pair) + own + moved.map { sentence($0, pair, ranges) }
  }

  /// The ranks that each country of a pair takes under one of its lenses, among those that both rank, when a
  /// dimension is left out.
  private static func ranges(_ table: ScoreTable, among pair: LensComparison) -> [CountryIndex: String] {
    let rows = table.rowByCountry
    let common = pair.shifts.compactMap { rows[$0.country] }
    let ranges = RankRange.leavingOutEachDimension(table, among: common)
    return Dictionary(
      uniqueKeysWithValues: common.map { (table.countries[$0], ScoreListing.rangeText(ranges[$0])) })
  }

  /// How the two join dimensions, where both have several to join and do it differently.
  static func joining(_ pair: LensComparison) -> [String] {
    let joins = [pair.first, pair.second].filter { $0.dimensions.count > 1 }.map {
      $0.aggregator(of: Framework.root).name.replacing("_", with: " ")
    }
    guard joins.count == 2, joins[0] != joins[1] else { return [] }
    return ["They join dimensions differently, \(joins[0]) and \(joins[1]): no dimension accounts for that."]
  }

  /// Which two lenses are most and which least alike; nil where there are but two lenses.
  private var summary: String? {
    let known = pairs.compactMap { pair in pair.spearman.map { (pair: pair, value: $0) } }
    guard known.count > 1, let most = known.max(by: { $0.value < $1.value }),
      let least = known.min(by: { $0.value < $1.value })
    else { return nil }
    let texts = [most, least].map { known in
      "\(known.pair.names.joined(separator: " and ")) (\(Self.correlation(known.value)))"
    }
    return "Most alike are \(texts[0]), least alike \(texts[1])."
  }

  /// Two decimals, or three where two would claim the very same order.
  static func correlation(_ value: Double) -> String {
    let isNearOne = abs(value) >= 0.995 && abs(value) < 1
    return NumberFormat.fixed(value, isNearOne ? 3 : 2)
  }

  /// Bounds by convention: they name a strength, they test nothing.
  static func words(_ spearman: Double) -> String {
    switch spearman {
    case 0.95...: "rank countries nearly alike"
    case 0.8...: "rank countries much alike"
    case 0.5...: "agree in part"
    case 0.2...: "agree little"
    case (-0.2)...: "have next to nothing in common"
    default: "rank countries against each other"
    }
  }

  private func sentence(
    _ shift: LensComparison.Shift, _ pair: LensComparison, _ ranges: [[CountryIndex: String]]
  ) -> String {
    let name = pair.first.cube.countries[shift.country].name
    let (one, other) = (ranges[0][shift.country] ?? "–", ranges[1][shift.country] ?? "–")
    let ranks =
      "\(name) is number \(shift.first) (\(one)) of \(pair.shifts.count) under \(pair.first.lens.name) and "
      + "\(shift.second) (\(other)) under \(pair.second.lens.name)"
    guard let cause = shift.cause else { return ranks + "; no dimension moves it that way." }
    let dimension = pair.first.framework.nodes[cause.dimension].name
    let lifts = [(pair.first, cause.first), (pair.second, cause.second)].map { table, lift in
      Self.lift(lift, cause.dimension, table)
    }
    return "\(ranks), \(Self.reason(cause, dimension)): \(lifts[0]), \(lifts[1])."
  }

  /// `mostly for its state dimension (64 %)`, or what is true where that is half or less.
  static func reason(_ cause: LensComparison.Cause, _ dimension: String) -> String {
    let text = SampledWords.percent(cause.share)
    let share = cause.isMost && text == "50 %" ? "(just over 50 %)" : "(\(text))"
    if cause.isMost { return "mostly for its \(dimension) dimension \(share)" }
    return cause.isShared
      ? "for its \(dimension) dimension \(share) as much as for any other"
      : "for its \(dimension) dimension \(share) more than for any other"
  }

  /// `12.3 points above the average under realist`.
  /// - Parameter points: nil where the country has no score.
  static func lift(_ points: Double?, _ dimension: NodeIndex, _ table: ScoreTable) -> String {
    let lens = table.lens.name
    guard table.weights[dimension] > 0 else { return "not counted under \(lens)" }
    guard let points else { return "not scored under \(lens)" }
    let distance = NumberFormat.fixed(abs(points), 1)
    if distance == "0.0" { return "at the average under \(lens)" }
    return "\(distance) points \(points < 0 ? "below" : "above") the average under \(lens)"
  }
}

extension LensComparison {
  /// The names of the two lenses.
  var names: [String] { [first.lens.name, second.lens.name] }
}
