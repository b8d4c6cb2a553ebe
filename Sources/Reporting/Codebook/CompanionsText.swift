import Analysis
import IndexModel
import Scoring
import Tabular

/// What the scores of an indicator go with, as a table and in a sentence.
struct CompanionsText {
  let entry: CodebookEntry

  func write(to out: inout PageText) {
    guard let companions = entry.companions else { return }
    out.table(table(companions))
    out.paragraph([sentence(companions), Self.note].compactMap(\.self).joined(separator: " "))
  }

  private static let note =
    "Correlations are those of scores, over the ranked countries that have both. Its own dimension is taken without "
    + "the indicator, the index with it."

  private func table(_ companions: ScoreCompanions) -> TextTable {
    var rows: [[String]] = []
    if let own = companions.own {
      rows.append(row("\(entry.dimensionName(own)), its own", companions.dimensions[own]))
    }
    rows.append(row("the index", companions.index))
    for place in companions.dimensions.indices where place != companions.own {
      rows.append(row(entry.dimensionName(place), companions.dimensions[place]))
    }
    if let nearest = companions.nearest {
      let other = entry.framework.indicators[nearest.indicator]
      let name = other.name.isEmpty ? other.id.rawValue : other.name
      rows.append(row("highest indicator: \(name)", nearest.correlation))
    }
    return TextTable(
      [
        .text("correlation with", shrinksTo: 20), .number("Pearson"), .number("Spearman"),
        .number("countries"),
      ], rows)
  }

  private func row(_ name: String, _ correlation: ScoreCorrelation) -> [String] {
    [
      name, NumberFormat.fixed(correlation.pearson, 2), NumberFormat.fixed(correlation.spearman, 2),
      "\(correlation.countries)",
    ]
  }

  /// Nil where its own dimension correlates most, or has no correlation.
  private func sentence(_ companions: ScoreCompanions) -> String? {
    guard let own = companions.own, let place = entry.elsewhere else { return nil }
    return "It correlates more with \(entry.dimensionName(place)) "
      + "(Spearman \(NumberFormat.fixed(companions.dimensions[place].spearman, 2))) than with the rest of its own "
      + "dimension, \(entry.dimensionName(own)) "
      + "(\(NumberFormat.fixed(companions.dimensions[own].spearman, 2)))."
  }
}
