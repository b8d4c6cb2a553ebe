import Scoring
import Tabular

extension AuditAnalysis {
  /// The interval that stands beside each rank, over all judgements.
  package static let rankIntervals: AuditAnalysis = AuditAnalysis(
    "rank-intervals", question: "The rank interval of each country over all judgements",
    work: Work(
      name: "rank intervals", progress: "rank intervals over all judgements",
      run: { run in
        guard run.intervals != nil || run.table.rankedCount <= RankIntervals.mostCountries else { return }
        run.findings.intervals = run.intervals ?? run.rankIntervals()
      })
  ) { $0.rankIntervalsTable }

  /// What makes these intervals wide.
  package static let intervalWidths: AuditAnalysis = AuditAnalysis(
    "interval-widths", question: "How wide rank intervals are, and which judgement makes them so",
    shows: [.rankIntervals],
    work: Work(
      name: "what makes rank intervals wide", progress: "what makes rank intervals wide",
      run: { run in
        let weights = run.table.auditedWeights(.dimension)
        run.findings.intervalDrivers = run.findings.intervals.flatMap {
          IntervalDrivers($0, weights: weights)
        }
      })
  ) { $0.intervalWidthsTable }
}

extension AuditRun {
  /// The rank intervals, from the combinations that were scored; nil where there are none.
  fileprivate mutating func rankIntervals() -> RankIntervals? {
    guard let set = RankIntervals.weights(table), let space = judgementSpace(for: .rankIntervals) else {
      return nil
    }
    return RankIntervals(space.over(set))
  }
}

extension AuditFindings {
  fileprivate var rankIntervalsTable: AuditTable {
    let found = intervals
    let (countries, own) = (found?.countries ?? [], found?.intervals ?? [])
    var out = AuditTable(
      Array(countries.indices),
      [
        .text("iso3") { code(countries[$0]) }, .integer("rank") { found?.ranks[$0] },
        .integer("p05") { own[$0].low }, .integer("p50") { found?.quantile($0, 0.5) },
        .integer("p95") { own[$0].high }, .integer("width") { own[$0].high - own[$0].low },
        .integer("tier") { own[$0].tier },
      ])
    guard let found else {
      if table.rankedCount > RankIntervals.mostCountries { out.notes = [IntervalWords.tooMany] }
      return out
    }
    out.circumstances = IntervalWords.circumstances(found)
    out.notes = [IntervalWords.meaning(found), IntervalWords.tiers] + IntervalWords.outside(found, table)
    return out
  }

  fileprivate var intervalWidthsTable: AuditTable {
    typealias Row = (kind: String, subject: String, width: IntervalDrivers.Width)
    var rows: [Row] = []
    if let found = intervalDrivers {
      rows = [("all", "", found.all)]
      rows += found.settled.map { ("settled", $0.judgement.rawValue, $0.width) }
      rows += found.without.map { ("without", node($0.dimension), $0.width) }
    }
    var out = AuditTable(
      rows,
      [
        .text("kind") { $0.kind }, .text("subject") { $0.subject }, .integer("median") { $0.width.median },
        .number("mean", decimals: 1) { $0.width.mean }, .integer("greatest") { $0.width.greatest },
      ])
    guard let intervals, let found = intervalDrivers else {
      if table.rankedCount > RankIntervals.mostCountries { out.notes = [IntervalWords.tooMany] }
      return out
    }
    out.circumstances = IntervalWords.circumstances(intervals)
    out.notes = [
      "Width: the ranks from one end of a country's interval to the other; median, mean and greatest over "
        + "\(CountWords.of(intervals.countries.count, "country", "countries")). settled: with this judgement as the "
        + "lens has it and all others varied; without: without this dimension, its weight going to the others. Each "
        + "row rests on the same \(found.draws) draws."
    ]
    return out
  }
}
