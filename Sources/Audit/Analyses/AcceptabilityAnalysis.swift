import Tabular

extension AuditAnalysis {
  /// How likely each rank is when weights are drawn from the set.
  package static let acceptability = AuditAnalysis(
    "acceptability", question: "How likely each rank is", weights: .shared, isOverSet: true,
    mostRanked: RankKernel.most,
    work: Work(
      name: "how likely each rank is", progress: "drawing weights", pieces: { $0.settings.samples },
      draws: { $0.acceptability?.samples }, run: { $0.findings.acceptability = $0.drawAcceptability() })
  ) { $0.acceptabilityTable }
}

extension AuditFindings {
  fileprivate var acceptabilityTable: AuditTable {
    let found = acceptability
    let countries = found?.countries ?? []
    let quantiles = [("p05", 0.05), ("p50", 0.5), ("p95", 0.95)]
    var out = AuditTable(
      Array(countries.indices),
      [.text("iso3") { code(countries[$0]) }, .integer("rank") { table.rank(countries[$0]) }],
      quantiles.map { name, share in .integer(name) { found?.quantile($0, share) } },
      [.number("mean", decimals: 2) { found?.mean($0).value }],
      countries.indices.map { rank in
        .number("p_\(rank + 1)", isShown: false) { found?.share($0, rank: rank) }
      }, AuditField.limits(quantiles) { found?.limits($0, $1) }, [.error("mean_se") { found?.mean($0).error }]
    )
    guard let found else { return out }
    let errors = found.countries.indices.map { found.mean($0).error }
    out.notes = [
      "Over \(found.samples) weights drawn uniformly from the set, seed \(settings.seed): "
        + "the ranks up to which 5, 50 and 95 per cent of draws leave a country, and its mean rank. "
        + "--format csv and json have the share of each rank.",
      "Standard error of a mean: at most \(NumberFormat.fixed(errors.max(), 4)); of a share p: "
        + "√(p(1 − p)/\(found.samples)), at most \(NumberFormat.fixed(found.standardError(0.5), 4)). "
        + "p05, p50 and p95 are off by at most "
        + "\(CountWords.of(found.mostOff([0.05, 0.5, 0.95]), "rank")) (four standard errors of the shares). "
        + SampledWords.ruleOfThreeNote(found.samples),
    ]
    out.notes += displacedNotes
    return out
  }

  /// What has to be known of draws that are joined up the tree.
  var displacedNotes: [String] {
    guard let tree, table.ranksAnyone else { return [] }
    return AuditNotes.displaced(tree, table).map { [String($0.dropFirst())] } ?? []
  }
}
