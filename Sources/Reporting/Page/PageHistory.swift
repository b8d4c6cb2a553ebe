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

    /// - Parameter other: scores of the same countries in the order of `table`.
    package init(_ other: ScoreTable, in table: ScoreTable) {
      let rows = table.rows.map { row in other.row(of: table.countries[row]) }
      index = rows.map { row in row.flatMap { other.score($0) } }
      dimensions = table.dimensions.map { node in
        rows.map { row in row.flatMap { other.weights[node] > 0 ? other.score(node, $0) : nil } }
      }
      coverage = rows.map { row in row.map { other.coverage($0) } ?? 0 }
    }
  }

  package let years: [(year: Year, scores: Scores)]
  package let lenses: [(name: String, title: String, scores: Scores)]

  package init(
    years: [(year: Year, scores: Scores)], lenses: [(name: String, title: String, scores: Scores)] = []
  ) { (self.years, self.lenses) = (years, lenses) }

  var json: JSONText {
    .object([
      ("years", .array(years.map { .integer($0.year) })),
      ("index", .array(years.map { Self.tenths($0.scores.index) })),
      ("dimensions", .array(years.map { .array($0.scores.dimensions.map(Self.tenths)) })),
      (
        "coverage",
        .array(years.map { .array($0.scores.coverage.map { .integer(Int((100 * $0).rounded())) }) })
      ),
      (
        "lenses",
        .list(lenses) { lens in
          [
            ("name", .string(lens.name)), ("title", .string(lens.title)),
            ("index", Self.tenths(lens.scores.index)),
          ]
        }
      ),
    ])
  }

  private static func tenths(_ scores: [Double?]) -> JSONText {
    .array(scores.map { $0.map { .integer(Int((10 * $0).rounded())) } ?? .null })
  }
}
