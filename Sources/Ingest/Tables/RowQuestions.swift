import IndexModel
import Tabular

/// What a row says beside its figures.
extension RowReader {
  /// Whether anything of a year is wanted: what is wrong in other years does no harm.
  func isWanted(_ year: Year, _ lane: Int) -> Bool { plan.targets[lane].selection.wanted.contains(year) }

  func hasFigures(_ row: CSVRow, _ lane: Int) -> Bool {
    switch plan.targets[lane].layout.shape {
    case .long(_, let value): !row.isEmpty(value)
    case .wide(let columns): columns.contains { isWanted($0.year, lane) && row.number($0.index) != .missing }
    case .across: true
    }
  }

  /// Whether a row names a country by more than a number, which may be that of a footnote.
  func namesCountry(_ row: CSVRow) -> Bool {
    guard case (.country, let rank)? = tools.lookup.key(of: row) else { return false }
    let column = plan.form.countryColumns[rank].index
    return ColumnNames.codes.contains(plan.form.header.folded[column])
      || row.withField(column) { CountryNumber.value($0) == nil }
  }
}
