import Diagnostics
import IndexModel
import Tabular

extension TableRows {
  /// What is wrong with the figures of a target as a whole: none at all, or several series mixed.
  /// - Parameter duplicate: two of them that are of one country and year.
  func problem(with result: Result, _ duplicate: Duplicate?, _ place: Int, _ rows: RowReader) -> Diagnostic? {
    let (target, figures) = (rows.plan.targets[place], result.figures)
    if figures.isEmpty { return noFigures(target, rows) }
    if let stacked = stacked(rows) { return stacked }
    if target.layout.series == nil, rows.series.count > 1, hasColumnOfSeries(target) {
      return Diagnostic(
        .figures.columnWanted, "the table holds several series", in: text, line: head.form.header.line,
        column: 1, remedy: "say which, with #NAME or --column: \(LayoutRecogniser.sample(rows.series.texts))")
    }
    if let divided = divided(result, target, rows.rows) { return divided }
    if target.selection.addsRows { return nil }
    return duplicate.flatMap { mixed($0.first, $0.second, target, of: rows.rows) }
  }

  /// One finding for a column that holds words throughout, instead of one for each.
  func words(_ result: Result, _ target: RowPlan.Target) -> Diagnostic? {
    let all = result.findings.all
    guard case .long(_, let value) = target.layout.shape, result.notNumbers > Findings.limit,
      all.allSatisfy({ $0.kind == .figures.notANumber }), let first = all.first?.place
    else { return nil }
    let name = head.form.header.names[value]
    return Diagnostic(
      .figures.notNumbers,
      "the column \"\(name)\" holds words: " + LayoutRecogniser.sample(distinct(value, atMost: 50)), in: text,
      line: first.line, column: first.column,
      remedy: "choose a column of numbers, or write numbers for the words")
  }

  /// What is doubtful about the figures of a target as a whole.
  func doubts(about result: Result, _ place: Int, _ rows: RowReader) -> [Diagnostic] {
    let (target, figures) = (rows.plan.targets[place], result.figures)
    let name = name(of: target)
    var doubts = MissingCodes.doubt(about: figures, of: name, in: text).map { [$0] } ?? []
    doubts += part(result, target)
    doubts += inside(result.headings)
    let percents = result.percents
    if percents > 0, percents < figures.count {
      doubts.append(
        Diagnostic(
          .figures.mixedPercent,
          "\(percents) of \(figures.count) figures have a percent sign and the others none",
          at: .init(file: text.name), remedy: "check that the others are per cent too, not fractions of 1"))
    }
    return doubts
  }

  /// A note where all figures are of women, of towns or of an age, and nobody asked for these.
  private func part(_ result: Result, _ target: RowPlan.Target) -> [Diagnostic] {
    zip(head.form.dividing, result.divisions).compactMap { column, texts in
      guard texts.count == 1, let only = texts.texts.first, !Division.isTotal(only),
        Division.isPart(only) || ColumnNames.people.contains(head.form.header.folded[column]),
        !target.layout.isChosen(column)
      else { return nil }
      return Diagnostic(
        .figures.breakdown.as(.note),
        "all figures are of \"\(only)\" in the column \"\(head.form.header.names[column])\"", in: text,
        line: head.form.header.line, column: 1,
        remedy: "bring in the figures of all instead, if there are any")
    }
  }

  /// The column, stem or series of a target; empty where the table holds one alone.
  private func name(of target: RowPlan.Target) -> String {
    switch target.layout.shape {
    case .long(_, let value):
      target.layout.series
        ?? (head.numeric.count > 1 && value != head.form.mainValue ? head.form.header.names[value] : "")
    case .wide(let columns):
      target.layout.series ?? head.form.stems.first { $0.columns == columns }?.stem ?? ""
    case .across: ""
    }
  }

  /// Several tables in one file, each under its heading.
  private func stacked(_ rows: RowReader) -> Diagnostic? {
    let remedy = FindingKind.figures.stackedTables.advice
    if let (line, heading) = rows.stacked {
      return Diagnostic(
        .figures.stackedTables, "another table begins here, below \"\(heading)\"", in: text, line: line,
        column: 1, remedy: remedy)
    }
    let headings = rows.left.divisions
    guard let first = headings.first, case let line = self.line(holding: first), line > 0,
      // One heading alone, above all rows, is a title.
      Set(headings).count > 1 || line > head.lines + 1
    else { return nil }
    return Diagnostic(
      .figures.stackedTables, "headings divide the rows: \(LayoutRecogniser.sample(headings))", in: text,
      line: line, column: 1, remedy: remedy)
  }

