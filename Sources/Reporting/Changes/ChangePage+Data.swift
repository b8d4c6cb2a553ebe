import Audit
import IndexModel
import Scoring
import Tabular

extension ChangePage {
  package var csv: String { csv(change.countries) }
  package var json: JSONText { json(change.countries) }

  /// One row a country and part, in full precision: each cause, and under `figure` each of its figures.
  func csv(_ countries: [CountryChange]) -> String {
    typealias Row = (country: CountryChange, part: CountryChange.Part, level: String)
    let rows = countries.flatMap { one -> [Row] in
      let figures = one.figures.filter { $0.indicator != nil }
      return one.causes.map { (one, $0, "cause") } + figures.map { (one, $0, "figure") }
    }
    let standing: Fields<Row> = standingFields.map { field in (field.name, { field.value($0.country) }) }
    let parts: Fields<Row> = [
      ("level", { .string($0.level) }), ("cause", { .string($0.part.cause.rawValue) }),
      ("indicator", { .string($0.part.indicator?.rawValue ?? "") }), ("places", { .number($0.part.places) }),
      ("points", { .number($0.part.points) }), ("places_error", { .number($0.part.placesError) }),
      ("points_error", { .number($0.part.pointsError) }),
    ]
    return CSVText.table(rows, standing + parts)
  }

  /// Both states, and an array of countries with their parts.
  func json(_ countries: [CountryChange]) -> JSONText {
    .object([
      ("before", Self.state(change.before)), ("after", Self.state(change.after)),
      ("countries", .list(countries) { json($0) }),
    ])
  }

  private static func state(_ table: ScoreTable) -> JSONText {
    .object([("lens", .string(table.lens.name)), ("year", .integer(table.year))])
  }

  private func json(_ one: CountryChange) -> [(String, JSONText)] {
    let standing: [(String, JSONText)] = standingFields.map { ($0.name, $0.value(one)) }
    let figures = one.figures.filter { $0.indicator != nil }
    let parts: [(String, JSONText)] = [
      ("causes", .list(one.causes) { Self.json($0) }), ("figures", .list(figures) { Self.json($0) }),
      ("coalitions", .integer(one.coalitions)), ("draws", .optional(one.draws)),
    ]
    return standing + parts
  }

  private static func json(_ part: CountryChange.Part) -> [(String, JSONText)] {
    [
      ("cause", .string(part.cause.rawValue)), ("indicator", .string(part.indicator?.rawValue ?? "")),
      ("places", .number(part.places)), ("points", .number(part.points)),
      ("places_error", .number(part.placesError)), ("points_error", .number(part.pointsError)),
    ]
  }

  private var standingFields: Fields<CountryChange> {
    [
      ("iso3", { .string($0.country.code.description) }), ("country", { .string($0.country.name) }),
      ("rank_before", { .optional($0.rankBefore) }),
      ("rank_before_low", { .optional(intervals.before[$0.old]?.low) }),
      ("rank_before_high", { .optional(intervals.before[$0.old]?.high) }),
      ("rank", { .optional($0.rankAfter) }), ("rank_low", { .optional(intervals.after[$0.new]?.low) }),
      ("rank_high", { .optional(intervals.after[$0.new]?.high) }),
      ("score_before", { .optional($0.scoreBefore) }), ("score", { .optional($0.scoreAfter) }),
    ]
  }
}
