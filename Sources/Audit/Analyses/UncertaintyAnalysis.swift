import Tabular

extension AuditAnalysis {
  /// How sure ranks and scores are when all judgements vary together.
  package static let uncertainty: AuditAnalysis = AuditAnalysis(
    "uncertainty", question: "Ranks and scores when all judgements vary together", weights: .ofDimensions,
    isOverSet: true, mostRanked: RankKernel.most,
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
    let found = uncertainty
    let countries = found?.countries ?? []
    let quantiles = [("p05", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95)]
    let kept = [0.05, 0.5, 0.95]
    let scores = inParallel(countries.count) { found?.scores($0, kept) ?? [] }
    let scoreErrors = inParallel(countries.count) { country in
      kept.map { found?.standardError(ofScore: country, $0) }
    }
    let names = ["score_p05", "score_p50", "score_p95"].enumerated()
    var out = AuditTable(
      Array(countries.indices),
      [.text("iso3") { code(countries[$0]) }, .integer("rank") { found?.ranks[$0] }],
      quantiles.map { name, share in .integer(name) { found?.quantile($0, share) } },
      names.map { place, name in
        .number(name, as: name.replacing("_", with: " "), decimals: 1) { scores[$0][place] }
      }, AuditField.limits(quantiles) { found?.limits($0, $1) },
      names.map { place, name in .error("\(name)_se") { scoreErrors[$0][place] } })
    guard let found else { return out }
    let errors = found.countries.indices.map { found.mean($0).error }
    out.notes = [
      "Over \(found.samples) combinations of weights, normalisation, aggregation, imputation, outliers, "
        + "carry-forward, goalposts and an indicator left out, seed \(settings.seed); scores "
        + "over the first \(found.scoredSamples). Standard error of a mean rank: at most "
        + "\(NumberFormat.fixed(errors.max(), 3)). p05 to p95 are off by at most "
        + CountWords.of(found.mostOff(quantiles.map(\.1)), "rank")
        + " (four standard errors of the shares of "
        + "draws); standard error of a score's quantile: at most "
        + "\(NumberFormat.fixed(scoreErrors.joined().compactMap { $0 }.max(), 2))."
    ]
    return out
  }
}
