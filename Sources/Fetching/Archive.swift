/// A ZIP archive in which a publisher packs one table and what describes it.
package struct Archive {
  /// A table out of an archive, and the base name of the member. It is never used as a path.
  package typealias Table = (name: String, bytes: [UInt8])

  package static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Unpacks the one CSV file of data in an archive.
  /// - Parameters:
  ///   - source: the archive's name in messages.
  ///   - limit: how many bytes the table may have, whatever the archive claims.
  package static func table(in bytes: [UInt8], from source: String, limit: Int = FetchLimits().size)
    throws(FetchProblem) -> Table
  {
    let broken = FetchProblem(
      .fetching.wrongArchive, "\(source) is a broken ZIP archive",
      remedy: "fetch it anew; if that does not help, the publisher has to mend it")
    guard let end = end(of: bytes) else { throw broken }
    guard end.count <= mostMembers else {
      throw FetchProblem(
        .fetching.wrongArchive, "\(source) holds \(end.count) files, more than one table comes with",
        remedy: "unpack it, and import the file that you mean")
    }
    guard let members = members(of: bytes, end) else { throw broken }
    let tables = members.map { member in
      (name: member.name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "", offset: member.offset)
    }.filter {
      // The World Bank's `Metadata_…` are no tables of data.
      let isAside = $0.name.hasPrefix("Metadata_") || $0.name.hasPrefix(".")
      return $0.name.lowercased().hasSuffix(".csv") && !isAside
    }
    guard tables.count == 1, let table = tables.first else {
      let found = members.prefix(8).map { "\"\(glimpse($0.name.utf8))\"" }.joined(separator: ", ")
      throw FetchProblem(
        .fetching.wrongArchive,
        "\(source) holds \(tables.isEmpty ? "no CSV file" : "\(tables.count) CSV files") of data"
          + (found.isEmpty ? "" : ": \(found)"))
    }
    // One that is encrypted would make funzip ask for a password.
    guard bytes.number(4, at: table.offset) == 0x0403_4B50, let flags = bytes.number(2, at: table.offset + 6),
      flags & 1 == 0
    else { throw broken }
    var out: [UInt8] = []
    // funzip unpacks the first member that it finds, and compares its checksum.
    let ended = try ChildProgram.run(
      ["funzip"], input: bytes[table.offset...],
      missing: FetchProblem(
        .fetching.noUnzip, "unzip, which unpacks \(source), is not installed",
        remedy: "install it (Debian and Ubuntu: apt-get install unzip; Fedora: dnf install unzip), "
          + "or unpack the file yourself")
    ) { (piece, _) throws(FetchProblem) in
      guard out.count + piece.count <= limit else {
        throw FetchProblem(
          .fetching.tooLarge, "the table in \(source) has more than \(limit) bytes",
          remedy: "unpack it yourself if you trust it, and import the file")
      }
      out += piece
    }
    guard ended.status == 0 else { throw broken }
    return (table.name, out)
  }

  /// A table comes with a handful of files.
  private static let mostMembers = 1000

  /// What the end of an archive says of its directory: where both stand, and how many members there are; nil
  /// where it is damaged.
  private static func end(of bytes: [UInt8]) -> (place: Int, directory: Int, count: Int)? {
    // It is followed by a comment of up to 64 KiB.
    let places = stride(from: bytes.count - 22, through: max(0, bytes.count - 65_557), by: -1)
    guard let end = places.first(where: { bytes.number(4, at: $0) == 0x0605_4B50 }),
      let count = bytes.number(2, at: end + 10), let directory = bytes.number(4, at: end + 16)
    else { return nil }
    return (end, directory, count)
  }

  /// The directory of an archive; nil where it is damaged.
  private static func members(of bytes: [UInt8], _ end: (place: Int, directory: Int, count: Int)) -> [(
    name: String, offset: Int
  )]? {
    var place = end.directory
    var members: [(name: String, offset: Int)] = []
    for _ in 0..<end.count {
      guard bytes.number(4, at: place) == 0x0201_4B50, let name = bytes.number(2, at: place + 28),
        let extra = bytes.number(2, at: place + 30), let comment = bytes.number(2, at: place + 32),
        let offset = bytes.number(4, at: place + 42), place + 46 + name <= end.place
      else { return nil }
      let text = String(decoding: bytes[(place + 46)..<(place + 46 + name)], as: UTF8.self)
      members.append((text, offset))
      place += 46 + name + extra + comment
    }
    return members
  }
}

extension [UInt8] {
  /// A number of so many bytes, the lowest first; nil where there are none.
  fileprivate func number(_ size: Int, at place: Int) -> Int? {
    guard place >= 0, place + size <= count else { return nil }
    return self[place..<(place + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
