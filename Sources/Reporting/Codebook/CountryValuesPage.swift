import Analysis
import IndexModel
import Scoring
import Tabular

/// The values of chosen indicators, a row a country: what each has, of when, and where it stands.
package struct CountryValuesPage: WrittenPage, Sendable {
  private let table: ScoreTable
  private let sets: [Values]
  private let dataFolder: String

  /// - Parameter dataFolder: what the folder of figures is called in places.
  package init(_ table: ScoreTable, _ chosen: [IndicatorIndex], dataFolder: String) {
    (self.table, self.dataFolder) = (table, dataFolder)
    sets = chosen.map { Values(table, $0) }
  }

  // MARK: - CSV and JSON

  private func fields(_ set: Values) -> Fields<Values.Row> {
    [
      ("indicator", { _ in .string(set.definition.id.rawValue) }),
      ("iso3", { .string(country($0).code.description) }), ("country", { .string(country($0).name) }),
      ("value", { .number($0.value) }), ("unit", { _ in .string(set.definition.unit) }),
      ("year", { .integer($0.year) }), ("score", { .optional($0.score) }),
      ("file", { .optional($0.own?.place.file) }), ("line", { .optional($0.own?.place.line) }),
    ]
  }

  package var csv: String {
    guard let first = sets.first else { return "" }
    return CSVText.table(
      fields(first).map(\.name),
      sets.flatMap { set in set.rows.map { JSONText.members($0, fields(set)).map(\.1) } })
  }

  package var json: JSONText {
    .object([
      ("year", .integer(table.year)),
      (
        "indicators",
        .list(sets) { set in
          [
            ("indicator", .string(set.definition.id.rawValue)), ("conclusion", .string(conclusion(set))),
            (
              "countries",
              .list(set.rows) {
                JSONText.members($0, fields(set)) + [("figures", .array($0.figures.map(FigureText.json)))]
              }
            ),
          ]
        }
      ),
    ])
  }

  private func country(_ row: Values.Row) -> Country { table.cube.countries[table.countries[row.place]] }

  // MARK: - Pages

  package func write(to out: inout PageText) {
    for (place, set) in sets.enumerated() {
      if place > 0 { out.blank() }
      out.title(name(set) + ", \(table.year)", wraps: true)
      out.paragraph(conclusion(set))
      if !set.rows.isEmpty { out.table(text(set)) }
    }
    guard sets.contains(where: { !$0.rows.isEmpty }) else { return }
    out.blank()
    let pooled = sets.filter { $0.definition.derivation.prior != nil }.map {
      "\(name($0)): \(table.framework.derivationInWords($0.definition))."
    }
    out.lines([Self.legend] + pooled, areParagraphs: true)
  }

  private static let legend =
    "year: of the latest figure. from: where the figures stand. No missing figure is estimated or imputed."

  private func name(_ set: Values) -> String {
    let name = set.definition.name.isEmpty ? set.definition.id.rawValue : set.definition.name
    return set.definition.unit.isEmpty ? name : "\(name), \(set.definition.unit)"
  }

  /// How many reach the best end, and how the rest lies.
  private func conclusion(_ set: Values) -> String {
    guard let spread = set.profile.spread else {
      return "No country in scope has a figure of \(table.year) or of the years carried forward."
    }
    let all = CountWords.of(spread.count, "country", "countries") + " of \(table.rows.count)"
    let middle =
      "\(all) \(spread.count == 1 ? "has" : "have") a figure; the median is "
      + NumberFormat.value(spread.median)
    guard let posts = set.profile.goalposts, table.lens.normalisation == .goalposts,
      table.lens.cutoffs[set.definition.id] == nil
    else { return middle + "." }
    let reached = set.rows.count { posts.moreIsSafer ? $0.value >= posts.best : $0.value <= posts.best }
    return middle
      + ". \(reached) of them \(reached == 1 ? "is" : "are") at \(NumberFormat.goalpost(posts.best)) or "
      + "\(posts.moreIsSafer ? "more" : "less"), the best end of the scale."
  }

  private func from(_ row: Values.Row) -> String {
    let own = row.figures.isEmpty ? "" : FigureText.places(row.figures, in: dataFolder)
    let others =
      row.neighbours.isEmpty ? "" : "land neighbours " + FigureText.lines(row.neighbours, in: dataFolder)
    let text = [own, others].filter { !$0.isEmpty }.joined(separator: " beside ")
    return text.isEmpty ? "–" : text
  }

  private func text(_ set: Values) -> TextTable {
    TextTable(
      [
        .text("country", shrinksTo: 12), .number("value"), .number("year"), .number("score"),
        .text("from", shrinksTo: 20),
      ],
      set.rows.map { row in
        [
          country(row).name, NumberFormat.value(row.value), "\(row.year)", NumberFormat.fixed(row.score, 1),
          from(row),
        ]
      })
  }
}

/// The values of one indicator, the safest first.
private struct Values: Sendable {
  struct Row: Sendable {
    let place: RowIndex
    let year: Year
    let value: Double
    /// 0–100; nil for an indicator without goalposts.
    let score: Double?
    let figures: [FigureBehind]
    /// Where the neighbours' figures stand that the value is made of; empty where there are none.
    let neighbours: [Provenance]

    /// The figure of its year.
    var own: FigureBehind? { figures.last { $0.year == year } }
  }

  let definition: Indicator
  let profile: IndicatorProfile
  let rows: [Row]

  init(_ table: ScoreTable, _ indicator: IndicatorIndex) {
    definition = table.framework.indicators[indicator]
    profile = IndicatorProfile(table, indicator)
    let isSafer = profile.goalposts?.moreIsSafer ?? true
    let column = table.columnWeighedOrNot(indicator)
    rows = profile.values.map { entry in
      Row(
        place: entry.country, year: entry.year, value: entry.value,
        score: column.map { $0.scores[entry.country] }.flatMap { $0.isNaN ? nil : $0 },
        figures: table.figures(indicator, entry.country, behind: entry.year),
        neighbours: table.neighbourFigures(indicator, entry.country, behind: entry.year).flatMap(\.places))
    }.sorted { ($0.value == $1.value) ? $0.place < $1.place : ($0.value > $1.value) == isSafer }
  }
}
