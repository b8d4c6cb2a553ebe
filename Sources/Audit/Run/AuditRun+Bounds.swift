import Scoring
import Tabular

extension AuditRun {
  /// Countries between two questions whether to go on.
  private static let batch = 16

  /// What is proven of every country without a linear program; nil for a lens that has none.
  func boundsWithoutPrograms() -> [RankBounds]? {
    guard let scores = findings.scores, let set = findings.set, !scores.countries.isEmpty else { return nil }
    return search(scores, set, limit: 0).bounds(Array(scores.countries.indices))
  }

  /// The bounds of every country, or of one, and whether the search for them ran out of time.
  ///
  /// The first look takes no linear program and so proves something of everyone. Where only the limit ends a
  /// search, the second settles what it can. Where time does, each round allows eight times the programs of
  /// the last for what is still open, so that one hard country does not use up the time of all others.
  func bounds(_ scores: LinearScores, _ set: WeightSet, only place: Int? = nil) -> (
    bounds: [RankBounds], isOutOfTime: Bool
  ) {
    let places = place.map { [$0] } ?? Array(scores.countries.indices)
    let known = findings.bounds.map { all in places.map { all[$0] } }
    var found = known ?? search(scores, set, limit: 0).bounds(places)
    var limit = watch.isOutOfTime == nil ? settings.limit : min(500, settings.limit)
    while true {
      let open = found.indices.filter { !found[$0].isExact }
      if open.isEmpty { return (found, false) }
      if isOver { return (found, true) }
      let isDone = refine(&found, open, places, search(scores, set, limit: limit))
      if !isDone || limit >= settings.limit { return (found, !isDone) }
      limit = min(limit.multipliedReportingOverflow(by: 8).partialValue, settings.limit)
    }
  }

  private var isOver: Bool { watch.isInterrupted() || watch.isOutOfTime?() == true }

  private func search(_ scores: LinearScores, _ set: WeightSet, limit: Int) -> RankBoundSearch {
    let (isInterrupted, isOutOfTime) = (watch.isInterrupted, watch.isOutOfTime)
    return RankBoundSearch(
      table, scores, set, limit: limit, isStopped: { isInterrupted() || isOutOfTime?() == true })
  }

  /// - Returns: whether every open country had all its programs.
  private func refine(_ found: inout [RankBounds], _ open: [Int], _ places: [Int], _ search: RankBoundSearch)
    -> Bool
  {
    for start in stride(from: 0, to: open.count, by: Self.batch) {
      let batch = Array(open[start..<min(start + Self.batch, open.count)])
      let bounds = search.bounds(batch.map { places[$0] })
      for (place, new) in zip(batch, bounds) { found[place] = found[place].narrowed(by: new) }
      watch.progress(
        AuditProgress(
          analysis: .rankBounds, done: places.count - open.count + start + batch.count, count: places.count))
      if bounds.contains(where: { $0.cut == .stop }) { return false }
      if start + batch.count < open.count, isOver { return false }
    }
    return true
  }

  // MARK: - What draws prove

  /// Puts what draws attain into open bounds. They are made if need be: bounds depend on nothing else shown.
  mutating func takeInDraws() {
    guard let scores = findings.scores, let set = findings.set, let bounds = findings.bounds,
      bounds.contains(where: { !$0.isExact })
    else { return }
    if findings.acceptability == nil, !watch.isInterrupted() {
      findings.acceptability = drawAcceptability()
      if watch.isInterrupted(), !findings.unfinished.contains(.rankBounds) {
        findings.unfinished.append(.rankBounds)
      }
    }
    guard let draws = findings.acceptability else { return }
    let search = search(scores, set, limit: 0)
    findings.bounds = inParallel(bounds.count) { search.narrowed(bounds[$0], $0, by: draws) }
  }

  /// The bounds of one country with what draws attain.
  func narrowed(
    _ bounds: RankBounds, _ place: Int, _ scores: LinearScores, _ set: WeightSet, by draws: Acceptability
  ) -> RankBounds { search(scores, set, limit: 0).narrowed(bounds, place, by: draws) }
}

extension RankBoundSearch {
  /// The bounds of some countries, by their places in `LinearScores.countries`; on all cores.
  func bounds(_ places: [Int]) -> [RankBounds] { inParallel(places.count) { bounds(of: places[$0]) } }
}

extension RankBounds {
  /// What is known when another search of the same set has ended as well, which was the later one.
  func narrowed(by other: RankBounds) -> RankBounds {
    var (best, worst) = (self.best, self.worst)
    best.takeIn(other.best, 1)
    worst.takeIn(other.worst, -1)
    best.proven = max(best.proven, other.best.proven)
    worst.proven = min(worst.proven, other.worst.proven)
    return RankBounds(country: country, rank: rank, best: best, worst: worst, cut: other.cut)
  }
}
