/// Rows of words that nobody knows, with figures above and below: what stands under them may be of another series.
struct HeadingRows: Sendable {
  private static let limit = 20

  /// Those with figures on either side in what was read so far.
  private(set) var texts: [String] = []
  /// The last one above all figures.
  private var lead: String?
  /// The last one below all figures.
  private var pending: String?
  private var hasFigures = false

  var isPending: Bool { pending != nil }

  mutating func note(_ text: String) { if !text.isEmpty { pending = text } }

  /// A figure stands below.
  /// - Parameter isFirst: whether it is the first of its piece.
  mutating func noteFigure(isFirst: Bool) {
    guard let heading = pending else { return }
    if isFirst { lead = heading } else { keep(heading) }
    pending = nil
  }

  /// The piece ends.
  mutating func end(hasFigures: Bool) { self.hasFigures = hasFigures }

  /// Joins those of the piece that stands right below.
  mutating func append(_ other: HeadingRows) {
    guard other.hasFigures else { return pending = other.pending ?? pending }
    let above = other.lead ?? pending
    if hasFigures { if let above { keep(above) } } else { lead = above }
    for text in other.texts { keep(text) }
    (pending, hasFigures) = (other.pending, true)
  }

  private mutating func keep(_ text: String) { if texts.count < Self.limit { texts.append(text) } }
}
