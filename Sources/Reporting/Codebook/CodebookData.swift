import Analysis
import IndexModel
import Scoring
import Tabular

/// The codebook for programs.
struct CodebookData {
  let table: ScoreTable
  let entries: [CodebookEntry]

  /// One row an indicator, in full precision; two columns a dimension at the right.
  var csv: String {
    CSVText.table(
      entries, catalogue + figures + [("derivation", { .string(derivation($0)) })] + companions + dimensions)
  }

  var json: JSONText {
    .object([
      ("lens", .string(table.lens.name)), ("title", .string(table.lens.title)),
      ("year", .integer(table.year)), ("countries", .integer(table.countries.count)),
      ("ranked", .integer(table.rankedCount)),
      ("indicators", .list(entries) { JSONText.members($0, catalogue + figures) + others($0) }),
    ])
  }

  private func others(_ entry: CodebookEntry) -> [(String, JSONText)] {
    [("derivation", .string(derivation(entry)))] + JSONText.members(entry, companions) + [
      ("dimensions", entry.companions.map { .list($0.dimensions.indices, members($0, entry)) } ?? .array([]))
    ]
  }

  private func members(_ companions: ScoreCompanions, _ entry: CodebookEntry) -> (Int) -> [(String, JSONText)]
  {
    { place in
      let correlation = companions.dimensions[place]
      return [
        ("dimension", .string(entry.dimensionName(place))), ("own", .boolean(place == companions.own)),
        ("pearson", .optional(correlation.pearson)), ("spearman", .optional(correlation.spearman)),
        ("countries", .integer(correlation.countries)),
      ]
    }
  }

  private func derivation(_ entry: CodebookEntry) -> String {
    table.framework.derivationInWords(entry.definition)
  }

  private var catalogue: Fields<CodebookEntry> {
    [
      ("indicator", { .string($0.definition.id.rawValue) }), ("name", { .string($0.definition.name) }),
      ("dimension", { .string($0.definition.dimension?.description ?? "") }),
      ("unit", { .string($0.definition.unit) }), ("threat", { .string($0.definition.threat) }),
      ("worst", { .optional($0.profile.goalposts?.worst) }),
      ("best", { .optional($0.profile.goalposts?.best) }),
      ("transform", { .string($0.definition.transform.rawValue) }),
      ("reference", { .string($0.definition.reference) }), ("source", { .string($0.definition.source) }),
      ("producer", { .string($0.definition.producer) }), ("licence", { .string($0.definition.licence.text) }),
      ("open", { .boolean($0.definition.licence.isOpen) }), ("weight", { .number($0.profile.weight) }),
      ("effective_weight", { .number($0.profile.effectiveWeight) }),
    ]
  }

  private var figures: Fields<CodebookEntry> {
    [
      ("countries", { .integer($0.profile.values.count) }),
      ("population_share", { .optional($0.profile.populationShare) }),
      ("first_year", { .optional($0.profile.years?.lowerBound) }),
      ("last_year", { .optional($0.profile.years?.upperBound) }),
      ("median_age", { .optional($0.profile.medianAge) }),
      ("minimum", { .optional($0.profile.spread?.least.value) }),
      ("minimum_iso3", { code($0.profile.spread?.least) }),
      ("lower_quartile", { .optional($0.profile.spread?.lowerQuartile) }),
      ("median", { .optional($0.profile.spread?.median) }),
      ("upper_quartile", { .optional($0.profile.spread?.upperQuartile) }),
      ("maximum", { .optional($0.profile.spread?.greatest.value) }),
      ("maximum_iso3", { code($0.profile.spread?.greatest) }),
      ("mean", { .optional($0.profile.spread?.mean) }),
      ("skewness", { .optional($0.profile.spread?.skewness) }),
      ("at_worst", { .optional($0.profile.ends?.worstShare) }),
      ("at_best", { .optional($0.profile.ends?.bestShare) }),
    ]
  }

  /// The first country by code that has an extreme.
  private func code(_ extreme: ValueSpread.Extreme?) -> JSONText {
    .optional(extreme?.countries.first.map { table.country($0).code.description })
  }

  private var companions: Fields<CodebookEntry> {
    [
      ("pearson_index", { .optional($0.companions?.index.pearson) }),
      ("spearman_index", { .optional($0.companions?.index.spearman) }),
      (
        "nearest_indicator",
        { .optional($0.companions?.nearest.map { table.framework.indicators[$0.indicator].id.rawValue }) }
      ), ("nearest_pearson", { .optional($0.companions?.nearest?.correlation.pearson) }),
      ("nearest_spearman", { .optional($0.companions?.nearest?.correlation.spearman) }),
      ("elsewhere", { entry in .optional(entry.elsewhere.map { entry.dimensionName($0) }) }),
    ]
  }

  private var dimensions: Fields<CodebookEntry> {
    let places = table.dimensions.indices
    let names = table.dimensions.map { table.framework.nodes[$0].name }
    let pearson: Fields<CodebookEntry> = places.map { place in
      ("pearson_\(names[place])", { .optional($0.companions?.dimensions[place].pearson) })
    }
    return pearson
      + places.map { place in
        ("spearman_\(names[place])", { .optional($0.companions?.dimensions[place].spearman) })
      }
  }
}
