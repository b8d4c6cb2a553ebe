import Scoring
import Tabular

/// Scores of groups of countries, as tables and text.
public enum GroupResults {
  /// How the countries that belong to no group are called.
  public static let ungrouped = "(none)"

  /// The group's name for people and files.
  public static func name(_ group: GroupScore) -> String {
    group.name.isEmpty ? ungrouped : group.name
  }

  /// What the table means, for a line below it.
  public static let note =
    seriesNote + ". covered: the share of the group's population that lives in ranked countries. "
    + "points: a country's part in the group's score"

  /// What a table of years means, for a line below it.
  public static let seriesNote =
    "score: the mean of the ranked countries' scores, weighed by population"

  // MARK: - CSV

  /// The header of one row a group; the columns are a contract with other programs.
  public static func header(_ table: ScoreTable, hasYear: Bool) -> String {
    let columns = ["group", "population", "covered", "score"]
    return CSVText(
      header: (hasYear ? ["year"] : []) + columns
        + table.dimensions.map { table.framework.nodes[$0].name }
    ).text
  }

  /// One row a group.
  public static func rows(_ table: ScoreTable, _ groups: [GroupScore], hasYear: Bool) -> String {
    var out = CSVText()
    for group in groups {
      if hasYear { out.field(table.year) }
      out.field(name(group))
      out.field(group.population)
      out.field(group.covered)
      out.field(group.score)
      for score in group.dimensions { out.field(score) }
      out.endRow()
    }
    return out.text
  }

  /// The header of one row a country of a group.
  public static func memberHeader(hasYear: Bool) -> String {
    CSVText(
      header: (hasYear ? ["year"] : []) + [
        "group", "iso3", "country", "population", "share", "score", "contribution", "status",
      ]
    ).text
  }

  /// One row a country of a group: its points of the group's score in `contribution`.
  public static func memberRows(
    _ table: ScoreTable, _ groups: [GroupScore], hasYear: Bool
  ) -> String {
    var out = CSVText()
    for group in groups {
      for member in group.members {
        if hasYear { out.field(table.year) }
        out.field(name(group))
        out.field(table.country(member.country).code.description)
        out.field(table.country(member.country).name)
        out.field(member.population)
        out.field(member.share)
        out.field(table.score(member.country))
        out.field(member.points)
        out.field(ScoreCSV.status(table.standings[member.country]))
        out.endRow()
      }
    }
    return out.text
  }

  // MARK: - JSON

  /// One object: lens, year, and an array of groups with their countries.
  public static func json(_ table: ScoreTable, _ grouping: Grouping, _ groups: [GroupScore])
    -> JSONText
  {
    .object([
      ("lens", .string(table.lens.name)),
      ("title", .string(table.lens.title)),
      ("year", .integer(table.year)),
      ("aggregate", .string(grouping.rawValue)),
      ("groups", .array(groups.map { object(table, $0) })),
    ])
  }

  private static func object(_ table: ScoreTable, _ group: GroupScore) -> JSONText {
    let dimensions = zip(table.dimensions, group.dimensions).map {
      (table.framework.nodes[$0].name, JSONText.optional($1))
    }
    return .object([
      ("group", .string(name(group))),
      ("population", .number(group.population)),
      ("covered", .optional(group.covered)),
      ("score", .optional(group.score)),
      ("dimensions", .object(dimensions)),
      ("countries", .array(group.members.map { object(table, $0) })),
    ])
  }

  private static func object(_ table: ScoreTable, _ member: GroupScore.Member) -> JSONText {
    .object([
      ("iso3", .string(table.country(member.country).code.description)),
      ("country", .string(table.country(member.country).name)),
      ("population", .optional(member.population)),
      ("share", .number(member.share)),
      ("score", .optional(table.score(member.country))),
      ("contribution", .optional(member.points)),
      ("status", .string(ScoreCSV.status(table.standings[member.country]))),
    ])
  }

  // MARK: - Tables for people

  /// One row a group.
  public static func listing(_ table: ScoreTable, _ groups: [GroupScore]) -> TextTable {
    var out = TextTable(
      [.text("group", shrinksTo: 14), .number("population"), .number("covered"), .number("score")]
        + table.dimensions.map {
          .number(ScoreListing.shortName(table.framework.nodes[$0].name))
        })
    for group in groups {
      out.append(
        [
          name(group), NumberFormat.value(group.population),
          group.covered.map(NumberFormat.percent) ?? "–", NumberFormat.fixed(group.score, 1),
        ] + group.dimensions.map { NumberFormat.fixed($0, 1) })
    }
    return out
  }

  /// The countries of a group, those first whose part in its score is the largest.
  public static func listing(_ table: ScoreTable, membersOf group: GroupScore) -> TextTable {
    var out = TextTable([
      .text("country", shrinksTo: 12), .number("population"), .number("share"), .number("score"),
      .number("points"),
    ])
    let order = group.members.indices.sorted {
      (-group.members[$0].share, $0) < (-group.members[$1].share, $1)
    }
    for member in order.map({ group.members[$0] }) {
      out.append([
        table.country(member.country).name, NumberFormat.value(member.population),
        NumberFormat.fixed(100 * member.share, 2) + " %",
        NumberFormat.fixed(table.score(member.country), 1), NumberFormat.fixed(member.points, 2),
      ])
    }
    return out
  }
}
