import IndexModel

/// What publishers put where a country would stand, and is none of the countries of the table.
package struct Area: Sendable, Equatable {
  /// Why its rows are no figures of a country.
  package enum Kind: String, Sendable, CaseIterable {
    /// Several countries together: World.
    case aggregate
    /// A state that is no more and is never mapped onto a successor: USSR.
    case ended
    /// A part of a country: Scotland.
    case part
    /// A name that could be either of two countries, and is read as neither: Korea.
    case ambiguous
    case elsewhere

    /// The kinds that areas.csv may name.
    static let listed: [Kind] = [.aggregate, .ended, .part, .ambiguous]
  }

  package let name: String
  package let kind: Kind
  /// More about it; of an ambiguous name, what it could be.
  package var note = ""
  var aliases: [String] = []
  /// The countries that a state that is no more went on as: no other can stand beside it; empty where that is not said.
  package var successors: [CountryCode] = []
}
