import Diagnostics
import IndexModel

extension DataChecks {
  /// Notes files of the folder that no table names.
  /// - Parameter tables: those that the program reads by name.
  package static func unusedFiles(
    _ files: [String], _ framework: Framework, tables: [String], folder: String, into findings: inout Findings
  ) {
    let used = Set(CubeReader.paths(of: framework) + tables)
    for file in files where !used.contains(file) && file.hasSuffix(".csv") {
      findings.append(
        .checks.unusedFile, "no indicator names this file", at: .init(file: folder + "/" + file),
        remedy: "add an indicator to indicators.csv, or remove the file")
    }
  }

  /// The tables that the program reads by name, in a folder of countries or of other units.
  package static func tables(ofUnits: Bool) -> [String] {
    ofUnits
      ? ["units.csv", "indicators.csv", "groups.csv"]
      : [
        "countries.csv", "country-names.csv", "areas.csv", "elsewhere.csv", "indicators.csv", "borders.csv",
        "boundaries.csv", "groups.csv",
      ]
  }
}
