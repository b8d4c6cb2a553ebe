import Audit
import HumanSecurity
import Lens
import Scoring

/// Everything that a report says, as data: the renderers print it and compute nothing.
public struct Report: Sendable {
  /// The judgements behind the scores.
  public let lens: Lens
  /// The reference year.
  public let year: Year
  /// The names of the dimensions of weight above 0, in framework order, with their weights.
  public let dimensions: [DimensionLine]
  /// The indicators that take part, in framework order.
  public let indicators: [IndicatorLine]
  /// The ranked countries, the most secure first.
  public let ranked: [CountryPage]
  /// The countries that are not ranked, by code, each with its reason.
  public let withheld: [CountryPage]
  /// How many dimensions a country needs to be ranked.
  public let dimensionsRequired: Int

  /// Whether each country has weights of its own.
  public var hasOwnWeights: Bool { lens.weightScheme == .benefitOfTheDoubt }

  /// A dimension of the index.
  public struct DimensionLine: Sendable {
    /// Its name, such as `economic`.
    public let name: String
    /// Its share of the index's nominal weight, 0–1.
    public let weight: Double
  }

  /// An indicator of the index.
  public struct IndicatorLine: Sendable {
    /// What the catalogue says of it.
    public let definition: Indicator
    /// The place of its dimension in `dimensions`.
    public let dimension: Int
    /// Its share of the index's nominal weight, 0–1.
    public let effectiveWeight: Double
    /// The goalposts in force.
    public let goalposts: Goalposts
    /// How many ranked countries have a value.
    public let countriesCovered: Int
  }

  /// All about one country.
  public struct CountryPage: Sendable {
    /// The country.
    public let country: Country
    /// Its rank; nil when withheld.
    public let rank: Int?
    /// The ranks it takes when any one dimension is left out; nil when withheld.
    public let range: RankRange?
    /// Its index score; nil when withheld.
    public let score: Double?
    /// Why it is not ranked; nil when it is.
    public let withheldBecause: String?
    /// The share of effective weight that is observed or carried, 0–1.
    public let coverage: Double
    /// How firmly the score rests on figures of the country's own and of the year.
    public let reliability: Reliability
    /// Its dimensions, in the order of `Report.dimensions`.
    public let dimensions: [DimensionCell]
    /// Its indicators, in the order of `Report.indicators`.
    public let cells: [IndicatorCell]
  }

  /// A country's standing in one dimension.
  public struct DimensionCell: Sendable {
    /// The score; nil where not scored.
    public let score: Double?
    /// The points of the index score that it accounts for; nil where there are none.
    public let points: Double?
    /// Its rank among the ranked countries that have this dimension; nil where not ranked.
    public let rank: Int?
    /// The share of the index score that the country draws from it by its own best weights, 0–1; nil where all
    /// countries share weights, for one that is withheld and for a dimension that it lacks.
    public var ownShare: Double?
  }

  /// A country's value of one indicator, with its working.
  public struct IndicatorCell: Sendable {
    /// Observed, carried, or missing and why.
    public let cell: Cell
    /// The year of the figure; nil where missing.
    public let year: Year?
    /// The figure as it stands in the file; nil where missing.
    public let raw: Double?
    /// The value in the indicator's unit; nil where missing.
    public let value: Double?
    /// Its score between the goalposts, 0–100; nil where missing.
    public let score: Double?
    /// The weight that it carried within its dimension, 0–1.
    public let weight: Double
    /// The points of the dimension's score that it accounts for.
    public let points: Double
    /// Where the figure stands under Data/; nil where missing.
    public let provenance: Provenance?
    /// Where the figures stand that a rate was divided by the sum of; empty where there are none.
    public var denominators: [Provenance] = []
    /// Where the series stand that the figure was multiplied by; empty where there are none.
    public var factors: [Provenance] = []
    /// Where the land neighbours' figures stand that the value is made of; empty where there are none.
    public var neighbours: [Provenance] = []
  }
}
