import Diagnostics
import Tabular

/// The rows of a table whose head is known: reads them for any series, as often as need be.
struct TableRows: Sendable {
  let head: TableHead
  let text: SourceText
  let countries: CountryTable
  let segmentSize: Int

  /// The figures of a target, and what is wrong with them.
  struct Result: Sendable {
    var figures: Figures
    var findings: Findings
    /// How many rows hold no number where one should stand.
    var notNumbers = 0
    /// How many numbers have their interval behind them.
    var intervals = 0
    /// The decimal mark by which they were read, where the column has proved one.
    var mark: DecimalMark?
    /// A few texts of each column that divides figures.
    var divisions: [ByteTable<Bool>] = []
    /// How many have a percent sign.
    var percents = 0
    /// Rows of words that nobody knows, between them.
    var headings: [String] = []
  }

  /// Reads the rows once, for all targets.
  func read(_ targets: [RowPlan.Target]) -> RowReader {
    let plan = RowPlan(form: head.form, targets: targets)
    let (text, countries) = (text, countries)
    let segments = reader.readSegments(
      from: head.offset, lines: head.lines, size: segmentSize, into: { RowReader(plan, text, countries) },
      onRow: { row, rows in rows.take(row) }, onEnd: { $0.sort() })
    var all = RowReader(plan, text, countries)
    var quoting = Findings()
    for segment in segments {
      all.append(segment.rows, lines: segment.linesBefore)
      quoting.append(contentsOf: segment.findings)
    }
    // Last, so that the order of findings is the same whatever the pieces.
    all.findings.append(contentsOf: quoting)
    return all
  }

  func scan<Rows: Sendable>(into rows: @Sendable () -> Rows, _ onRow: @Sendable (CSVRow, inout Rows) -> Void)
    -> [CSVReader.Segment<Rows>]
  { reader.readSegments(from: head.offset, lines: head.lines, size: segmentSize, into: rows, onRow: onRow) }

  private var reader: CSVReader { CSVReader(text, separator: head.separator) }

  /// Settles what commas and points mean in the targets that hold such cells: looks what the column
  /// proves, and reads those targets again by that.
  func resolve(_ rows: RowReader, _ targets: [RowPlan.Target]) -> [Result] {
    var results = targets.indices.map { target in result(rows, target) }
    // Where semicolons part fields, commas are likely to be decimal marks and points to part
    // thousands: nothing is taken for granted there.
    let isForeign = head.separator == UInt8(ascii: ";")
    let open = targets.indices.filter {
      rows.localised[$0] || isForeign || targets[$0].selection.decimal == .comma
    }
    if open.isEmpty { return results }
    var proved: [(place: Int, target: RowPlan.Target)] = []
    for (place, evidence) in zip(open, evidence(open.map { targets[$0] })) {
      if let stated = targets[place].selection.decimal {
        let target = targets[place]
        proved.append(
          (place, RowPlan.Target(layout: target.layout, selection: target.selection, mark: stated)))
        continue
      }
      let isPlain = !rows.localised[place]
      if isPlain, evidence.unclearPoint == nil || evidence.mark == .point { continue }
      if let mark = evidence.mark ?? (isPlain ? markOfOtherColumns() : nil) {
        if isPlain, mark == .point { continue }
        let target = targets[place]
        proved.append((place, RowPlan.Target(layout: target.layout, selection: target.selection, mark: mark)))
      } else {
        results[place].figures = Figures()
        results[place].findings.append(unproved(evidence))
      }
    }
    if proved.isEmpty { return results }
    let again = read(proved.map(\.target))
    for (index, entry) in proved.enumerated() {
      results[entry.place] = result(again, index)
      results[entry.place].mark = entry.target.mark
      if targets[entry.place].selection.decimal != nil { continue }
      results[entry.place].findings.append(
        .figures.decimalMark,
        "the column has a decimal \(entry.target.mark?.rawValue ?? "point"), " + "as its cells prove",
        at: .init(file: text.name))
    }
    return results
  }

  func result(_ rows: RowReader, _ target: Int) -> Result {
    var findings = rows.valueFindings[target]
    findings.append(contentsOf: rows.valueTallies[target].findings(text))
    return Result(
      figures: rows.figures(of: target), findings: findings,
      notNumbers: rows.valueTallies[target].rows(of: .figures.notANumber),
      intervals: rows.valueTallies[target].rows(of: .figures.interval),
      divisions: rows.divisions.isEmpty ? [] : rows.divisions[target], percents: rows.percents[target],
      headings: rows.headings.texts)
  }

  /// What the other columns of numbers prove: a table is written in one way throughout.
  private func markOfOtherColumns() -> DecimalMark? {
    let layouts = head.numeric.map {
      Layout(kind: head.form.kind, shape: .long(year: head.form.yearColumn, value: $0))
    }
    let targets = layouts.map { RowPlan.Target(layout: $0, selection: FigureSelection()) }
    let marks = evidence(targets).compactMap(\.mark)
    return marks.allSatisfy { $0 == marks.first } ? marks.first : nil
  }

  private func evidence(_ targets: [RowPlan.Target]) -> [DecimalEvidence] {
    let plan = RowPlan(form: head.form, targets: targets)
    let segments = scan(into: { EvidenceRows(plan) }) { row, rows in rows.take(row) }
    return segments.reduce(into: targets.map { _ in DecimalEvidence() }) { all, segment in
      for index in all.indices { all[index].append(segment.rows.evidence[index], lines: segment.linesBefore) }
    }
  }

  private struct EvidenceRows: Sendable {
    private(set) var evidence: [DecimalEvidence]
    private let plan: RowPlan

    init(_ plan: RowPlan) {
      self.plan = plan
      evidence = plan.targets.map { _ in DecimalEvidence() }
    }

    mutating func take(_ row: CSVRow) {
      guard plan.form.fits(row) else { return }
      for (index, target) in plan.targets.enumerated() where target.accepts(row, plan.form) {
        let columns =
          switch target.layout.shape {
          case .long(_, let value): [value]
          case .wide(let columns): columns.map(\.index)
          case .across(_, let places): places.map(\.index)
          }
        for column in columns {
          row.withField(column) { evidence[index].note($0, line: row.line, field: column) }
        }
      }
    }
  }

  private func unproved(_ evidence: DecimalEvidence) -> Diagnostic {
    if let point = evidence.point, let comma = evidence.comma {
      return Diagnostic(
        .figures.mixedDecimalMarks,
        "\"\(comma.text)\" can only have a decimal comma, \"\(point.text)\" on line \(point.line) "
          + "only a decimal point", in: text, line: comma.line, column: column(of: comma),
        remedy: "write all of the column in one way")
    }
    let cell = evidence.unclear ?? evidence.unclearPoint
    return Diagnostic(
      .figures.unclearDecimalMark,
      "\"\(cell?.text ?? "")\" may be thousands or a fraction, and no cell of the column tells", in: text,
      line: cell?.line ?? 1, column: cell.map(column(of:)) ?? 1,
      remedy: "say which mark is the decimal one: --decimal point or --decimal comma")
  }

  private func column(of cell: DecimalEvidence.Witness) -> Int {
    text.column(ofField: cell.field, onLine: cell.line, separator: head.separator)
  }
}
