import IndexModel
import Tabular

extension ScoreTable {
  /// The row of a country; nil for one outside the lens's scope.
  package func row(of country: CountryIndex) -> RowIndex? {
    // All of them stand where they do in the cube; some, in the same order.
    if countries.count == cube.countries.count { return RowIndex(country.value) }
    var (low, high) = (0, countries.count)
    while low < high {
      let middle = (low + high) / 2
      if countries[middle] < country { low = middle + 1 } else { high = middle }
    }
    return low < countries.count && countries[low] == country ? RowIndex(low) : nil
  }

  /// Whether any country has a score of any dimension.
  package var scoresAnything: Bool {
    dimensions.contains { dimension in rows.contains { score(dimension, $0) != nil } }
  }

  /// Why a country is not to be ranked; nil where it is.
  func withheldReason(_ row: RowIndex) -> String? {
    let imputed = imputedShare(row)
    if imputed > lens.imputedLimit + 1e-12 {
      let percent = Int((100 * imputed).rounded())
      return "\(percent) per cent of the weight is imputed, more than the lens allows"
    }
    let covered = lens.coverageRequired > 0 ? coverage(row) : 1
    if covered < lens.coverageRequired - 1e-12 {
      let (percent, required) = (tenths(covered, .down), tenths(lens.coverageRequired, .toNearestOrEven))
      return "figures carry \(percent) per cent of the weight, \(required) required"
    }
    let missing = dimensions.filter { score($0, row) == nil }
    let scored = dimensions.count - missing.count
    if scored >= max(1, dimensionsRequired) { return nil }
    let names = missing.map { framework.nodes[$0].name }.joined(separator: ", ")
    return "only \(scored) of \(dimensions.count) dimensions scored, "
      + "\(dimensionsRequired) required (missing: \(names))"
  }

  /// A share in per cent, to one decimal where it needs one. Rounded down, what is below a limit stays below it.
  private func tenths(_ share: Double, _ rule: FloatingPointRoundingRule) -> String {
    CSVText.shortest((1000 * share + (rule == .down ? 5e-10 : 0)).rounded(rule) / 10)
  }

  /// The place of every country, tied ones sharing theirs.
  func rankCountries() -> [Standing] {
    var standings = rows.map { row -> Standing in
      if let reason = withheldReason(row) { return .withheld(reason) }
      return score(Framework.root, row) == nil ? .withheld("no score can be computed") : .ranked(0)
    }
    let ranked = rows.filter { standings[$0] == .ranked(0) }
    let ranks = Ranking.competition(ranked.map { score(Framework.root, $0) ?? 0 })
    for (row, rank) in zip(ranked, ranks) { standings[row] = .ranked(rank) }
    return standings
  }
}
