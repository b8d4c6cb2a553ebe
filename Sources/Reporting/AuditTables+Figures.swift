import Audit
import Scoring
import Tabular

extension AuditTables {
  var centralWeights: AuditTable {
    var out = AuditTable(
      "central-weights", title("Under which weights each country is first, and how surely"),
      [
        .text("iso3"), .number("rank"), .number("p_first", "p first"),
        .number("p_first_se", "se", 4), .number("confidence"), .number("confidence_se", "se", 4),
      ] + audited.map { .number("w_\($0)", $0, isShown: findings.settings.level == .dimension) }
        + audited.map { .number("w_se_\($0)", isShown: false) })
    guard let found = findings.acceptability else { return out }
    var shown: [Int] = []
    for (place, country) in found.countries.enumerated() {
      let share = found.share(place, rank: 0)
      let sure = findings.confidence?.atCentralWeights(place)
      let none = [Double?](repeating: nil, count: audited.count)
      let weights = found.centralWeights(place).map { $0.map { Optional($0) } } ?? none
      let errors = found.centralWeightErrors(place).map { $0.map { Optional($0) } } ?? none
      if share > 0 { shown.append(out.rows.count) }
      out.rows.append(
        [
          .text(code(country)), .integer(table.rank(country)), .number(share),
          .number(found.standardError(share)), .number(sure),
          .number(sure.flatMap { findings.confidence?.standardError($0) }),
        ] + (weights + errors).map { .number($0) })
    }
    out.shown = shown
    out.notes = [
      "p first: the share of \(found.samples) weights drawn uniformly from the set, seed "
        + "\(findings.settings.seed), under which the country is first; then the mean of those weights. "
        + "Shown are those that were ever first; --format csv and json have all, and the standard errors of "
        + "the weights. se: standard error.",
      confidence,
    ]
    return out
  }

  /// What confidence is, and how large the errors are.
  private var confidence: String {
    guard let found = findings.confidence else {
      if findings.unfinished.contains(.confidence) { return "confidence was not reached." }
      return
        "confidence is not given: too few figures are of successive years to tell how far they may "
        + "be off."
    }
    let borrowing = found.noise.borrowing.count
    return
      "confidence: how often the country is first at those weights when every indicator's scores have "
      + "errors as large as their changes from year to year suggest (\(found.samples) times; standard "
      + "deviation \(NumberFormat.fixed(found.noise.median, 1)) points at the median indicator"
      + (borrowing == 0 ? ")." : ", which \(borrowing) of few changes take over).")
  }

  var ownBestWeights: AuditTable {
    var out = AuditTable(
      "benefit-of-the-doubt",
      title("Each country under the weights that suit it best", overWeights: false),
      [
        .text("iso3"), .number("rank"), .number("score", "score", 1),
        .number("bod_score", "best score", 1), .number("bod_rank", "best rank"),
        .number("bod_rank_ties", "ties"),
      ] + table.dimensions.map { .number("share_\(node($0))", node($0), 2) })
    guard let found = findings.ownBest else { return out }
    out.rows = found.rows.map { own in
      [
        .text(code(own.country)), .integer(table.rank(own.country)),
        .number(table.score(own.country)), .number(own.score), .integer(own.rank),
        .integer(own.ties),
      ] + own.shares.map { .number($0) }
    }
    out.notes = [
      "best score: 100 times the greatest weighted sum of the dimensions' scores where nobody's, by the same "
        + "weights, is above 1. Who reaches 100 is outdone by nobody under the weights that suit it best; "
        + "ahead of each of the others somebody is, whichever dimensions are stressed.",
      "ties: the countries that have that best rank, itself among them: \(found.unbeaten) of "
        + "\(found.rows.count) reach 100. Then the share of the score that comes from each dimension: one "
        + "choice, where several are as good; – for a dimension that the country lacks. \(bounds(found))",
    ]
    return out
  }

  private func bounds(_ found: OwnBestWeights) -> String {
    let (least, greatest) = (found.bounds.least, found.bounds.greatest)
    if least == 0, greatest == 1 { return "The lens bounds no share." }
    return "The lens keeps each share from \(NumberFormat.percent(least)) to "
      + "\(NumberFormat.percent(greatest)); weights beyond that are not looked at."
  }

  var data: AuditTable {
    var out = AuditTable(
      "data", title("What the figures allow", overWeights: false),
      [
        .text("kind"), .text("subject"), .number("countries"), .number("ranked"),
        .number("cells"), .number("observed"), .number("carried"), .number("imputed"),
        .number("missing"), .number("coverage"), .number("median_age", "median age", 1),
        .number("oldest_age", "oldest"), .number("outliers"), .text("reliability"),
      ])
    let found = DataAudit(table)
    out.rows = found.rows.map { row in
      [
        .text(row.kind.rawValue), .text(row.subject.isEmpty ? GroupResults.ungrouped : row.subject),
        .integer(row.countries), .integer(row.ranked), .integer(row.cells),
        .integer(row.observed), .integer(row.carried), .integer(row.imputed),
        .integer(row.missing), .number(row.coverage), .number(row.medianAge),
        .integer(row.oldestAge), .integer(row.outliers),
        .text(row.reliability?.rawValue ?? ""),
      ]
    }
    let line = table.lens.audit.coverage
    out.shown = found.rows.indices.filter {
      found.rows[$0].kind != .country || found.rows[$0].coverage < line
    }
    out.notes = [
      "A cell is a country and an indicator; all countries that the lens considers count, ranked or not, and "
        + "all indicators of weight, each once. coverage: the share of cells with a figure, observed in "
        + "\(table.year) or carried forward. Ages in years, of the figures used. Countries are shown below "
        + "a coverage of \(NumberFormat.percent(line)); --format csv and json have all.",
      "outliers: indicators whose scores a few extreme ones make lopsided (the check skewed-scores). "
        + "reliability: as hsi score has it; of a region and of the index the lower median over countries.",
    ]
    return out
  }
}
