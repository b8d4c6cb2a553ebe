/// What is scored: a country, or in an index of other units one of these.
package struct Country: Sendable, Equatable {
  /// ISO 3166-1 alpha-3, or the id of a unit.
  package let code: CountryCode
  /// ISO 3166-1 alpha-2; empty where unknown.
  package let alpha2: String
  /// The three digits of UN M49; empty where it has none.
  package let m49: String
  package let name: String
  /// Whether it is one of the members of the United Nations.
  package let isUNMember: Bool
  /// Whether it is a non-member state that observes at the United Nations.
  package let isUNObserver: Bool
  /// The UN M49 region.
  package let region: String
  /// The UN M49 sub-region.
  package let subregion: String
  /// The World Bank income group; empty where it is not classified.
  package let incomeGroup: String
  /// Other spellings and codes under which figures may name it.
  package let aliases: [String]
  /// The name of the group above it, such as a district's state; empty for countries and where none is said.
  package let parent: String
  /// What it counts within groups: its people, or its survey weight; nil where the table of units does not say.
  package let weight: Double?

  package init(
    code: CountryCode, alpha2: String = "", m49: String = "", name: String, isUNMember: Bool = true,
    isUNObserver: Bool = false, region: String = "", subregion: String = "", incomeGroup: String = "",
    aliases: [String] = [], parent: String = "", weight: Double? = nil
  ) {
    (self.code, self.alpha2, self.m49, self.name, self.aliases) = (code, alpha2, m49, name, aliases)
    (self.region, self.subregion, self.incomeGroup) = (region, subregion, incomeGroup)
    (self.isUNMember, self.isUNObserver) = (isUNMember, isUNObserver)
    (self.parent, self.weight) = (parent, weight)
  }

  /// Whether it belongs to the region, sub-region, income group or parent of a name, in any case.
  package func isOf(_ group: String) -> Bool {
    let group = group.lowercased()
    return !group.isEmpty && [region, subregion, incomeGroup, parent].contains { $0.lowercased() == group }
  }
}

/// A year of the common era, such as 2023.
package typealias Year = Int

/// The years that a figure may be of.
package let figureYears: ClosedRange<Year> = 1500...2200
