import IndexModel

/// Puts in what the indicator of the same dimension that predicts it best gives on a straight line.
///
/// Ordinary least squares between two indicators, both transformed, over the countries that have
/// both; never from an imputed value. One predictor at a time, since indicators of a dimension go
/// together (which makes the coefficients of many at once erratic) and countries lack different ones.
struct RegressionImputer {
  /// So many countries must have both indicators.
  static let leastCountries = 10
  /// So much of the variance a line must account for, 0–1: below half, a guess is better not made.
  static let leastFit = 0.5

  private let framework: Framework
  /// Transformed values that are measured, NaN elsewhere, by indicator; empty where not in use.
  private let measured: [[Double]]

  init(_ framework: Framework, _ columns: [IndicatorColumn?]) {
    self.framework = framework
    measured = zip(columns, framework.indicators).map { column, definition in
      guard let column else { return [] }
      return zip(column.values, column.cells).map { value, cell in
        cell.isMeasured ? definition.transform(value) ?? .nan : .nan
      }
    }
  }

  /// Fills the missing cells of all columns that a line can fill, and marks them.
  func impute(_ columns: inout [IndicatorColumn?]) {
    for dimension in framework.dimensions {
      let indicators = framework.leaves(below: dimension).sorted {
        framework.nodes[$0].name < framework.nodes[$1].name
      }.compactMap { framework.nodes[$0].indicator }.filter { columns[$0] != nil }
      for indicator in indicators {
        guard var column = columns[indicator] else { continue }
        fill(&column, from: indicators.filter { $0 != indicator })
        columns[indicator] = column
      }
    }
  }

  private func fill(_ column: inout IndicatorColumn, from others: [IndicatorIndex]) {
    guard column.cells.contains(where: { !$0.isPresent }) else { return }
    let own = measured[column.indicator]
    let present = own.filter { !$0.isNaN }
    guard let least = present.min(), let most = present.max() else { return }
    // The sort is stable in effect: of equal fits the first name goes first.
    let lines = others.compactMap { other in Line(own, on: measured[other]).map { (other: other, line: $0) } }
      .enumerated().sorted { ($1.element.line.fit, $0.offset) < ($0.element.line.fit, $1.offset) }.map(
        \.element)
    let transform = framework.indicators[column.indicator].transform
    for place in column.cells.indices where !column.cells[place].isPresent {
      guard let best = lines.first(where: { !measured[$0.other][place].isNaN }) else { continue }
      let predicted = best.line.predict(measured[best.other][place])
      column.values[place] = transform.inverse(min(max(predicted, least), most))
      column.cells[place] = .imputed(rule: Imputation.regression.rawValue)
    }
  }

  /// The least-squares line of one list on another.
  struct Line {
    let slope: Double
    let intercept: Double
    /// The share of the variance that the line accounts for, 0–1.
    let fit: Double

    /// Nil where too few have both values, where one does not vary, or where the fit is too poor.
    init?(_ values: [Double], on predictors: [Double]) {
      let pairs = zip(predictors, values).filter { !$0.0.isNaN && !$0.1.isNaN }
      guard pairs.count >= leastCountries else { return nil }
      let count = Double(pairs.count)
      let means = pairs.reduce((0.0, 0.0)) { ($0.0 + $1.0, $0.1 + $1.1) }
      let (centreX, centreY) = (means.0 / count, means.1 / count)
      var (xx, xy, yy) = (0.0, 0.0, 0.0)
      for (x, y) in pairs {
        xx += (x - centreX) * (x - centreX)
        xy += (x - centreX) * (y - centreY)
        yy += (y - centreY) * (y - centreY)
      }
      guard xx > 0, yy > 0 else { return nil }
      slope = xy / xx
      intercept = centreY - slope * centreX
      fit = xy / xx * (xy / yy)
      guard fit >= leastFit, slope.isFinite, intercept.isFinite else { return nil }
    }

    func predict(_ x: Double) -> Double { intercept + slope * x }
  }
}
