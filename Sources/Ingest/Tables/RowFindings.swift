import Diagnostics
import IndexModel
import Tabular

extension RowReader {
  /// Says how a number is meant; false when it cannot be read without guessing.
  mutating func noteQualifier(_ qualifier: NumberText.Qualifier, _ row: CSVRow, _ target: Int, _ column: Int)
    -> Bool
  {
    let cell = row.string(column)
    if qualifier.contains(.brackets), plan.targets[target].selection.mayBeNegative {
      wrong(
        row, column, .figures.brackets.as(.error),
        "\"\(cell)\" may be an uncertain figure or, as in accounts, a negative one",
        "write it without brackets, with a minus sign if it is negative", target)
      return false
    }
    if qualifier.contains(.percent) { percents[target] += 1 }
    let meanings: [(NumberText.Qualifier, FindingKind, String)] = [
      (.bound, .figures.bound, "is read as its bound"),
      (.brackets, .figures.brackets, "is read as the number in the brackets, which stand for doubt"),
      (.footnote, .figures.footnote, "is read without its footnote mark"),
      (.percent, .figures.percentSign, "is read as a number of per cent"),
      (.interval, .figures.interval, "is read with its interval as low and high bound"),
      (.multiple, .figures.multiple, "is read as thousands (k), millions (M) or billions (B)"),
    ]
    for (mark, kind, meaning) in meanings where qualifier.contains(mark) {
      valueTallies[target].count(Array(kind.identifier.utf8), line: row.line) {
        .init(kind, "\"\(cell)\" \(meaning)", at: row.place(ofField: column))
      }
    }
    return true
  }

  mutating func notANumber(_ row: CSVRow, _ target: Int, _ column: Int) {
    let text = row.string(column)
    let key = Array("\(column) ".utf8) + row.withField(column) { Array($0) }
    let mark = plan.targets[target].mark
    let remedy = remedy(for: text, mark)
    valueTallies[target].count(key, line: row.line) {
      .init(
        .figures.notANumber, "\"\(text)\" is not a number", remedy: remedy, at: row.place(ofField: column))
    }
  }

  private func remedy(for text: String, _ mark: DecimalMark?) -> String {
    if plan.form.kind != .canonical, !text.contains(where: \.isNumber) {
      return "leave the cell empty, or import with --missing '\(text.replacing("'", with: "'\\''"))'"
    }
    return switch text.contains(where: { $0 == "," || $0 == "." }) ? mark : nil {
    case nil: "write digits with a decimal point; a missing value is an empty field"
    case .point?: "other cells of the column have a decimal point; write this one so"
    case .comma?: "other cells of the column have a decimal comma; write this one so"
    }
  }

  /// A column that was sorted by itself gives every country another's figures.
  mutating func contradiction(
    _ row: CSVRow, _ one: (rank: Int, key: CountryTable.Key), _ other: (rank: Int, key: CountryTable.Key)
  ) {
    let columns = [one, other].map { plan.form.countryColumns[$0.rank].index }
    let key: [UInt8] = columns.flatMap { column in row.withField(column) { Array($0) + [0] } }
    let countries = tools.lookup.countries
    tally.count(key, line: row.line) {
      let names = columns.map { plan.form.header.names[$0] }
      let texts = columns.map(row.string)
      return .init(
        .figures.contradiction,
        "\(names[0]) \"\(texts[0])\" is \(countries.name(of: one.key)), \(names[1]) \"\(texts[1])\" is "
          + countries.name(of: other.key), remedy: FindingKind.figures.contradiction.advice,
        at: row.place(ofField: columns[1]))
    }
  }

  mutating func noteYear(_ row: CSVRow, _ column: Int) {
    switch row.withField(column, YearText.init) {
    case .year: break
    case .early where [.owid, .ddf].contains(plan.form.kind): left.count(.early)
    case .partOfYear:
      wrongYear(
        row, column, .figures.partOfYear, "is part of a year",
        "figures are by calendar year: add up or average the parts first")
    case .span: wrongYear(row, column, .figures.yearSpan, "is more than one year")
    case .malformed, .early: wrongYear(row, column, .figures.badYear, "is not a year")
    }
  }

  mutating func unknownCountry(_ row: CSVRow) {
    let column = tools.lookup.told(row) ?? plan.form.countryColumns[0].index
    unknown(row.string(column), row, column)
  }

  /// The head of a column that holds figures names no country.
  mutating func unknownColumn(_ row: CSVRow, _ column: Int) {
    unknown(plan.form.header.names[column], row, column)
  }

  private mutating func unknown(_ name: String, _ row: CSVRow, _ column: Int) {
    let (countries, form) = (tools.lookup.countries, plan.form)
    tally.count(Array(name.utf8), line: row.line) {
      .init(
        countries.unknown,
        name.isEmpty
          ? "the row names no \(countries.isOfUnits ? "unit" : "country")" : countries.unknownMessage(name),
        remedy: name.isEmpty ? "name one" : countries.remedy(for: name) + Self.leavingOut(name, column, form),
        at: row.place(ofField: column))
    }
  }

  /// A year that is none, told once for each text.
  mutating func wrongYear(
    _ row: CSVRow, _ column: Int, _ kind: FindingKind, _ what: String, _ remedy: String? = nil
  ) {
    tally.count(Array("year ".utf8) + row.withField(column) { Array($0) }, line: row.line) {
      .init(
        kind, "\"\(row.string(column))\" \(what)", remedy: remedy ?? kind.advice,
        at: row.place(ofField: column))
    }
  }

  /// What leaves the rows of a name out; our own files and the heads of columns have no such choice.
  private static func leavingOut(_ name: String, _ column: Int, _ form: TableForm) -> String {
    if form.kind == .canonical || !form.across.isEmpty || name.contains("'") { return "" }
    return "; --where '\(form.header.names[column])!=\(name)' leaves its rows out"
  }

  mutating func wrong(
    _ row: CSVRow, _ column: Int, _ kind: FindingKind, _ message: @autoclosure () -> String,
    _ remedy: @autoclosure () -> String? = nil, _ target: Int? = nil
  ) {
    let text = text
    func note(_ findings: inout Findings) {
      findings.append(
        often: kind, message(), in: text, at: row.place(ofField: column), remedy: remedy() ?? kind.advice)
    }
    if let target { note(&valueFindings[target]) } else { note(&findings) }
  }
}
