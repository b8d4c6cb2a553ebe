import IndexModel

/// Puts values in for missing ones, in the indicator's own unit, before any transform.
enum Imputer {
  /// The median of each missing country's group; a group without a value leaves the cell missing.
  static func impute(
    _ column: inout IndicatorColumn, _ rule: Imputation, _ places: [Int], country: (Int) -> Country
  ) {
    let group: (Country) -> String
    switch rule {
    case .regionMedian: group = \.region
    case .incomeMedian: group = \.incomeGroup
    case .none, .nodeMean, .regression: return
    }
    let countries = places.map(country)
    var values: [String: [Double]] = [:]
    for (place, country) in countries.enumerated() where column.cells[place].isMeasured {
      values[group(country), default: []].append(column.values[place])
    }
    for (place, country) in countries.enumerated() where !column.cells[place].isPresent {
      let name = group(country)
      guard !name.isEmpty, let median = median(values[name] ?? []) else { continue }
      column.cells[place] = .imputed(rule: rule.rawValue)
      column.values[place] = median
    }
  }

  /// The middle value; of an even count the mean of the middle two; nil of none.
  static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
    if sorted.count % 2 == 1 { return upper }
    let lower = sorted[sorted.count / 2 - 1]
    return lower + (upper - lower) / 2
  }
}
