import Scoring
import Tabular

/// All lenses beside each other: what each is about, and how many countries it ranks.
package struct LensListing: Page, Sendable {
  private let tables: [ScoreTable]

  /// - Parameter tables: one a lens, each of its own reference year.
  package init(_ tables: [ScoreTable]) { self.tables = tables }

  package func plain(width: Int?, bold: Bool) -> String {
    table.plain(width: width, bold: bold)
      + "\nhsi lenses show NAME prints a lens with its reasons and what sets it apart.\n"
  }

  package var markdown: String { table.escaped.markdown }

  private var table: TextTable {
    TextTable(
      [
        .text("name"), .text("title", shrinksTo: 24), .text("tradition", shrinksTo: 12), .number("year"),
        .number("ranked"), .text("dimensions", shrinksTo: 24),
      ],
      tables.map { table in
        [
          table.lens.name, table.lens.title, table.lens.tradition, "\(table.year)", "\(table.rankedCount)",
          Self.dimensions(table),
        ]
      })
  }

  private static var fields: Fields<ScoreTable> {
    [
      ("name", { .string($0.lens.name) }), ("title", { .string($0.lens.title) }),
      ("tradition", { .string($0.lens.tradition) }), ("year", { .integer($0.year) }),
      ("ranked", { .integer($0.rankedCount) }), ("countries", { .integer($0.countries.count) }),
    ]
  }

  /// name, title, tradition, year, ranked, countries, and each dimension's share of the index.
  package var csv: String {
    let framework = tables.first?.framework
    let shares: Fields<ScoreTable> = (framework?.dimensions ?? []).map { dimension in
      (framework?.nodes[dimension].name ?? "", { .number($0.meanShare(dimension)) })
    }
    return CSVText.table(tables, Self.fields + shares)
  }

  /// An array of lenses; dimensions of weight 0 are left out.
  package var json: JSONText {
    .list(tables) { table in
      let shares = table.dimensions.map {
        (table.framework.nodes[$0].name, JSONText.number(table.meanShare($0)))
      }
      return JSONText.members(table, Self.fields) + [("dimensions", .object(shares))]
    }
  }

  /// The dimensions of weight, with their shares where these differ.
  private static func dimensions(_ table: ScoreTable) -> String {
    let shares = table.dimensions.map { table.meanShare($0) }
    let names = table.dimensions.map { table.framework.nodes[$0].name }
    guard let first = shares.first else { return "none" }
    if shares.count == 1 { return names[0] }
    if table.ownShares != nil { return names.joined(separator: ", ") + ": by each country's own weights" }
    if shares.allSatisfy({ abs($0 - first) < 1e-12 }) {
      return names.joined(separator: ", ") + ": \(Judgement.percent(first)) each"
    }
    return zip(names, shares).map { "\($0) \(Judgement.percent($1))" }.joined(separator: ", ")
  }
}
