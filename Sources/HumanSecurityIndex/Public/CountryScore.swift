/// A country's score, rank and dimensions.
public struct CountryScore: Sendable {
  /// ISO 3166-1 alpha-3.
  public let code: String
  /// Its name in countries.csv.
  public let name: String
  /// 1 for the most secure; equal scores share a rank; nil for an unranked country.
  public let rank: Int?
  /// The ranks between which it lies in at least nine of ten of 2000 combinations of all judgements, weights within
  /// 25 % of their own among them; its own may lie outside. Nil for an unranked country, and for all where more
  /// than 1000 are ranked.
  public let rankInterval: ClosedRange<Int>?
  /// The band of ranks that it belongs to, 1 for the first: going down, a new one begins at the first country
  /// whose rank interval does not overlap that of the band's first. Nil where there is no interval.
  public let tier: Int?
  /// The ranks that it takes when each dimension in turn is left out, its own among them; nil for an
  /// unranked country.
  public let rankRangeLeavingOneOut: ClosedRange<Int>?
  /// Why it is unranked; nil for a ranked country.
  public let unrankedBecause: String?
  /// 0 for the least secure to 100 for the most where goalposts normalise; nil for an unranked country.
  public let score: Double?
  /// The share of weight whose indicators have a figure of the country's own, 0–1.
  public let coverage: Double
  /// The dimensions of weight, in the order of the catalogue.
  public let dimensions: [DimensionScore]
}

/// A country's score of one dimension.
public struct DimensionScore: Sendable {
  /// Its name in the catalogue, such as `food`.
  public let name: String
  /// On the scale of the index; nil where too few indicators have figures.
  public let score: Double?
  /// The share of the index's weight that it carries for the country, 0–1.
  public let weight: Double
  /// The points of the country's index score that it accounts for; those of all dimensions sum to it.
  public let points: Double
}

/// One indicator in a country's score, down to the figure behind it.
public struct IndicatorScore: Sendable {
  /// Its name in the catalogue, such as `homicide-rate`.
  public let identifier: String
  /// Its name for people.
  public let name: String
  /// The unit of `value`.
  public let unit: String
  /// The path of its dimension and components.
  public let dimension: String
  /// The value before normalisation, in `unit`; nil where there is none.
  public let value: Double?
  /// The normalised score; nil where there is none.
  public let score: Double?
  /// The share of the index's weight that it carries for the country, 0–1.
  public let weight: Double
  /// The points of the country's index score that it accounts for.
  public let points: Double
  /// `observed`, `carried`, `imputed`, `assumed` or `missing`.
  public let status: String
  /// The year of the figure; nil where the value rests on none of the country's own.
  public let year: Int?
  /// The file of the figure, a path under Data/; nil likewise.
  public let file: String?
  /// Its line in that file, from 1; nil likewise.
  public let line: Int?
}
