import Audit
import HumanSecurity
import Lens
import Scoring
import Tabular

/// How far the ranks of lenses agree, who stands apart, and for which dimension.
public struct ComparisonPage: Page, Sendable {
  let pairs: [LensComparison]
  private let yearNote: String
  private let furthest: Int

  /// - Parameters:
  ///   - pairs: the lenses two by two, all of one year.
  ///   - yearNote: why it is this year.
  ///   - furthest: how many countries are named for each pair.
  public init(_ pairs: [LensComparison], yearNote: String, furthest: Int) {
    self.pairs = pairs
    self.yearNote = yearNote
    self.furthest = furthest
  }

  /// a, b, kendall, spearman, mean_shift, max_shift, most_moved: one row a pair.
  public var csv: String {
    var out = CSVText(header: [
      "a", "b", "kendall", "spearman", "mean_shift", "max_shift", "most_moved",
    ])
    for pair in pairs {
      out.field(pair.first.lens.name)
      out.field(pair.second.lens.name)
      out.field(pair.kendall)
      out.field(pair.spearman)
      out.field(pair.meanShift)
      out.field(pair.shifts.first?.distance)
      out.field(pair.shifts.first.map { code($0) } ?? "")
      out.endRow()
    }
    return out.text
  }

  /// The year and an array of pairs, each with the countries furthest apart.
  public var json: JSONText {
    .object([
      ("year", .optional(pairs.first?.first.year)),
      ("year_note", .string(yearNote)),
      ("pairs", .array(pairs.map(json))),
    ])
  }

  private func json(_ pair: LensComparison) -> JSONText {
    .object([
      ("a", .string(pair.first.lens.name)), ("b", .string(pair.second.lens.name)),
      ("countries", .integer(pair.shifts.count)), ("kendall", .optional(pair.kendall)),
      ("spearman", .optional(pair.spearman)), ("mean_shift", .optional(pair.meanShift)),
      ("max_shift", .optional(pair.shifts.first?.distance)),
      ("most_moved", pair.shifts.first.map { .string(code($0)) } ?? .null),
      ("furthest", .array(pair.shifts.prefix(furthest).map { json($0, pair) })),
    ])
  }

  private func json(_ shift: LensComparison.Shift, _ pair: LensComparison) -> JSONText {
    let dimension = shift.cause.map { pair.first.framework.nodes[$0.dimension].name }
    return .object([
      ("iso3", .string(code(shift))), ("country", .string(country(shift).name)),
      ("rank_a", .integer(shift.first)), ("rank_b", .integer(shift.second)),
      ("dimension", dimension.map { .string($0) } ?? .null),
      ("lift_a", .optional(shift.cause?.first)), ("lift_b", .optional(shift.cause?.second)),
    ])
  }

  /// The table and the findings for a terminal.
  public func plain(width: Int?, bold: Bool) -> String {
    var out = "\(title)\n\n\(table.plain(width: width, bold: bold))\n"
    out += Prose.wrapped(yearNote, width: width) + "\n"
    out += Prose.wrapped(Self.legend, width: width) + "\n"
    if let summary { out += "\n" + Prose.wrapped(summary, width: width) + "\n" }
    for pair in pairs {
      out += "\n" + findings(pair).map { Prose.wrapped($0, width: width) + "\n" }.joined()
    }
    return out
  }

  /// The same as Markdown.
  public var markdown: String {
    var out = "# \(MarkdownText.escape(title))\n\n\(table.escaped.markdown)\n"
    out += MarkdownText.escape(yearNote) + "\n" + MarkdownText.escape(Self.legend) + "\n"
    if let summary { out += "\n" + MarkdownText.escape(summary) + "\n" }
    for pair in pairs {
      let names = "\(pair.first.lens.name) and \(pair.second.lens.name)"
      out += "\n## \(MarkdownText.escape(names))\n\n"
      out += findings(pair).map { MarkdownText.escape($0) + "\n" }.joined()
    }
    return out
  }

  private var title: String {
    "Ranks under \(pairs.count == 1 ? "two lenses" : "lenses, two by two"), "
      + "\(pairs.first?.first.year ?? 0)"
  }

