import Audit
import Reporting
import Scoring

/// What an audit found: how much of a ranking is data and how much is judgement.
public struct IndexAudit: Sendable {
  private let found: AuditFindings

  init(_ table: ScoreTable, weights: String, samples: Int, seed: UInt64) throws {
    guard let kind = WeightSet.Kind(weights) else {
      throw WrongQuestion("\"\(weights)\" is no set of weights; known: \(WeightSet.Kind.forms)")
    }
    let counts = AuditSettings.sampleCounts
    guard counts.contains(samples) else {
      throw WrongQuestion("\(samples) draws are not from \(counts.lowerBound) to \(counts.upperBound)")
    }
    var settings = AuditSettings()
    (settings.kind, settings.samples, settings.seed) = (kind, samples, seed)
    try table.requireWeightSet(kind, settings.level)
    found = AuditRun(table, settings)(AuditAnalysis.ofPage)
  }

  /// The findings in a page of Markdown: a line a question, then the checks.
  public var markdown: String { AuditPage(found).markdown }

  /// The names of the tables.
  public static var tables: [String] { AuditAnalysis.tables.map(\.name) }

  /// A table as CSV, with the columns of `hsi audit --table`; nil for a name that is none.
  /// It has no rows where the lens allows no such table: bounds need a ranking that is linear in the weights.
  public func csv(_ table: String) -> String? { AuditAnalysis(named: table)?.table(found).csv }
}
