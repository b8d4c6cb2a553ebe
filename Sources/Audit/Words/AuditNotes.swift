import IndexModel
import Scoring
import Tabular

/// What tables and pages of an audit both say, sentence by sentence.
package enum AuditNotes {
  /// Where nobody has a rank; nil where somebody has.
  package static func nobody(_ table: ScoreTable) -> String? {
    if table.ranksAnyone { return nil }
    return "No country is ranked under \(table.lens.name) in \(table.year): there is nothing to audit."
  }

  /// What was left out, since too many are ranked for it; nil where nothing was.
  package static func tooLarge(_ analyses: [AuditAnalysis], _ table: ScoreTable) -> String? {
    if analyses.isEmpty { return nil }
    let parts = analyses.map { "\(AuditAnalysis.list([$0])) (at most \($0.mostRanked ?? 0))" }
    return
      "\(table.rankedCount) \(table.lens.index.units) are ranked, too many for what compares each with every other. Left "
      + "out: \(parts.joined(separator: ", "))."
  }

  /// What is said of an audit that was interrupted.
  package static func partial(_ unfinished: [AuditAnalysis]) -> String {
    "Interrupted: these are the findings up to then, not all that was asked for. Not finished: "
      + "\(AuditAnalysis.list(unfinished))."
  }

  /// Where one node has all the weight, so that none can vary; nil where several share it.
  package static func oneWeight(_ table: ScoreTable, _ level: AuditLevel) -> String? {
    guard table.auditedNodes(level).count < 2 else { return nil }
    let alone = "This index has one \(level.rawValue), whose weight cannot vary"
    if level == .indicator { return alone + "." }
    let indicators = table.auditedNodes(.indicator).count
    if indicators < 2 { return alone + ", and in it one indicator." }
    let why =
      switch table.nonLinearity(.indicator) {
      case .ratio(let node): "as \(table.framework.nodes[node].name) is a ratio, whose parts have none."
      case .compared(let node): "as scores of \(table.framework.nodes[node].name) depend on those of others."
      case let reason?: reason.allowsDraws ? nil : "as countries do not share them."
      case nil: String?.none
      }
    return alone + ": what can vary are the weights of its \(indicators) indicators"
      + (why.map { "; of these nothing can be said, " + $0 }
        ?? ", which hsi audit --level indicator asks about.")
  }

  /// Whom the stated weights do not give the score that it has; nil where they do.
  package static func displaced(_ tree: TreeScores, _ table: ScoreTable) -> String? {
    let count = tree.displaced(table).count
    if count == 0 { return nil }
    let who = count == 1 ? "one country comes" : "\(count) countries come"
    return " By the stated weights \(who) to another score in these draws than in the table: the score that "
      + "stands for what a country lacks would leave a mean as it is, not what this lens has instead."
  }

  /// What a share below 0 or above 1 means.
  package static func opposed(_ level: AuditLevel) -> String {
    "These shares sum to 100 %: that of \(level == .indicator ? "an" : "a") \(level.rawValue) which runs "
      + "against the index is below 0, and those of others are so much the higher, even above 100 %."
  }

  /// Why who is outdone by nobody may yet be first under no weights of the rank bounds, in a sentence; nil
  /// where both are of the same sums, and where there are no bounds.
  package static func unlikeBounds(_ table: ScoreTable) -> String? {
    guard table.nonLinearity(.dimension) == nil else { return nil }
    let lacks = table.rows.contains { country in
      table.rank(country) != nil && table.dimensions.contains { table.score($0, country) == nil }
    }
    let mean = table.lens.aggregation.dimensions
    let why = [
      lacks ? "what another country lacks counts as 0 here, as its index score there" : nil,
      mean == .arithmetic ? nil : "means are arithmetic here, \(mean.rawValue) there",
    ].compactMap { $0 }
    return why.isEmpty ? nil : "Rank bounds may say otherwise: \(why.joined(separator: "; "))."
  }

  /// Within which bounds, to stand behind "suit it best"; empty where there are none.
  package static func within(_ bounds: ShareBounds) -> String {
    if bounds == ShareBounds() { return "" }
    return " with \(NumberFormat.percent(bounds.least)) to \(NumberFormat.percent(bounds.greatest)) of its "
      + "score from each"
  }

  /// Which lenses were not compared; nothing where all were.
  package static func leftOut(_ names: [String]) -> [String] {
    if names.isEmpty { return [] }
    let (noun, verb) = names.count == 1 ? ("lens", "is") : ("lenses", "are")
    return [
      "\(names.count) other \(noun) could not be compared and \(verb) left out: "
        + names.joined(separator: ", ") + "."
    ]
  }

  /// Why bounds are open, to stand behind a colon.
  static func reason(_ unsettled: UnsettledBounds) -> String {
    switch unsettled {
    case .time: "the time of --budget was up"
    case .interruption: "the audit was interrupted"
    case .rounding: "countries are level there but for rounding"
    case .limit(let limit): "--programs \(limit) did not do"
    }
  }
}
