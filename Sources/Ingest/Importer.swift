import HumanSecurity
import Tabular

/// The figures of one indicator by country and year: what a canonical file holds.
public struct CanonicalFigures: Sendable, Equatable {
  /// One figure.
  public struct Row: Sendable, Equatable {
    /// The country.
    public let country: CountryCode
    /// The year.
    public let year: Year
    /// The value.
    public let value: Double

    /// A figure.
    public init(country: CountryCode, year: Year, value: Double) {
      self.country = country
      self.year = year
      self.value = value
    }
  }

  /// By country, then year; one row for each.
  public let rows: [Row]

  /// Rows in any order.
  public init(_ rows: [Row]) {
    self.rows = rows.sorted { ($0.country, $0.year) < ($1.country, $1.year) }
  }

  /// The canonical file: iso3,year,value in full precision.
  public var csv: String {
    var out = CSVText(header: ["iso3", "year", "value"])
    for row in rows {
      out.field(row.country.description)
      out.field(row.year)
      out.field(row.value)
      out.endRow()
    }
    return out.text
  }
}

/// Reads a publisher's download into the figures of an indicator.
public enum Importer {
  /// Takes one indicator's figures out of native files.
  /// - Parameter texts: the native files by base name; all of the entry's must be there.
  /// - Returns: the figures; nil when something is wrong with a file.
  public static func figures(
    _ entry: ImportPlan.Entry, of indicator: Indicator, texts: [String: SourceText],
    countries: CountryTable, into findings: inout Findings
  ) -> CanonicalFigures? {
    if let first = entry.firstYear, let last = entry.lastYear, first > last {
      findings.append(
        Diagnostic(
          .error, "bad-year",
          "\(indicator.id) is to be read from \(first) to \(last), which are no years",
          remedy: "put the first year before the last in imports.toml"))
      return nil
    }
    var sums: [Cell: (sum: Double, count: Int)] = [:]
    var order: [Cell] = []
    for source in entry.sources {
      guard let text = texts[source.file] else { return nil }
      let figures = read(source, entry, indicator, text, countries, into: &findings)
      var own: Set<Cell> = []
      for figure in figures {
        let cell = Cell(country: figure.country, year: figure.year)
        guard own.insert(cell).inserted else {
          findings.append(.error, "duplicate-figure", in: text) {
            duplicate(figure, text, countries)
          }
          continue
        }
        if sums[cell] == nil { order.append(cell) }
        let old = sums[cell] ?? (0, 0)
        sums[cell] = (old.sum + figure.value, old.count + 1)
      }
    }
    guard !findings.hasErrors else { return nil }
    let rows = order.compactMap { cell -> CanonicalFigures.Row? in
      guard let parts = sums[cell], let value = combine(parts, entry) else { return nil }
      let code = countries.countries[cell.country].code
      return CanonicalFigures.Row(country: code, year: cell.year, value: value)
    }
    if entry.sources.count > 1, let text = entry.sources.last.flatMap({ texts[$0.file] }) {
      check(rows, entry, indicator, text, into: &findings)
    }
    return findings.hasErrors ? nil : CanonicalFigures(rows)
  }

  /// What is made of several files has to be true as a whole; a part may be 0 under a logarithm.
  private static func check(
    _ rows: [CanonicalFigures.Row], _ entry: ImportPlan.Entry, _ indicator: Indicator,
    _ text: SourceText, into findings: inout Findings
  ) {
    let selection = FigureSelection(of: indicator, column: nil)
    for row in rows {
      guard let problem = selection.problem(with: row.value) else { continue }
      findings.append(.error, problem.identifier, in: text) {
        Diagnostic(
          .error, problem.identifier,
          "of \(row.country) in \(row.year), the \(entry.combination.rawValue) of "
            + "\(entry.sources.count) files: \(problem.message)",
          at: .init(file: text.name), remedy: problem.remedy)
      }
    }
  }

  private struct Cell: Hashable {
    let country: Int
    let year: Year
  }

  private static func read(
    _ source: ImportPlan.Source, _ entry: ImportPlan.Entry, _ indicator: Indicator,
    _ text: SourceText, _ countries: CountryTable, into findings: inout Findings
  ) -> [Figure] {
    var selection = FigureSelection(of: indicator, column: source.column)
    selection.conditions = source.conditions.map { ($0.column, $0.text) }
    if entry.sources.count > 1 { selection.acceptAll() }
    // A zero that means "not known" would be reported as implausible or untransformable.
    if entry.zeroIsMissing { selection.zeroIsMissing = true }
    selection.years = (entry.firstYear ?? Int.min)...(entry.lastYear ?? Int.max)
    return FigureReader.read(text, selection, countries: countries, into: &findings).figures
  }

  private static func combine(_ parts: (sum: Double, count: Int), _ entry: ImportPlan.Entry)
    -> Double?
  {
    switch entry.combination {
    case .sum: parts.count == entry.sources.count ? parts.sum : nil
    case .sumPresent: parts.sum
    case .mean: parts.sum / Double(parts.count)
    }
  }

  private static func duplicate(
    _ figure: Figure, _ text: SourceText, _ countries: CountryTable
  ) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-figure",
      "\(countries.countries[figure.country].code) \(figure.year) has a figure on an earlier line",
      in: text, line: figure.line, column: 1,
      remedy: "choose one of the series in the file, with --column or --where")
  }
}

/// What an import changes in an indicator's canonical file.
public struct Revision: Sendable {
  /// A figure that was not there before, or is there no more.
  public typealias Row = CanonicalFigures.Row

  /// Figures that were not there.
  public private(set) var added: [Row] = []
  /// Figures whose value changed: the new row and the old value.
  public private(set) var revised: [(row: Row, old: Double)] = []
  /// Figures that are gone.
  public private(set) var gone: [Row] = []

  /// Compares two states of a file.
  public init(from old: CanonicalFigures, to new: CanonicalFigures) {
    var left = old.rows[...]
    for row in new.rows {
      while let first = left.first, (first.country, first.year) < (row.country, row.year) {
        gone.append(first)
        left.removeFirst()
      }
      if let first = left.first, first.country == row.country, first.year == row.year {
        if first.value != row.value { revised.append((row, first.value)) }
        left.removeFirst()
      } else {
        added.append(row)
      }
    }
    gone.append(contentsOf: left)
  }

  /// Whether nothing changes.
  public var isEmpty: Bool { added.isEmpty && revised.isEmpty && gone.isEmpty }
}