  /// The first line that holds a text in one of the columns of countries, or else in any; 0 for none.
  func line(holding name: String) -> Int {
    var line = 0
    var findings = Findings()
    CSVReader(text, separator: head.separator).read(head.offset..<Int.max, into: &findings) { row in
      guard (0..<row.count).contains(where: { row.string($0) == name }) else { return .next }
      line = row.line
      return .stop
    }
    return line == 0 ? 0 : line + (head.offset > 0 ? head.lines : 0)
  }

  /// Figures that a column divides, such as by sex, or that are in several units: one country's may
  /// not be set beside another's, though no country has two.
  private func divided(_ result: Result, _ target: RowPlan.Target, _ rows: Int) -> Diagnostic? {
    let columns = head.form.dividing
    // Parts of a country and of a year may be added up, where that is asked for.
    let summed = target.selection.addsRows ? ColumnNames.parts : []
    let open = zip(columns, result.divisions).filter { column, texts in
      (texts.count > 1 && !target.layout.free.contains(column) || isPartOfYear(column, texts, target))
        && !summed.contains(head.form.header.folded[column])
        && (head.form.isDividingByName(column) || Division(texts.texts, rows: rows) != nil)
    }.map { (column: $0, texts: $1.texts) }
    guard !open.isEmpty else { return nil }
    let names = open.map { entry in
      "\(head.form.header.names[entry.column]) (\(LayoutRecogniser.sample(entry.texts)))"
    }
    let onlyUnits = open.allSatisfy { ColumnNames.units.contains(head.form.header.folded[$0.column]) }
    let line = head.form.header.line
    if onlyUnits {
      return Diagnostic(
        .figures.mixedUnits, "the figures are in several units: \(names.joined(separator: ", "))", in: text,
        line: line, column: 1, remedy: "choose one: \(choice(open)), or bring all figures to one unit")
    }
    return Diagnostic(
      .figures.breakdown, "the figures are divided by \(names.joined(separator: ", "))", in: text, line: line,
      column: 1,
      remedy:
        "choose one of each: \(choice(open)); a column that divides nothing is named as --where '\(head.form.header.names[open[0].column])=*'"
    )
  }

  /// Whether all figures are of one month or quarter, which nobody asked for.
  private func isPartOfYear(_ column: Int, _ texts: ByteTable<Bool>, _ target: RowPlan.Target) -> Bool {
    ["month", "quarter"].contains(head.form.header.folded[column]) && !target.layout.isChosen(column)
      && texts.texts.contains { !$0.isEmpty && !Division.isTotal($0) }
  }

