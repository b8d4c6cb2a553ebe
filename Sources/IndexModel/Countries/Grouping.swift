/// By what countries are put together.
package enum Grouping: String, Sendable, CaseIterable {
  /// All in one group.
  case world
  /// UN M49 regions.
  case region
  /// UN M49 sub-regions.
  case subregion
  /// World Bank income groups.
  case income
  /// The groups above the units of an index that is not of countries.
  case parent

  /// The group that a country belongs to; empty where the country table does not say.
  package func group(of country: Country) -> String {
    switch self {
    case .world: "World"
    case .region: country.region
    case .subregion: country.subregion
    case .income: country.incomeGroup
    case .parent: country.parent
    }
  }
}
