import Tabular

extension AuditAnalysis {
  /// Which ranks countries may truly have, where errors of figures and estimates are known.
  package static let confidenceSets: AuditAnalysis = AuditAnalysis(
    "confidence-sets", question: "Which ranks the errors of figures and estimates leave open",
    isOfPage: false,
    work: Work(
      name: "confidence sets for ranks", progress: "drawing errors of figures and estimates",
      pieces: { run in ScoreErrors.has(run.table) ? min(run.settings.samples, ConfidenceSets.mostDraws) : 1 },
      draws: { $0.confidenceSets?.draws },
      run: { run in
        run.findings.confidenceSets = ConfidenceSets(
          run.table, draws: run.settings.samples, seed: run.settings.seed,
          mayGoOn: run.reporting(.confidenceSets))
      })
  ) { $0.confidenceSetsTable }
}

extension AuditFindings {
  fileprivate var confidenceSetsTable: AuditTable {
    let found = confidenceSets
    let countries = found?.countries ?? []
    let first = Set(found?.mayBeAmong(first: settings.top) ?? [])
    var out = AuditTable(
      Array(countries.indices),
      [
        .text("iso3") { code(countries[$0]) }, .integer("rank") { table.rank(countries[$0]) },
        .number("score", decimals: 1) { table.score(countries[$0]) },
        .number("score_se", as: "standard error", decimals: 2) { found?.errors[$0] },
        .integer("marginal_low", as: "alone: from") { found?.marginal[$0].lowerBound },
        .integer("marginal_high", as: "to") { found?.marginal[$0].upperBound },
        .integer("simultaneous_low", as: "all: from") { found?.simultaneous[$0].lowerBound },
        .integer("simultaneous_high", as: "to") { found?.simultaneous[$0].upperBound },
        .truth("may_be_top") { first.contains($0) },
      ])
    guard let found else {
      out.notes = [
        table.rankedCount > RankIntervals.mostCountries
          ? IntervalWords.tooMany
          : "No figure that the lens uses has published bounds, and it estimates nothing: no error is known."
      ]
      return out
    }
    let share = NumberFormat.fixed(100 * ConfidenceSets.level, 0)
    out.notes = [
      "Alone: in \(share) % of cases the country's true rank is in its set. All: in \(share) % of cases all true ranks are "
        + "in theirs at once. may_be_top: the country may be among the first \(settings.top) (--top). The true index is "
        + "that of this lens if its figures and estimates were without error; over \(found.draws) draws of their errors. "
        + "Weights and other judgements do not vary here: see rank-intervals.",
      "\(CountWords.of(found.mayBeAmong(first: 1).count, "country", "countries")) may be first, "
        + "\(first.count) may be among the first \(settings.top).",
    ]
    return out
  }
}
