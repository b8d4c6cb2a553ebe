// Reporting: values → pages; computes no figure.

import Analysis
import Audit
import IndexModel
import Scoring

/// Everything that a report says, as data: the renderers print it and compute nothing.
package struct Report: Sendable {
  package let lens: Lens
  package let year: Year
  /// The names of the dimensions of weight above 0, in framework order, with their weights.
  package let dimensions: [DimensionLine]
  /// The indicators that take part, in framework order.
  package let indicators: [IndicatorLine]
  /// The ranked countries, the most secure first.
  package let ranked: [CountryPage]
  /// The countries that are not ranked, by code, each with its reason.
  package let withheld: [CountryPage]
  /// How many are ranked, and how many the lens considers, whether or not they stand here.
  package let rankedCount: Int
  package let scopeCount: Int
  package let dimensionsRequired: Int
  /// How many draws rank intervals rest on; nil where there are none.
  package let intervalDraws: Int?

  /// The name of the index, the year and the lens: what the report is called.
  package var name: String {
    lens.index.name.isEmpty
      ? "\(lens.displayTitle) \(year)" : "\(lens.index.name) \(year): \(lens.displayTitle)"
  }

  /// So many stand in the pages of a report. Of more these have the first, without a page for each, without other years
  /// and lenses and without script: tables hold all of them.
  package static let mostPages = 1000

  /// Whether these are the first alone of more.
  package var isPart: Bool { ranked.count + withheld.count < scopeCount }

  /// Which they are, in a sentence.
  package var partNote: String {
    "These are the first \(ranked.count + withheld.count) of \(scopeCount) \(lens.index.units): of more than \(Self.mostPages) a "
      + "report has no page for each, and its pages name no others. All of them stand in scores.csv and, with every figure, in "
      + "indicators.csv."
  }

  package var hasOwnWeights: Bool { lens.weightScheme == .benefitOfTheDoubt }

  package struct DimensionLine: Sendable {
    /// Its name, such as `economic`.
    package let name: String
    /// Its share of the index's nominal weight, 0–1.
    package let weight: Double
  }

  package struct IndicatorLine: Sendable {
    package let definition: Indicator
    /// The place of its dimension in `dimensions`.
    package let dimension: Int
    /// Its share of the index's nominal weight, 0–1.
    package let effectiveWeight: Double
    package let goalposts: Goalposts
    /// How many ranked countries have a value.
    package let countriesCovered: Int

    /// The file that its figures stand in, under Data/: the first, where there are several.
    package var file: String { definition.files.first?.path ?? "" }
  }

  /// All about one country.
  package struct CountryPage: Sendable {
    package let country: Country
    /// Its rank; nil when withheld.
    package let rank: Int?
    /// The ranks between which it lies in nine of ten combinations of all judgements; nil when withheld, and where
    /// none was computed.
    package let interval: RankIntervals.Interval?
    /// Why its rank lies outside its interval; nil where it does not.
    package let outlying: OutlyingRank?
    /// The ranks it takes when any one dimension is left out; nil when withheld.
    package let range: RankRange?
    /// Its index score; nil when withheld.
    package let score: Double?
    /// Why it is not ranked; nil when it is.
    package let withheldBecause: String?
    /// The share of effective weight that is observed or carried, 0–1.
    package let coverage: Double
    /// How firmly the score rests on figures of the country's own and of the year.
    package let reliability: Reliability
    /// Its dimensions, in the order of `Report.dimensions`.
    package let dimensions: [DimensionCell]
    /// Its indicators, in the order of `Report.indicators`.
    package let cells: [IndicatorCell]
  }

  /// A country's standing in one dimension.
  package struct DimensionCell: Sendable {
    /// The score; nil where not scored.
    package let score: Double?
    /// The points of the index score that it accounts for; nil where there are none.
    package let points: Double?
    /// Its rank among the ranked countries that have this dimension; nil where not ranked.
    package let rank: Int?
    /// The share of the index score that the country draws from it by its own best weights, 0–1; nil where all
    /// countries share weights, for one that is withheld and for a dimension that it lacks.
    package var ownShare: Double?
  }

  /// A country's value of one indicator, with its working.
  package struct IndicatorCell: Sendable {
    /// Observed, carried, or missing and why.
    package let cell: Cell
    /// The year of the figure; nil where missing.
    package let year: Year?
    /// The figure as it stands in the file; nil where missing.
    package let raw: Double?
    /// The value in the indicator's unit; nil where missing.
    package let value: Double?
    /// Its score between the goalposts, 0–100; nil where missing.
    package let score: Double?
    /// The weight that it carried within its dimension, 0–1.
    package let weight: Double
    /// The points of the dimension's score that it accounts for.
    package let points: Double
    /// Where the figures stand under Data/ that the value is made of: one, those of a mean, or the two of a
    /// change; empty where missing.
    package let places: [Provenance]
    /// Where the figures stand that these were divided by the sums of; empty where there are none.
    package var denominators: [Provenance] = []
    /// Where the people stand by whom a rate with a prior is weighted; empty where there is none.
    package var people: [Provenance] = []
    /// Where the figures stand that these were multiplied by; empty where there are none.
    package var factors: [Provenance] = []
    /// Where the land neighbours' figures stand that the value is made of; empty where there are none.
    package var neighbours: [Provenance] = []
  }
}
