import Diagnostics

extension CSVReader {
  /// How many bytes one piece of a large text has.
  package static let segmentSize = 8 << 20

  package struct Segment<Rows: Sendable>: Sendable {
    package var rows: Rows
    /// What is wrong with the quoting; lines count from the start of the text.
    package var findings: Findings
    /// How many lines of the text stand before the piece.
    package var linesBefore: Int
  }

  /// Reads the rows from an offset to the end of the text in pieces, on all cores.
  ///
  /// A piece starts at the first line end behind every `size` bytes, as if no field in quotation
  /// marks stood open there. That holds where the piece before ended exactly there, between two
  /// rows; where it did not, the piece is read again from where that one ended. So the rows are
  /// those of one reading from end to end, whatever the text and the number of cores.
  /// - Parameters:
  ///   - start: where a row starts, in bytes.
  ///   - lines: how many lines stand before that.
  ///   - rows: makes an empty collection of rows, for each piece its own.
  ///   - onRow: takes a row; its line counts from the start of the piece.
  ///   - onEnd: is told that a piece has no further row.
  package func readSegments<Rows: Sendable>(
    from start: Int, lines: Int, size: Int = segmentSize, into rows: @Sendable () -> Rows,
    onRow: @Sendable (CSVRow, inout Rows) -> Void, onEnd: @Sendable (inout Rows) -> Void = { _ in }
  ) -> [Segment<Rows>] {
    // Where nothing more can be read.
    if start == Int.max { return [] }
    let bounds = boundaries(from: start, every: size)
    let parts = inParallel(bounds.count - 1) { index in
      readSegment(bounds[index]..<bounds[index + 1], rows(), onRow, onEnd)
    }
    var segments: [Segment<Rows>] = []
    var place = End(offset: start, lines: lines)
    for (index, part) in parts.enumerated() where place.offset < bounds[index + 1] {
      var (segment, end) = part
      if bounds[index] != place.offset {
        (segment, end) = readSegment(place.offset..<bounds[index + 1], rows(), onRow, onEnd)
      }
      segment.linesBefore = place.lines
      segment.findings = segment.findings.moved(down: place.lines)
      segments.append(segment)
      place = End(offset: end.offset, lines: place.lines + end.lines)
    }
    return segments
  }

  private func readSegment<Rows>(
    _ part: Range<Int>, _ empty: Rows, _ onRow: (CSVRow, inout Rows) -> Void, _ onEnd: (inout Rows) -> Void
  ) -> (Segment<Rows>, End) {
    var segment = Segment(rows: empty, findings: Findings(), linesBefore: 0)
    let end = read(part, into: &segment.findings) { row in
      onRow(row, &segment.rows)
      return .next
    }
    onEnd(&segment.rows)
    return (segment, end)
  }

  private func boundaries(from start: Int, every size: Int) -> [Int] {
    var bounds = [start]
    // Where UTF-8 comes out of UTF-16, no place can be found but from the start.
    if !text.isUTF16, start < text.size {
      var next = start + size
      while next < text.size - size / 2 {
        // From one byte before, so that a line that starts right there is not passed over.
        var lines = LineBuffer(text, at: next - 1)
        guard lines.next(), !lines.isTooLong, lines.offset < text.size else { break }
        bounds.append(max(lines.offset, start))
        next = lines.offset + size
      }
    }
    bounds.append(Int.max)
    return bounds
  }
}
