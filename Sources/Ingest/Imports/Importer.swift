import Diagnostics
import IndexModel
import Tabular

/// The figures of one indicator by country and year: what a canonical file holds.
package struct CanonicalFigures: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    package let country: CountryCode
    package let year: Year
    package let value: Double
    /// The interval that the producer publishes with it; nil for none.
    package let bounds: Bounds?

    package init(country: CountryCode, year: Year, value: Double, bounds: Bounds? = nil) {
      (self.country, self.year, self.value, self.bounds) = (country, year, value, bounds)
    }
  }

  /// By country, then year; one row for each.
  package let rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows.sorted { ($0.country, $0.year) < ($1.country, $1.year) } }

  /// These figures, and those of an older state where these have none.
  package func keeping(_ old: CanonicalFigures) -> CanonicalFigures {
    CanonicalFigures(rows + Revision(from: old, to: self).gone)
  }

  /// The canonical file: iso3,year,value in full precision, and low,high where any figure has them.
  package var csv: String {
    let hasBounds = rows.contains { $0.bounds != nil }
    return CSVText.table(
      ["iso3", "year", "value"] + (hasBounds ? ["low", "high"] : []),
      rows.map { row in
        [.string(row.country.description), .integer(row.year), .number(row.value)]
          + (hasBounds ? [.optional(row.bounds?.low), .optional(row.bounds?.high)] : [])
      })
  }
}

