import IndexModel
import Scoring

/// A country's score beside those of its land neighbours: threats cross borders.
package struct Neighbourhood: Sendable {
  package let country: RowIndex
  /// Its score, 0–100; nil where it is withheld.
  package let score: Double?
  /// Its land neighbours within the lens's scope.
  package let neighbours: [RowIndex]
  /// Those of them that are ranked.
  package let ranked: [RowIndex]
  /// The mean of their scores, each country alike; nil where less than half are ranked.
  package let mean: Double?
  /// The mean of their scores by population, as `GroupScore.score`; nil where less than half are
  /// ranked, or the population of one that is ranked is not known.
  package let meanByPopulation: Double?
  /// The ranked neighbour of the least score; nil where none is ranked.
  package let least: RowIndex?

  /// The country's score less its neighbours' plain mean; nil where either is missing.
  package var gap: Double? { score.flatMap { own in mean.map { own - $0 } } }
}

extension ScoreTable {
  /// The neighbourhood of each country that has a land neighbour within the lens's scope, the most
  /// secure beside its neighbours first; those without a gap last, by code.
  package func neighbourhoods() -> [Neighbourhood] {
    let rowByCountry = rowByCountry
    return rows.map { row in
      neighbourhood(row, cube.neighbours[countries[row]].compactMap { rowByCountry[$0] })
    }.filter { !$0.neighbours.isEmpty }.sorted {
      (-($0.gap ?? -.infinity), $0.country) < (-($1.gap ?? -.infinity), $1.country)
    }
  }

  private func neighbourhood(_ row: RowIndex, _ neighbours: [RowIndex]) -> Neighbourhood {
    let ranked = neighbours.compactMap { neighbour in score(neighbour).map { (row: neighbour, score: $0) } }
    let isEnough = !ranked.isEmpty && 2 * ranked.count >= neighbours.count
    let people = ranked.compactMap { population($0.row) }
    var byPopulation: Double?
    if isEnough, people.count == ranked.count {
      let sum = zip(ranked, people).reduce(0) { $0 + $1.0.score * $1.1 }
      byPopulation = sum / people.reduce(0, +)
    }
    return Neighbourhood(
      country: row, score: score(row), neighbours: neighbours, ranked: ranked.map(\.row),
      mean: isEnough ? ranked.reduce(0) { $0 + $1.score } / Double(ranked.count) : nil,
      meanByPopulation: byPopulation, least: ranked.min { ($0.score, $0.row) < ($1.score, $1.row) }?.row)
  }
}
