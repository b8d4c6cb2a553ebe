import Tabular

extension AuditAnalysis {
  /// How high and how low each country can come under the weights of the set.
  package static let rankBounds = AuditAnalysis(
    "bounds", name: "rank-bounds", question: "How high and how low each country can come", weights: .linear,
    isOverSet: true, mostRanked: RankBounds.mostCountries,
    work: Work(
      name: "rank bounds", progress: "rank bounds", pieces: { $0.findings.scores?.countries.count ?? 0 },
      run: { run in
        guard let (scores, set) = run.linear else { return }
        let found = run.bounds(scores, set)
        (run.findings.bounds, run.findings.isOutOfTime) = (found.bounds, found.isOutOfTime)
        run.isCut = run.watch.isInterrupted() && found.bounds.contains { !$0.isExact }
      })
  ) { $0.rankBoundsTable }
}

extension AuditFindings {
  fileprivate var rankBoundsTable: AuditTable {
    let level = settings.level
    let names = audited.enumerated()
    var out = AuditTable(
      bounds ?? [],
      [
        .text("iso3") { code($0.country) }, .integer("rank", \.rank), .integer("best", \.best.attained),
        .integer("worst", \.worst.attained), .integer("best_outer", as: "best outer", \.best.proven),
        .integer("worst_outer", as: "worst outer", \.worst.proven), .truth("exact", \.isExact),
      ], names.map { node, name in .number("best_w_\(name)", isShown: false) { $0.best.weights[node] } },
      names.map { node, name in .number("worst_w_\(name)", isShown: false) { $0.worst.weights[node] } })
    out.notes = [
      "best, worst: ranks that the country attains under weights of the set; --format csv and json name "
        + "the weights. outer: proven, no weights of the set bring it further. exact: both agree.",
      "To score a country anew by these weights, put what stands for a missing \(level.rawValue): "
        + (level == .dimension
          ? "the country's index score"
          : "the score of the nearest node above it that the country has, also where it has a figure "
            + "but its component or dimension is not scored")
        + " (METHODOLOGY.md, Weights under audit, works one out).",
    ]
    if let unsettled = unsettled {
      let open = (bounds ?? []).count { !$0.isExact }
      let drawn = acceptability.map {
        "; best and worst are the furthest of what the search and \($0.samples) draws attained"
      }
      out.notes.append(
        "Open are the bounds of \(CountWords.of(open, "country", "countries")): "
          + "\(AuditNotes.reason(unsettled))\(drawn ?? "").")
    }
    return out
  }
}
