import Diagnostics
import IndexModel
import Ingest
import Tabular

/// A survey of a table as people and programs read it.
package struct SurveyText {
  private let file: String
  private let survey: TableSurvey?

  /// Why the file was not recognised.
  private let refusals: Findings
  /// The sheet of a workbook that the table is, and which there are; nil for any other file.
  private let sheet: Sheet?

  package typealias Sheet = (name: String, among: String)

  package init(_ file: String, _ survey: TableSurvey?, _ refusals: Findings = Findings(), sheet: Sheet? = nil)
  { (self.file, self.survey, self.refusals, self.sheet) = (file, survey, refusals, sheet) }

  /// So many series and names are listed for people; programs get all.
  private static let shown = 12
  /// No line for people is longer, in code points.
  private static let lineLimit = 2000
  /// No name is longer, in code points.
  private static let nameLimit = 200

  // MARK: For people

  /// One block of lines a file; empty for a file that was not recognised.
  package var plain: String {
    guard let survey else { return "" }
    var lines = [file]
    func line(_ name: String, _ text: String) {
      lines.append("  " + name + String(repeating: " ", count: 12 - name.count) + text)
    }
    line("layout", "\(survey.kind.rawValue), header on line \(survey.headerLine)")
    if let sheet {
      line("sheet", "\"\(Self.name(sheet.name))\", \(sheet.among)")
    } else {
      line("text", "\(survey.encoding.rawValue), fields parted by \(Self.name(survey.separator))")
    }
    line("numbers", numbers(survey))
    line("countries", countries(survey))
    if let leftOut = survey.leftOut { line("left out", leftOut) }
    line("years", years(survey))
    for (index, text) in series(survey).enumerated() { line(index == 0 ? "series" : "", text) }
    for (index, text) in unknown(survey).enumerated() { line(index == 0 ? "unknown" : "", text) }
    for finding in survey.findings.all where !Self.shownAbove.contains(finding.kind) {
      line(finding.severity.rawValue, Self.sentence(finding))
    }
    // Names in the file may be of any length.
    return lines.map { Diagnostic.cut(Diagnostic.printable($0), to: Self.lineLimit) }.joined(separator: "\n")
      + "\n"
  }

  private static let shownAbove: [FindingKind] = [
    .countries.unknownCountry, .figures.leftOut, .figures.encoding, .figures.decimalMark,
  ]

  private static func sentence(_ finding: Diagnostic) -> String {
    let place = finding.place.flatMap { $0.line > 0 ? "line \($0.line): " : nil } ?? ""
    let remedy = finding.remedy.isEmpty ? "" : "; " + finding.remedy
    return place + finding.message + remedy
  }

  private func numbers(_ survey: TableSurvey) -> String {
    var text =
      switch (survey.decimals.point, survey.decimals.comma) {
      case (nil, nil): "no cell has a decimal mark"
      case (.some, nil): "decimal point"
      case (nil, .some(let cell)): "decimal comma, as \"\(cell.text)\" on line \(cell.line) proves"
      case (.some(let point), .some(let comma)):
        "decimal point on line \(point.line), decimal comma on line \(comma.line)"
      }
    if survey.missing > 0 { text += "; \(CountWords.of(survey.missing, "cell")) empty or marked as missing" }
    if survey.notNumbers > 0 { text += "; \(survey.notNumbers) cells hold no number" }
    return text
  }

  private func countries(_ survey: TableSurvey) -> String {
    let columns = survey.countryColumns.map { key in
      Self.name(key.name) + (key.prefix.isEmpty ? "" : " (keys \(key.prefix))")
    }
    if columns.isEmpty { return "\(survey.countries), one column each" }
    return "\(survey.countries), by \(columns.joined(separator: ", else "))"
  }

  private func years(_ survey: TableSurvey) -> String {
    let place =
      survey.yearColumn.map { "in \($0)" } ?? survey.givenYear.map { _ in "as was said" } ?? "one column each"
    guard let years = survey.years else { return "\(place), but no figure" }
    return "\(years.lowerBound) to \(years.upperBound), \(place)"
  }

  private func series(_ survey: TableSurvey) -> [String] {
    if survey.hasTooManySeries { return ["too many to be listed"] }
    if survey.series.isEmpty { return ["none holds a figure"] }
    return Self.first(survey.series, more: "more") { series in
      let name = series.name.isEmpty ? "" : "\(Self.name(series.name)): "
      let text = "\(name)\(series.figures) figures of \(series.countries) countries"
      guard let first = series.firstYear, let last = series.lastYear else { return text }
      return text + ", \(first)–\(last)"
    }
  }

  private func unknown(_ survey: TableSurvey) -> [String] {
    Self.first(survey.unknown, more: "more names that nobody knows") {
      "\"\(Self.name($0.name))\", first on line \($0.line)"
    }
  }

  /// A line for each of the first, and one for how many more there are.
  private static func first<Item>(_ all: [Item], more: String, _ line: (Item) -> String) -> [String] {
    all.prefix(shown).map(line) + (all.count > shown ? ["… and \(all.count - shown) \(more)"] : [])
  }

  private static func name(_ text: String) -> String { Diagnostic.cut(text, to: nameLimit) }

  private static func name(_ separator: UInt8) -> String {
    switch separator {
    case UInt8(ascii: ";"): "semicolons"
    case UInt8(ascii: "\t"): "tabs"
    default: "commas"
    }
  }

  // MARK: For programs

  /// One object a file; `layout` is null for a file that was not recognised.
  package var json: JSONText {
    guard let survey else {
      return .object([
        ("file", .string(file)), ("layout", .null), ("findings", .array(refusals.all.map(\.json))),
        ("sheet", .optional(sheet?.name)),
      ])
    }
    return .object([
      ("file", .string(file)), ("layout", .string(survey.kind.rawValue)),
      ("encoding", .string(survey.encoding.rawValue)),
      ("separator", .string(String(Character(Unicode.Scalar(survey.separator))))),
      ("header_line", .integer(survey.headerLine)),
      ("decimal_mark", .optional(survey.decimals.mark?.rawValue)),
      ("country_columns", .strings(survey.countryColumns.map { Diagnostic.cut($0.name) })),
      ("country_key", .string(survey.countryColumns.first?.prefix ?? "")),
      ("year_column", .optional(survey.yearColumn)), ("series_column", .optional(survey.seriesColumn)),
      ("countries", .integer(survey.countries)), ("first_year", .optional(survey.years?.lowerBound)),
      ("last_year", .optional(survey.years?.upperBound)), ("missing_cells", .integer(survey.missing)),
      ("cells_without_number", .integer(survey.notNumbers)),
      ("series", survey.hasTooManySeries ? .null : .list(survey.series, Self.members)),
      ("left_out", .optional(survey.leftOut.map { Diagnostic.cut($0) })),
      (
        "unknown_names",
        .list(survey.unknown) { [("name", .string(Diagnostic.cut($0.name))), ("line", .integer($0.line))] }
      ), ("findings", .array(survey.findings.all.map(\.json))), ("sheet", .optional(sheet?.name)),
    ])
  }

  private static func members(_ series: TableSurvey.Series) -> [(String, JSONText)] {
    [
      ("name", .string(Diagnostic.cut(series.name))), ("figures", .integer(series.figures)),
      ("countries", .integer(series.countries)), ("first_year", .optional(series.firstYear)),
      ("last_year", .optional(series.lastYear)),
    ]
  }
}
