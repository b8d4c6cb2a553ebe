import Scoring
import Tabular

/// A part of an audit that can be asked for alone; but confidence rests on acceptability, and is nothing
/// without it.
public enum AuditPart: String, Sendable, CaseIterable, Hashable {
  case acceptability, confidence, pairs, stability, importance, redundancy, omissions, schools
  case ownBest, uncertainty, sensitivity, bounds

  /// Whether it draws weights of dimensions, and so cannot be had of those of indicators.
  public var isOfDimensions: Bool { self == .uncertainty || self == .sensitivity }

  /// Whether it needs a ranking that is linear in the weights.
  public var needsLinearity: Bool {
    switch self {
    case .pairs, .stability, .importance, .bounds: true
    default: false
    }
  }

  /// Whether it draws or moves weights that all countries share.
  public var isOverWeights: Bool {
    switch self {
    case .acceptability, .confidence, .pairs, .stability, .importance, .bounds: true
    case .redundancy, .omissions, .schools, .ownBest, .uncertainty, .sensitivity: false
    }
  }
}

/// What an audit is asked.
public struct AuditSettings: Sendable {
  /// What the weights are of.
  public var level = AuditLevel.dimension
  /// The weights that count as possible.
  public var kind = WeightSet.Kind.box(0.25)
  /// How many weights are drawn for what is sampled, at least 1.
  public var samples = 100_000
  /// How many points Sobol' indices rest on, times ten: a power of 2 of about a tenth of the samples.
  public var baseSamples: Int {
    var points = 64
    while points * 2 <= samples / 10 { points *= 2 }
    return points
  }
  /// Of the draws.
  public var seed: UInt64 = 1
  /// How many linear programs each end of each country's bounds may take.
  public var limit = 16000
  /// How many of the first ranks a stability interval keeps.
  public var top = 10

  /// The weights as headings have them: `weights box:25%`, `weights of indicators box:25%`.
  public var weightsInWords: String {
    (level == .dimension ? "weights " : "weights of indicators ") + kind.description
  }

  /// The usual questions.
  public init() {}
}

/// How far an audit is.
public struct AuditProgress: Sendable {
  /// What is being done.
  public let part: AuditPart
  /// How many pieces of it are done: countries, or draws of weights.
  public let done: Int
  /// Of how many.
  public let count: Int
  /// Whether these are the tables of scores that the part starts from, not the part itself.
  public var isPreparing = false
}

/// Who watches an audit, and when it has to end.
public struct AuditWatch {
  /// Told how far it is, between pieces of work.
  public var progress: (AuditProgress) -> Void = { _ in }
  /// Whether to stop with what is known; asked on any thread.
  public var isInterrupted: @Sendable () -> Bool = { false }
  /// Whether the time for rank bounds is up, which runs from when `progress` is first told of them; nil
  /// where only the limit ends a search. Asked on any thread.
  public var isOutOfTime: (@Sendable () -> Bool)?

  /// Nobody watches.
  public init() {}
}

extension WeightSet.Kind: CustomStringConvertible {
  /// As on the command line.
  public var description: String {
    switch self {
    case .simplex: "simplex"
    case .ordinal: "ordinal"
    case .box(let share): "box:\(Self.percentage(share))%"
    case .cone(let share): "cone:\(CSVText.shortest(share))"
    }
  }

  /// A share times 100 without the error of that product, such as 7 of 0.07: the shortest text of those
  /// that give the share back.
  public static func percentage(_ share: Double) -> String {
    let product = share * 100
    let texts = [product, product.nextDown, product.nextUp].filter { $0 / 100 == share }
      .map(CSVText.shortest)
    return texts.min { $0.utf8.count < $1.utf8.count } ?? CSVText.shortest(product)
  }
}
