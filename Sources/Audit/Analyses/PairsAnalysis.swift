extension AuditAnalysis {
  /// Who is ahead of whom under the weights of the set, and which orders no weights turn round.
  package static let pairs: AuditAnalysis = AuditAnalysis(
    "pairs", question: "Who is ahead of whom, how surely", weights: .linear, isOverSet: true,
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
    var out = AuditTable(
      [
        .text("a"), .text("b"), .number("p"), .number("se", "se", 4), .text("dominates"), .number("epsilon"),
        .number("flip_l1", "flip"),
      ] + audited.map { .number("flip_\($0)", isShown: false) })
    guard let scores, let winningIndices else { return out }
    var shown: [Int] = []
    for ahead in scores.countries.indices {
      for behind in scores.countries.indices.dropFirst(ahead + 1) {
        if behind == ahead + 1 { shown.append(out.rows.count) }
        let order = PairOrder(scores, ahead: ahead, behind: behind)
        let share = winningIndices.share(ahead, behind)
        out.rows.append(
          [
            .text(code(scores.countries[ahead])), .text(code(scores.countries[behind])), .number(share),
            .number(winningIndices.standardError(share)), .truth(order.dominates), .number(order.epsilon),
            .number(order.flip?.distance),
          ] + order.singleFlips.map { .number($0) })
      }
    }
    out.shown = shown
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
