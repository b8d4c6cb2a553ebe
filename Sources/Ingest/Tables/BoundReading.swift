import Diagnostics
import Tabular

extension FigureReader {
  /// Where the interval of a target's values stands.
  private struct Wanted {
    let place: Int
    let figures: Figures
    let targets: [RowPlan.Target]
    /// Whether nobody named the columns.
    let isGuessed: Bool
  }

  /// Reads the intervals of figures that were read: from columns beside the values, else from the cells themselves.
  mutating func readBounds(
    _ table: TableRows, _ targets: [RowPlan.Target], _ results: [TableRows.Result], _ places: [Int]
  ) {
    let recogniser = LayoutRecogniser(form: table.head.form, text: text, numeric: table.head.numeric)
    var (beside, behind): ([Wanted], [Wanted]) = ([], [])
    for (index, place) in places.enumerated() where !readings[place].figures.isEmpty {
      let (target, figures) = (targets[index], readings[place].figures)
      let stated = target.selection.bounds
      if let columns = stated ?? recogniser.bounds(of: target.layout) {
        let own = columnTargets(columns, target, recogniser, isGuessed: stated == nil)
        beside.append(Wanted(place: place, figures: figures, targets: own, isGuessed: stated == nil))
      } else if results[index].intervals > 0 {
        let own = [IntervalEnd.low, .high].map { end in
          var own = unlimited(target, layout: target.layout)
          (own.mark, own.end) = (results[index].mark, end)
          return own
        }
        behind.append(Wanted(place: place, figures: figures, targets: own, isGuessed: false))
      }
    }
    take(beside, table) { table.resolve($0, $1) }
    take(behind, table) { rows, targets in targets.indices.map { table.result(rows, $0) } }
  }

  private mutating func columnTargets(
    _ columns: BoundColumns, _ target: RowPlan.Target, _ recogniser: LayoutRecogniser, isGuessed: Bool
  ) -> [RowPlan.Target] {
    var targets: [RowPlan.Target] = []
    for name in columns.names {
      do throws(Diagnostic) {
        targets.append(unlimited(target, layout: try recogniser.layout(beside: target.layout, name)))
      } catch { if !isGuessed { findings.append(error) } }
    }
    return targets.count == columns.names.count ? targets : []
  }

  /// A target without what is asked of values alone.
  private func unlimited(_ target: RowPlan.Target, layout: Layout) -> RowPlan.Target {
    var selection = target.selection
    (selection.plausible, selection.transform) = (-Double.infinity...Double.infinity, .none)
    selection.zeroIsMissing = false
    return RowPlan.Target(layout: layout, selection: selection)
  }

  private mutating func take(
    _ wanted: [Wanted], _ table: TableRows, _ results: (RowReader, [RowPlan.Target]) -> [TableRows.Result]
  ) {
    let targets = wanted.flatMap(\.targets)
    if targets.isEmpty { return }
    var read = results(table.read(targets), targets)[...]
    for own in wanted {
      let columns = read.prefix(own.targets.count)
      read = read.dropFirst(own.targets.count)
      if columns.isEmpty { continue }
      if own.isGuessed, columns.contains(where: { $0.findings.hasErrors }) { continue }
      if !own.isGuessed, own.targets.allSatisfy({ $0.end == nil }) {
        for column in columns { findings.append(contentsOf: column.findings) }
      }
      let (text, figures) = (text, own.figures)
      var apart = Findings()
      readings[own.place].bounds = FigureBounds(of: figures, columns.map(\.figures), isWhole: own.isGuessed) {
        figure, bounds in
        let (low, high) = (CSVText.shortest(bounds.low), CSVText.shortest(bounds.high))
        apart.append(
          often: .figures.boundsApart,
          "the interval \(low) to \(high) does not hold its figure \(CSVText.shortest(figure.value))",
          in: text, at: (figure.line, 1),
          remedy: "correct the one that is wrong; the figure is read without its interval")
      }
      findings.append(contentsOf: apart)
    }
  }
}
