import IndexModel
import Scoring

/// What the columns of a table that is written for machines are: name, type and meaning.
struct TableSchema: Sendable {
  /// A column. Types are those of Table Schema: string, integer, number, boolean.
  typealias Column = (name: String, type: String, text: String)

  let columns: [Column]
  /// The columns by which a row is found.
  let key: [String]

  /// Of `ScoreCSV.countries`.
  static func scores(dimensions: [String], components: [String]) -> TableSchema {
    let own: [Column] = dimensions.map { ($0, "number", "score of the dimension, 0 (worst) to 100 (best)") }
    let parts: [Column] = components.map { ($0, "number", "score of the component, 0 (worst) to 100 (best)") }
    let first: [Column] = [
      ("rank", "integer", "1 for the highest score; equal scores share a rank"),
      ("iso3", "string", "ISO 3166-1 alpha-3"), ("country", "string", "name"),
      ("score", "number", "index score, 0 (worst) to 100 (best)"),
    ]
    let last: [Column] = [
      ("coverage", "number", "share of effective weight observed or carried, 0 to 1"),
      ("status", "string", "ranked, or withheld and why"),
      ("rank_p05", "integer", "lower end of the 90 % rank interval over all judgements"),
      ("rank_p95", "integer", "upper end of it"),
      ("reliability", "string", "high, medium or low; empty where it is not known"),
      (
        "tier", "integer",
        "band of ranks: a new one begins where an interval does not overlap that of the first country of the band before"
      ),
    ]
    return TableSchema(columns: first + own + last + parts, key: ["iso3"])
  }

  /// Of `ScoreCSV.indicators`.
  static let cells = TableSchema(
    columns: [
      ("iso3", "string", "ISO 3166-1 alpha-3"), ("indicator", "string", "id in the catalogue"),
      ("dimension", "string", "path in the framework"), ("year", "integer", "year of the figure"),
      ("raw", "number", "the figure as it stands in the file"),
      ("value", "number", "the value derived from it, in the indicator's unit"),
      (
        "normalised", "number",
        "score by the lens's normalisation: under goalposts the place between them on the indicator's scale, 0 to 100"
      ), ("weight", "number", "share of the dimension carried, 0 to 1"),
      ("contribution", "number", "points of the dimension's score; they sum to it"),
      ("status", "string", "observed, carried, imputed or missing"), ("file", "string", "path under Data/"),
      ("line", "integer", "line of the figure"),
    ], key: ["iso3", "indicator"])

  /// Of `ExportTables.nodes`.
  static let nodes = TableSchema(
    columns: [
      ("node", "string", "path of a dimension or component, id of an indicator, or index"),
      ("parent", "string", "the node that it is part of; empty for the index"),
      ("level", "string", "index, dimension, component or indicator"),
      ("weight", "number", "share among its siblings, 0 to 1"),
      ("effective_weight", "number", "share of the index, 0 to 1"),
      ("aggregation", "string", "how its parts are joined; empty for an indicator"),
      ("name", "string", "what an indicator is called"), ("unit", "string", "unit of its values"),
      ("worst", "number", "the value that scores 0"), ("best", "number", "the value that scores 100"),
      ("transform", "string", "what is done to values and goalposts first"),
      ("producer", "string", "who publishes the figures"), ("source", "string", "where they are from"),
      ("licence", "string", "the terms of the figures; empty where not known"),
    ], key: ["node"])

  /// Of `ExportTables.observations`.
  static let observations = TableSchema(
    columns: [
      ("iso3", "string", "ISO 3166-1 alpha-3"), ("node", "string", "see the table of nodes"),
      ("measure", "string", "score, value (of an indicator), rank, rank_p05 or rank_p95"),
      ("year", "integer", "reference year; of a value the year of its figure"),
      ("value", "number", "score 0 to 100, value in the indicator's unit, or rank"),
      ("status", "string", "observed, carried, imputed or scored; of ranks ranked"),
      ("file", "string", "path under Data/"), ("line", "integer", "line of the figure"),
    ], key: ["iso3", "node", "measure", "year"])
}
