import IndexModel
import Tabular

/// A description of tables for machines: a data package by version 2 of that standard (datapackage.org).
package enum DataPackage {
  private static let profiles = "https://datapackage.org/profiles/2.0/"

  /// Of the tables of a report.
  package static func render(_ report: Report, components: [String], edition: ReportEdition) -> String {
    let scores = TableSchema.scores(dimensions: report.dimensions.map(\.name), components: components)
    return package(
      report, edition,
      resources: [
        resource("scores", "scores.csv", scores), resource("indicators", "indicators.csv", TableSchema.cells),
      ])
  }

  /// - Parameter generator: what made a folder that is no report's; nil for a report.
  static func package(
    _ report: Report, _ edition: ReportEdition, resources: [JSONText], generator: String? = nil
  ) -> String {
    let made: [(String, JSONText)] = generator.map { [("generator", .string($0))] } ?? []
    return JSONText.object(
      [("$schema", .string(profiles + "datapackage.json"))] + made + [
        ("name", .string("\(slug(report.lens))-\(report.year)")), ("title", .string(report.name)),
        ("version", .string(edition.toolVersion)), ("vintage", .string(edition.vintage)),
        ("description", .string(termsOfFigures)), ("sources", .list(report.indicators, source)),
        ("resources", .array(resources)),
      ]
    ).pretty
  }

  static let termsOfFigures =
    "Scores are this project's own computation. The figures behind them keep the licences "
    + "of their producers, stated for each indicator; some restrict reuse."

  /// The name of the index in small letters, digits and hyphens, as Data Package asks; the lens's where that leaves nothing.
  static func slug(_ lens: Lens) -> String {
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

  /// - Parameter text: the file's text, whose length and digest are stated; nil where these are not known.
  static func resource(_ name: String, _ path: String, _ schema: TableSchema, text: String? = nil) -> JSONText
  {
    let size = text.map { Array($0.utf8) }.map { bytes -> [(String, JSONText)] in
      [("bytes", .integer(bytes.count)), ("hash", .string("sha256:" + Digest.text(of: bytes)))]
    }
    return .object(
      [
        ("$schema", .string(profiles + "dataresource.json")), ("name", .string(name)),
        ("type", .string("table")), ("path", .string(path)), ("format", .string("csv")),
        ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
      ] + (size ?? []) + [
        (
          "schema",
          .object([
            ("$schema", .string(profiles + "tableschema.json")),
            (
              "fields",
              .list(schema.columns) {
                [("name", .string($0.name)), ("type", .string($0.type)), ("description", .string($0.text))]
              }
            ), ("primaryKey", .strings(schema.key)), ("missingValues", .strings([""])),
          ])
        )
      ])
  }
}
