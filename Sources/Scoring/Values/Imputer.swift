import IndexModel

/// Puts values in for missing ones, in the indicator's own unit, before any transform.
enum Imputer {
  /// The group whose median or mean a country takes, for each of some countries; empty for a rule without groups.
  static func groups(_ rule: Imputation, _ cube: ObservationCube, _ places: [CountryIndex]) -> [String] {
    switch rule {
    case .regionMedian, .regionMean: places.map { cube.countries[$0].region }
    case .incomeMedian, .incomeMean: places.map { cube.countries[$0].incomeGroup }
    case .worldMean: places.map { _ in "World" }
    case .none, .nodeMean, .regression, .components: []
    }
  }

  /// The median or mean of each missing country's group; a group without a value leaves the cell missing.
  /// - Parameter groups: of each country of the column; empty where none is to be put in.
  static func impute(_ column: inout IndicatorColumn, _ rule: Imputation, _ groups: [String]) {
    // Also the loop that changes nothing would make the cells its own first, by a copy.
    if groups.isEmpty { return }
    var values: [String: [Double]] = [:]
    for (place, name) in groups.enumerated() where column.cells[place].isMeasured {
      values[name, default: []].append(column.values[place])
    }
    for (place, name) in groups.enumerated() where !column.cells[place].isPresent {
      guard !name.isEmpty, let middle = middle(rule, values[name] ?? []) else { continue }
      column.cells[place] = .imputed(rule: rule.rawValue)
      column.values[place] = middle
    }
  }

  private static func middle(_ rule: Imputation, _ values: [Double]) -> Double? {
    switch rule {
    case .regionMean, .incomeMean, .worldMean: mean(values)
    default: median(values)
    }
  }

  /// The mean, kept between the least and the greatest, which rounding may leave; nil of none. Values far apart are
  /// divided before they are added, so that no sum is beyond all numbers.
  static func mean(_ values: [Double]) -> Double? {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    let count = Double(values.count)
    let sum = values.reduce(0, +)
    return min(max(sum.isFinite ? sum / count : values.reduce(0) { $0 + $1 / count }, least), greatest)
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
