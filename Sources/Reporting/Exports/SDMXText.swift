import IndexModel
import Tabular

/// Scores and values as SDMX-CSV 2.0 (sdmx.org, SDMX-CSV field guide): one dataflow, a row an observation.
package enum SDMXText {
  /// - Parameter version: of the dataflow, three numbers.
  package static func render(_ tables: ExportTables, version: String) -> String {
    let structure = "HSI:\(code(tables.table.lens.name.uppercased()))(\(version))"
    return CSVText.table(
      [
        "STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA", "NODE", "MEASURE", "TIME_PERIOD", "OBS_VALUE",
        "OBS_STATUS", "UNIT_MEASURE", "SOURCE_FILE", "SOURCE_LINE",
      ],
      tables.known.map { one in
        [
          .string("dataflow"), .string(structure), .string("I"),
          .string(tables.table.country(one.place).code.description), .string(node(one.node, tables)),
          .string(one.measure.uppercased()), .integer(one.year), .number(one.value),
          .string(status(one.status)), .string(unit(one, tables)), .optional(one.at?.file),
          .optional(one.at?.line),
        ]
      })
  }

  /// `_T`, the total, for the index; a path has `_` for its slashes, which identifiers of SDMX do not have.
  private static func node(_ node: NodeIndex, _ tables: ExportTables) -> String {
    node == Framework.root ? "_T" : tables.name(node).replacing("/", with: "_")
  }

  /// The code list CL_OBS_STATUS: A normal, E estimated, I imputed.
  private static func status(_ word: String) -> String { word == "imputed" ? "I" : "A" }

  private static func unit(_ one: ExportTables.Observation, _ tables: ExportTables) -> String {
    switch one.measure {
    case "score": "points of 100"
    case "value": tables.table.framework.unit(of: one.node) ?? ""
    default: "rank"
    }
  }

  /// Letters, digits, `_` and `-` of a text; others become `_`.
  private static func code(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" })
  }
}
