import Tabular

/// Where the checks of an audit draw their lines; a lens may move them in its table `[audit]`.
public struct AuditThresholds: Sendable, Equatable {
  /// The least share of countries an indicator should have figures for, and of weight a country, 0–1.
  public var coverage = 0.65
  /// Correlations of indicators within a dimension below this tell of a random companion.
  public var correlationLow = 0.3
  /// Correlations above this tell of an indicator that counts twice.
  public var correlationHigh = 0.92
  /// Cronbach's α of a dimension should be at least this.
  public var alpha = 0.7
  /// Scores of an indicator are lopsided where |skewness| is above this …
  public var skewness = 2.0
  /// … and kurtosis above this.
  public var kurtosis = 3.5
  /// How far a dimension's importance may be from its weight, as a share of the weight.
  public var importance = 0.5
  /// How many ranks a country's 90 per cent interval may span, as a share of the countries ranked.
  public var rankWidth = 0.1
  /// How far the mean rank may move when one node is left out, as a share of the countries ranked.
  public var omission = 0.05

  /// The thresholds of the Joint Research Centre's audits where these name one, else this project's.
  public init() {}

  /// Correlations below this tell of indicators that pull against each other: 0, or `correlationLow` where a
  /// lens sets that below 0.
  public var correlationOpposed: Double { min(0, correlationLow) }

  /// Whether scores of such a shape are lopsided.
  public func isLopsided(_ skewness: Double, _ kurtosis: Double) -> Bool {
    abs(skewness) > self.skewness && kurtosis > self.kurtosis
  }

  /// The keys of the table `[audit]` with the values they may have.
  public static let keys: [(name: String, range: ClosedRange<Double>)] = [
    ("coverage", 0...1), ("correlation_low", -1...1), ("correlation_high", -1...1),
    ("alpha", 0...1),
    ("skewness", 0...100), ("kurtosis", 0...1000), ("importance", 0...100), ("rank_width", 0...1),
    ("omission", 0...1),
  ]

  /// The threshold of a key of `keys`.
  public internal(set) subscript(_ name: String) -> Double {
    get { path(name).map { self[keyPath: $0] } ?? .nan }
    set { if let path = path(name) { self[keyPath: path] = newValue } }
  }

  private func path(_ name: String) -> WritableKeyPath<AuditThresholds, Double>? {
    switch name {
    case "coverage": \.coverage
    case "correlation_low": \.correlationLow
    case "correlation_high": \.correlationHigh
    case "alpha": \.alpha
    case "skewness": \.skewness
    case "kurtosis": \.kurtosis
    case "importance": \.importance
    case "rank_width": \.rankWidth
    case "omission": \.omission
    default: nil
    }
  }
}

extension LensReader {
  /// Reads the table `[audit]`.
  mutating func audit(_ node: TOMLNode) {
    for member in table(node, ["audit"]) {
      let place = ["audit", member.key]
      guard let key = AuditThresholds.keys.first(where: { $0.name == member.key }) else {
        unknownKey(place, among: AuditThresholds.keys.map(\.name))
        continue
      }
      number(member.value, place, key.range) { $0.audit[key.name] = $1 }
    }
  }
}
