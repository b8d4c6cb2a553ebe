import IndexModel

/// The mean of several countries' scores, each weighed by its population.
package struct GroupScore: Sendable {
  /// The group; empty for the countries that belong to none.
  package let name: String
  /// The people of its countries in scope whose population is known.
  package let population: Double
  /// The share of them, 0–1, whose country is ranked; nil where there are none.
  package let covered: Double?
  /// Σ population · score / Σ population over its ranked countries, 0–100; nil where there is none.
  package let score: Double?
  /// The same of each of the table's `dimensions`, over the ranked countries that have it.
  package let dimensions: [Double?]
  /// Who is poor among its ranked countries; nil where the index does not say who is.
  package let poverty: Poverty?
  /// Its countries in scope, by code.
  package let members: [Member]

  /// Alkire and Foster's measures of a group; their product is 1 less a hundredth of its score, the adjusted headcount.
  package struct Poverty: Sendable, Equatable {
    /// The share of its people, 0–1, who are poor.
    package let headcount: Double
    /// What the poor lack on average, as a share of 100; nil where nobody is poor or the index does not say.
    package let intensity: Double?
  }

  package struct Member: Sendable {
    package let country: RowIndex
    /// Its people; nil where not known: such a country has no part in the group's score.
    package let population: Double?
    /// Its share in the group's score, 0–1: its part of the ranked's people; 0 where not ranked.
    package let share: Double
    /// Its points of the group's score: share · score; nil for one that has no part in it.
    package let points: Double?
  }
}

extension ScoreTable {
  /// The denominator by whose figures countries are weighed within groups.
  package static let populationID = "population"

  /// What a country counts within groups: the weight that the table of units gives it, or else the latest population
  /// that the lens may carry forward; nil where there is none above 0.
  package func population(_ row: RowIndex) -> Double? {
    if let weight = country(row).weight { return weight > 0 ? weight : nil }
    guard let id = IndicatorID(Self.populationID), let indicator = framework.indicator(id) else { return nil }
    let series = cube.series[indicator]
    guard let latest = series.latestYear(countries[row], upTo: year), latest >= year - lens.carryForward,
      let people = series.value(countries[row], latest), people > 0
    else { return nil }
    return people
  }

  /// The scores of groups of countries, by name; the countries that belong to none stand last.
  package func groups(by grouping: Grouping) -> [GroupScore] {
    let members = Dictionary(grouping: rows) { grouping.group(of: country($0)) }
    let populations = rows.map { population($0) }
    let known = members.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
    return known.map { groupScore($0, of: members[$0] ?? [], populations) }
  }

  private func groupScore(_ name: String, of members: [RowIndex], _ populations: [Double?]) -> GroupScore {
    let counted = members.compactMap { row in populations[row].map { (row, $0) } }
    let ranked = counted.filter { rank($0.0) != nil }
    let population = counted.reduce(0) { $0 + $1.1 }
    let people = ranked.reduce(0) { $0 + $1.1 }
    return GroupScore(
      name: name, population: population, covered: population > 0 ? people / population : nil,
      score: mean(ranked) { score($0) },
      dimensions: dimensions.map { dimension in mean(ranked) { score(dimension, $0) } },
      poverty: poverty(ranked),
      members: members.map { row in
        let own = rank(row) == nil ? 0 : populations[row] ?? 0
        let share = people > 0 ? own / people : 0
        return GroupScore.Member(
          country: row, population: populations[row], share: share,
          points: share > 0 ? score(row).map { share * $0 } : nil)
      })
  }

  /// Who is not poor scores exactly 100, and who is less.
  private func poverty(_ ranked: [(row: RowIndex, people: Double)]) -> GroupScore.Poverty? {
    guard countsThePoor, let headcount = mean(ranked, of: { score($0).map { $0 < 100 ? 1 : 0 } }) else {
      return nil
    }
    let poor = ranked.filter { score($0.row) ?? 100 < 100 }
    let lacking =
      aggregator(of: Framework.root).isHeadcount ? nil : mean(poor) { score($0).map { 1 - $0 / 100 } }
    return GroupScore.Poverty(headcount: headcount, intensity: lacking)
  }

  /// The mean of what is there, by population; nil where nothing is.
  private func mean(_ members: [(row: RowIndex, people: Double)], of score: (RowIndex) -> Double?) -> Double?
  {
    var present = PresentMean()
    for member in members {
      if let score = score(member.row) { present.add(score, member.people, as: score) }
    }
    return present.weight > 0 ? present() : nil
  }
}
