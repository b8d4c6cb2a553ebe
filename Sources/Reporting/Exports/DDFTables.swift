import IndexModel
import Scoring
import Tabular

/// Scores and values as a folder in Gapminder's format DDF: concepts, entities, and datapoints by country, node and
/// year.
package enum DDFTables {
  /// The files, the description of the others last.
  package static func files(_ tables: ExportTables, _ report: Report, _ edition: ReportEdition) -> [(
    name: String, text: String
  )] {
    let parts = [concepts, countries(tables), nodes(tables)] + measures.map { points(tables, $0.name) }
    return parts.map { ($0.fileName, $0.csv) } + [
      (
        ExportFolderText.description,
        DataPackage.package(
          report, edition,
          resources: parts.map { DataPackage.resource($0.name, $0.fileName, $0.schema, text: $0.csv) },
          generator: ExportFolderText.generator("ddf"))
      )
    ]
  }

  private static let measures = [
    (name: "score", text: "Score, 0 (worst) to 100 (best)"),
    (name: "value", text: "Value of an indicator, in its unit"), (name: "rank", text: "Rank, 1 the highest"),
    (name: "rank_p05", text: "Lower end of the rank interval"),
    (name: "rank_p95", text: "Upper end of the rank interval"),
  ]

  private static func part(_ name: String, key: [String], _ columns: [TableSchema.Column], _ rows: [[String]])
    -> ExportTables.Part
  {
    ExportTables.Part(
      name: name, schema: TableSchema(columns: columns, key: key), rows: rows.map { $0.map { .string($0) } })
  }

  private static var concepts: ExportTables.Part {
    let others = [
      ("country", "entity_domain", "Country"), ("node", "entity_domain", "Part of the index"),
      ("time", "time", "Year"), ("name", "string", "Name"), ("iso3", "string", "ISO 3166-1 alpha-3"),
      ("path", "string", "Path or identifier"), ("part_of", "string", "The node that a node is part of"),
      ("level", "string", "Index, dimension, component or indicator"), ("unit", "string", "Unit"),
    ]
    return part(
      "ddf--concepts", key: ["concept"],
      [
        ("concept", "string", "identifier"), ("concept_type", "string", "its type in DDF"),
        ("name", "string", "name"),
      ], others.map { [$0, $1, $2] } + measures.map { [$0.name, "measure", $0.text] })
  }

  private static func countries(_ tables: ExportTables) -> ExportTables.Part {
    let table = tables.table
    return part(
      "ddf--entities--country", key: ["country"],
      [
        ("country", "string", "identifier: the code in small letters"), ("name", "string", "name"),
        ("iso3", "string", "ISO 3166-1 alpha-3"),
      ],
      table.rows.map { row in
        let code = table.country(row).code.description
        return [code.lowercased(), table.country(row).name, code]
      })
  }

  private static func nodes(_ tables: ExportTables) -> ExportTables.Part {
    part(
      "ddf--entities--node", key: ["node"],
      [
        ("node", "string", "identifier"), ("path", "string", "path of a dimension, id of an indicator"),
        ("name", "string", "name of an indicator"), ("part_of", "string", "the node that it is part of"),
        ("level", "string", "index, dimension, component or indicator"),
        ("unit", "string", "unit of an indicator's values"),
      ],
      tables.nodes.rows.map { row in
        let texts = row.map { value in if case .string(let text) = value { text } else { "" } }
        return [identifier(texts[0]), texts[0], texts[6], identifier(texts[1]), texts[2], texts[7]]
      })
  }

  private static func points(_ tables: ExportTables, _ measure: String) -> ExportTables.Part {
    ExportTables.Part(
      name: "ddf--datapoints--\(measure)--by--country--node--time",
      schema: TableSchema(
        columns: [
          ("country", "string", "entity of country"), ("node", "string", "entity of node"),
          ("time", "integer", "year"), (measure, "number", measures.first { $0.name == measure }?.text ?? ""),
        ], key: ["country", "node", "time"]),
      rows: tables.known.filter { $0.measure == measure }.map { one in
        [
          .string(tables.table.country(one.place).code.description.lowercased()),
          .string(identifier(tables.name(one.node))), .integer(one.year), .number(one.value),
        ]
      })
  }

  /// Identifiers of DDF are of small letters, digits and `_`.
  private static func identifier(_ name: String) -> String {
    name.replacing("/", with: "__").replacing("-", with: "_")
  }
}
