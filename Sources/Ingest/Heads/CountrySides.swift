import Diagnostics
import IndexModel

extension CountryColumns {
  /// Another column of countries that names others than the first in most rows, as where people come from and go to:
  /// the figures are of neither alone.
  /// - Parameter others: columns that name something else.
  func otherSide(of first: CountryColumn, except others: Set<Int>) -> Int? {
    header.names.indices.first { index in
      // A code and a name of the row's own country that disagree are a mistake of the row.
      guard index != first.index, !others.contains(index), !isOwn(first.index) || !isOwn(index),
        // A few short texts may be flags.
        sample.texts(index).contains(where: { $0.utf8.count > 2 }),
        let own = content(CountryColumn(index: index, prefix: header.prefix(ofCodes: index)), isNamed: false),
        !own.isNumeric
      else { return false }
      let pairs = pairs(first, own.column)
      let countries = (Set(pairs.map { $0.0.value }), Set(pairs.map { $0.1.value }))
      guard pairs.count > 1, countries.1.count > 1, 2 * pairs.count > sample.rows.count,
        2 * pairs.count(where: { $0.0 != $0.1 }) > pairs.count
      else { return false }
      // The same countries in another order are one column that has moved.
      let combined = Set(pairs.map { "\($0.0.value) \($0.1.value)" }).count
      return countries.0 != countries.1 || combined > countries.0.count
    }
  }

  /// Whether a column is called as those are that hold the country of the row.
  private func isOwn(_ index: Int) -> Bool {
    ColumnNames.codes.contains(header.folded[index])
      || ColumnNames.countryNames.contains(header.folded[index])
      || ColumnNames.sureNames.contains(header.folded[index])
  }

  private func pairs(_ one: CountryColumn, _ other: CountryColumn) -> [(CountryIndex, CountryIndex)] {
    sample.rows.indices.compactMap { row in
      guard case .country(let first)? = key(sample.cell(row, one.index), one.prefix),
        case .country(let second)? = key(sample.cell(row, other.index), other.prefix)
      else { return nil }
      return (first, second)
    }
  }

  func sides(_ first: CountryColumn, _ other: Int) -> (message: String, remedy: String) {
    let names = (header.names[first.index], header.names[other])
    return (
      "\"\(names.0)\" and \"\(names.1)\" name different countries in most rows",
      "say whose the figures are, as --country-column '\(names.0)' or --country-column '\(names.1)'; where they are "
        + "of both, add up the rows of each country first"
    )
  }
}
