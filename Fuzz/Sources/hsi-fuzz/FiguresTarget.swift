import Diagnostics
import IndexModel
import Tabular

@testable import Ingest

/// A table of figures, read for several series at once: in pieces of any size, out of memory or out
/// of blocks, it gives the same figures and the same findings.
enum FiguresTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let selections = selections(bytes, &choices)
    let text = SourceText(name: "t.csv", bytes: bytes)
    let whole = read(text, selections, 1 << 20)
    let size = choices.pieceSize(of: bytes)
    expectSame(whole, read(text, selections, size), "pieces of \(size)")
    guard StreamTarget.isSameInMemory(text, bytes) else { return }
    let step = 1 + choices.next(below: 7)
    let stream = StreamTarget.stream(bytes, step)
    expectSame(whole, read(stream, selections, size), "blocks of \(step) in pieces of \(size)")
  }

  /// Layouts, figures and findings.
  private static func read(_ text: SourceText, _ selections: [FigureSelection], _ size: Int) -> [String] {
    var findings = Findings()
    let readings = FigureReader.read(
      text, selections, countries: World.countries, segmentSize: size, into: &findings)
    for reading in readings {
      for figure in reading.figures {
        expect(World.countries.countries.indices.contains(figure.country.value), "the country is known")
        expect(figure.value.isFinite, "the value is finite")
        expect(figure.line > 0, "the line is known")
      }
    }
    return readings.map { "\(String(describing: $0.layout?.kind))" }
      + readings.flatMap { reading in
        reading.figures.map { "\($0.country.value) \($0.year) \($0.value.bitPattern) \($0.line)" } + ["."]
      } + words(findings)
  }

  /// The only series, and one that the table names; now and then with a condition.
  private static func selections(_ bytes: [UInt8], _ choices: inout Choices) -> [FigureSelection] {
    let fields = bytes.prefix(300).split { [10, 13, 44, 59, 9].contains($0) }.map {
      String(decoding: $0, as: UTF8.self)
    }
    func field(_ choice: Int) -> String { fields.isEmpty ? "" : fields[choice % fields.count] }
    var named = FigureSelection(column: field(choices.next(below: 24)))
    named.zeroIsMissing = true
    named.years = 1990...2010
    var narrow = FigureSelection(column: field(choices.next(below: 24)), plausible: -5...5)
    if choices.next(below: 4) == 0 {
      narrow.conditions = [
        RowCondition(
          column: field(choices.next(below: 12)), text: field(choices.next(below: 64)),
          isExclusion: choices.next(below: 2) == 0)
      ]
    }
    return [FigureSelection(transform: .log), named, narrow]
  }
}
