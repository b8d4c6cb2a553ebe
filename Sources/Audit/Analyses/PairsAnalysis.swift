import Analysis

extension AuditAnalysis {
  /// Who is ahead of whom under the weights of the set, and which orders no weights turn round.
  package static let pairs: AuditAnalysis = AuditAnalysis(
    "pairs", question: "Who is ahead of whom, how surely", weights: .linear, isOverSet: true,
    mostRanked: PairwiseWinningIndices.mostCountries,
    work: Work(
      name: "who is ahead of whom", progress: "comparing pairs", pieces: { $0.settings.samples },
      draws: { $0.winningIndices.flatMap { $0.samples == 0 ? nil : $0.samples } },
      run: { run in
        guard let (scores, set) = run.linear else { return }
        run.findings.fixedPairs = FixedPairs(scores, set)
        run.findings.winningIndices = PairwiseWinningIndices(
          scores, set, samples: run.settings.samples, seed: run.settings.seed, mayGoOn: run.reporting(.pairs))
      })
  ) { $0.pairsTable }
}

extension AuditFindings {
  fileprivate var pairsTable: AuditTable {
    let ranked = winningIndices == nil ? [] : scores?.countries ?? []
    let orders = Array(ranked.indices).pairs.compactMap { ahead, behind in
      scores.map { PairOrder($0, ahead: ahead, behind: behind) }
    }
    func share(_ order: PairOrder) -> Double? { winningIndices?.share(order.ahead, order.behind) }
    var out = AuditTable(
      orders,
      [
        .text("a") { code(ranked[$0.ahead]) }, .text("b") { code(ranked[$0.behind]) }, .number("p", share),
        .number("se", decimals: 4) { share($0).flatMap { winningIndices?.standardError($0) } },
        .truth("dominates", \.dominates), .number("epsilon", \.epsilon),
        .number("flip_l1", as: "flip") { $0.flip?.distance },
      ],
      audited.enumerated().map { node, name in
        .number("flip_\(name)", isShown: false) { $0.singleFlips[node] }
      })
    guard scores != nil, let winningIndices else { return out }
    out.shown = orders.indices.filter { orders[$0].behind == orders[$0].ahead + 1 }
    let drawn = winningIndices.samples == 0 ? "exact" : "over \(winningIndices.samples) draws"
    out.notes = [
      "Neighbours in rank; --format csv and json have every pair. p: the share of the weights under "
        + "which a is ahead of b, \(drawn); se: its standard error. dominates: no weights at all put "
        + "b ahead. epsilon: the share of the weight that may go anywhere before b can draw level. "
        + "flip: the least sum of changes of weights under which b draws level; – where nothing does. "
        + "In --format csv and json flip_ and a \(settings.level.rawValue): the change, not the "
        + "weight, that does it alone, the others keeping their proportions; below 0 where it loses weight."
    ]
    if winningIndices.samples > 0 { out.notes.append(SampledWords.ruleOfThreeNote(winningIndices.samples)) }
    return out
  }
}
