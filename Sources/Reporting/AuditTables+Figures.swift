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
        .number("lacking"),
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
          .integer(lacking(country).count),
        ] + (weights + errors).map { .number($0) })
    }
    out.shown = shown
    out.notes = [
      "p first: the share of \(found.samples) weights drawn uniformly from the set, seed "
        + "\(findings.settings.seed), under which the country is first; then the mean of those weights. "
        + "Shown are those that were ever first; --format csv and json have all, and the standard errors of "
        + "the weights. se: standard error. lacking: the \(findings.settings.level.rawValue)s that the country "
        + "has no score of.",
      confidence,
    ]
    out.notes += standIns(found) + furthest(found) + treeNotes
    if found.samples > 0 {
      out.notes.append(Self.ruleOfThree(found.samples, confidence: findings.confidence))
    }
    return out
  }

  /// The weighed nodes that a country has no score of.
  private func lacking(_ country: Int) -> [Int] {
    table.auditedNodes(findings.settings.level).filter { table.score($0, country) == nil }
  }

  /// The countries that draws put first, by their places in what was drawn, the most often first.
  private func leaders(_ found: Acceptability) -> [Int] {
    found.countries.indices.filter { found.share($0, rank: 0) > 0 }
      .sorted { (-found.share($0, rank: 0), $0) < (-found.share($1, rank: 0), $1) }
  }

  /// Whose central weights are in part of nodes that it lacks.
  private func standIns(_ found: Acceptability) -> [String] {
    let level = findings.settings.level
    let own = leaders(found).sorted().compactMap { place -> String? in
      let nodes = lacking(found.countries[place])
      if nodes.isEmpty { return nil }
      let names =
        nodes.count <= Self.mostLacking
        ? nodes.map(node).joined(separator: ", ") : "\(nodes.count) \(level.rawValue)s"
      return "\(code(found.countries[place])) lacks \(names)"
    }
    if own.isEmpty { return [] }
    let stands =
      level == .dimension
      ? "the stated index score stands there" : "the stated score of the node above stands there"
    return [
      own.joined(separator: "; ")
        + ": \(stands), so that a weight of what is lacking is no weight of "
        + "figures."
    ]
  }

  /// Where there are too many weights for columns: those that are furthest from the stated ones.
  private func furthest(_ found: Acceptability) -> [String] {
    guard findings.settings.level == .indicator, let set = findings.set else { return [] }
    let leaders = leaders(found)
    let lines = leaders.prefix(Self.mostLeaders).compactMap { place -> String? in
      guard let weights = found.centralWeights(place) else { return nil }
      let moves = weights.indices.sorted {
        let (one, other) = (weights[$0] - set.nominal[$0], weights[$1] - set.nominal[$1])
        return (-abs(one), $0) < (-abs(other), $1)
      }
      let named = moves.prefix(Self.mostMoves).map { node in
        "\(audited[node]) \(SampledWords.tenths(weights[node])) instead of "
          + SampledWords.tenths(set.nominal[node])
      }
      return "\(code(found.countries[place])): \(named.joined(separator: ", "))."
    }
    if lines.isEmpty { return [] }
    let more = leaders.count - lines.count
    return [
      "Mean weights when first that are furthest from the stated ones, of \(audited.count); --format csv and "
        + "json have all" + (more > 0 ? ", and \(more) more countries:" : ":")
    ] + lines
  }

  /// So many nodes that a country lacks are named.
  private static let mostLacking = 3
  /// So many countries have their weights named, and so many weights each.
  private static let mostLeaders = 8
  private static let mostMoves = 4

  /// What confidence is, and how large the errors are.
  private var confidence: String {
    if findings.tree != nil {
      return
        "confidence is not given: errors of figures are carried through a ranking that is a weighted "
        + "sum only."
    }
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
      + (borrowing == 0
        ? ")." : ", which \(borrowing) of few changes \(borrowing == 1 ? "takes" : "take") over).")
  }

  var data: AuditTable {
    var out = AuditTable(
      "data", title("What the figures allow", overWeights: false),
      [
        .text("kind"), .text("subject"), .number("countries"), .number("ranked"),
        .number("cells"), .number("observed"), .number("carried"), .number("imputed"),
        .number("missing"), .number("filled"), .number("median_age", "median age", 1),
        .number("oldest_age", "oldest"), .number("outliers"), .text("reliability"),
      ])
    let found = DataAudit(table)
    out.rows = found.rows.map { row in
      [
        .text(row.kind.rawValue), .text(row.subject.isEmpty ? GroupResults.ungrouped : row.subject),
        .integer(row.countries), .integer(row.ranked), .integer(row.cells),
        .integer(row.observed), .integer(row.carried), .integer(row.imputed),
        .integer(row.missing), .number(row.filled), .number(row.medianAge),
        .integer(row.oldestAge), .integer(row.outliers),
        .text(row.reliability?.rawValue ?? ""),
      ]
    }
    let line = table.lens.audit.coverage
    out.shown = found.rows.indices.filter {
      found.rows[$0].kind != .country || found.rows[$0].filled < line
    }
    out.notes = [
      "A cell is a country and an indicator; all countries that the lens considers count, ranked or not, and "
        + "all indicators of weight, each once. filled: the share of cells with a figure, observed in "
        + "\(table.year) or carried forward; the coverage of hsi score and of the checks is the share of weight "
        + "that such cells bear. Ages in years, of the figures used. Countries are shown where less than "
        + "\(NumberFormat.percent(line)) is filled; --format csv and json have all.",
      "outliers: indicators whose scores a few extreme ones make lopsided (the check skewed-scores). "
        + "reliability: as hsi score has it; of a region and of the index the lower median over countries.",
    ]
    return out
  }
}
