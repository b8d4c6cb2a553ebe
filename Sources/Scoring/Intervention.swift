import Diagnostics
import IndexModel
import Tabular

/// One assumption about one country: an indicator's value, or the score of a dimension or component.
///
/// It takes the place of what the figures say inside `ObservationCube.score(_:by:with:)`: a value
/// before transform, outliers and normalisation, a score before it enters the node above.
package struct Intervention: Sendable, Equatable {
  /// The indicator's leaf, the dimension or the component.
  package let node: NodeIndex
  package let country: CountryIndex
  package let change: Change

  /// What becomes of a number.
  package enum Change: Sendable, Equatable {
    case set(Double)
    /// It is greater by so much; less where negative.
    case shift(Double)
    /// It is so many times what it was: 1.1 for 10 per cent more.
    case scale(Double)

    /// The number that comes of a number; nil where there is none to change.
    package func callAsFunction(_ number: Double?) -> Double? {
      switch self {
      case .set(let value): value
      case .shift(let amount): number.map { $0 + amount }
      case .scale(let factor): number.map { $0 * factor }
      }
    }
  }

  package init(node: NodeIndex, country: CountryIndex, change: Change) {
    (self.node, self.country, self.change) = (node, country, change)
  }
}

extension ColumnMaker {
  /// Puts the assumed values in. What a transform cannot take is an error, and changes nothing.
  func assume(_ column: inout IndicatorColumn, into findings: inout Findings) {
    let definition = cube.framework.indicators[column.indicator]
    for intervention in interventions
    where cube.framework.nodes[intervention.node].indicator == column.indicator {
      guard let place = countries.firstIndex(of: intervention.country) else { continue }
      let old = column.values[place]
      guard let value = intervention.change(old.isNaN ? nil : old) else { continue }
      guard definition.transform.accepts(value) else {
        findings.append(
          .framework.transform,
          "\(definition.id) of \(cube.countries[intervention.country].code) is assumed to be "
            + "\(CSVText.shortest(value)), but \(definition.transform) needs "
            + definition.transform.requirement, remedy: "assume another value")
        continue
      }
      column.cells[place] = .assumed
      column.years[place] = 0
      column.raw[place] = .nan
      column.values[place] = value
    }
  }
}
