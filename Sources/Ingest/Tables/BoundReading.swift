import Diagnostics
import Tabular

extension FigureReader {
  /// Where the interval of a target's values stands.
  private struct Wanted {
    let place: Int
    let figures: Figures
    let targets: [RowPlan.Target]
    /// The columns; empty where intervals stand in the cells of values.
    let names: [String]
    /// How many of the figures have an interval in their cells.
    var intervals = 0
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
      if stated == BoundColumns.none { continue }
      let columns = stated ?? recogniser.bounds(of: target.layout)
      if target.selection.addsRows {
        if columns != nil || results[index].intervals > 0 { noteSummed() }
      } else if let columns {
        let own = columnTargets(columns, target, recogniser, isGuessed: stated == nil)
        beside.append(
          Wanted(place: place, figures: figures, targets: own, names: columns.names, isGuessed: stated == nil)
        )
      } else if results[index].intervals > 0 {
        let own = [IntervalEnd.low, .high].map { end in
          var own = unlimited(target, layout: target.layout)
          (own.mark, own.end) = (results[index].mark, end)
          return own
        }
        behind.append(
          Wanted(
            place: place, figures: figures, targets: own, names: [], intervals: results[index].intervals,
            isGuessed: false))
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
      } catch {
        if isGuessed { continue }
        findings.append(
          error.kind, error.message, in: text, line: error.place?.line ?? 1, column: 1,
          remedy: "name the columns of bounds with --low and --high, or none with --low ''")
      }
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
      if !own.isGuessed, !own.names.isEmpty {
        for column in columns { findings.append(contentsOf: column.findings) }
      }
      let found = FigureBounds.candidates(of: own.figures, columns.map(\.figures))
      if own.isGuessed, found.areConstant || found.apart.count > found.holding.count {
        // In our own layout the columns can be nothing else.
        guard table.head.form.kind == .canonical else { continue }
      }
      tell(found, own)
      readings[own.place].bounds = FigureBounds(found)
    }
  }

  private mutating func tell(_ found: FigureBounds.Candidates, _ own: Wanted) {
    if let (figure, end) = found.standIns.first {
      findings.append(
        .figures.missingCode,
        "\(CSVText.shortest(end)) as an end of an interval, in \(CountWords.of(found.standIns.count, "row")), may stand for a missing value",
        in: text, line: figure.line, column: 1,
        remedy: "nothing has to be done: the figures are read without their intervals")
    }
    if own.intervals > found.count {
      findings.append(
        .figures.boundsApart,
        "\(CountWords.of(own.intervals - found.count, "interval")) may be read in two ways, and none of them is kept",
        at: .init(file: text.name),
        remedy: "say which mark is the decimal one: --decimal point or --decimal comma")
    }
    if found.areExchanged, own.names.count == 2 {
      findings.append(
        .figures.boundsApart,
        "the columns \"\(own.names[0])\" and \"\(own.names[1])\" are exchanged: the low ends lie above",
        in: text, line: 1, column: 1,
        remedy:
          "say --low '\(own.names[1])' --high '\(own.names[0])'; the figures are read without their intervals"
      )
      return
    }
    for (figure, bounds) in found.apart {
      findings.append(
        often: .figures.boundsApart,
        "the interval \(CSVText.shortest(bounds.low)) to \(CSVText.shortest(bounds.high)) does not hold its figure "
          + CSVText.shortest(figure.value), in: text, at: (figure.line, 1),
        remedy: "correct the one that is wrong; the figure is read without its interval")
    }
    if own.isGuessed, !found.holding.isEmpty, own.names.count == 2, !isCanonical(own) {
      findings.append(
        .figures.interval,
        "the columns \"\(own.names[0])\" and \"\(own.names[1])\" are read as bounds of the figures",
        at: .init(file: text.name))
    }
  }

  private func isCanonical(_ own: Wanted) -> Bool { readings[own.place].layout?.kind == .canonical }

  private mutating func noteSummed() {
    findings.append(
      .figures.interval, "the intervals of rows that are added up are not kept", at: .init(file: text.name))
  }
}
