import Diagnostics
import IndexModel
import Tabular

/// What a table of figures turned out to be, before anything of it is used.
package struct TableSurvey: Sendable {
  package struct Series: Sendable, Equatable {
    /// Its column, stem or name in the column of series; empty where the table holds only one.
    package let name: String
    /// How many cells hold a number for a country and year.
    package internal(set) var figures = 0
    package var countries: Int { members.count { $0 } }
    /// The first year with a figure; nil when there is none.
    package internal(set) var firstYear: Year?
    /// The last year with a figure; nil when there is none.
    package internal(set) var lastYear: Year?
    var members: [Bool]
  }

  package struct KeyColumn: Sendable, Equatable {
    package let name: String
    /// What stands before its keys in the country table, such as `gw:`; empty as a rule.
    package let prefix: String
  }

  package let kind: Layout.Kind
  /// How the characters stand as bytes.
  package internal(set) var encoding: TextEncoding
  package let separator: UInt8
  package let headerLine: Int
  package let countryColumns: [KeyColumn]
  /// The column of years; nil where each year has a column of its own.
  package let yearColumn: String?
  /// The year of all figures, where it was said.
  package let givenYear: Year?
  /// The column that names the series of a row; nil where there is none.
  package let seriesColumn: String?
  package internal(set) var countries = 0
  /// Every series that holds a figure, in the order of the table.
  package internal(set) var series: [Series] = []
  /// Whether the table names more series than can be told apart; then none is listed.
  package internal(set) var hasTooManySeries = false
  /// The marks by which the numbers are written, as far as the cells prove.
  package internal(set) var decimals = DecimalEvidence()
  /// How many cells hold a mark of a missing value or nothing.
  package internal(set) var missing = 0
  /// Cells of value columns that hold no number, and the first of them.
  package internal(set) var notNumbers = 0
  /// Rows left out, in words; nil when there are none.
  package internal(set) var leftOut: String?
  /// Names that nobody knows, each with the first line that it stands on.
  package internal(set) var unknown: [(name: String, line: Int)] = []
  /// What keeps the table, or its first series, from being read as it is; and notes.
  package var findings = Findings()

  package var years: ClosedRange<Year>? {
    guard let first = series.compactMap(\.firstYear).min(), let last = series.compactMap(\.lastYear).max()
    else { return nil }
    return first...last
  }

  /// Looks a table over.
  /// - Parameter selection: what is asked of rows and said of the table's form.
  /// - Returns: nil, with findings, when no layout is recognised.
  package static func read(
    _ text: SourceText, _ selection: FigureSelection = FigureSelection(), countries: CountryTable,
    segmentSize: Int = CSVReader.segmentSize, into findings: inout Findings
  ) -> TableSurvey? {
    var own = Findings()
    let text = EurostatTable.unpacked(text)
    guard let head = TableHead.find(in: text, countries, selection.form, into: &own) else {
      findings.append(contentsOf: own)
      return nil
    }
    let table = TableRows(head: head, text: text, countries: countries, segmentSize: segmentSize)
    var survey = table.survey(selection.conditions)
    survey.tryReading(text, selection, countries, segmentSize)
    return survey
  }

  init(_ head: TableHead, _ text: SourceText) {
    let form = head.form
    (kind, encoding, separator, headerLine) = (form.kind, text.encoding, head.separator, form.header.line)
    countryColumns = form.countryColumns.map {
      KeyColumn(name: form.header.names[$0.index], prefix: $0.prefix)
    }
    givenYear = form.year
    yearColumn = form.yearColumn.map { form.header.names[$0] }
    seriesColumn = form.seriesColumn.map { form.header.names[$0] }
  }

  /// Reads the first series as an import would, so that what is in the way is known.
  private mutating func tryReading(
    _ text: SourceText, _ chosen: FigureSelection, _ countries: CountryTable, _ segmentSize: Int
  ) {
    let names = series.count > 1 ? series.prefix(Self.tried).map { Optional($0.name) } : [nil]
    let selections = names.map { name in
      var selection = chosen
      selection.column = name
      return selection
    }
    let readings = FigureReader.read(
      text, selections, countries: countries, segmentSize: segmentSize, into: &findings)
    if names.count > 1 {
      findings.append(
        .figures.columnWanted.as(.note), "the table holds \(series.count) series", in: text, line: headerLine,
        column: 1, remedy: "say which is wanted when it is imported, with --column")
    }
    for reading in readings where !chosen.addsRows {
      guard let (first, second, more) = TableRows.duplicate(in: reading.figures) else { continue }
      findings.append(
        TableRows.repetition(
          countries.countries[second.country], second.year, lines: (first.line, second.line), more: more,
          in: text))
      return
    }
  }

  /// So many series are read for what an import would say of them.
  private static let tried = 200
}