  private static let legend =
    "kendall (tau-b) and spearman: 1 the same order, −1 the reverse, near 0 none. Ranks are those "
    + "among the countries that both lenses rank; shift: the ranks between a country's two. Points: "
    + "a dimension's weight times the distance of its score from the average of these countries."

  private var table: TextTable {
    var out = TextTable([
      .text("a"), .text("b"), .number("countries"), .number("kendall"), .number("spearman"),
      .number("mean shift"), .number("max shift"), .text("most moved", shrinksTo: 10),
    ])
    for pair in pairs {
      out.append([
        pair.first.lens.name, pair.second.lens.name, "\(pair.shifts.count)",
        NumberFormat.fixed(pair.kendall, 3), NumberFormat.fixed(pair.spearman, 3),
        NumberFormat.fixed(pair.meanShift, 1), pair.shifts.first.map { "\($0.distance)" } ?? "–",
        pair.shifts.first.map { country($0).name } ?? "–",
      ])
    }
    return out
  }

  private func country(_ shift: LensComparison.Shift) -> Country {
    pairs[0].first.cube.countries[shift.country]
  }

  private func code(_ shift: LensComparison.Shift) -> String { country(shift).code.description }
}

// MARK: - Sentences

extension ComparisonPage {
  /// What a pair shows: how far it agrees, then the countries furthest apart, a sentence each.
  func findings(_ pair: LensComparison) -> [String] {
    let (a, b) = (pair.first.lens.name, pair.second.lens.name)
    guard let spearman = pair.spearman, let mean = pair.meanShift else {
      return ["\(a) and \(b) have too few countries in common to be compared."]
    }
    let opening =
      "\(a) and \(b) \(Self.words(spearman)): over \(pair.shifts.count) countries the ranks "
      + "correlate by \(Self.correlation(spearman)) (Spearman), and a country stands "
      + "\(NumberFormat.fixed(mean, 1)) ranks apart on average."
    let joins = [pair.first, pair.second].map(\.lens.aggregation.dimensions.rawValue)
    let method = joins[0].replacing("_", with: " ") + " and " + joins[1].replacing("_", with: " ")
    var caution =
      joins[0] == joins[1]
      ? [] : ["They join dimensions by different means, \(method): no dimension accounts for that."]
    caution += [pair.first, pair.second].filter { $0.ownShares != nil }.map {
      "Under \($0.lens.name) each country has dimension weights of its own."
    }
    let moved = pair.shifts.prefix(furthest).filter { $0.distance > 0 }
    return [opening] + caution + moved.map { sentence($0, pair) }
  }

  /// Which two lenses are most and which least alike; nil where there are but two lenses.
  private var summary: String? {
    let known = pairs.compactMap { pair in pair.spearman.map { (pair: pair, value: $0) } }
    guard known.count > 1, let most = known.max(by: { $0.value < $1.value }),
      let least = known.min(by: { $0.value < $1.value })
    else { return nil }
    let texts = [most, least].map { known in
      "\(known.pair.first.lens.name) and \(known.pair.second.lens.name) "
        + "(\(Self.correlation(known.value)))"
    }
    return "Most alike are \(texts[0]), least alike \(texts[1])."
  }

  /// Two decimals, or three where two would claim the very same order.
  private static func correlation(_ value: Double) -> String {
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

  private func sentence(_ shift: LensComparison.Shift, _ pair: LensComparison) -> String {
    let name = pair.first.cube.countries[shift.country].name
    let ranks =
      "\(name) is number \(shift.first) under \(pair.first.lens.name) and \(shift.second) under "
      + "\(pair.second.lens.name)"
    guard let cause = shift.cause else { return ranks + "." }
    let dimension = pair.first.framework.nodes[cause.dimension].name
    let lifts = [(pair.first, cause.first), (pair.second, cause.second)].map { table, lift in
      Self.lift(lift, cause.dimension, table)
    }
    return "\(ranks), mostly for its \(dimension) dimension: \(lifts[0]), \(lifts[1])."
  }

  /// `12.3 points above the average under realist`.
  private static func lift(_ points: Double, _ dimension: Int, _ table: ScoreTable) -> String {
    let lens = table.lens.name
    guard table.weights[dimension] > 0 else { return "not counted under \(lens)" }
    let side = points < 0 ? "below" : "above"
    return "\(NumberFormat.fixed(abs(points), 1)) points \(side) the average under \(lens)"
  }
}
