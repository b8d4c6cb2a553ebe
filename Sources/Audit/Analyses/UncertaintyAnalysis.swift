import Tabular

extension AuditAnalysis {
  /// How sure ranks and scores are when all judgements vary together.
  package static let uncertainty: AuditAnalysis = AuditAnalysis(
    "uncertainty", question: "Ranks and scores when all judgements vary together", weights: .ofDimensions,
    isOverSet: true,
    work: Work(
      name: "all judgements together", progress: "varying all judgements", pieces: { $0.settings.samples },
      draws: { $0.uncertainty?.samples },
      run: { run in
        guard let space = run.judgementSpace(for: .uncertainty) else { return }
        run.findings.uncertainty = Uncertainty(
          space, samples: run.settings.samples, seed: run.settings.seed, mayGoOn: run.reporting(.uncertainty))
      })
  ) { $0.uncertaintyTable }
}

extension AuditFindings {
  fileprivate var uncertaintyTable: AuditTable {
    var out = AuditTable(
      [.text("iso3"), .number("rank")] + ["p05", "p25", "p50", "p75", "p95"].map { .number($0) }
        + ["score_p05", "score_p50", "score_p95"].map { .number($0, $0.replacing("_", with: " "), 1) }
        + AuditTable.limitColumns(["p05", "p25", "p50", "p75", "p95"])
        + ["score_p05_se", "score_p50_se", "score_p95_se"].map { .error($0) })
    guard let found = uncertainty else { return out }
    let scores = inParallel(found.countries.count) { found.scores($0, [0.05, 0.5, 0.95]) }
    let scoreErrors = inParallel(found.countries.count) { country in
      [0.05, 0.5, 0.95].map { found.standardError(ofScore: country, $0) }
    }
    let shares = [0.05, 0.25, 0.5, 0.75, 0.95]
    out.rows = found.countries.enumerated().map { place, country in
      [.text(code(country)), .integer(found.ranks[place])] + shares.map { .integer(found.rank(place, $0)) }
        + scores[place].map { .number($0) }
        + AuditTable.limits(shares.map { found.limits(ofRank: place, $0) })
        + scoreErrors[place].map { .number($0) }
    }
    let errors = found.countries.indices.map { found.meanRank($0).error }
    out.notes = [
      "Over \(found.samples) combinations of weights, normalisation, aggregation, imputation, outliers, "
        + "carry-forward, goalposts and an indicator left out, seed \(settings.seed); scores "
        + "over the first \(found.scoredSamples). Standard error of a mean rank: at most "
        + "\(NumberFormat.fixed(errors.max(), 3)). p05 to p95 are off by at most "
        + CountWords.of(found.mostOff(shares), "rank") + " (four standard errors of the shares of "
        + "draws); standard error of a score's quantile: at most "
        + "\(NumberFormat.fixed(scoreErrors.joined().max(), 2))."
    ]
    return out
  }
}
