import Diagnostics
import Tabular

/// What is wrong in many rows for one cause: said once, at the first of them, with their number.
struct RowTally: Sendable {
  struct Cause: Sendable {
    let kind: FindingKind
    let message: String
    /// Made for those alone that are told: what is near to a name is looked for among all.
    let remedy: @Sendable () -> String
    /// Where the first row has it.
    var place: (line: Int, column: Int)
    fileprivate var rows = 0
    fileprivate var lastLine = 0

    init(
      _ kind: FindingKind, _ message: String, remedy: @escaping @autoclosure @Sendable () -> String = "",
      at place: (line: Int, column: Int)
    ) { (self.kind, self.message, self.remedy, self.place) = (kind, message, remedy, place) }
  }

  private var places = ByteTable<Int>()
  private var causes: [Cause] = []

  /// Counts a row for a cause, once.
  /// - Parameter key: what tells the cause from others, whatever the row.
  mutating func count(_ key: [UInt8], line: Int, _ cause: () -> Cause) {
    let place = key.withUnsafeBufferPointer { places[$0] } ?? add(key, cause())
    if causes[place].lastLine != line { causes[place].rows += 1 }
    causes[place].lastLine = line
  }

  private mutating func add(_ key: [UInt8], _ cause: Cause) -> Int {
    places.update(key) { $0 = causes.count }
    causes.append(cause)
    return causes.count - 1
  }

  mutating func append(_ other: RowTally, lines: Int) {
    for (key, cause) in zip(other.places.all, other.causes) {
      if let place = key.withUnsafeBufferPointer({ places[$0] }) {
        causes[place].rows += cause.rows
      } else {
        var moved = cause
        moved.place.line += lines
        _ = add(key, moved)
      }
    }
  }

  /// How many rows there are of a kind.
  func rows(of kind: FindingKind) -> Int { causes.reduce(0) { $0 + ($1.kind == kind ? $1.rows : 0) } }

  /// A finding for each cause, in the order of the first rows.
  func findings(_ text: SourceText) -> Findings {
    var findings = Findings()
    for cause in causes {
      findings.append(cause.kind, inFile: text.name) {
        let more = cause.rows > 1 ? ", here and in \(CountWords.of(cause.rows - 1, "more row"))" : ""
        return Diagnostic(
          cause.kind, cause.message + more, in: text, line: cause.place.line, column: cause.place.column,
          remedy: cause.remedy())
      }
    }
    return findings
  }
}
