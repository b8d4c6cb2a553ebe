import Diagnostics
import Tabular

/// Reads the figures of a table in any layout that `Layout` knows.
package struct FigureReader {
  package struct Reading: Sendable {
    /// The figures in file order.
    package fileprivate(set) var figures = Figures()
    /// The intervals that stand beside or behind them.
    package internal(set) var bounds = FigureBounds()
    /// How the table is laid out; nil when that was not recognised.
    package fileprivate(set) var layout: Layout?
  }

  let text: SourceText
  private let countries: CountryTable
  private let selections: [FigureSelection]
  private let segmentSize: Int
  var findings = Findings()
  var readings: [Reading]

  /// Reads one series of a table; what is wrong or noteworthy goes into `findings`.
  package static func read(
    _ text: SourceText, _ selection: FigureSelection, countries: CountryTable, into findings: inout Findings
  ) -> Reading { read(text, [selection], countries: countries, into: &findings)[0] }

  /// Reads several series of a table in one go.
  /// - Parameter segmentSize: how many bytes are read by one core at a time.
  /// - Returns: one reading a selection.
  package static func read(
    _ text: SourceText, _ selections: [FigureSelection], countries: CountryTable,
    segmentSize: Int = CSVReader.segmentSize, into findings: inout Findings
  ) -> [Reading] {
    var reader = FigureReader(
      text: EurostatTable.unpacked(text), countries: countries, selections: selections,
      segmentSize: segmentSize, readings: selections.map { _ in Reading() })
    reader.read()
    findings.append(contentsOf: reader.findings)
    return reader.readings
  }

  private mutating func read() {
    let choice = selections.first?.form ?? TableChoice()
    guard let head = TableHead.find(in: text, countries, choice, into: &findings) else { return }
    let recogniser = LayoutRecogniser(form: head.form, text: text, numeric: head.numeric)
    for (index, selection) in selections.enumerated() {
      do throws(Diagnostic) { readings[index].layout = try recogniser.layout(selection) } catch {
        findings.append(error)
      }
    }
    let places = readings.indices.filter { readings[$0].layout != nil }
    let targets = places.compactMap { place in
      readings[place].layout.map { RowPlan.Target(layout: $0, selection: selections[place]) }
    }
    noteUnreadColumns(head)
    if targets.isEmpty { return readChoices(head, recogniser) }
    readRows(head, targets, places)
  }

  /// Where nobody said which series is wanted, reads each for what is to be said of it: choosing one is not all that
  /// there is to do.
  private mutating func readChoices(_ head: TableHead, _ recogniser: LayoutRecogniser) {
    guard selections.count == 1, findings.all.contains(where: { $0.kind == .figures.columnWanted }) else {
      return
    }
    var selection = selections[0]
    let targets = recogniser.choices.prefix(12).compactMap { name -> RowPlan.Target? in
      selection.column = name
      return (try? recogniser.layout(selection)).map { RowPlan.Target(layout: $0, selection: selection) }
    }
    if !targets.isEmpty { readRows(head, targets, []) }
  }

  private mutating func readRows(_ head: TableHead, _ targets: [RowPlan.Target], _ places: [Int]) {
    let table = TableRows(head: head, text: text, countries: countries, segmentSize: segmentSize)
    var rows = table.read(targets)
    let footnotes = rows.endOfTable()
    findings.append(contentsOf: rows.findings)
    findings.append(contentsOf: rows.tally.findings(text))
    if rows.rows == 0, !findings.hasErrors { findings.append(RecordReader.onlyHeader(text)) }
    let resolved = table.resolve(rows, targets)
    let problems = inParallel(targets.count) { [rows] index in
      let result = resolved[index]
      let duplicate = TableRows.duplicate(in: result.figures)
      return (
        problem: table.problem(with: result, duplicate, index, rows),
        doubts: table.doubts(about: result, index, rows), isDistinct: duplicate == nil
      )
    }
    var told: Set<Diagnostic> = []
    for index in targets.indices {
      let result = resolved[index]
      let place = index < places.count ? places[index] : nil
      if result.figures.isEmpty, let words = table.words(result, targets[index]) {
        findings.append(words)
        continue
      }
      findings.append(contentsOf: result.findings)
      if let place { readings[place].figures = result.figures }
      // Where nothing is left, that is said unless an error has said why.
      if result.figures.isEmpty, findings.hasErrors || rows.rows == 0 { continue }
      for doubt in problems[index].doubts { findings.append(doubt) }
      if let place { readings[place].figures.isDistinct = problems[index].isDistinct }
      if let problem = problems[index].problem {
        if told.insert(problem).inserted { findings.append(problem) }
        if let place { readings[place].figures = Figures() }
      }
    }
    noteOddities(rows, footnotes: footnotes)
    noteMarks(rows, table)
    readBounds(table, targets, resolved, places)
  }

  /// Names of countries that were read without the marks of footnotes.
  private mutating func noteMarks(_ rows: RowReader, _ table: TableRows) {
    let names = rows.marked.texts
    guard let first = names.first else { return }
    let more =
      names.count > 1
      ? ", and so \(names.count > 2 ? "are" : "is") \(CountWords.of(names.count - 1, "more name"))" : ""
    findings.append(
      .figures.markedName, "\"\(first)\" is read without the mark of its footnote\(more)", in: text,
      line: table.line(holding: first), column: 1)
  }

  /// Says which columns look like years and are not read: the newest one is the likeliest to carry
  /// a mark.
  private mutating func noteUnreadColumns(_ head: TableHead) {
    let header = head.form.header
    if !head.unnamed.isEmpty {
      findings.append(
        .figures.unreadColumn,
        "\(head.unnamed.count == 1 ? "a column has figures and no name, and is" : "columns have figures and no name, and are") "
          + "not read: \(LayoutRecogniser.sample(head.unnamed.map { "number \($0 + 1)" }))", in: text,
        line: header.line, column: 1, remedy: "write into the header what the figures are of, or delete them")
    }
    let names = header.unreadYearColumns.map { header.names[$0] }
    guard !header.yearColumns.isEmpty, !names.isEmpty else { return }
    findings.append(
      .figures.unreadColumn, "columns that look like years are not read: \(LayoutRecogniser.sample(names))",
      in: text, line: header.line, column: 1,
      remedy: "name a column by the calendar year that its figures stand for")
  }

  private mutating func noteOddities(_ rows: RowReader, footnotes: Int) {
    func note(_ kind: FindingKind, _ message: String, line: Int = 0) {
      findings.append(kind, message, at: .init(file: text.name, line: line))
    }
    if text.encoding == .windows1252 {
      note(.figures.encoding, "the text is not UTF-8 and is read as \(text.encoding.rawValue)")
    } else if let line = rows.otherEncoding {
      note(.figures.encoding, "what is not UTF-8, first on this line, is read as Windows-1252", line: line)
    }
    if let message = rows.left.message(countries) { note(.figures.leftOut, message) }
    if footnotes > 0 {
      let are = footnotes == 1 ? "is taken for a footnote" : "are taken for footnotes"
      note(.figures.footnotes, "\(CountWords.of(footnotes, "line")) below the table \(are)")
    }
  }
}
