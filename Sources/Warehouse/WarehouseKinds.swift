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
  package let noDatabase = FindingKind(
    "no-database", .error, "The database in which a statement is to be proved is not there",
    remedy: "Give the path of a file of DuckDB, or the address of a server, postgresql://USER@HOST/NAME.")
  package let databaseFailed = FindingKind(
    "database-failed", .error,
    "A database cannot be reached, or does not run the statement that is to be proved",
    remedy: "See what it says; nothing is left in the database.")
}

extension FindingKind { package static let warehouse = WarehouseKinds() }
