import Diagnostics

/// Why figures are not scored where they are.
package struct WarehouseKinds: FindingKinds {
  package let notInSQL = FindingKind(
    "not-in-sql", .error,
    "No statement of SQL expresses a judgement of the lens, or an entry of the catalogue",
    remedy: "Choose another lens, or score with hsi score.")
  package let sqlDiffers = FindingKind(
    "sql-differs", .error, "A statement of SQL gives other scores than the program",
    remedy: "Report it: the statement and the program are to agree to 1e-9.")
}

extension FindingKind { package static let warehouse = WarehouseKinds() }
