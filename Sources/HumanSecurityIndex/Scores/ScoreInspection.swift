import Analysis
import Diagnostics
import IndexModel
import Ingest
import Reporting
import Scoring
import Tabular

extension Inspection {
  /// Of fewer countries neither a share nor a correlation says much.
  private static let leastCountries = 20
  /// By so much another dimension's Spearman correlation has to be the greater.
  private static let margin = 0.05

  /// Notes indicators that do not distinguish most countries, or go with another dimension than their own; one
  /// finding an indicator, under the first lens that shows it.
  /// - Parameter choices: the lenses that are asked; none for the default one, or for all where it is not there.
  package mutating func checkScores(by choices: [String]) {
    guard let figures else { return }
    let lenses = LensFolder(beside: folder)
    let usual = lenses.names.isEmpty ? [] : lenses.usualName.map { [$0] } ?? lenses.names
    var told: Set<String> = []
    for choice in choices.isEmpty ? usual : choices {
      // What is wrong with a lens is for the check of lenses to say.
      var ignored = Findings()
      guard let lens = lenses.lens(choice, cube.framework, into: &ignored),
        let year = cube.referenceYear(for: lens)
      else { continue }
      let table = cube.score(year, by: lens)
      let indicators = table.columnsInOrder.map(\.indicator)
      let companions = ScoreCompanions.all(table, indicators)
      for (indicator, companions) in zip(indicators, companions) {
        let doubts = [
          Self.atAnEnd(indicator, table, figures), companions.flatMap { Self.wrongRoom($0, table, figures) },
        ]
        for doubt in doubts.compactMap(\.self) where told.insert("\(doubt.identifier) \(indicator)").inserted
        { found.append(doubt) }
      }
    }
  }

  private static func under(_ table: ScoreTable) -> String { "under \(table.lens.name), \(table.year)" }

  private static func atAnEnd(_ indicator: IndicatorIndex, _ table: ScoreTable, _ figures: CheckedFigures)
    -> Diagnostic?
  {
    guard let ends = IndicatorProfile(table, indicator).ends, ends.scored >= leastCountries else {
      return nil
    }
    let isWorst = ends.worst > ends.best
    let count = isWorst ? ends.worst : ends.best
    guard 2 * count > ends.scored else { return nil }
    return figures.finding(
      .scores.atAnEnd,
      "\(table.framework.indicators[indicator].id) scores \(isWorst ? 0 : 100) in \(count) of \(ends.scored) "
        + "countries \(under(table)): it does not distinguish these", indicator,
      remedy: "move that goalpost or choose another transform, where values beyond it differ in security")
  }

  private static func wrongRoom(_ companions: ScoreCompanions, _ table: ScoreTable, _ figures: CheckedFigures)
    -> Diagnostic?
  {
    guard let own = companions.own, let other = companions.elsewhere(by: margin) else { return nil }
    let pair = [companions.dimensions[own], companions.dimensions[other]]
    guard pair.allSatisfy({ $0.countries >= leastCountries }) else { return nil }
    let id = table.framework.indicators[companions.indicator].id
    let names = [own, other].map { table.framework.nodes[table.dimensions[$0]].name }
    let texts = pair.map { NumberFormat.fixed($0.spearman, 2) }
    return figures.finding(
      .scores.wrongRoom,
      "\(id) correlates more with \(names[1]) (Spearman \(texts[1])) than with the rest of \(names[0]) (\(texts[0])) "
        + under(table), companions.indicator,
      remedy:
        "see `hsi indicators \(id)`; move it to \(names[1]) in indicators.csv unless its meaning keeps it")
  }

  /// Notes rates that jump in countries of few people; one finding an indicator.
  mutating func checkSmallNumbers(_ figures: CheckedFigures) {
    for indicator in cube.framework.indicatorIndices {
      let jumps = RateJump.all(cube, indicator, carryForward: Lens(name: "").carryForward)
      guard let first = jumps.first else { continue }
      let country = cube.countries[first.country].name
      let definition = cube.framework.indicators[indicator]
      let more = Set(jumps.map(\.country)).count
      let all =
        jumps.count == 1
        ? "" : "; \(jumps.count) such jumps in \(CountWords.of(more, "country", "countries")) in all"
      found.append(
        figures.finding(
          .scores.smallNumbers,
          "\(definition.id) of \(country), of \(NumberFormat.value(first.people)) people, is "
            + "\(NumberFormat.value(first.from.value)) in \(first.from.year) and "
            + "\(NumberFormat.value(first.to.value)) in \(first.to.year)\(all)", indicator, first.country,
          first.to.year,
          remedy: definition.derivation.meanOver == nil
            ? "average it over years: fill in the column mean_over"
            : "average it over more years: raise mean_over"))
    }
  }
}
