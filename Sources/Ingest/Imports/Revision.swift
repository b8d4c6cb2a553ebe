/// What an import changes in an indicator's canonical file.
package struct Revision: Sendable {
  /// A figure that was not there before, or is there no more.
  package typealias Row = CanonicalFigures.Row

  package private(set) var added: [Row] = []
  /// Figures whose value changed: the new row and the old value.
  package private(set) var revised: [(row: Row, old: Double)] = []
  package private(set) var gone: [Row] = []
  /// How many figures have another interval around the same value.
  package private(set) var rebounded = 0

  /// The values of all countries and years that both have, revised or not.
  private(set) var common: [(old: Double, new: Double)] = []

  package let oldCount: Int

  package init(from old: CanonicalFigures, to new: CanonicalFigures) {
    oldCount = old.rows.count
    var left = old.rows[...]
    for row in new.rows {
      while let first = left.first, (first.country, first.year) < (row.country, row.year) {
        gone.append(first)
        left.removeFirst()
      }
      if let first = left.first, first.country == row.country, first.year == row.year {
        common.append((first.value, row.value))
        if first.value != row.value {
          revised.append((row, first.value))
        } else if first.bounds != row.bounds {
          rebounded += 1
        }
        left.removeFirst()
      } else {
        added.append(row)
      }
    }
    gone.append(contentsOf: left)
  }

  /// Whether so much is gone that a wrong file or filter is likelier than a withdrawal: more than
  /// a tenth of the figures there were, and five at least.
  package var losesMuch: Bool { gone.count >= 5 && gone.count * 10 > oldCount }

  package var isEmpty: Bool { added.isEmpty && revised.isEmpty && gone.isEmpty && rebounded == 0 }
}
