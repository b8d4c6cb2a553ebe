import Audit
import Diagnostics
import Reporting
import Scoring

/// What an audit found: how much of a ranking is data and how much is judgement.
public struct IndexAudit: Sendable {
  private let found: AuditFindings

  init(_ table: ScoreTable, weights: String, samples: Int, seed: UInt64) throws {
    guard let kind = WeightSet.Kind(weights) else {
      throw WrongQuestion("\"\(weights)\" is no set of weights; known: box:25%, simplex, ordinal, cone:0.2")
    }
    var settings = AuditSettings()
    settings.kind = kind
    settings.samples = max(100, samples)
    settings.seed = seed
    found = AuditRun(table, settings)()
  }

  /// The findings in a page of Markdown: a line a question, then the checks.
  public var markdown: String { AuditPage(found).markdown }

  /// The names of the tables.
  public static var tables: [String] { AuditAnalysis.tables.map(\.name) }

  /// A table as CSV, with the columns of `hsi audit --table`; nil for a name that is none.
  public func csv(_ table: String) -> String? { AuditAnalysis(named: table)?.table(found).csv }
}
