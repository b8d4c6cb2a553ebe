import Scoring
import Tabular

/// What an audit is asked.
package struct AuditSettings: Sendable {
  package var level = AuditLevel.dimension
  /// The weights that count as possible.
  package var kind = RankIntervals.kind
  /// How many weights are drawn for what is sampled, at least 1.
  package var samples = 100_000
  /// How many points Sobol' indices rest on, times ten: a power of 2 of about a tenth of the samples.
  package var baseSamples: Int {
    var points = 64
    while points * 2 <= samples / 10 { points *= 2 }
    return points
  }
  package var seed: UInt64 = 1
  /// How many linear programs each end of each country's bounds may take.
  package var limit = 16000
  /// How many of the first ranks a stability interval keeps.
  package var top = 10

  /// The weights as headings have them: `weights box:25%`, `weights of indicators box:25%`.
  package var weightsInWords: String {
    (level == .dimension ? "weights " : "weights of indicators ") + kind.description
  }

  package init() {}
}

/// How far an audit is.
package struct AuditProgress: Sendable {
  package let analysis: AuditAnalysis
  /// How many pieces of it are done: countries, or draws of weights.
  package let done: Int
  package let count: Int
  /// Whether these are the tables of scores that the part starts from, not the part itself.
  package var isPreparing = false
}

/// Who watches an audit, and when it has to end.
package struct AuditWatch {
  /// Told how far it is, between pieces of work.
  package var progress: (AuditProgress) -> Void = { _ in }
  /// Whether to stop with what is known; asked on any thread.
  package var isInterrupted: @Sendable () -> Bool = { false }
  /// Whether the time for rank bounds is up, which runs from when `progress` is first told of them; nil
  /// where only the limit ends a search. Asked on any thread.
  package var isOutOfTime: (@Sendable () -> Bool)?

  /// Nobody watches.
  package init() {}
}

extension WeightSet.Kind: CustomStringConvertible {
  /// As on the command line.
  package var description: String {
    switch self {
    case .simplex: "simplex"
    case .ordinal: "ordinal"
    case .box(let share): "box:\(Self.percentage(share))%"
    case .cone(let share): "cone:\(CSVText.shortest(share))"
    }
  }

  /// A share times 100 without the error of that product: the shortest text that gives the share back.
  package static func percentage(_ share: Double) -> String {
    let product = share * 100
    let texts = [product, product.nextDown, product.nextUp].filter { $0 / 100 == share }.map(CSVText.shortest)
    return texts.min { $0.utf8.count < $1.utf8.count } ?? CSVText.shortest(product)
  }
}
