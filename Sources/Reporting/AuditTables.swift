import Audit
import Scoring
import Tabular

/// The tables of an audit, by their names on the command line.
public enum AuditTableName: String, Sendable, CaseIterable {
  case rankBounds = "rank-bounds"
  case acceptability, pairs, importance, stability
  case leaveOneOut = "leave-one-out"
  case schools, uncertainty, sensitivity
  case centralWeights = "central-weights"
  case ownBestWeights = "benefit-of-the-doubt"
  case data, checks

  /// What has to be found for it.
  public var parts: Set<AuditPart> {
    switch self {
    case .rankBounds: [.bounds]
    case .acceptability: [.acceptability]
    case .pairs: [.pairs]
    case .importance: [.importance]
    case .stability: [.stability]
    case .leaveOneOut: [.omissions]
    case .schools: [.schools]
    case .uncertainty: [.uncertainty]
    case .sensitivity: [.sensitivity]
    case .centralWeights: [.acceptability, .confidence]
    case .ownBestWeights: [.ownBest]
    case .data: []
    case .checks: [.redundancy, .importance, .acceptability, .bounds, .omissions]
    }
  }

  /// Whether it draws weights of dimensions, and so cannot be had of those of indicators.
  public var isOfDimensions: Bool { parts.contains { $0.isOfDimensions } }

  /// Whether it speaks of the weights of the audited set.
  var isOverSet: Bool {
    switch self {
    case .rankBounds, .acceptability, .pairs, .uncertainty, .sensitivity, .centralWeights, .checks:
      true
    case .importance, .stability, .leaveOneOut, .schools, .ownBestWeights, .data: false
    }
  }

  /// Whether it rests on draws.
  var isDrawn: Bool { isOverSet && self != .rankBounds }

  /// Whether its rows are of the nodes whose weights are audited, or its figures of their weights.
  var hasLevel: Bool { parts.contains { $0.isOverWeights } }

  /// Whether all its rows speak of weights that vary, so that it has none where there is one weight.
  var isOfWeights: Bool { self != .checks && hasLevel }

  /// Whether it can be had only of a ranking that is linear in the weights.
  public var needsLinearity: Bool {
    self != .checks && parts.contains { $0.needsLinearity }
  }

  /// Whether it can be had of a table whose order is not linear in the weights, for this reason; nil where
  /// it is.
  public func canBeHad(_ reason: NonLinearity?) -> Bool {
    guard let reason, self != .checks, parts.contains(where: { $0.isOverWeights }) else {
      return true
    }
    return reason.allowsDraws && !needsLinearity
  }
}

/// Makes the tables of an audit.
public struct AuditTables: Sendable {
  let findings: AuditFindings
  var table: ScoreTable { findings.table }

  /// - Parameter findings: what was found; a table of what was not found has no rows.
  public init(_ findings: AuditFindings) { self.findings = findings }

  /// A table.
  public subscript(_ name: AuditTableName) -> AuditTable {
    var table =
      switch name {
      case .rankBounds: rankBounds
      case .acceptability: acceptability
      case .pairs: pairs
      case .importance: importance
      case .stability: stability
      case .leaveOneOut: leaveOneOut
      case .schools: schools
      case .uncertainty: uncertainty
      case .sensitivity: sensitivity
      case .checks: checks
      case .centralWeights: centralWeights
      case .ownBestWeights: ownBestWeights
      case .data: data
      }
    if findings.isPartial {
      table.notes.insert(
        "\(Self.partial) Not finished: \(AuditPart.list(findings.unfinished)).", at: 0)
    }
    if let nobody = AuditSentences.nobody(self.table) { table.notes.insert(nobody, at: 0) }
    if let absence = absence(name) {
      // Rows would say of every country or node what is true of any single weight, whatever the figures.
      (table.rows, table.shown) = ([], nil)
      table.notes = [absence] + (findings.isPartial ? [table.notes[0]] : [])
    }
    table.circumstances = circumstances(of: name)
    return table
  }

  /// Why a table over weights has no rows where one node has all the weight, in a sentence; nil where
  /// several nodes share it, and for tables that do not speak of weights.
  public func absence(_ name: AuditTableName) -> String? {
    guard name.isOfWeights, table.ranksAnyone else { return nil }
    return AuditSentences.oneWeight(table, findings.settings.level)
  }

  /// What is said of an audit that was interrupted.
  static let partial = "Interrupted: these are the findings up to then, not all that was asked for."

  /// What was asked, as JSON members: of that only what the table rests on. The seed is a text, since it has
  /// 64 bits and many readers of JSON hold numbers to 53.
  private func circumstances(of name: AuditTableName) -> [(String, JSONText)] {
    let settings = findings.settings
    var out: [(String, JSONText)] = [
      ("lens", .string(table.lens.name)), ("year", .integer(table.year)),
    ]
    if name.isOverSet { out.append(("weights", .string(settings.kind.description))) }
    if name.hasLevel, settings.level != .dimension {
      out.append(("level", .string(settings.level.rawValue)))
    }
    if name == .stability { out.append(("top", .integer(settings.top))) }
    if name.isDrawn {
      out.append(("samples", .integer(settings.samples)))
      out.append(("seed", .string(String(settings.seed))))
      out.append(("drawn", drawn(name.parts)))
    }
    return out + partiality
  }

  /// How many draws were made in truth, part by part.
  func drawn(_ parts: Set<AuditPart>) -> JSONText {
    .object(
      AuditPart.allCases.filter(parts.contains).compactMap { part in
        findings.draws(part).map { (part.rawValue, .integer($0)) }
      })
  }

