import Tabular

/// Where the checks of an audit draw their lines; a lens may move them in its table `[audit]`.
package struct AuditThresholds: Sendable, Equatable {
  /// The least share of countries an indicator should have figures for, and of weight a country, 0–1.
  package var coverage = 0.65
  /// Correlations of indicators within a dimension below this tell of a random companion.
  package var correlationLow = 0.3
  /// Correlations above this tell of an indicator that counts twice.
  package var correlationHigh = 0.92
  /// Cronbach's α of a dimension should be at least this.
  package var alpha = 0.7
  /// Scores of an indicator are lopsided where |skewness| is above this …
  package var skewness = 2.0
  /// … and kurtosis above this.
  package var kurtosis = 3.5
  /// How far a dimension's importance may be from its weight, as a share of the weight.
  package var importance = 0.5
  /// How many ranks a country's 90 per cent interval may span, as a share of the countries ranked.
  package var rankWidth = 0.1
  /// How far the mean rank may move when one node is left out, as a share of the countries ranked.
  package var omission = 0.05

  /// The thresholds of the Joint Research Centre's audits where these name one, else this project's.
  package init() {}

  /// Correlations below this tell of opposed indicators: 0, or `correlationLow` where that is less.
  package var correlationOpposed: Double { min(0, correlationLow) }

  package func isLopsided(_ skewness: Double, _ kurtosis: Double) -> Bool {
    abs(skewness) > self.skewness && kurtosis > self.kurtosis
  }

  /// The keys of the table `[audit]` with the values they may have.
  package static let keys: [(name: String, range: ClosedRange<Double>, path: Path)] = [
    ("coverage", 0...1, \.coverage), ("correlation_low", -1...1, \.correlationLow),
    ("correlation_high", -1...1, \.correlationHigh), ("alpha", 0...1, \.alpha),
    ("skewness", 0...100, \.skewness), ("kurtosis", 0...1000, \.kurtosis),
    ("importance", 0...100, \.importance), ("rank_width", 0...1, \.rankWidth),
    ("omission", 0...1, \.omission),
  ]

  package subscript(_ name: String) -> Double {
    Self.keys.first { $0.name == name }.map { self[keyPath: $0.path] } ?? .nan
  }

  package typealias Path = WritableKeyPath<AuditThresholds, Double> & Sendable
}

extension LensReader {
  mutating func audit(_ node: TOMLNode) {
    for member in table(node, ["audit"]) {
      let place = ["audit", member.key]
      guard let key = AuditThresholds.keys.first(where: { $0.name == member.key }) else {
        unknownKey(place, among: AuditThresholds.keys.map(\.name))
        continue
      }
      number(member.value, place, key.range) { $0.audit[keyPath: key.path] = $1 }
    }
  }
}
