import IndexModel

/// The columns in which a publisher says how uncertain the values beside them are.
package enum BoundColumns: Sendable, Equatable {
  case ends(low: String, high: String)
  case standardError(String)

  /// None, whatever columns are called.
  package static let none = BoundColumns.ends(low: "", high: "")

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

  var count: Int { ends.count }

  package subscript(figure: Figure) -> Bounds? { ends[Key(country: figure.country, year: figure.year)] }

  init() {}

  /// What stands beside figures, before it is known whether it is their intervals.
  struct Candidates {
    /// Figures and what would be their bounds, in order.
    fileprivate(set) var holding: [(figure: Figure, bounds: Bounds)] = []
    /// Those that do not hold their figure.
    fileprivate(set) var apart: [(figure: Figure, bounds: Bounds)] = []

    /// Ends that stand for a missing value, as -999 does.
    fileprivate(set) var standIns: [(figure: Figure, end: Double)] = []

    var count: Int { holding.count + apart.count + standIns.count }

    /// Whether nearly all would hold theirs if the two ends were exchanged.
    var areExchanged: Bool {
      apart.count > 1 && 10 * apart.count > 9 * (holding.count + apart.count)
        && apart.allSatisfy { Bounds(low: $0.bounds.high, high: $0.bounds.low).hold($0.figure.value) }
    }

    /// Whether all are one and the same, as the ends of a scale are.
    var areConstant: Bool {
      holding.count > 1 && apart.isEmpty && holding.allSatisfy { $0.bounds == holding[0].bounds }
    }
  }

  /// - Parameter columns: the ends, or the standard error alone.
  static func candidates(of figures: Figures, _ columns: [Figures]) -> Candidates {
    let others = columns.map { column in
      Dictionary(column.map { (Key(country: $0.country, year: $0.year), $0.value) }) { first, _ in first }
    }
    var found = Candidates()
    figures.forEach { figure in
      let key = Key(country: figure.country, year: figure.year)
      let own = others.compactMap { $0[key] }
      guard own.count == others.count, let first = own.first, let last = own.last else { return }
      let standIn = own.first {
        MissingCodes.isMark($0) && abs($0 - figure.value) > 10 * max(abs(figure.value), 1)
      }
      if let standIn { return found.standIns.append((figure, standIn)) }
      let bounds =
        own.count == 1 ? Bounds(around: figure.value, standardError: first) : Bounds(low: first, high: last)
      if bounds.hold(figure.value) {
        found.holding.append((figure, bounds))
      } else {
        found.apart.append((figure, bounds))
      }
    }
    return found
  }

  init(_ candidates: Candidates) {
    for (figure, bounds) in candidates.holding {
      ends[Key(country: figure.country, year: figure.year)] = bounds
    }
  }
}
