import ArgumentParser
import IndexModel
import Ingest
import Tabular

/// What is said of the form of a table, where its header does not.
struct FormOptions: ParsableArguments {
  @Option(
    help: .of(
      "The column of countries; behind = whose codes it holds: m49, gw, cow, fips or ioc.", "name[=codes]"))
  var countryColumn: String?

  @Option(help: .of("The column of years.", "name")) var yearColumn: String?

  @Option(help: .of("The year of all figures, where the table does not say it.", "year")) var year: Int?

  @Option(help: "The decimal mark: point or comma, where the cells do not prove it.") var decimal:
    DecimalMark?

  @Option(
    help: .of("What several rows of one country and year are: sum adds them up, such as events.", "sum"))
  var rows: Rows?

  enum Rows: String, ExpressibleByArgument, CaseIterable { case sum }

  var isEmpty: Bool {
    countryColumn == nil && yearColumn == nil && year == nil && decimal == nil && rows == nil
  }

  func validate() throws {
    if year != nil, yearColumn != nil {
      throw ValidationError("--year and --year-column exclude each other: a table has one or the other")
    }
    if let year, !figureYears.contains(year) {
      throw ValidationError("--year \(year) is not a year; write four digits, such as 2015")
    }
    if let countryColumn, countryColumn.isEmpty { throw ValidationError("--country-column needs a name") }
    if let yearColumn, yearColumn.isEmpty { throw ValidationError("--year-column needs a name") }
  }

  var choice: TableChoice { TableChoice(country: countryColumn, yearColumn: yearColumn, year: year) }

  /// Puts what is said into a source; what is not said stays as it was remembered.
  func fill(_ source: inout ImportPlan.Source) {
    if let countryColumn { source.form.country = countryColumn }
    if let yearColumn { (source.form.yearColumn, source.form.year) = (yearColumn, nil) }
    if let year { (source.form.year, source.form.yearColumn) = (year, nil) }
    if let decimal { source.decimal = decimal }
    if rows == .sum { source.addsRows = true }
  }
}

extension DecimalMark: ExpressibleByArgument {}
