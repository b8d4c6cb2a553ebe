import IndexModel
import Scoring

/// The cells of a country whose score is another, each with why: the earlier and the later figures under the same
/// judgements.
struct ChangedCells {
  /// By the names of their indicators.
  let all: [(id: IndicatorID, cause: ChangeCause)]

  /// - Parameter sides: the columns of the earlier and the later figures under each mixture of judgements, with the country's
  ///   rows in them; the later judgements last.
  init(_ sides: [(before: Side, after: Side)]) {
    let ids = Set(sides.flatMap { $0.after.table.framework.indicators.map(\.id) }).sorted()
    // Under other goalposts a figure may change what it does not change under these.
    all = ids.compactMap { id in
      sides.reversed().lazy.compactMap { Self.cause(id, $0.before, $0.after) }.first.map { (id, $0) }
    }
  }

  /// A country in a table.
  struct Side {
    let table: ScoreTable
    let row: RowIndex

    func column(_ id: IndicatorID) -> IndicatorColumn? {
      table.framework.indicator(id).flatMap { table.columns[$0] }
    }
  }

  private static func cause(_ id: IndicatorID, _ old: Side, _ new: Side) -> ChangeCause? {
    guard let before = old.column(id), let after = new.column(id) else { return nil }
    let (one, other) = (before.scores[old.row], after.scores[new.row])
    if one == other || (one.isNaN && other.isNaN) { return nil }
    switch (before.cells[old.row].isMeasured, after.cells[new.row].isMeasured) {
    case (true, true):
      if before.years[old.row] != after.years[new.row] { return .newer }
      return before.values[old.row] == after.values[new.row] ? .others : .revised
    case (false, false): return .estimates
    default: return .coverage
    }
  }
}
