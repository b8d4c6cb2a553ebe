import Diagnostics
import Tabular

/// Rows that do not fit the table. Below its last row they are footnotes, elsewhere errors.
struct OddRows: Sendable {
  /// More than so many lines are no footnotes.
  private static let limit = 64
  private var count = 0
  private var holdsBrokenRow = false
  private var kept: [Diagnostic] = []
  /// The words of the last row that holds nothing else: a heading, where a header follows.
  private(set) var heading: String?

  /// A header follows the heading, which is no broken row then; what stands above it is.
  mutating func forgetHeading() {
    guard heading != nil else { return }
    if kept.count == count { kept.removeLast() }
    count -= 1
    heading = nil
  }

  var isEmpty: Bool { count == 0 }

  var wantsMore: Bool { kept.count < Findings.limit }

  /// Notes a row, which is wrong unless nothing but its like comes below.
  /// - Parameter namesCountry: whether the row names a country where the table does: then it is a
  ///   broken row, such as the last one of a download that was cut short.
  mutating func append(_ row: CSVRow, namesCountry: Bool, _ finding: Diagnostic?) {
    count += 1
    if let finding { kept.append(finding) }
    // A note has its words in one field; a separator may break it in two or three.
    let filled = (0..<row.count).count { !row.isEmpty($0) }
    if filled > 3 || namesCountry { holdsBrokenRow = true }
    heading = filled == 1 && !namesCountry ? (0..<row.count).first { !row.isEmpty($0) }.map(row.string) : nil
  }

  /// A row of the table stands below: what is held is wrong.
  mutating func close(into findings: inout Findings, _ text: SourceText) {
    guard count > 0 else { return }
    for finding in kept { findings.append(finding) }
    for _ in kept.count..<max(count, kept.count) {
      findings.append(.tables.raggedRow, "", at: .init(file: text.name))
    }
    self = OddRows()
  }

  /// Joins the odd rows at the end of the piece below.
  /// - Parameter hasRows: whether rows of the table stand above them in that piece.
  mutating func append(
    _ other: OddRows, hasRows: Bool, lines: Int, into findings: inout Findings, _ text: SourceText
  ) {
    if hasRows { close(into: &findings, text) }
    count += other.count
    holdsBrokenRow = holdsBrokenRow || other.holdsBrokenRow
    if !other.isEmpty { heading = other.heading }
    kept += other.kept.prefix(Findings.limit - kept.count).map { $0.moved(down: lines) }
  }

  /// The table ends: what is held are its footnotes, or else wrong.
  /// - Returns: how many lines of footnotes there are.
  mutating func end(into findings: inout Findings, _ text: SourceText) -> Int {
    let lines = count
    if lines <= Self.limit, !holdsBrokenRow { return lines }
    close(into: &findings, text)
    return 0
  }
}
