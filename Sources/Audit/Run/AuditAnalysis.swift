import IndexModel
import Scoring
import Tabular

/// One question that an audit can be asked: what it needs, what is done for it, and the table that answers it.
///
/// Each is declared in a file of its own in Analyses/; `all` is the one list of them. Some are done and fill no
/// table, as other tables and the pages show what they find; some fill a table from what others find.
package struct AuditAnalysis: Sendable {
  /// What an analysis asks of the weights.
  package enum Weights: Sendable {
    /// Nothing: no weights vary.
    case fixed
    /// Weights of dimensions, which are drawn; it cannot be had of those of indicators.
    case ofDimensions
    /// Weights that all countries share.
    case shared
    /// A ranking that is linear in weights that all countries share.
    case linear
  }

  /// What is done for an analysis before its table can be filled.
  struct Work: Sendable {
    /// As it is named where it was not finished: `how likely each rank is`.
    let name: String
    /// As the line of progress has it: `drawing weights`.
    let progress: String
    /// How many pieces it has: draws or countries; 1 for what is done at once.
    var pieces: @Sendable (AuditRun) -> Int = { _ in 1 }
    /// How many draws were made, nil where none were; nil for what draws nothing.
    var draws: (@Sendable (AuditFindings) -> Int?)?
    /// Puts what it finds into the findings.
    let run: @Sendable (inout AuditRun) -> Void
  }

  /// As JSON names it among what was drawn and what was left unfinished.
  package let id: String
  /// The name of its table on the command line.
  package let name: String
  /// Earlier names of its table, which are still understood.
  let formerNames: [String]
  /// What it answers, as the heading of its table, without a full stop.
  package let question: String
  let weights: Weights
  /// Whether its table speaks of the weights of the audited set.
  let isOverSet: Bool
  /// Whether an audit does it that is asked for no table: what takes long and is shown by its own table alone is not.
  let isOfPage: Bool
  /// Of so many ranked countries at most it is done: what compares each with every other, or counts each rank of each,
  /// takes memory or time that grow with the square of their number. Nil for what grows with their number.
  package let mostRanked: Int?
  /// Whether it compares lenses, and so needs the others.
  package let needsLenses: Bool
  /// The analyses whose findings its table shows beside its own.
  private let shown: [AuditAnalysis]
  let work: Work?
  private let fill: (@Sendable (AuditFindings) -> AuditTable)?

  init(
    _ id: String, name: String? = nil, formerNames: [String] = [], question: String,
    weights: Weights = .fixed, isOverSet: Bool = false, needsLenses: Bool = false, isOfPage: Bool = true,
    mostRanked: Int? = nil, shows shown: [AuditAnalysis] = [], work: Work? = nil,
    fill: (@Sendable (AuditFindings) -> AuditTable)? = nil
  ) {
    (self.id, self.name, self.formerNames) = (id, name ?? id, formerNames)
    (self.question, self.weights, self.isOverSet, self.isOfPage) = (question, weights, isOverSet, isOfPage)
    (self.needsLenses, self.shown, self.work, self.fill) = (needsLenses, shown, work, fill)
    self.mostRanked = mostRanked
  }
}

