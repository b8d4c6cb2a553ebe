import HumanSecurity

/// How firmly a country's score rests on figures of its own and of the time it speaks of.
///
/// All shares are of effective weight, 0–1; observed, carried, imputed, assumed and missing sum to 1.
public struct Reliability: Sendable, Equatable {
  /// The share that was observed in the reference year itself.
  public let observed: Double
  /// The share that was observed before and carried forward.
  public let carried: Double
  /// The age in years of what is carried forward, a mean by weight; nil where nothing is.
  public let meanAge: Double?
  /// The share that a rule of the lens put in.
  public let imputed: Double
  /// The share that is assumed, in answer to what would be if; 0 for what is.
  public let assumed: Double
  /// The share of which nothing is known.
  public let missing: Double

  /// Shares of weight, and the mean age of what is carried forward.
  public init(
    observed: Double, carried: Double, meanAge: Double?, imputed: Double, assumed: Double = 0,
    missing: Double
  ) {
    self.observed = observed
    self.carried = carried
    self.meanAge = meanAge
    self.imputed = imputed
    self.assumed = assumed
    self.missing = missing
  }
}

extension ScoreTable {
  /// How firmly the score of a country (by its place in `countries`) rests on figures.
  public func reliability(_ country: Int) -> Reliability {
    var (observed, carried, imputed, missing, ages) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var assumed = 0.0
    for (index, node) in framework.nodes.enumerated() {
      guard let indicator = node.indicator, let cell = columns[indicator]?.cells[country] else {
        continue
      }
      let weight = effectiveWeights[index]
      switch isUnderAssumption(index, country) ? .assumed : cell {
      case .observed: observed += weight
      case .carried(let age):
        carried += weight
        ages += weight * Double(age)
      case .imputed: imputed += weight
      case .assumed: assumed += weight
      case .absent: missing += weight
      }
    }
    let total = observed + carried + imputed + assumed + missing
    guard total > 0 else {
      return Reliability(observed: 0, carried: 0, meanAge: nil, imputed: 0, missing: 1)
    }
    return Reliability(
      observed: observed / total, carried: carried / total,
      meanAge: carried > 0 ? ages / carried : nil, imputed: imputed / total,
      assumed: assumed / total, missing: missing / total)
  }
}
