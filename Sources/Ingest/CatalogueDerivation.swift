import Diagnostics
import IndexModel
import Tabular

/// The columns that say how values come out of figures.
extension CatalogueFields {
  /// The names of other series in a column, `;` between them.
  private mutating func series(_ column: String) -> [IndicatorID] {
    record[column].split(separator: ";").map(\.trimmingSpaces).compactMap { text in
      let id = IndicatorID(text)
      if id == nil {
        wrong(.catalogue.badName, "\"\(text)\" is not the name of an indicator", at: column, "")
      }
      return id
    }
  }

  mutating func derivation(_ plausible: ClosedRange<Double>) -> Derivation {
    var derivation = Derivation()
    derivation.factors = series("times")
    derivation.denominators = series("denominator")
    if let per = number("per") {
      derivation.per = per
      if per == 0 { wrong(.framework.outOfRange, "per may not be 0", at: "per", "leave it empty for 1") }
    }
    derivation.neighbours = neighbourRule(plausible)
    derivation.meanOver = years("mean_over")
    derivation.prior = prior(derivation, plausible)
    derivation.changeOver = years("change_over")
    if derivation.meanOver != nil, derivation.changeOver != nil {
      wrong(
        .catalogue.meanAndChange, "an indicator is a mean or a change, not both", at: "change_over",
        "leave one of the two columns empty")
    }
    return derivation
  }

  /// Three columns that say one thing, all of them filled in or none, and one that may be.
  private mutating func prior(_ derivation: Derivation, _ plausible: ClosedRange<Double>) -> RatePrior? {
    let columns = ["people", "prior", "prior_people"]
    func isEmpty(_ column: String) -> Bool {
      if case .missing = NumberText(record[column]) { true } else { record[column].trimmingSpaces.isEmpty }
    }
    let filled = (columns + ["enough_people"]).first { !isEmpty($0) }
    guard let filled else { return nil }
    for column in columns where isEmpty(column) {
      wrong(
        .catalogue.halfAPrior, "\(column) is empty, but \(filled) is not", at: column,
        "fill in people, prior and prior_people, or none of them")
    }
    if !isEmpty("change_over") {
      wrong(
        .catalogue.priorAndChange, "an indicator with a prior is no change", at: "change_over",
        "leave change_over or the columns of the prior empty")
    }
    let people = IndicatorID(record["people"])
    if people == nil, !isEmpty("people") {
      wrong(
        .catalogue.badName, "\"\(record["people"])\" is not the name of an indicator", at: "people",
        "name one series")
    }
    let isStored =
      derivation.factors.isEmpty && derivation.denominators.isEmpty && derivation.neighbours == nil
    let least = max(0, plausible.lowerBound)
    let rate = number("prior", within: least...max(least, min(isStored ? plausible.upperBound : 1e12, 1e12)))
    let exposure = number("prior_people", within: 1e-9...1e12)
    let enough = isEmpty("enough_people") ? .infinity : number("enough_people", within: 1e-9...1e12)
    guard let people, let rate, let exposure, let enough else { return nil }
    return RatePrior(people: people, rate: rate, exposure: exposure, enough: enough)
  }

  /// A number of a range; nil, with a finding, for one outside.
  private mutating func number(_ column: String, within range: ClosedRange<Double>) -> Double? {
    guard let value = number(column) else { return nil }
    if range.contains(value) { return value }
    let ends = [range.lowerBound, range.upperBound].map(CSVText.shortest)
    wrong(
      .framework.outOfRange, "\(column) must be a number from \(ends[0]) to \(ends[1])", at: column,
      "correct it, or leave the columns of the prior empty")
    return nil
  }

  private mutating func neighbourRule(_ plausible: ClosedRange<Double>) -> NeighbourRule? {
    let rule: NeighbourRule? = choice("neighbours", .catalogue.unknownNeighbourRule, "rule for neighbours")
    if let rule, rule.needsOwnFigure, plausible.lowerBound < 0 {
      wrong(
        .framework.outOfRange, "a \(rule) needs figures that are never negative", at: "neighbours",
        "give plausible_min a number of at least 0, or take the mean")
    }
    return rule
  }

  private mutating func years(_ column: String) -> Int? {
    guard let value = number(column) else { return nil }
    guard value == value.rounded(), (1...200).contains(value) else {
      wrong(.framework.outOfRange, "\(column) must be a whole number of years from 1 to 200", at: column, "")
      return nil
    }
    return Int(value)
  }
}
