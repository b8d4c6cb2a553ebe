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
    ]
    for (mark, kind, meaning) in meanings where qualifier.contains(mark) {
      wrong(row, column, kind, "\"\(cell)\" \(meaning)", "", target)
    }
    return true
  }

  mutating func notANumber(_ row: CSVRow, _ target: Int, _ column: Int) {
    let remedy =
      switch row.withField(column, { $0.contains { $0 == 44 || $0 == 46 } }) ? plan.targets[target].mark : nil
      {
      case nil: "write digits with a decimal point; a missing value is an empty field"
      case .point?: "other cells of the column have a decimal point; write this one so"
      case .comma?: "other cells of the column have a decimal comma; write this one so"
      }
    wrong(row, column, .figures.notANumber, "\"\(row.string(column))\" is not a number", remedy, target)
  }

  /// A column that was sorted by itself gives every country another's figures.
  mutating func contradiction(_ row: CSVRow, _ index: CountryIndex, _ other: CountryIndex, _ column: Int) {
    let countries = tools.lookup.countries.countries
    wrong(
      row, column, .figures.contradiction,
      "the code is that of \(countries[index].name), the name that of \(countries[other].name)")
  }

  mutating func unknownCountry(_ row: CSVRow) {
    let columns = plan.form.countryColumns
    let column = columns.last { !row.isEmpty($0) } ?? columns[0]
    let name = row.string(column)
    let countries = tools.lookup.countries
    wrong(
      row, column, .countries.unknownCountry,
      name.isEmpty ? "the row names no country" : "no country is known as \"\(name)\"",
      name.isEmpty ? "name one" : countries.remedy(for: name))
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
