extension AuditAnalysis {
  /// Which judgement the spread of ranks rests on.
  package static let sensitivity: AuditAnalysis = AuditAnalysis(
    "sensitivity", question: "Which judgement moves ranks", weights: .ofDimensions, isOverSet: true,
    mostRanked: RankKernel.most,
    work: Work(
      name: "which judgement moves ranks", progress: "which judgement drives ranks",
      pieces: { $0.settings.baseSamples }, draws: { $0.sensitivity?.indices.baseSamples },
      run: { run in
        guard let space = run.judgementSpace(for: .sensitivity) else { return }
        run.findings.sensitivity = Sensitivity(
          space, baseSamples: run.settings.baseSamples, seed: run.settings.seed,
          mayGoOn: run.reporting(.sensitivity))
      })
  ) { $0.sensitivityTable }
}

extension AuditFindings {
  fileprivate var sensitivityTable: AuditTable {
    let judgements = sensitivity?.assumptions ?? []
    let effects = sensitivity?.onShift
    var out = AuditTable(
      Array(judgements.indices),
      [
        .text("assumption") { judgements[$0].rawValue },
        .number("first_order", as: "first order") { effects?[$0].first.value },
        .number("first_low", as: "low") { effects?[$0].first.low },
        .number("first_high", as: "high") { effects?[$0].first.high },
        .number("total") { effects?[$0].total.value },
        .number("total_low", as: "low") { effects?[$0].total.low },
        .number("total_high", as: "high") { effects?[$0].total.high },
      ])
    guard let found = sensitivity else { return out }
    out.notes = [
      "Shares of the variance of the mean move of ranks (Sobol' indices by Jansen's estimators, "
        + "\(found.indices.baseSamples) points, seed \(settings.seed)): first order, what "
        + "the judgement does alone; total, with all its interplay; low and high, 95 % bootstrap "
        + "intervals. A first order below 0 or above the total, and a share above 1, is sampling error."
    ]
    if effects == nil { out.notes = ["No combination of judgements moves any rank."] }
    if effects != nil, found.isRough {
      out.notes.append(
        "These shares are rough: they rest on \(found.indices.baseSamples) points. More --samples sharpen "
          + "them.")
    }
    return out
  }
}
