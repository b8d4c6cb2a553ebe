import Glibc

@testable import Tabular

/// Numbers: what is read as one is what `strtod` reads, to the last bit, and a column with a decimal
/// comma reads as the same column with points does.
enum NumbersTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    for cell in bytes.split(separator: 10, omittingEmptySubsequences: false).prefix(64) { check(Array(cell)) }
  }

  private static func check(_ cell: [UInt8]) {
    let plain = cell.withUnsafeBufferPointer { NumberText($0) }
    if case .value(let value) = plain { expectSame(value, cell) }
    if case .qualified(let value, _) = plain { expect(value.isFinite, "\(cell) is finite") }
    let point = cell.withUnsafeBufferPointer { NumberText($0, .point) }
    let comma = swapped(cell).withUnsafeBufferPointer { NumberText($0, .comma) }
    // Longer cells are read only where they are plain; the marks of missing values hold points.
    if cell.count <= 64, point != .missing, comma != .missing {
      expect(same(point, comma), "\(String(decoding: cell, as: UTF8.self)): \(point), \(comma)")
    }
    if case .localised = point { expect(false, "with a mark, nothing is open") }
    if plain == .localised {
      expect(point != .missing, "digits are never missing")
    } else if plain != .missing {
      expect(same(plain, point), "a point that is proved changes no number that needs no proof")
    }
    var evidence = DecimalEvidence()
    cell.withUnsafeBufferPointer { evidence.note($0, line: 1, field: 0) }
    expect(evidence.point == nil || evidence.comma == nil, "no cell proves both marks")
    if evidence.comma != nil {
      expect(point == .malformed, "a cell that proves a comma cannot be read with points")
    }
  }

  private static func expectSame(_ value: Double, _ cell: [UInt8]) {
    var text = cell.map { CChar(bitPattern: $0) } + [0]
    let (other, count): (Double, Int?) = text.withUnsafeMutableBufferPointer { buffer in
      var end: UnsafeMutablePointer<CChar>?
      guard let start = buffer.baseAddress else { return (0.0, 0) }
      let value = strtod(start, &end)
      return (value, end.map { $0 - start })
    }
    // A number with marks between groups is none to strtod.
    if count == cell.count { expect(value.bitPattern == other.bitPattern, "\(cell): \(value) is \(other)") }
    let written = CSVText.shortest(value)
    guard case .value(let again) = NumberText(written) else { return expect(false, "\(written) is a number") }
    expect(again == value, "\(written) reads back")
  }

  private static func same(_ one: NumberText, _ other: NumberText) -> Bool {
    switch (one, other) {
    case (.value(let a), .value(let b)): a.bitPattern == b.bitPattern
    case (.qualified(let a, let p), .qualified(let b, let q)): a.bitPattern == b.bitPattern && p == q
    default: one == other
    }
  }

  private static func swapped(_ cell: [UInt8]) -> [UInt8] { cell.map { $0 == 44 ? 46 : $0 == 46 ? 44 : $0 } }
}
