import IndexModel

/// The figures of one series, in file order: those of each piece of the file as they were read,
/// since joining ten million of them into one array would take their memory twice.
package struct Figures: Sequence, Sendable {
  /// The figures of one piece; their lines count from its start.
  struct Piece: Sendable {
    let figures: [Figure]
    /// How many lines of the file stand before the piece.
    let linesBefore: Int
  }

  private(set) var pieces: [Piece] = []

  package var count: Int { pieces.reduce(0) { $0 + $1.figures.count } }

  package var isEmpty: Bool { pieces.isEmpty }

  mutating func append(_ figures: [Figure], linesBefore: Int) {
    if !figures.isEmpty { pieces.append(Piece(figures: figures, linesBefore: linesBefore)) }
  }

  /// The first and last year of any figure; nil when there is none.
  package var years: ClosedRange<Year>? {
    var (first, last) = (Int.max, Int.min)
    for piece in pieces {
      for figure in piece.figures {
        (first, last) = (Swift.min(first, figure.year), Swift.max(last, figure.year))
      }
    }
    return first <= last ? first...last : nil
  }

  package func makeIterator() -> Iterator { Iterator(pieces) }

  /// Hands out the figures with their lines in the file.
  package struct Iterator: IteratorProtocol {
    private let pieces: [Piece]
    private var piece = 0
    private var index = 0

    fileprivate init(_ pieces: [Piece]) { self.pieces = pieces }

    package mutating func next() -> Figure? {
      guard piece < pieces.count else { return nil }
      var figure = pieces[piece].figures[index]
      if pieces[piece].linesBefore > 0 { figure.move(down: pieces[piece].linesBefore) }
      index += 1
      if index == pieces[piece].figures.count {
        piece += 1
        index = 0
      }
      return figure
    }
  }
}
