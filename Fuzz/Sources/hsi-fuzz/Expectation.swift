import Diagnostics
import Glibc
import Tabular

/// Ends the program, which libFuzzer takes for a find, when something does not hold that should.
func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
  if holds { return }
  perror("does not hold: \(message())")
  abort()
}

/// What findings say, in full: so that whatever words them runs, too.
func words(_ findings: Findings) -> [String] {
  findings.all.map { finding in
    let text = finding.text + finding.json.compact
    // A finding quotes a little of the input, never all of it.
    expect(text.utf8.count < 40_000, "a finding is short: \(text.utf8.count) bytes")
    expect(
      !finding.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" },
      "no control character is shown: \(finding.text.debugDescription)")
    return text
  }
}

/// Ends the program when two readings of a text differ, with what differs.
func expectSame(_ one: [String], _ other: [String], _ what: @autoclosure () -> String) {
  if one == other { return }
  let place = zip(one, other).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let index = place ?? min(one.count, other.count)
  func shown(_ list: [String]) -> String { list.indices.contains(index) ? list[index] : "nothing" }
  expect(false, "\(what()) give the same:\n\(shown(one))\nand not\n\(shown(other))\n")
}

/// Choices that an input makes by its last bytes, so that plain texts serve as seeds.
struct Choices {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes.suffix(8) }

  /// A number below a bound.
  mutating func next(below bound: Int) -> Int { Int(rest.popLast() ?? 0) % bound }

  /// How large the pieces are in which a text is read: such that there are a few.
  mutating func pieceSize(of bytes: [UInt8]) -> Int {
    max(1, (bytes.count + next(below: 16)) / (2 + next(below: 8)))
  }
}
