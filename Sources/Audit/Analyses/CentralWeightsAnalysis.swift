import IndexModel
import Tabular

extension AuditAnalysis {
  /// How surely a country is first when the figures are perturbed; nothing without acceptabilities.
  package static let confidence = AuditAnalysis(
    "confidence", question: "How surely each country is first at its central weights", weights: .linear,
    mostRanked: RankKernel.most,
    work: Work(
      name: "how surely each is first", progress: "perturbing figures",
      pieces: { min($0.settings.samples, FirstConfidence.mostSamples) }, draws: { $0.confidence?.samples },
      run: { run in
        guard let (scores, _) = run.linear else { return }
        run.findings.confidence = run.confidence(run.findings.acceptability, scores)
        // How far figures may be off is asked of all years before the first draw.
        run.isCut = run.findings.confidence == nil && run.watch.isInterrupted()
      }))

  /// The mean weights under which each country is first.
  package static let centralWeights = AuditAnalysis(
    "central-weights", question: "Under which weights each country is first, and how surely",
    weights: .shared, isOverSet: true, mostRanked: RankKernel.most, shows: [.acceptability, .confidence]
  ) { $0.centralWeightsTable }
}

extension AuditFindings {
  fileprivate var centralWeightsTable: AuditTable {
    let found = acceptability
    let countries = found?.countries ?? []
    let weights = countries.indices.map { found?.centralWeights($0) }
    let errors = countries.indices.map { found?.centralWeightErrors($0) }
    let names = audited.enumerated()
    func share(_ place: Int) -> Double { found?.share(place, rank: 0) ?? 0 }
    func sure(_ place: Int) -> Double? { confidence?.atCentralWeights(place) }
    var out = AuditTable(
      Array(countries.indices),
      [
        .text("iso3") { code(countries[$0]) }, .integer("rank") { table.rank(countries[$0]) },
        .number("p_first", as: "p first", share),
        .number("p_first_se", as: "se", decimals: 4) { found?.standardError(share($0)) },
        .number("confidence", sure),
        .number("confidence_se", as: "se", decimals: 4) {
          sure($0).flatMap { confidence?.standardError($0) }
        }, .integer("lacking") { lacking(countries[$0]).count },
      ],
      names.map { node, name in
        .number("w_\(name)", as: name, isShown: settings.level == .dimension) { weights[$0]?[node] }
      }, names.map { node, name in .number("w_se_\(name)", isShown: false) { errors[$0]?[node] } })
    guard let found else { return out }
    out.shown = countries.indices.filter { share($0) > 0 }
    out.notes = [
      "p first: the share of \(found.samples) weights drawn uniformly from the set, seed "
        + "\(settings.seed), under which the country is first; then the mean of those weights. "
        + "Shown are those that were ever first; --format csv and json have all, and the standard errors of "
        + "the weights. se: standard error. lacking: the \(settings.level.rawValue)s that the country "
        + "has no score of.", confidenceNote,
    ]
    out.notes += standIns(found) + furthest(found) + displacedNotes
    if found.samples > 0 {
      out.notes.append(SampledWords.ruleOfThreeNote(found.samples, confidence: confidence))
    }
    return out
  }

  /// The weighed nodes that a country has no score of.
  private func lacking(_ country: RowIndex) -> [NodeIndex] {
    table.auditedNodes(settings.level).filter { table.score($0, country) == nil }
  }

  /// The countries that draws put first, by their places in what was drawn, the most often first.
  private func leaders(_ found: Acceptability) -> [Int] {
    found.countries.indices.filter { found.share($0, rank: 0) > 0 }.sorted {
      (-found.share($0, rank: 0), $0) < (-found.share($1, rank: 0), $1)
    }
  }

  /// Whose central weights are in part of nodes that it lacks.
  private func standIns(_ found: Acceptability) -> [String] {
    let level = settings.level
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
      own.joined(separator: "; ") + ": \(stands), so that a weight of what is lacking is no weight of "
        + "figures."
    ]
  }

  /// Where there are too many weights for columns: those that are furthest from the stated ones.
  private func furthest(_ found: Acceptability) -> [String] {
    guard settings.level == .indicator, let set = set else { return [] }
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
  private var confidenceNote: String {
    if tree != nil {
      return "confidence is not given: errors of figures are carried through a ranking that is a weighted "
        + "sum only."
    }
    guard let found = confidence else {
      if unfinished.contains(.confidence) { return "confidence was not reached." }
      return "confidence is not given: too few figures are of successive years to show how far they may "
        + "be off."
    }
    let borrowing = found.noise.borrowing.count
    return "confidence: how often the country is first at those weights when every indicator's scores have "
      + "errors as large as their changes from year to year suggest (\(found.samples) times; standard "
      + "deviation \(NumberFormat.fixed(found.noise.median, 1)) points at the median indicator"
      + (borrowing == 0
        ? ")." : ", which \(borrowing) of few changes \(borrowing == 1 ? "takes" : "take") over).")
  }
}