  /// What was left undone, as JSON members.
  var partiality: [(String, JSONText)] {
    [
      ("partial", .boolean(findings.isPartial)),
      ("unfinished", .array(findings.unfinished.map { .string($0.rawValue) })),
    ]
  }

  /// What is open in a share that is 0 or 1 over so many draws, and over so many readings.
  static func ruleOfThree(_ draws: Int, confidence: FirstConfidence? = nil) -> String {
    "Where all draws agree, p is not exactly 0 or 1: the others are \(SampledWords.limit(draws)) of the "
      + "weights, with 95 % confidence (rule of three)"
      + (confidence.map { "; a confidence of 0 or 1 leaves \(SampledWords.limit($0.samples)) open" }
        ?? "")
      + "."
  }

  /// The lens, the year and the weights, to stand behind what a table shows.
  func title(_ what: String, overWeights: Bool = true) -> String {
    "\(what), \(table.lens.name), \(table.year)"
      + (overWeights ? ", \(findings.settings.weightsInWords)" : "")
  }

  /// The columns of the limits of quantiles.
  static func limitColumns(_ names: [String]) -> [AuditTable.Column] {
    names.flatMap { [.error("\($0)_low"), .error("\($0)_high")] }
  }

  /// Their cells.
  static func limits(_ limits: [ClosedRange<Int>]) -> [AuditTable.Cell] {
    limits.flatMap { [.integer($0.lowerBound), .integer($0.upperBound)] }
  }

  func code(_ country: Int) -> String { table.country(country).code.description }

  func node(_ node: Int) -> String { table.framework.nodes[node].name }

  /// The names of the dimensions, or indicators, that weights are of.
  var audited: [String] { table.auditedNodes(findings.settings.level).map(node) }
}

// MARK: - Ranks

extension AuditTables {
  private var rankBounds: AuditTable {
    let level = findings.settings.level
    var out = AuditTable(
      "rank-bounds", title("How high and how low each country can come"),
      [
        .text("iso3"), .number("rank"), .number("best"), .number("worst"),
        .number("best_outer", "best outer"), .number("worst_outer", "worst outer"),
        .text("exact"),
      ] + audited.map { .number("best_w_\($0)", isShown: false) }
        + audited.map { .number("worst_w_\($0)", isShown: false) })
    out.rows = (findings.bounds ?? []).map { bounds in
      [
        .text(code(bounds.country)), .integer(bounds.rank), .integer(bounds.best.attained),
        .integer(bounds.worst.attained), .integer(bounds.best.proven),
        .integer(bounds.worst.proven), .truth(bounds.isExact),
      ] + (bounds.best.weights + bounds.worst.weights).map { .number($0) }
    }
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
    if let unsettled = findings.unsettled {
      let open = (findings.bounds ?? []).count { !$0.isExact }
      let drawn = findings.acceptability.map {
        "; best and worst are the furthest of what the search and \($0.samples) draws attained"
      }
      out.notes.append(
        "Open are the bounds of \(CountWords.of(open, "country", "countries")): "
          + "\(AuditWords.reason(unsettled))\(drawn ?? "").")
    }
    return out
  }

  private var acceptability: AuditTable {
    let found = findings.acceptability
    let count = found?.countries.count ?? 0
    var out = AuditTable(
      "acceptability", title("How likely each rank is"),
      [
        .text("iso3"), .number("rank"), .number("p05"), .number("p50"), .number("p95"),
        .number("mean", "mean", 2),
      ] + (0..<count).map { .number("p_\($0 + 1)", isShown: false) }
        + Self.limitColumns(["p05", "p50", "p95"]) + [.error("mean_se")])
    guard let found else { return out }
    out.rows = found.countries.enumerated().map { place, country in
      [
        .text(code(country)), .integer(table.rank(country)),
        .integer(found.quantile(place, 0.05)), .integer(found.quantile(place, 0.5)),
        .integer(found.quantile(place, 0.95)), .number(found.mean(place).value),
      ] + (0..<count).map { .number(found.share(place, rank: $0)) }
        + Self.limits([0.05, 0.5, 0.95].map { found.limits(place, $0) })
        + [.number(found.mean(place).error)]
    }
    let errors = found.countries.indices.map { found.mean($0).error }
    out.notes = [
      "Over \(found.samples) weights drawn uniformly from the set, seed \(findings.settings.seed): "
        + "the ranks up to which 5, 50 and 95 per cent of draws leave a country, and its mean rank. "
        + "--format csv and json have the share of each rank.",
      "Standard error of a mean: at most \(NumberFormat.fixed(errors.max(), 4)); of a share p: "
        + "√(p(1 − p)/\(found.samples)), at most \(NumberFormat.fixed(found.standardError(0.5), 4)). "
        + "p05, p50 and p95 are off by at most "
        + "\(CountWords.of(found.mostOff([0.05, 0.5, 0.95]), "rank")) (four standard errors of the shares). "
        + Self.ruleOfThree(found.samples),
    ]
    out.notes += treeNotes
    return out
  }

  /// What has to be known of draws that are joined up the tree.
  var treeNotes: [String] {
    guard let tree = findings.tree, table.ranksAnyone else { return [] }
    let words = AuditSentences(
      table: table,
      words: WeightSetWords(
        kind: findings.settings.kind, set: findings.set, level: findings.settings.level))
    return words.gapWords(tree).map { [String($0.dropFirst())] } ?? []
  }
}
