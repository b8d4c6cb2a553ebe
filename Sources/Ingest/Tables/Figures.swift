import IndexModel

/// The figures of one series, in file order: those of each piece of the file as they were read,
/// since joining ten million of them into one array would take their memory twice.
package struct Figures: Sequence, Sendable {
  /// The figures of one piece, among those of other series; their lines count from its start.
  fileprivate struct Piece: Sendable {
    let run: SortedFigures.Run
    let places: Range<Int>
    /// How many lines of the file stand before the piece.
    let linesBefore: Int
  }

  private var pieces: [Piece] = []

  /// Whether no country is known to have two figures of a year.
  var isDistinct = false

  package var count: Int { pieces.reduce(0) { $0 + $1.places.count } }

  package var isEmpty: Bool { pieces.isEmpty }

  mutating func append(_ sorted: SortedFigures, _ lane: Int, linesBefore: Int) {
    let (run, places) = sorted.lanes[lane]
    if !places.isEmpty { pieces.append(Piece(run: run, places: places, linesBefore: linesBefore)) }
  }

  /// The first and last year of any figure; nil when there is none.
  package var years: ClosedRange<Year>? {
    var (first, last) = (Int.max, Int.min)
    forEach { figure in (first, last) = (Swift.min(first, figure.year), Swift.max(last, figure.year)) }
    return first <= last ? first...last : nil
  }

  /// Hands out the figures with their lines in the file, quicker than an iterator.
  @inline(__always) package func forEach(_ body: (Figure) -> Void) {
    for piece in pieces {
      let (start, linesBefore) = (piece.run.start, piece.linesBefore)
      for place in piece.places {
        var figure = start[place]
        figure.move(down: linesBefore)
        body(figure)
      }
    }
  }

  package func makeIterator() -> Iterator { Iterator(pieces) }

  /// Hands out the figures with their lines in the file.
  package struct Iterator: IteratorProtocol {
    private let pieces: [Piece]
    private var piece = 0
    private var place: Int

    fileprivate init(_ pieces: [Piece]) {
      self.pieces = pieces
      place = pieces.first?.places.lowerBound ?? 0
    }

    package mutating func next() -> Figure? {
      guard piece < pieces.count else { return nil }
      var figure = pieces[piece].run.start[place]
      figure.move(down: pieces[piece].linesBefore)
      place += 1
      if place == pieces[piece].places.upperBound {
        piece += 1
        place = piece < pieces.count ? pieces[piece].places.lowerBound : 0
      }
      return figure
    }
  }
}