/// Reads a publisher's download into the figures of an indicator.
package enum Importer {
  /// Takes one indicator's figures out of native files. What was left out is noted in `findings`.
  /// - Parameter texts: the native files by base name, sheets of them as `table` of their source; all of the
  ///   entry's must be there.
  /// - Returns: the figures; nil when something is wrong with a file.
  package static func figures(
    _ entry: ImportPlan.Entry, of indicator: Indicator, texts: [String: SourceText], countries: CountryTable,
    into findings: inout Findings
  ) -> CanonicalFigures? {
    if let first = entry.firstYear, let last = entry.lastYear, first > last {
      findings.append(
        .figures.badYear, "\(indicator.id) is to be read from \(first) to \(last), which are no years",
        remedy: "put the first year before the last in imports.toml")
      return nil
    }
    var sums = Sums()
    for (place, source) in entry.sources.enumerated() {
      guard let text = texts[source.table] else { return nil }
      var late = LeftOutYears(entry)
      var own: [Cell: Int] = [:]
      var repeated: (figure: Figure, line: Int, count: Int)?
      let read = FigureReader.read(
        text, selection(of: source, entry, indicator), countries: countries, into: &findings)
      for figure in read.figures {
        if late.leavesOut(figure.year) { continue }
        let cell = Cell(country: figure.country, year: figure.year)
        if source.addsRows, own[cell] != nil {
          sums.addRow(figure, cell)
          continue
        }
        if let line = own[cell] {
          repeated = (repeated?.figure ?? figure, repeated?.line ?? line, (repeated?.count ?? 0) + 1)
          continue
        }
        own[cell] = figure.line
        sums.add(figure, read.bounds[figure], cell, from: text, isFirst: place == 0)
      }
      if let (figure, line, count) = repeated {
        findings.append(
          TableRows.repetition(
            countries.countries[figure.country], figure.year, lines: (line, figure.line), more: count - 1,
            in: text))
      }
      if sums.addedRows > 0 {
        findings.append(
          .imports.addedRows,
          "\(CountWords.of(sums.addedRows, "row")) added to others of the same country and year",
          at: .init(file: text.name))
      }
      if let message = late.message {
        findings.append(.imports.leftOutYears, message, at: .init(file: text.name))
      }
    }
    guard !findings.hasErrors else { return nil }
    return canonical(sums, entry, indicator, texts, countries, into: &findings)
  }

  private struct Cell: Hashable {
    let country: CountryIndex
    let year: Year
  }

  /// What has come together for each country and year, and where the last part of it stands.
  private struct Sums {
    /// A sum and a product of one end of the parts, or of their values.
    struct Total {
      var sum = 0.0
      /// The first, times the shares that the others are.
      var product = 1.0

      mutating func add(_ value: Double, isFirst: Bool) {
        sum += value
        product *= isFirst ? value : value / 100
      }
    }

    struct Parts {
      var total = Total()
      /// The ends of the intervals, a part without one having its value for both.
      var low = Total()
      var high = Total()
      var hasBounds = false
      var count = 0
      var text: SourceText
      var line: Int
    }

    private(set) var parts: [Cell: Parts] = [:]
    private(set) var order: [Cell] = []

    /// Adds a further row of the source that came last.
    mutating func addRow(_ figure: Figure, _ cell: Cell) {
      parts[cell]?.total.sum += figure.value
      // Rows that are added up have no interval together.
      parts[cell]?.hasBounds = false
      addedRows += 1
    }

    private(set) var addedRows = 0

    mutating func add(_ figure: Figure, _ bounds: Bounds?, _ cell: Cell, from text: SourceText, isFirst: Bool)
    {
      if parts[cell] == nil { order.append(cell) }
      var part = parts[cell] ?? Parts(text: text, line: figure.line)
      part.total.add(figure.value, isFirst: isFirst)
      part.low.add(bounds?.low ?? figure.value, isFirst: isFirst)
      part.high.add(bounds?.high ?? figure.value, isFirst: isFirst)
      part.hasBounds = part.hasBounds || bounds != nil
      part.count += 1
      (part.text, part.line) = (text, figure.line)
      parts[cell] = part
    }
  }

  /// Combines the parts. What is made of several files has to be true as a whole: a part may be 0
  /// under a logarithm.
  private static func canonical(
    _ sums: Sums, _ entry: ImportPlan.Entry, _ indicator: Indicator, _ texts: [String: SourceText],
    _ countries: CountryTable, into findings: inout Findings
  ) -> CanonicalFigures? {
    let selection = FigureSelection(of: indicator, column: nil)
    var rows: [CanonicalFigures.Row] = []
    for cell in sums.order {
      guard let parts = sums.parts[cell], let value = combine(parts.total, parts.count, entry) else {
        continue
      }
      let code = countries.countries[cell.country].code
      var bounds: Bounds?
      if parts.hasBounds, let low = combine(parts.low, parts.count, entry),
        let high = combine(parts.high, parts.count, entry)
      {
        bounds = Bounds(low: low, high: high)
      }
      rows.append(.init(country: code, year: cell.year, value: value, bounds: bounds))
      guard let problem = selection.problem(with: value) else { continue }
      let whole =
        entry.sources.count > 1 ? ", the \(entry.combination.result) of \(entry.sources.count) sources" : ""
      findings.append(
        often: problem.kind, "of \(code) in \(cell.year)\(whole): \(problem.message)", in: parts.text,
        at: (parts.line, 0), remedy: problem.kind.advice)
    }
    if rows.isEmpty, !findings.hasErrors { findings.append(nothing(sums, entry, texts)) }
    if findings.hasErrors { return nil }
    if rows.count < sums.order.count {
      findings.append(
        .imports.leftOutParts,
        "figures left out: \(sums.order.count - rows.count) that are not in all "
          + "\(entry.sources.count) sources, as their \(entry.combination.result) needs")
    }
    return CanonicalFigures(rows)
  }

  /// What a reader is asked to take out of one of an entry's files: every figure of every year,
  /// since what is left out is to be told, and what is plausible is decided when the parts have come
  /// together.
  package static func selection(
    of source: ImportPlan.Source, _ entry: ImportPlan.Entry, _ indicator: Indicator
  ) -> FigureSelection {
    var selection = FigureSelection(column: source.column)
    selection.mayBeNegative = indicator.plausible.lowerBound < 0
    (selection.conditions, selection.form, selection.decimal) = (
      source.conditions, source.form, source.decimal
    )
    (selection.addsRows, selection.bounds) = (source.addsRows, source.bounds)
    selection.wanted = (entry.firstYear ?? .min)...max(entry.firstYear ?? .min, entry.lastYear ?? .max)
    selection.zeroIsMissing = entry.zeroIsMissing
    selection.missing = source.missing
    return selection
  }

  private static func combine(_ total: Sums.Total, _ count: Int, _ entry: ImportPlan.Entry) -> Double? {
    switch entry.combination {
    case .sum: count == entry.sources.count ? total.sum : nil
    case .percentOf: count == entry.sources.count ? total.product : nil
    case .sumPresent: total.sum
    case .mean: total.sum / Double(count)
    }
  }

  /// Why an entry has no figure at all, though each of its files holds some of its series.
  private static func nothing(_ sums: Sums, _ entry: ImportPlan.Entry, _ texts: [String: SourceText])
    -> Diagnostic
  {
    let files = Set(entry.sources.map(\.file)).sorted()
    let place = entry.sources.first.flatMap { texts[$0.table] }.map { Diagnostic.Place(file: $0.name) }
    guard sums.order.isEmpty else {
      let kind = files.count > 1 ? "files" : "series"
      return Diagnostic(
        .imports.nothingInCommon,
        "no country and year stands in all \(entry.sources.count) \(kind) of \(entry.indicator): "
          + "their \(entry.combination.result) has no figure", at: place,
        remedy: "if each holds years or countries of its own, say --combine sum_present; if not, "
          + "check the files and their columns")
    }
    return Diagnostic(
      .figures.noFigures, "no figure of \(entry.indicator) is left", at: place,
      remedy: "check the file, and first_year and last_year of imports.toml")
  }
}

private struct LeftOutYears {
  private let first: Year?
  private let last: Year?
  private var early = 0
  private var late = 0

  init(_ entry: ImportPlan.Entry) { (first, last) = (entry.firstYear, entry.lastYear) }

  mutating func leavesOut(_ year: Year) -> Bool {
    let (isEarly, isLate) = (year < first ?? .min, year > last ?? .max)
    if isEarly { early += 1 } else if isLate { late += 1 }
    return isEarly || isLate
  }

  var message: String? {
    var parts: [String] = []
    if let first, early > 0 { parts.append("\(early) before \(first)") }
    if let last, late > 0 { parts.append("\(late) after \(last)") }
    return parts.isEmpty ? nil : "figures left out: " + parts.joined(separator: ", ")
  }
}
