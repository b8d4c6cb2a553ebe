import Diagnostics
import IndexModel

extension DataChecks {
  /// Notes files of the folder that no table names.
  package static func unusedFiles(
    _ files: [String], _ framework: Framework, folder: String, into findings: inout Findings
  ) {
    let used = Set(CubeReader.paths(of: framework) + tables)
    for file in files where !used.contains(file) && file.hasSuffix(".csv") {
      findings.append(
        .checks.unusedFile, "no indicator names this file", at: .init(file: folder + "/" + file),
        remedy: "add an indicator to indicators.csv, or remove the file")
    }
  }

  package static let tables = [
    "countries.csv", "country-names.csv", "areas.csv", "elsewhere.csv", "indicators.csv", "borders.csv",
    "boundaries.csv", "groups.csv",
  ]
}