  /// A warning where rows stand below headings that nobody knows: they may be of another series.
  private func inside(_ headings: [String]) -> [Diagnostic] {
    guard let first = headings.first else { return [] }
    return [
      Diagnostic(
        .figures.stackedTables.as(.warning),
        "rows below \(CountWords.list(headings.prefix(3).map { "\"\($0)\"" })) may be of another series",
        in: text, line: line(holding: first), column: 1,
        remedy: "if so, save each part as a file of its own, or add a column that holds the heading")
    ]
  }

  /// The options that choose one text of each column, those that stand for the whole first.
  private func choice(_ open: [(column: Int, texts: [String])]) -> String {
    open.map { entry in
      let total = entry.texts.first(where: Division.isTotal) ?? entry.texts[0]
      return "--where '\(head.form.header.names[entry.column])=\(total)'"
    }.joined(separator: " ")
  }

  /// Whether the values of a target stand in rows that name their series.
  private func hasColumnOfSeries(_ target: RowPlan.Target) -> Bool {
    guard head.form.seriesColumn != nil else { return false }
    if case .long(_, let value) = target.layout.shape { return value == head.form.mainValue }
    return true
  }

  private func noFigures(_ target: RowPlan.Target, _ rows: RowReader) -> Diagnostic {
    let known = head.form.seriesColumn.map { distinct($0, atMost: 5000).filter { !$0.isEmpty } } ?? []
    let series = target.layout.series
    let what = series.map { "the series \"\($0)\"" }
    let conditions = target.layout.filters.map { holding($0.index, distinct($0.index, atMost: 50)) }
    var remedy = "check \(what ?? "the column of values")"
    if !conditions.isEmpty { remedy += " and the conditions: " + conditions.joined(separator: "; ") }
    if let series, !known.contains(series), !known.isEmpty {
      remedy = NearestName.remedy(for: series, among: known)
    }
    return Diagnostic(
      .figures.noFigures, "none of the \(rows.rows) rows holds a figure of \(what ?? "this series")",
      in: text, line: 1, remedy: remedy)
  }

  typealias Duplicate = (first: Figure, second: Figure, more: Int)

  /// The first two figures of one country and year, and how many others have such a figure before them.
  static func duplicate(in figures: Figures) -> Duplicate? {
    guard let years = figures.years else { return nil }
    var seen: [Bool] = []
    var (second, count): (Figure?, Int) = (nil, 0)
    figures.forEach { figure in
      let cell = figure.country.value * years.count + figure.year - years.lowerBound
      if cell >= seen.count {
        seen.append(contentsOf: repeatElement(false, count: cell + years.count - seen.count))
      }
      if seen[cell] {
        second = second ?? figure
        count += 1
      }
      seen[cell] = true
    }
    guard let second,
      let first = figures.first(where: { $0.country == second.country && $0.year == second.year })
    else { return nil }
    return (first, second, count - 1)
  }

  /// What is said of figures of which a country and year have several.
  static func repetition(
    _ country: Country, _ year: Year, lines: (first: Int, second: Int), more: Int, in text: SourceText
  ) -> Diagnostic {
    let others = more > 0 ? ", and \(CountWords.of(more, "more figure")) of other rows likewise" : ""
    return Diagnostic(
      .figures.duplicateFigure,
      "\(country.code) \(year) has a figure on line \(lines.first) already" + others, in: text,
      line: lines.second, column: 1,
      remedy:
        "if the row is there twice, delete one of the two; if the file holds several series, choose one with "
        + "--column or --where; if rows are parts of one figure, add them up with --rows sum")
  }

  /// Two rows of one country and year: if other columns tell them apart, these are breakdowns that
  /// must not be mixed. Rows that nothing tells apart are left to whoever joins the figures.
  private func mixed(_ first: Figure, _ second: Figure, _ target: RowPlan.Target, of rows: Int) -> Diagnostic?
  {
    guard case .long(let year, let value) = target.layout.shape else { return nil }
    let header = head.form.header
    let keys = Set(
      head.form.countryColumns.map(\.index) + [year, value, head.form.seriesColumn].compactMap { $0 }
        + head.form.valueColumns.filter(head.numeric.contains))
    let columns = header.names.indices.filter { !keys.contains($0) }
    let texts = cells(of: [first.line, second.line], columns)
    guard texts.count == 2 else { return nil }
    let differing = zip(columns, zip(texts[0], texts[1])).filter { $1.0 != $1.1 }.map(\.0)
    guard !differing.isEmpty else { return nil }
    // A label says the same as the code before it.
    let codes = differing.filter { index in
      !["_label", "_name"].contains { header.folded[index].hasSuffix($0) }
    }
    let open = (codes.isEmpty ? [differing[0]] : codes).map { (column: $0, texts: distinct($0, atMost: 50)) }
    return Diagnostic(
      .figures.breakdown,
      "\(countries.countries[first.country].code) \(first.year) has figures on lines \(first.line) and "
        + "\(second.line) that differ in \(LayoutRecogniser.sample(differing.map { header.names[$0] }))",
      in: text, line: second.line, column: 1, remedy: remedy(for: open, rows))
  }

  /// Where each row has a text of its own, rows are events or parts, and none of them is the figure.
  private func remedy(for open: [(column: Int, texts: [String])], _ rows: Int) -> String {
    if let own = open.first(where: { $0.texts.count > 2 && $0.texts.count >= min(50, rows) }) {
      return
        "each row has its own \(head.form.header.names[own.column]): if rows are events or parts of a figure, "
        + "add them up with --rows sum"
    }
    return
      "choose one of each: \(choice(open)); \(open.map(holding).joined(separator: "; ")); if rows are parts of "
      + "one figure, add them up with --rows sum"
  }

  private func holding(_ column: Int, _ texts: [String]) -> String {
    "\(head.form.header.names[column]) holds \(LayoutRecogniser.sample(texts))"
  }

  private func cells(of lines: [Int], _ columns: [Int]) -> [[String]] {
    var found: [[String]] = []
    var findings = Findings()
    CSVReader(text, separator: head.separator).read(into: &findings) { row in
      guard lines.contains(row.line) else { return .next }
      found.append(columns.map(row.string))
      return found.count == lines.count ? .stop : .next
    }
    return found
  }

  /// The texts that a column holds, in order of first appearance.
  private func distinct(_ column: Int, atMost limit: Int) -> [String] {
    let segments = scan(into: { ByteTable<Bool>() }) { row, texts in texts.note(row, column, atMost: limit) }
    return segments.reduce(into: ByteTable<Bool>()) { $0.formUnion($1.rows) }.texts
  }
}
