import Analysis
import IndexModel
import Scoring
import Tabular

/// The scores of years before and of other lenses, as far as the page shows them: to a tenth of a point.
package struct PageHistory: Sendable {
  /// One year or one lens: the index and the dimensions of each row, nil where there is none.
  package struct Scores: Sendable {
    package let index: [Double?]
    package let dimensions: [[Double?]]
    /// The share of weight with figures of the country's own, 0–1.
    package let coverage: [Double]
    /// Of each indicator of the framework the median of the scores that rest on figures; nil where there are none.
    let medians: [Double?]
    /// Of each indicator, how many countries have a figure of the very year.
    let observed: [Int]

    /// - Parameter other: scores of the same countries in the order of `table`.
    package init(_ other: ScoreTable, in table: ScoreTable) {
      let rows = table.rows.map { row in other.row(of: table.countries[row]) }
      index = rows.map { row in row.flatMap { other.score($0) } }
      dimensions = table.dimensions.map { node in
        rows.map { row in row.flatMap { other.weights[node] > 0 ? other.score(node, $0) : nil } }
      }
      coverage = rows.map { row in row.map { other.coverage($0) } ?? 0 }
      medians = other.columns.map { column in
        let measured = other.rows.compactMap { row in
          column.flatMap { $0.cells[row].isMeasured ? $0.scores[row] : nil }
        }
        return Quantile.of(measured.sorted(), 0.5)
      }
      observed = other.columns.map { column in other.rows.count { row in column?.cells[row] == .observed } }
    }
  }

  /// How far the index of each row went from an earlier year to now, in points; nil where it has none in one of the two.
  package struct Changes: Sendable {
    let year: Year
    let all: [Double?]
    /// By the figures alone that both years have; empty where a panel cannot be fixed.
    let common: [Double?]

    /// - Parameter common: the two years by the figures alone that both have.
    package init(
      since year: Year, _ before: ScoreTable, _ now: ScoreTable,
      common: (before: ScoreTable, now: ScoreTable)?
    ) {
      func points(_ before: ScoreTable, _ now: ScoreTable) -> [Double?] {
        let scores = now.rows.map { row in before.row(of: now.countries[row]).flatMap { before.score($0) } }
        return ScoreChanges(now, since: year, before: scores).points
      }
      self.year = year
      all = points(before, now)
      self.common = common.map(points) ?? []
    }
  }

  /// Another lens, and what of it a reader may try on this one: its weights by node, where they are numbers, and how it
  /// joins dimensions.
  package struct OtherLens: Sendable {
    let name: String
    let title: String
    let scores: Scores
    private let weights: [Double]
    private let dimensionsOfWeight: [NodeIndex]
    /// How it joins dimensions (`Aggregator.name`).
    let method: String
    /// How many indicators it would weigh if the folder had figures of them, and so scores without.
    let absent: Int

    package init(_ other: ScoreTable, in table: ScoreTable) {
      (name, title) = (other.lens.name, other.lens.displayTitle)
      scores = Scores(other, in: table)
      let isShared = other.ownShares == nil && other.lens.weightScheme?.isDerived != true
      weights = other.weights
      dimensionsOfWeight = isShared ? other.dimensions : []
      method = other.aggregator(of: Framework.root).name
      absent = Self.absent(other.lens, other.framework)
    }

    /// Those without any figures that have a weight by default, below dimensions and components that all have one.
    static func absent(_ lens: Lens, _ framework: Framework) -> Int {
      framework.nodes.count { node in
        guard let indicator = node.indicator.map({ framework.indicators[$0] }), indicator.isAbsent,
          lens.indicatorWeights[indicator.id] == nil
        else { return false }
        var above = node.parent
        while let place = above, let path = framework.nodes[place].path {
          if lens.weights[path] == 0 { return false }
          above = framework.nodes[place].parent
        }
        return true
      }
    }

    /// Its weights of the page's dimensions; none where it weighs another one.
    func weights(of dimensions: [NodeIndex]) -> [Double] {
      !dimensionsOfWeight.isEmpty && dimensionsOfWeight.allSatisfy(dimensions.contains)
        ? dimensions.map { weights[$0] } : []
    }
  }

  package let years: [(year: Year, scores: Scores)]
  package let lenses: [OtherLens]
  /// The ranks of the report beside those of each of these lenses.
  package let comparisons: [LensComparison]
  package let changes: Changes?

  package init(
    years: [(year: Year, scores: Scores)], lenses: [OtherLens] = [], comparisons: [LensComparison] = [],
    changes: Changes? = nil
  ) { (self.years, self.lenses, self.comparisons, self.changes) = (years, lenses, comparisons, changes) }

  /// How many years back changes are counted from.
  package static let span = 10

  /// The latest year at least `span` years before the last, or else the first; nil where there is none before the last.
  var earlier: (year: Year, scores: Scores)? {
    guard let last = years.last else { return nil }
    let before = years.dropLast()
    return before.last { $0.year <= last.year - Self.span } ?? before.first
  }

  /// - Parameters:
  ///   - dimensions: those of the page, in its order.
  ///   - indicators: its indicators, by their place in the framework.
  func json(_ dimensions: [NodeIndex], _ indicators: [Int]) -> JSONText {
    .object([
      ("years", .array(years.map { .integer($0.year) })),
      ("index", .array(Self.changes(years.map(\.scores.index)))), ("dimensions", .array(changesOfDimensions)),
      (
        "coverage",
        .array(years.map { .array($0.scores.coverage.map { .integer(Int((100 * $0).rounded())) }) })
      ), ("medians", .array(years.map { year in Self.tenths(indicators.map { year.scores.medians[$0] }) })),
      (
        "observed",
        .array(years.map { year in .array(indicators.map { .integer(year.scores.observed[$0]) }) })
      ), ("changes", changes.map(Self.json) ?? .null),
      (
        "lenses",
        .list(lenses) { lens in
          [
            ("name", .string(lens.name)), ("title", .string(lens.title)),
            ("index", Self.whole(lens.scores.index, of: 1000)), ("method", .string(lens.method)),
            ("weights", .array(lens.weights(of: dimensions).map { .number($0) })),
            ("absent", .integer(lens.absent)),
          ]
        }
      ),
    ])
  }

  /// To a hundred-thousandth of a point, far beyond what is shown.
  private static func json(_ changes: Changes) -> JSONText {
    func points(_ values: [Double?]) -> JSONText {
      .array(values.map { $0.map { .number(($0 * 100_000).rounded() / 100_000) } ?? .null })
    }
    return .object([
      ("year", .integer(changes.year)), ("all", points(changes.all)), ("common", points(changes.common)),
    ])
  }

  private var changesOfDimensions: [JSONText] {
    let count = years.first?.scores.dimensions.count ?? 0
    let rows = (0..<count).map { place in Self.changes(years.map { $0.scores.dimensions[place] }) }
    return years.indices.map { year in .array(rows.map { $0[year] }) }
  }

  /// Rows of tenths of points, each value as its change since the last row that has one, which takes half the place.
  static func changes(_ rows: [[Double?]]) -> [JSONText] {
    var last = [Int](repeating: 0, count: rows.first?.count ?? 0)
    return rows.map { row in
      .array(
        row.enumerated().map { place, score in
          guard let score else { return .null }
          let tenths = Int((10 * score).rounded())
          defer { last[place] = tenths }
          return .integer(tenths - last[place])
        })
    }
  }

  private static func tenths(_ scores: [Double?]) -> JSONText { whole(scores, of: 10) }

  /// Scores as so many parts of a point.
  private static func whole(_ scores: [Double?], of parts: Double) -> JSONText {
    .array(scores.map { $0.map { .integer(Int((parts * $0).rounded())) } ?? .null })
  }
}
