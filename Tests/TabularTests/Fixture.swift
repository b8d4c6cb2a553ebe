import Diagnostics
import Tabular

/// A row as a test sees it: its line and its fields.
struct ReadRow: Equatable {
  let line: Int
  let fields: [String]

  init(_ line: Int, _ fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

/// All rows of a text, and what was found while reading it.
func readRows(_ text: SourceText, separator: UInt8? = nil) -> (rows: [ReadRow], found: Findings) {
  var rows: [ReadRow] = []
  var findings = Findings()
  CSVReader(text, separator: separator).read(into: &findings) { row in
    rows.append(ReadRow(row.line, row.strings))
    return .next
  }
  return (rows, findings)
}

/// All rows of a text, and what was found while reading it.
func readRows(_ text: String) -> (rows: [ReadRow], found: Findings) {
  readRows(SourceText(name: "t.csv", text))
}

/// The places and identifiers of findings, such as `t.csv:3:5 broken-quote`.
func places(_ findings: Findings) -> [String] {
  findings.all.map { ($0.place.map { "\($0) " } ?? "") + $0.identifier }
}

/// Random numbers that are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
