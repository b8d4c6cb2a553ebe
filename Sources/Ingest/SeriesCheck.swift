import HumanSecurity
import Tabular

extension TableRows {
  /// What is wrong with the figures of a target as a whole: none at all, or several series mixed.
  func problem(with figures: Figures, _ target: RowPlan.Target, _ rows: RowReader) -> Diagnostic? {
    if figures.isEmpty { return noFigures(target, rows) }
    if target.layout.series == nil, rows.series.count > 1, hasColumnOfSeries(target) {
      return severalSeries(rows)
    }
    guard let (first, second) = Self.duplicate(in: figures) else { return nil }
    return mixed(first, second, target)
  }

  /// Whether the values of a target stand in rows that name their series.
  private func hasColumnOfSeries(_ target: RowPlan.Target) -> Bool {
    guard head.form.seriesColumn != nil else { return false }
    if case .long(_, let value) = target.layout.shape { return value == head.form.mainValue }
    return true
  }

  private func noFigures(_ target: RowPlan.Target, _ rows: RowReader) -> Diagnostic {
    let known = seriesNames()
    let wanted = target.layout.series.map { [$0] } ?? []
    let what = wanted.first.map { "the series \"\($0)\"" } ?? "this series"
    let texts = wanted + target.layout.filters.map(\.text)
    var remedy =
      texts.isEmpty
      ? "check the column of values"
      : "check the series or filter: " + texts.map { "\"\($0)\"" }.joined(separator: ", ")
    if let series = wanted.first, !known.contains(series), !known.isEmpty {
      remedy = NearestName.remedy(for: series, among: known)
    }
    return Diagnostic(
      .error, "no-figures", "none of the \(rows.rows) rows holds a figure of \(what)", in: text,
      line: 1, remedy: remedy)
  }

  private func severalSeries(_ rows: RowReader) -> Diagnostic {
    let names = rows.series.all.map { String(decoding: $0, as: UTF8.self) }
    return Diagnostic(
      .error, "column-wanted", "the table holds several series", in: text,
      line: head.form.header.line,
      column: 1, remedy: "say which, with #NAME or --column: \(LayoutRecogniser.sample(names))")
  }

  /// The names of all series of the table, in order of first appearance, up to a few thousand.
  func seriesNames() -> [String] {
    head.form.seriesColumn.map { distinct($0, atMost: 5000).filter { !$0.isEmpty } } ?? []
  }

  /// Two figures of one country and year.
  private static func duplicate(in figures: Figures) -> (Figure, Figure)? {
    guard let years = figures.years else { return nil }
    var seen: [Bool] = []
    for figure in figures {
      let cell = figure.country * years.count + figure.year - years.lowerBound
      if cell >= seen.count {
        seen.append(contentsOf: repeatElement(false, count: cell + years.count - seen.count))
      }
      if seen[cell] {
        let first = figures.first { $0.country == figure.country && $0.year == figure.year }
        return first.map { ($0, figure) }
      }
      seen[cell] = true
    }
    return nil
  }

  /// Two rows of one country and year: if other columns tell them apart, these are breakdowns that
  /// must not be mixed. Rows that nothing tells apart are left to whoever joins the figures.
  private func mixed(_ first: Figure, _ second: Figure, _ target: RowPlan.Target) -> Diagnostic? {
    guard case .long(let year, let value) = target.layout.shape else { return nil }
    let form = head.form
    var keys = Set(
      form.countryColumns + [year, value] + form.valueColumns.filter(head.numeric.contains))
    if let series = form.seriesColumn { keys.insert(series) }
    let columns = form.header.names.indices.filter { !keys.contains($0) }
    let country = countries.countries[first.country]
    let texts = cells(of: [first.line, second.line], columns)
    guard texts.count == 2 else { return nil }
    let differing = columns.indices.filter { texts[0][$0] != texts[1][$0] }
    guard let place = differing.first else { return nil }
    let names = differing.map { form.header.names[columns[$0]] }
    let values = distinct(columns[place], atMost: 50)
    let total = values.first { Self.totals.contains($0.lowercased()) } ?? texts[0][place]
    return Diagnostic(
      .error, "breakdown",
      "\(country.code) \(first.year) has figures on lines \(first.line) and \(second.line) that "
        + "differ in \(LayoutRecogniser.sample(names))", in: text, line: second.line, column: 1,
      remedy: "choose one, such as --where '\(names[0])=\(total)'; \(names[0]) holds "
        + LayoutRecogniser.sample(values))
  }

  /// What stands for the whole in columns of sex, age, place of residence and the like.
  private static let totals = [
    "_t", "total", "all", "both sexes", "both", "btsx", "t", "sex_btsx", "totl", "all ages",
    "national",
  ]

  /// The texts of some columns on some lines.
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
    let segments = scan(into: { ByteTable<Bool>() }) { row, names in
      guard names.count < limit, row.withField(column, { names[$0] == nil }) else { return }
      names.update(row.withField(column) { Array($0) }) { $0 = true }
    }
    var all = ByteTable<Bool>()
    for segment in segments {
      for key in segment.rows.all { all.update(key) { $0 = true } }
    }
    return all.all.map { String(decoding: $0, as: UTF8.self) }
  }
}
