/// A unit that can be scored.
public struct Country: Sendable, Equatable {
  /// ISO 3166-1 alpha-3.
  public let code: CountryCode
  /// ISO 3166-1 alpha-2; empty where unknown.
  public let alpha2: String
  /// The three digits of UN M49; empty where it has none.
  public let m49: String
  /// The name that people are shown.
  public let name: String
  /// Whether it is one of the members of the United Nations.
  public let isUNMember: Bool
  /// The UN M49 region.
  public let region: String
  /// The UN M49 sub-region.
  public let subregion: String
  /// The World Bank income group; empty where it is not classified.
  public let incomeGroup: String
  /// Other spellings and codes under which figures may name it.
  public let aliases: [String]

  /// A country of the country table.
  public init(
    code: CountryCode, alpha2: String = "", m49: String = "", name: String,
    isUNMember: Bool = true, region: String = "", subregion: String = "",
    incomeGroup: String = "", aliases: [String] = []
  ) {
    self.code = code
    self.alpha2 = alpha2
    self.m49 = m49
    self.name = name
    self.isUNMember = isUNMember
    self.region = region
    self.subregion = subregion
    self.incomeGroup = incomeGroup
    self.aliases = aliases
  }
}

/// A year of the common era, such as 2023.
public typealias Year = Int
