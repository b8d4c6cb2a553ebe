import HumanSecurity
import Lens
import Scoring
import Tabular

/// All lenses beside each other: what each is about, and how many countries it ranks.
public struct LensListing: Page, Sendable {
  private let tables: [ScoreTable]

  /// - Parameter tables: one a lens, each of its own reference year.
  public init(_ tables: [ScoreTable]) { self.tables = tables }

  /// The list for a terminal.
  public func plain(width: Int?, bold: Bool) -> String {
    table.plain(width: width, bold: bold)
      + "\nhsi lenses show NAME prints a lens with its reasons and what sets it apart.\n"
  }

  /// The list as Markdown.
  public var markdown: String { table.escaped.markdown }

  private var table: TextTable {
    var out = TextTable([
      .text("name"), .text("title", shrinksTo: 24), .text("tradition", shrinksTo: 12),
      .number("year"), .number("ranked"), .text("dimensions", shrinksTo: 24),
    ])
    for table in tables {
      out.append([
        table.lens.name, table.lens.title, table.lens.tradition, "\(table.year)",
        "\(Self.ranked(table))", Self.dimensions(table),
      ])
    }
    return out
  }

  /// name, title, tradition, year, ranked, countries, and each dimension's share of the index.
  public var csv: String {
    let framework = tables.first?.framework
    let dimensions = framework?.dimensions ?? []
    var out = CSVText(
      header: ["name", "title", "tradition", "year", "ranked", "countries"]
        + dimensions.compactMap { framework?.nodes[$0].name })
    for table in tables {
      out.field(table.lens.name)
      out.field(table.lens.title)
      out.field(table.lens.tradition)
      out.field(table.year)
      out.field(Self.ranked(table))
      out.field(table.countries.count)
      for dimension in dimensions { out.field(table.meanShare(dimension)) }
      out.endRow()
    }
    return out.text
  }

  /// An array of lenses; dimensions of weight 0 are left out.
  public var json: JSONText {
    .array(
      tables.map { table in
        .object([
          ("name", .string(table.lens.name)), ("title", .string(table.lens.title)),
          ("tradition", .string(table.lens.tradition)), ("year", .integer(table.year)),
          ("ranked", .integer(Self.ranked(table))),
          ("countries", .integer(table.countries.count)),
          (
            "dimensions",
            .object(
              table.dimensions.map {
                (table.framework.nodes[$0].name, .number(table.meanShare($0)))
              })
          ),
        ])
      })
  }

  static func ranked(_ table: ScoreTable) -> Int {
    table.rankedCount
  }

  /// The dimensions of weight, with their shares where these differ.
  private static func dimensions(_ table: ScoreTable) -> String {
    let shares = table.dimensions.map { table.meanShare($0) }
    let names = table.dimensions.map { table.framework.nodes[$0].name }
    guard let first = shares.first else { return "none" }
    if shares.count == 1 { return names[0] }
    if table.ownShares != nil {
      return names.joined(separator: ", ") + ": by each country's own weights"
    }
    if shares.allSatisfy({ abs($0 - first) < 1e-12 }) {
      return names.joined(separator: ", ") + ": \(Judgement.percent(first)) each"
    }
    return zip(names, shares).map { "\($0) \(Judgement.percent($1))" }.joined(separator: ", ")
  }
}
