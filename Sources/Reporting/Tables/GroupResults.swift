import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// Scores of groups of countries, as tables and text.
package enum GroupResults {
  /// The group's name for people and files.
  package static func name(_ group: GroupScore) -> String {
    group.name.isEmpty ? DataAudit.ungrouped : group.name
  }

  /// What the table means, for a line below it.
  package static let note =
    seriesNote + ". covered: the share of the group's population that lives in ranked countries. "
    + "points: a country's part in the group's score"

  /// What a table of years means, for a line below it.
  package static let seriesNote = "score: the mean of the ranked countries' scores, weighed by population"

  // MARK: - For programs

  private static var fields: Fields<GroupScore> {
    [
      ("group", { .string(name($0)) }), ("population", { .number($0.population) }),
      ("covered", { .optional($0.covered) }), ("score", { .optional($0.score) }),
    ]
  }

  /// Who is poor, where the index says who is; else nothing.
  private static func poverty(_ table: ScoreTable) -> Fields<GroupScore> {
    guard table.countsThePoor else { return [] }
    return [
      ("headcount", { .optional($0.poverty?.headcount) }),
      ("intensity", { .optional($0.poverty?.intensity) }),
      ("adjusted_headcount", { .optional($0.poverty == nil ? nil : $0.score.map { 1 - $0 / 100 }) }),
    ]
  }

  private static func dimensions(_ table: ScoreTable) -> Fields<GroupScore> {
    table.dimensions.enumerated().map { place, node in
      (table.framework.nodes[node].name, { .optional($0.dimensions[place]) })
    }
  }

  private static func fields(_ table: ScoreTable) -> Fields<GroupScore.Member> {
    [
      ("iso3", { .string(table.country($0.country).code.description) }),
      ("country", { .string(table.country($0.country).name) }), ("population", { .optional($0.population) }),
      ("share", { .number($0.share) }), ("score", { .optional(table.score($0.country)) }),
      ("contribution", { .optional($0.points) }),
      ("status", { .string(ScoreCSV.status(table.standings[$0.country])) }),
    ]
  }

  /// A row a group, or a country with its points in `contribution`; a contract with other programs.
  package static func csv(_ table: ScoreTable, _ groups: [GroupScore], byCountry: Bool, hasYear: Bool) -> (
    header: String, rows: String
  ) {
    let (own, members) = (fields + dimensions(table) + poverty(table), fields(table))
    var out = CSVText()
    for group in groups {
      let rows =
        byCountry
        ? group.members.map { member in [.string(name(group))] + members.map { $0.value(member) } }
        : [own.map { $0.value(group) }]
      for row in rows { out.row((hasYear ? [.integer(table.year)] : []) + row) }
    }
    let columns = byCountry ? ["group"] + members.map(\.name) : own.map(\.name)
    return (CSVText(header: (hasYear ? ["year"] : []) + columns).text, out.text)
  }

  /// One object: lens, year, and an array of groups with their countries.
  package static func json(_ table: ScoreTable, _ grouping: Grouping, _ groups: [GroupScore]) -> JSONText {
    let groups = JSONText.list(groups) { group in
      let members = JSONText.list(group.members) { JSONText.members($0, fields(table)) }
      return JSONText.members(group, fields + poverty(table)) + [
        ("dimensions", .object(JSONText.members(group, dimensions(table)))), ("countries", members),
      ]
    }
    return .object([
      ("lens", .string(table.lens.name)), ("title", .string(table.lens.title)),
      ("year", .integer(table.year)), ("aggregate", .string(grouping.rawValue)), ("groups", groups),
    ])
  }

  // MARK: - Tables for people

  package static func listing(_ table: ScoreTable, _ groups: [GroupScore]) -> TextTable {
    TextTable(
      [.text("group", shrinksTo: 14), .number("population"), .number("covered"), .number("score")]
        + (table.countsThePoor ? [.number("poor"), .number("intensity"), .number("index")] : [])
        + table.dimensions.map { .number(table.framework.nodes[$0].name) },
      groups.map { group in
        [name(group), NumberFormat.value(group.population), group.covered.map(SampledWords.percent) ?? "–"]
          + [NumberFormat.fixed(group.score, 1)] + (table.countsThePoor ? poor(group) : [])
          + group.dimensions.map { NumberFormat.fixed($0, 1) }
      })
  }

  /// The share of people who are poor, what the poor lack, and the product of the two.
  private static func poor(_ group: GroupScore) -> [String] {
    [
      group.poverty.map { SampledWords.percent($0.headcount) } ?? "–",
      group.poverty?.intensity.map(SampledWords.percent) ?? "–",
      group.poverty == nil ? "–" : NumberFormat.fixed(group.score.map { 1 - $0 / 100 }, 3),
    ]
  }

  /// What the columns of poverty mean, for a line below them; nothing where there are none.
  package static func povertyNote(_ table: ScoreTable) -> [String] {
    guard table.countsThePoor else { return [] }
    return [
      "poor: the share of people who are poor (headcount). intensity: what the poor lack on average. index: 1 less a "
        + "hundredth of the score"
        + (table.aggregator(of: Framework.root).isHeadcount
          ? ", the headcount" : ", headcount × intensity (the adjusted headcount)")
    ]
  }

  /// The countries of a group, those first whose part in its score is the largest.
  package static func listing(_ table: ScoreTable, membersOf group: GroupScore) -> TextTable {
    TextTable(
      [
        .text("country", shrinksTo: 12), .number("population"), .number("share"), .number("score"),
        .number("points"),
      ],
      group.members.descending(by: \.share).map { member in
        [
          table.country(member.country).name, NumberFormat.value(member.population),
          SmallNumber.fixed(100 * member.share, 2) + " %", NumberFormat.fixed(table.score(member.country), 1),
          SmallNumber.fixed(member.points, 2),
        ]
      })
  }
}
