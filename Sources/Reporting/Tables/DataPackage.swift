import IndexModel
import Tabular

/// A description of the report's tables for machines, as a Frictionless data package.
package enum DataPackage {
  package static func render(_ report: Report, edition: ReportEdition) -> String {
    JSONText.object([
      ("name", .string("\(slug(report.lens))-\(report.year)")), ("title", .string(report.name)),
      ("version", .string(edition.toolVersion)), ("vintage", .string(edition.vintage)),
      (
        "description",
        .string(
          "Scores are this project's own computation. The figures behind them keep the licences "
            + "of their producers, stated for each indicator; some restrict reuse.")
      ), ("sources", .list(report.indicators, source)), ("resources", .array([scores(report), indicators])),
    ]).pretty
  }

  /// The name of the index in small letters, digits and hyphens, as Data Package asks; the lens's where that leaves nothing.
  private static func slug(_ lens: Lens) -> String {
    func words(_ text: String) -> String {
      text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }
    let slug = words(lens.index.name)
    return slug.isEmpty ? words(lens.name) : slug
  }

  private static func source(_ line: Report.IndicatorLine) -> [(String, JSONText)] {
    let (definition, licence) = (line.definition, line.definition.licence)
    return [
      ("title", .string(definition.id.rawValue)), ("producer", .string(definition.producer)),
      ("dataset", .string(definition.source)), ("licence", .string(licence.text)),
      ("open", licence.isUnknown ? .null : .boolean(licence.isOpen)),
    ]
  }

  private static func scores(_ report: Report) -> JSONText {
    let dimensions = report.dimensions.map {
      ($0.name, "number", "score of the dimension, 0 (worst) to 100 (best)")
    }
    return resource(
      "scores", "scores.csv",
      [
        ("rank", "integer", "1 for the highest score; equal scores share a rank"),
        ("iso3", "string", "ISO 3166-1 alpha-3"), ("country", "string", "name"),
        ("score", "number", "index score, 0 (worst) to 100 (best)"),
      ] + dimensions + [
        ("coverage", "number", "share of effective weight observed or carried, 0 to 1"),
        ("status", "string", "ranked, or withheld and why"),
        ("rank_p05", "integer", "lower end of the 90 % rank interval over all judgements"),
        ("rank_p95", "integer", "upper end of it"),
        ("reliability", "string", "high, medium or low; empty where it is not known"),
        (
          "tier", "integer",
          "band of ranks: a new one begins where an interval does not overlap that of the first country of the band before"
        ),
      ], key: ["iso3"])
  }

  private static var indicators: JSONText {
    resource(
      "indicators", "indicators.csv",
      [
        ("iso3", "string", "ISO 3166-1 alpha-3"), ("indicator", "string", "id in the catalogue"),
        ("dimension", "string", "path in the framework"), ("year", "integer", "year of the figure"),
        ("raw", "number", "the figure as it stands in the file"),
        ("value", "number", "the value derived from it, in the indicator's unit"),
        (
          "normalised", "number",
          "score by the lens's normalisation: under goalposts the place between them on the indicator's scale, 0 to 100"
        ), ("weight", "number", "share of the dimension carried, 0 to 1"),
        ("contribution", "number", "points of the dimension's score; they sum to it"),
        ("status", "string", "observed, carried or missing"), ("file", "string", "path under Data/"),
        ("line", "integer", "line of the figure"),
      ], key: ["iso3", "indicator"])
  }

  private static func resource(
    _ name: String, _ path: String, _ fields: [(String, String, String)], key: [String]
  ) -> JSONText {
    .object([
      ("name", .string(name)), ("path", .string(path)), ("format", .string("csv")),
      ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
      (
        "schema",
        .object([
          (
            "fields",
            .list(fields) { [("name", .string($0)), ("type", .string($1)), ("description", .string($2))] }
          ), ("primaryKey", .strings(key)), ("missingValues", .strings([""])),
        ])
      ),
    ])
  }
}
