import HumanSecurity
import Tabular

/// The rows of a table whose head is known: reads them for any series, as often as need be.
struct TableRows {
  let head: TableHead
  let text: SourceText
  let countries: CountryTable
  private let segmentSize: Int

  /// The figures of a target, and what is wrong with them.
  struct Result {
    var figures: [Figure]
    var findings: Findings
  }

  init(_ head: TableHead, _ text: SourceText, _ countries: CountryTable, segmentSize: Int) {
    self.head = head
    self.text = text
    self.countries = countries
    self.segmentSize = segmentSize
  }

  /// Reads the rows once, for all targets.
  func read(_ targets: [RowPlan.Target]) -> RowReader {
    let plan = RowPlan(head.form, targets)
    let empty = RowReader(plan, text, countries)
    let segments = scan(into: empty) { row, rows in rows.take(row) }
    var all = empty
    var quoting = Findings()
    for segment in segments {
      all.append(segment.rows, lines: segment.linesBefore)
      quoting.append(contentsOf: segment.findings)
    }
    // Last, so that the order of findings is the same whatever the pieces.
    all.note(quoting)
    return all
  }

  func scan<Rows: Sendable>(
    into rows: Rows, _ onRow: @Sendable (CSVRow, inout Rows) -> Void
  ) -> [CSVReader.Segment<Rows>] {
    CSVReader(text, separator: head.separator).readSegments(
      from: head.offset, lines: head.lines, size: segmentSize, into: rows, onRow: onRow)
  }

  /// Settles what commas and points mean in the targets that hold such cells: looks what the column
  /// proves, and reads those targets again by that.
  func resolve(_ rows: RowReader, _ targets: [RowPlan.Target]) -> [Result] {
    var results = zip(rows.figures, rows.valueFindings).map(Result.init)
    let open = targets.indices.filter { rows.localised[$0] }
    if open.isEmpty { return results }
    var proved: [(place: Int, target: RowPlan.Target)] = []
    for (place, evidence) in zip(open, evidence(open.map { targets[$0] })) {
      if let mark = evidence.mark {
        proved.append(
          (place, RowPlan.Target(targets[place].layout, targets[place].selection, mark: mark)))
      } else {
        results[place].figures = []
        results[place].findings.append(unproved(evidence))
      }
    }
    if proved.isEmpty { return results }
    let again = read(proved.map(\.target))
    for (index, entry) in proved.enumerated() {
      results[entry.place] = Result(
        figures: again.figures[index], findings: again.valueFindings[index])
      results[entry.place].findings.append(
        Diagnostic(
          .note, "decimal-mark",
          "the column has a decimal \(entry.target.mark?.rawValue ?? "point"), "
            + "as its cells prove", at: .init(file: text.name)))
    }
    return results
  }

  private func evidence(_ targets: [RowPlan.Target]) -> [DecimalEvidence] {
    let plan = RowPlan(head.form, targets)
    let none = targets.map { _ in DecimalEvidence() }
    let segments = scan(into: none) { row, evidence in
      guard plan.form.fits(row) else { return }
      for index in plan.candidates(for: row) where plan.targets[index].accepts(row) {
        let columns =
          switch plan.targets[index].layout.shape {
          case .long(_, let value): [value]
          case .wide(let columns): columns.map(\.index)
          }
        for column in columns {
          row.withField(column) { evidence[index].note($0, line: row.line, field: column) }
        }
      }
    }
    return segments.reduce(into: none) { all, segment in
      for index in all.indices {
        all[index].append(segment.rows[index], lines: segment.linesBefore)
      }
    }
  }

  private func unproved(_ evidence: DecimalEvidence) -> Diagnostic {
    if let point = evidence.point, let comma = evidence.comma {
      return Diagnostic(
        .error, "mixed-decimal-marks",
        "\"\(comma.text)\" can only have a decimal comma, \"\(point.text)\" on line \(point.line) "
          + "only a decimal point", in: text, line: comma.line, column: column(of: comma),
        remedy: "write all of the column in one way")
    }
    let cell = evidence.unclear
    return Diagnostic(
      .error, "unclear-decimal-mark",
      "\"\(cell?.text ?? "")\" may be thousands or a fraction, and no cell of the column tells",
      in: text, line: cell?.line ?? 1, column: cell.map(column(of:)) ?? 1,
      remedy: "write the column without thousands marks and with a decimal point")
  }

  private func column(of cell: DecimalEvidence.Witness) -> Int {
    text.column(ofField: cell.field, onLine: cell.line, separator: head.separator)
  }
}