extension AuditAnalysis: Hashable {
  package static func == (one: AuditAnalysis, other: AuditAnalysis) -> Bool { one.id == other.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

// MARK: - The list

extension AuditAnalysis {
  /// Every analysis, in the order in which they are done.
  package static let all: [AuditAnalysis] = [
    .acceptability, .confidence, .pairs, .stability, .importance, .redundancy, .leaveOneOut, .lenses,
    .benefitOfTheDoubt, .uncertainty, .sensitivity, .rankIntervals, .intervalWidths, .confidenceSets,
    .rankBounds, .centralWeights, .correlations, .principalComponents, .external, .data, .checks,
  ]

  /// Those that an audit does which is asked for no table.
  package static let ofPage = Set(all.filter(\.isOfPage))

  /// Those that fill a table.
  package static let tables = all.filter { $0.fill != nil }

  /// Those for which something is done.
  package static let works = all.filter { $0.work != nil }

  /// The analysis whose table has, or had, a name; nil for none.
  package init?(named name: String) {
    let own = Self.tables.first { $0.name == name || $0.formerNames.contains(name) }
    guard let own else { return nil }
    self = own
  }

  // MARK: - What it needs

  /// What has to be done for its table.
  package var parts: Set<AuditAnalysis> { Set(shown + [self]) }

  /// Whether it draws weights of dimensions, and so cannot be had of those of indicators.
  package var isOfDimensions: Bool { weights == .ofDimensions }

  /// Whether it draws or moves weights that all countries share.
  var isOverWeights: Bool { weights == .shared || weights == .linear }

  /// Whether it can be had only of a ranking that is linear in the weights.
  package var needsLinearity: Bool { weights == .linear }

  /// Whether its rows are of the nodes whose weights are audited, or its figures of their weights.
  private var hasLevel: Bool { parts.contains { $0.isOverWeights } }

  /// Whether its table rests on draws.
  private var isDrawn: Bool { parts.contains { $0.work?.draws != nil } }

  /// Whether it joins the dimensions by other methods than the lens, all of which are means.
  private var joinsDimensionsOtherwise: Bool {
    isOfDimensions || [.rankIntervals, .intervalWidths, .benefitOfTheDoubt].contains(self)
  }

  /// Whether it can be had of a table that is not linear in the weights for this reason.
  package func canBeHad(_ reason: NonLinearity?) -> Bool {
    guard let reason else { return true }
    // Another way of joining dimensions would add up what divides and what is divided.
    if reason == .ratio(node: Framework.root), joinsDimensionsOtherwise { return false }
    guard isOverWeights else { return true }
    return reason.allowsDraws && !needsLinearity
  }

  /// Whether it can be done with the weights and the ranking that an audit has.
  func canBeDone(_ findings: AuditFindings) -> Bool {
    if joinsDimensionsOtherwise, findings.table.isRatioOfDimensions { return false }
    return switch weights {
    case .fixed: true
    case .ofDimensions: findings.settings.level == .dimension
    case .shared: findings.scores != nil || findings.tree != nil
    case .linear: findings.scores != nil
    }
  }

  /// Whether so many are ranked that it is left out.
  package func isTooLarge(_ table: ScoreTable) -> Bool { mostRanked.map { table.rankedCount > $0 } ?? false }

  // MARK: - What is printed

  package var progress: String { work?.progress ?? name }

  /// Several analyses as they are named where they were not finished, one after the other.
  package static func list(_ analyses: [AuditAnalysis]) -> String {
    analyses.map { $0.work?.name ?? $0.name }.joined(separator: ", ")
  }

  /// Its table, of no rows where what it shows was not found; of no columns where it fills none.
  package func table(_ findings: AuditFindings) -> AuditTable {
    var table = fill?(findings) ?? AuditTable([Never](), [])
    table.name = name
    table.title = title(table.title.isEmpty ? question : table.title, findings)
    let partial = findings.isPartial ? [AuditNotes.partial(findings.unfinished)] : []
    if let absence = absence(findings) {
      // Rows would say of every country or node what is true of any single weight, whatever the figures.
      (table.rows, table.shown) = ([], nil)
      table.notes = [absence] + partial
    } else {
      let large = AuditNotes.tooLarge(findings.tooLarge.filter(parts.contains), findings.table)
      let first = [AuditNotes.nobody(findings.table), large].compactMap(\.self)
      table.notes = first + partial + table.notes
    }
    table.circumstances = circumstances(findings, table.circumstances)
    return table
  }

  /// Why a table has no rows, in a sentence: too many are ranked for it, or it is over weights and one node has all of
  /// them; nil where it may have some.
  package func absence(_ findings: AuditFindings) -> String? {
    if findings.table.ranksAnyone, isTooLarge(findings.table) {
      return AuditNotes.tooLarge([self], findings.table)
    }
    guard isOverWeights, findings.table.ranksAnyone else { return nil }
    return AuditNotes.oneWeight(findings.table, findings.settings.level)
  }

  /// The lens, the year and the weights, to stand behind what a table shows.
  private func title(_ what: String, _ findings: AuditFindings) -> String {
    let table = findings.table
    return (needsLenses ? [what, "\(table.year)"] : [what, table.lens.name, "\(table.year)"]).joined(
      separator: ", ") + (isOverSet ? ", \(findings.settings.weightsInWords)" : "")
  }

  /// What was asked, as JSON members: of that only what the table rests on. The seed is a text, since it has
  /// 64 bits and many readers of JSON hold numbers to 53.
  private func circumstances(_ findings: AuditFindings, _ own: [(String, JSONText)]) -> [(String, JSONText)] {
    let (table, settings) = (findings.table, findings.settings)
    var out: [(String, JSONText)] = [("lens", .string(table.lens.name)), ("year", .integer(table.year))]
    if isOverSet { out.append(("weights", .string(settings.kind.description))) }
    if hasLevel, settings.level != .dimension { out.append(("level", .string(settings.level.rawValue))) }
    out += own
    if isDrawn {
      out.append(("samples", .integer(settings.samples)))
      out.append(("seed", .string(String(settings.seed))))
      out.append(("drawn", findings.drawn(parts)))
    }
    return out + findings.partiality
  }
}

extension AuditFindings {
  /// How many draws were made in truth, analysis by analysis.
  package func drawn(_ analyses: Set<AuditAnalysis> = Set(AuditAnalysis.all)) -> JSONText {
    .object(
      AuditAnalysis.all.filter(analyses.contains).compactMap { own in
        draws(own).map { (own.id, .integer($0)) }
      })
  }

  /// What was left undone, as JSON members.
  package var partiality: [(String, JSONText)] {
    [("partial", .boolean(isPartial)), ("unfinished", .strings(unfinished.map(\.id)))]
  }

  func code(_ country: RowIndex) -> String { table.country(country).code.description }

  func node(_ node: NodeIndex) -> String { table.framework.nodes[node].name }

  /// The names of the dimensions, or indicators, that weights are of.
  var audited: [String] { table.auditedNodes(settings.level).map(node) }
}
