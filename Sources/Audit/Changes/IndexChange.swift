import IndexModel
import Scoring
import Tabular

/// What changed between two states of an index, and why each country's score and rank did.
///
/// What is divided is a game in which every cause of change can be made by itself (`ChangeGame`): figures of the country one
/// by one, goalposts, weights and method for all countries, and what moves the others. The parts are Owen's values
/// (`OwenValue`); they sum to the change of score and, with the opposite sign, of rank.
package struct IndexChange: Sendable {
  package let before: ScoreTable
  package let after: ScoreTable
  /// The countries that both states score, in the order of rank after, those not ranked then last.
  package let countries: [CountryChange]
  /// The codes of countries that only the earlier, and only the later state scores.
  package let gone, come: [CountryCode]

  /// - Parameter only: the countries that are looked into; nil for all whose score or rank changed.
  package init(_ old: IndexState, _ new: IndexState, only: Set<CountryCode>? = nil) {
    let mixtures = JudgementMixtures(old, new)
    let curves = JudgementMixtures.Curves(mixtures)
    let (before, after) = (mixtures.before[0], mixtures.after[mixtures.last])
    let codes = after.order.map { after.country($0).code }
    let common = codes.filter { curves.before[0].rows[$0] != nil }
    let changed = inParallel(common.count) { place -> CountryChange? in
      let code = common[place]
      guard let old = curves.before[0].rows[code], let new = curves.after[mixtures.last].rows[code] else {
        return nil
      }
      let isAsked = only?.contains(code) ?? true
      let game = isAsked ? ChangeGame(mixtures, curves, of: code) : nil
      return CountryChange(before, old, after, new, game)
    }
    (self.before, self.after, countries) = (before, after, changed.compactMap { $0 })
    gone = curves.before[0].rows.keys.filter { curves.after[mixtures.last].rows[$0] == nil }.sorted()
    come = codes.filter { curves.before[0].rows[$0] == nil }.sorted()
  }

  /// The countries ranked in both states whose rank changed: those that moved furthest first, then by rank after.
  package var movers: [CountryChange] {
    countries.filter { ($0.rise ?? 0) != 0 }.descending { Double(abs($0.rise ?? 0)) }
  }

  /// The countries that are ranked in one state alone.
  package var restanding: [CountryChange] {
    countries.filter { ($0.rankBefore == nil) != ($0.rankAfter == nil) }
  }
}

/// One country's change between two states of an index.
package struct CountryChange: Sendable {
  package let country: Country
  /// Its rows in the tables before and after.
  package let old, new: RowIndex
  package let rankBefore, rankAfter: Int?
  /// The scores of the index; nil where it is not ranked.
  package let scoreBefore, scoreAfter: Double?
  /// What each cause accounts for, in the order of `ChangeCause`; empty unless it is ranked in both states.
  package let causes: [Part]
  /// The same of each figure, and of each cause that is no single figure.
  package let figures: [Part]
  /// How many combinations of changes were looked at.
  package let coalitions: Int
  /// How many orders of figures were drawn where there are too many for all; nil where every part is exact.
  package let draws: Int?

  /// A part of a change.
  package struct Part: Sendable {
    package let cause: ChangeCause
    /// The indicator whose figure it is; nil for what is no single figure.
    package let indicator: IndicatorID?
    /// Points of the index.
    package let points: Double
    /// Places up; below 0 for places down.
    package let places: Double
    /// The standard errors of both; 0 where the part is exact.
    package let pointsError, placesError: Double
  }

  /// Places up; nil unless it is ranked in both states.
  package var rise: Int? { rankBefore.flatMap { before in rankAfter.map { before - $0 } } }

  /// Points gained; nil unless it is ranked in both states.
  package var gain: Double? { scoreBefore.flatMap { before in scoreAfter.map { $0 - before } } }

  init(_ before: ScoreTable, _ old: RowIndex, _ after: ScoreTable, _ new: RowIndex, _ game: ChangeGame?) {
    (country, self.old, self.new) = (after.country(new), old, new)
    (rankBefore, rankAfter) = (before.rank(old), after.rank(new))
    (scoreBefore, scoreAfter) = (before.score(old), after.score(new))
    guard let game, rankBefore != nil, rankAfter != nil else {
      (causes, figures, coalitions, draws) = ([], [], 0, nil)
      return
    }
    let values = OwenValue(game.groups.map(\.changes), outcomes: game.outcomes)
    figures = game.groups.flatMap { group in
      group.changes.map { change in
        Part(
          cause: group.cause, indicator: game.changes[change], points: values.parts[change].x,
          places: values.parts[change].y, pointsError: values.errors[change].x,
          placesError: values.errors[change].y)
      }
    }
    causes = game.groups.map { group in
      let sum = group.changes.reduce(OwenValue.Outcome.zero) { $0 + values.parts[$1] }
      return Part(
        cause: group.cause, indicator: nil, points: sum.x, places: sum.y, pointsError: 0, placesError: 0)
    }
    (coalitions, draws) = (values.coalitions, values.isDrawn ? OwenValue.draws : nil)
  }
}
