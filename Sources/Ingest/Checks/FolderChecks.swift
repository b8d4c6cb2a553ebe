import HumanSecurity
import Tabular

extension DataChecks {
  /// Notes files of the folder that no table names.
  public static func unusedFiles(
    _ files: [String], _ framework: Framework, folder: String, into findings: inout Findings
  ) {
    let used = Set(CubeReader.paths(of: framework) + tables)
    for file in files where !used.contains(file) && file.hasSuffix(".csv") {
      findings.append(
        Diagnostic(
          .warning, "unused-file", "no indicator names this file",
          at: .init(file: folder + "/" + file),
          remedy: "add an indicator to indicators.csv, or remove the file"))
    }
  }

  /// The tables that are no figures.
  public static let tables = [
    "countries.csv", "areas.csv", "elsewhere.csv", "indicators.csv", "borders.csv",
    "boundaries.csv",
  ]
}
