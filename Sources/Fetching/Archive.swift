import CDownload

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A ZIP archive in which a publisher packs one table and what describes it.
public struct Archive {
  /// A table out of an archive.
  public struct Table: Sendable {
    /// The base name of the member. It is never used as a path.
    public let name: String
    /// The table.
    public let bytes: [UInt8]
  }

  /// Whether bytes are those of a ZIP archive.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Unpacks the one CSV file of data in an archive; the World Bank's `Metadata_…` do not count.
  /// - Parameters:
  ///   - source: the archive's name in messages.
  ///   - limit: how many bytes the table may have, whatever the archive claims.
  public static func table(
    in bytes: [UInt8], from source: String, limit: Int = FetchLimits().size
  ) throws(FetchProblem) -> Table {
    let names = try names(in: bytes, from: source)
    let tables = names.enumerated().filter { isTable(baseName($0.element)) }
    guard tables.count == 1, let table = tables.first else {
      let found = names.prefix(8).map { "\"\(glimpse($0.utf8))\"" }.joined(separator: ", ")
      throw FetchProblem(
        "wrong-archive",
        "\(source) holds \(tables.isEmpty ? "no CSV file" : "\(tables.count) CSV files") of data"
          + (found.isEmpty ? "" : ": \(found)"),
        remedy: "unpack it, and import the file that you mean")
    }
    var block: UnsafeMutablePointer<UInt8>?
    var count = 0
    let result = archive_member(bytes, bytes.count, table.offset, limit, &block, &count)
    defer { free(block) }
    guard result == ARCHIVE_OK, let block else { throw problem(result, source, limit) }
    return Table(
      name: baseName(table.element), bytes: Array(UnsafeBufferPointer(start: block, count: count)))
  }

  private static func isTable(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".csv") && !name.hasPrefix("Metadata_") && !name.hasPrefix(".")
  }

  private static func baseName(_ member: String) -> String {
    member.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? member
  }

  private static func names(in bytes: [UInt8], from source: String) throws(FetchProblem)
    -> [String]
  {
    var names: [String] = []
    let result = withUnsafeMutablePointer(to: &names) { names in
      archive_names(
        bytes, bytes.count,
        { context, name, count in
          guard let names = context?.assumingMemoryBound(to: [String].self), let name else {
            return 1
          }
          let text = name.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
          }
          names.pointee.append(text)
          return names.pointee.count < 10_000 ? 0 : 1
        }, names)
    }
    guard result == ARCHIVE_OK else { throw problem(result, source, 0) }
    return names
  }

  private static func problem(_ result: Int32, _ source: String, _ limit: Int) -> FetchProblem {
    switch result {
    case ARCHIVE_NO_LIBRARY:
      FetchProblem(
        "no-minizip", "minizip, which unpacks \(source), is not installed",
        remedy: "install it (Debian and Ubuntu: apt-get install libminizip1; Fedora: dnf install "
          + "minizip), or unpack the file yourself")
    case ARCHIVE_TOO_LARGE:
      FetchProblem(
        "too-large", "the table in \(source) has more than \(limit) bytes",
        remedy: "unpack it yourself if you trust it, and import the file")
    default:
      FetchProblem(
        "wrong-archive", "\(source) is a broken ZIP archive",
        remedy: "fetch it anew; if that does not help, the publisher has to mend it")
    }
  }
}
