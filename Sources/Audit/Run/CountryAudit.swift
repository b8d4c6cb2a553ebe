import Analysis
import IndexModel
import Scoring

/// What an audit says of one country.
package struct CountryAudit: Sendable {
  package let table: ScoreTable
  package let settings: AuditSettings
  package let country: RowIndex
  /// The ranked countries, in order of rank.
  package let ranked: [RowIndex]
  /// Its place among them.
  package let place: Int?
  /// The scores that are linear in the weights; nil for a lens that has none.
  package let scores: LinearScores?
  package private(set) var bounds: RankBounds?
  /// How likely each rank is, of every country.
  package private(set) var acceptability: Acceptability?
  /// How surely it is first when the figures are perturbed; nil for one that no draw of weights put first.
  package private(set) var confidence: FirstConfidence?
  /// How sure ranks are when all judgements vary together, of every country; nil over weights of indicators.
  package let uncertainty: Uncertainty?
  /// What it makes of its scores under its own best weights.
  package let benefitOfDoubt: BenefitOfDoubtResult.Row?
  /// How many countries nobody outdoes under their own best weights.
  package let efficient: Int
  /// Its figures, and those of all countries.
  package let data: (own: DataAudit.Row, all: DataAudit.Row)?
  /// The countries just ahead, nearest first: what it takes to pass them.
  package private(set) var ahead: [PairOrder] = []
  /// The countries just behind, nearest first: what it takes that they pass.
  package private(set) var behind: [PairOrder] = []
  /// Between which weights of each node its rank stays.
  package private(set) var stability: [StabilityInterval] = []
  /// Its ranks with and without each dimension and indicator, among so many ranked both ways.
  package private(set) var omissions: [(node: NodeIndex, with: Int, without: Int, ranked: Int)] = []
  /// Its rank under each lens, and of how many; nil where that lens does not rank it.
  package private(set) var lenses: [(name: String, rank: Int?, ranked: Int)] = []
  /// The names of lenses that could not be compared.
  package let leftOut: [String]
  /// Its rank in each dimension, and of how many; nil where it has no score.
  package private(set) var dimensions: [(node: NodeIndex, rank: Int?, ranked: Int)] = []
  /// The countries that share its rank, by their places in `ranked`.
  package private(set) var peers: [Int] = []
  /// What was asked for and, because the audit was interrupted, cut short or not begun.
  package private(set) var unfinished: [AuditAnalysis]
  /// Whether the audit was interrupted before its end.
  package var isPartial: Bool { !unfinished.isEmpty }
  /// Whether the search for its bounds ended since its time was up.
  private var isOutOfTime = false
  /// Why its bounds are open; nil where they are exact.
  package var unsettled: UnsettledBounds? {
    bounds.flatMap { UnsettledBounds([$0], isOutOfTime: isOutOfTime, unfinished, settings.limit) }
  }
  /// The audited weights; nil where the set cannot be made of the lens's weights.
  package let set: WeightSet?
  /// The names of the other lenses whose ranking is linear in the weights, where this one's is not.
  package let linearLenses: [String]

  /// Whether the stated weights give it another score where weights are drawn than in the table, as something
  /// stands for what it lacks (`TreeScores.displaced`).
  package let isDisplaced: Bool

  /// How many neighbours in rank are looked at on either side.
  private static let neighbours = 5

  /// - Parameter country: a ranked country.
  init(_ findings: AuditFindings, _ country: RowIndex, _ lenses: [ScoreTable]) {
    (table, settings, scores, set) = (findings.table, findings.settings, findings.scores, findings.set)
    (unfinished, leftOut, linearLenses) = (findings.unfinished, findings.leftOut, findings.linearLenses)
    self.country = country
    isDisplaced = findings.tree?.displaced(findings.table).contains(country) ?? false
    ranked = findings.table.ranked
    place = ranked.firstIndex(of: country)
    acceptability = findings.acceptability
    uncertainty = findings.uncertainty
    benefitOfDoubt = findings.benefitOfDoubt?.rows.first { $0.country == country }
    efficient = findings.benefitOfDoubt?.efficient ?? 0
    data = DataAudit(findings.table).rows(of: country)
    omissions = (findings.omissions ?? []).compactMap { omission in
      omission.moves.first { $0.country == country }.map {
        (omission.node, $0.with, $0.without, omission.countries)
      }
    }
    let known = findings.table.countries[country]
    self.lenses = lenses.map { ($0.lens.name, $0.row(of: known).flatMap($0.rank), $0.rankedCount) }
    dimensions = table.dimensions.map { node in
      let ranks = findings.table.ranks(of: node)
      return (node, ranks[country], ranks.count { $0 != nil })
    }
    guard let place else { return }
    let ranks = ranked.map { findings.table.rank($0) ?? 0 }
    peers = ranks.indices.filter { ranks[$0] == ranks[place] && $0 != place }
    guard let scores else { return }
    ahead = ranks.indices.filter { ranks[$0] < ranks[place] }.suffix(Self.neighbours).reversed().map {
      PairOrder(scores, ahead: $0, behind: place)
    }
    behind = ranks.indices.filter { ranks[$0] > ranks[place] }.prefix(Self.neighbours).map {
      PairOrder(scores, ahead: place, behind: $0)
    }
    stability = StabilityInterval.all(scores, top: scores.countries.count, keeping: place)
  }

  /// Puts in what takes the longest.
  mutating func settle(
    _ bounds: RankBounds?, isOutOfTime: Bool, _ confidence: FirstConfidence?, cut: [AuditAnalysis]
  ) {
    (self.bounds, self.isOutOfTime, self.confidence) = (bounds, isOutOfTime, confidence)
    unfinished += cut
  }
}

extension AuditRun {
  /// The view of one ranked country.
  package func callAsFunction(country: RowIndex) -> CountryAudit {
    let findings = self([.acceptability, .leaveOneOut, .benefitOfTheDoubt, .uncertainty])
    var audit = CountryAudit(findings, country, lenses)
    if let scores = findings.scores, let set = findings.set, let place = audit.place {
      if !watch.isInterrupted() { watch.progress(AuditProgress(analysis: .rankBounds, done: 0, count: 1)) }
      let search = bounds(scores, set, only: place)
      let found = search.bounds.first.map { own in
        findings.acceptability.map { narrowed(own, place, scores, set, by: $0) } ?? own
      }
      var cut: [AuditAnalysis] = []
      if watch.isInterrupted(), found?.isExact != true { cut.append(.rankBounds) }
      let couldBeFirst = findings.acceptability?.centralWeights(place) != nil
      var sure: FirstConfidence?
      if couldBeFirst {
        if !watch.isInterrupted() { sure = confidence(findings.acceptability, scores) }
        if watch.isInterrupted() { cut.append(.confidence) }
      }
      audit.settle(found, isOutOfTime: search.isOutOfTime, sure, cut: cut)
    }
    return audit
  }
}
