import IndexModel

/// The columns in which a publisher says how uncertain the values beside them are.
package enum BoundColumns: Sendable, Equatable {
  case ends(low: String, high: String)
  case standardError(String)

  var names: [String] {
    switch self {
    case .ends(let low, let high): [low, high]
    case .standardError(let column): [column]
    }
  }
}

/// An end of an interval that stands in the cell of its value.
enum IntervalEnd: Sendable { case low, high }

/// The intervals of figures, by country and year.
package struct FigureBounds: Sendable {
  private struct Key: Hashable {
    let country: CountryIndex
    let year: Year
  }

  private var ends: [Key: Bounds] = [:]

  package var isEmpty: Bool { ends.isEmpty }

  package subscript(figure: Figure) -> Bounds? { ends[Key(country: figure.country, year: figure.year)] }

  init() {}

  /// - Parameters:
  ///   - columns: the ends, or the standard error alone.
  ///   - isWhole: whether all are left out where one does not hold its value: columns that nobody named may be of other
  ///     values.
  ///   - outside: told each figure whose interval does not hold it.
  init(of figures: Figures, _ columns: [Figures], isWhole: Bool, outside: (Figure, Bounds) -> Void) {
    let others = columns.map {
      Dictionary($0.map { (Key(country: $0.country, year: $0.year), $0.value) }) { first, _ in first }
    }
    var isApart = false
    figures.forEach { figure in
      let key = Key(country: figure.country, year: figure.year)
      let found = others.compactMap { $0[key] }
      guard found.count == others.count, let first = found.first, let last = found.last else { return }
      let bounds =
        found.count == 1 ? Bounds(around: figure.value, standardError: first) : Bounds(low: first, high: last)
      if bounds.hold(figure.value) {
        ends[key] = bounds
      } else {
        isApart = true
        if !isWhole { outside(figure, bounds) }
      }
    }
    if isWhole, isApart { ends = [:] }
  }
}
