import Lens
import Scoring
import Tabular

/// A description of the report's tables for machines, as a Frictionless data package.
public enum DataPackage {
  /// The file `datapackage.json`.
  public static func render(_ report: Report, edition: ReportEdition) -> String {
    JSONText.object([
      ("name", .string("human-security-index-\(report.year)")),
      ("title", .string("Human security index \(report.year): \(report.lens.title)")),
      ("version", .string(edition.toolVersion)),
      ("vintage", .string(edition.vintage)),
      (
        "description",
        .string(
          "Scores are this project's own computation. The figures behind them keep the licences "
            + "of their producers, stated for each indicator; some restrict reuse.")
      ),
      ("sources", .array(report.indicators.map(source))),
      ("resources", .array([scores(report), indicators])),
    ]).pretty
  }

  private static func source(_ line: Report.IndicatorLine) -> JSONText {
    .object([
      ("title", .string(line.definition.id.rawValue)),
      ("producer", .string(line.definition.producer)),
      ("dataset", .string(line.definition.source)),
      ("licence", .string(line.definition.licence.text)),
      (
        "open",
        line.definition.licence.isUnknown ? .null : .boolean(line.definition.licence.isOpen)
      ),
    ])
  }

  private static func scores(_ report: Report) -> JSONText {
    let dimensions = report.dimensions.map {
      field($0.name, "number", "score of the dimension, 0 (least secure) to 100")
    }
    return resource(
      "scores", "scores.csv",
      [
        field("rank", "integer", "1 for the most secure; equal scores share a rank"),
        field("iso3", "string", "ISO 3166-1 alpha-3"), field("country", "string", "name"),
        field("score", "number", "index score, 0 (least secure) to 100"),
      ] + dimensions + [
        field("coverage", "number", "share of effective weight observed or carried, 0 to 1"),
        field("status", "string", "ranked, or withheld and why"),
      ], key: ["iso3"])
  }

  private static var indicators: JSONText {
    resource(
      "indicators", "indicators.csv",
      [
        field("iso3", "string", "ISO 3166-1 alpha-3"),
        field("indicator", "string", "id in the catalogue"),
        field("dimension", "string", "path in the framework"),
        field("year", "integer", "year of the figure"),
        field("raw", "number", "the figure as it stands in the file"),
        field("value", "number", "the value derived from it, in the indicator's unit"),
        field("normalised", "number", "place between the goalposts, 0 to 100"),
        field("weight", "number", "share of the dimension carried, 0 to 1"),
        field("contribution", "number", "points of the dimension's score; they sum to it"),
        field("status", "string", "observed, carried or missing"),
        field("file", "string", "path under Data/"), field("line", "integer", "line of the figure"),
      ], key: ["iso3", "indicator"])
  }

  private static func resource(
    _ name: String, _ path: String, _ fields: [JSONText], key: [String]
  ) -> JSONText {
    .object([
      ("name", .string(name)), ("path", .string(path)), ("format", .string("csv")),
      ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
      (
        "schema",
        .object([
          ("fields", .array(fields)), ("primaryKey", .array(key.map { .string($0) })),
          ("missingValues", .array([.string("")])),
        ])
      ),
    ])
  }

  private static func field(_ name: String, _ type: String, _ description: String) -> JSONText {
    .object([
      ("name", .string(name)), ("type", .string(type)), ("description", .string(description)),
    ])
  }
}
