import Foundation
import IndexModel
import Testing

@Suite("The page of CSV columns") struct ColumnPageTests {
  /// A row of the page: a command, and the columns that it is said to print.
  struct Row: CustomTestStringConvertible {
    let command: String
    let columns: [Substring]

    var testDescription: String { command }

    /// Whether a header has these columns; one that ends in … stands for any number of them.
    func describes(_ header: [Substring]) -> Bool {
      let isOne = { (column: Substring) in !column.contains("…") }
      guard !columns.allSatisfy(isOne) else { return header == columns }
      let first = columns.prefix(while: isOne)
      let last = columns.reversed().prefix(while: isOne)
      return header.starts(with: first) && header.reversed().starts(with: last)
        && header.count > first.count + last.count
    }
  }

  static func rows() throws -> [Row] {
    let page = repository.appending(path: "Documentation/csv-columns.md")
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| `hsi "), let end = line.firstRange(of: "` | ") else { return nil }
      let columns = line[end.upperBound...].dropLast(2).split(separator: ", ")
      return Row(command: String(line[..<end.lowerBound].dropFirst(7)), columns: columns)
    }
  }

  @Test("each command prints the columns that the page lists", arguments: try rows()) func header(row: Row)
    throws
  {
    let words = row.command.split(separator: " ").map(String.init)
    let few = words.first == "audit" ? ["--samples", "100"] : []
    let run = try Program(folder: repository).run(words + few + ["--format", "csv"])
    let header = run.output.split(separator: "\n").first?.split(separator: ",") ?? []
    #expect(row.describes(header), "\(header.joined(separator: ", ")): \(run.errors)")
  }

  @Test("a column with … stands for others between those before and behind it") func shorthand() {
    let row = Row(command: "", columns: ["a", "w_…", "z"])
    #expect(row.describes(["a", "w_x", "w_y", "z"]))
    #expect(!row.describes(["a", "z"]))
    #expect(!row.describes(["a", "w_x", "z", "new"]))
    #expect(!Row(command: "", columns: ["a"]).describes(["a", "new"]))
  }

  @Test("what stands beside columns of dimensions has a name that no dimension may have") func reserved()
    throws
  {
    let beside = try Self.rows().filter { $0.columns.contains("<dimension>…") }.flatMap(\.columns)
    let names = Set(beside.filter { !$0.contains("…") }.map(String.init))
    #expect(names == DimensionPath.reserved)
  }

  @Test("the page lists the commands that print scores, lenses, audits and findings") func isWhole() throws {
    #expect(try Self.rows().count >= 25)
  }
}
