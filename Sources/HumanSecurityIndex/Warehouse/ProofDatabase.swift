import Diagnostics
import Warehouse

/// Where a statement is proved. Whatever it is, only temporary tables are made there, which end with the connection.
package enum ProofDatabase: Sendable, Equatable {
  /// DuckDB without a file.
  case memory
  /// A file of DuckDB, which is opened for reading alone.
  case file(String)
  /// A server of PostgreSQL, by its address.
  case server(String)

  private static let schemes = ["postgresql://", "postgres://"]

  /// - Parameter address: `postgresql://…`, or the path of a file of DuckDB.
  package init(address: String) throws {
    if Self.schemes.contains(where: address.hasPrefix) {
      self = .server(address)
    } else if address.contains("://") {
      throw Failure.one(
        .warehouse.noDatabase, "no database is reached by \"\(address.prefix { $0 != ":" })://\"",
        remedy: "give postgresql://… or a file of DuckDB", status: 2)
    } else if FileReading.isRegularFile(address) {
      self = .file(address)
    } else {
      throw Failure.one(
        .warehouse.noDatabase, "the database \"\(address)\" is not there", at: .init(file: address),
        remedy: "give the path of a file of DuckDB, or postgresql://…")
    }
  }

  package var dialect: SQLDialect {
    switch self {
    case .memory, .file: .duckdb
    case .server: .postgres
    }
  }

  /// What the database is called in sentences. An address may hold a password.
  package var title: String {
    switch self {
    case .memory, .file: "DuckDB"
    case .server: "PostgreSQL"
    }
  }
}
