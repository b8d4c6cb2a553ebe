/// Why a country's score or rank is another in one state of an index than in an earlier one.
package enum ChangeCause: String, Sendable, CaseIterable {
  /// Figures of the same year have another value.
  case revised
  /// Figures of another year have come in the place of those before.
  case newer
  /// Figures have come where there were none, or have gone.
  case coverage
  /// Figures are missing in both states, and what is estimated in their place is another.
  case estimates
  /// All figures at once, where a lens makes every score of every country's figures.
  case figures
  /// Values are held against other goalposts.
  case goalposts
  case weights
  /// The lens joins, normalises, carries or imputes otherwise, or the catalogue has other indicators, places or
  /// derivations.
  case method
  /// What moves others and not the country: they pass it or fall behind, and where a lens compares countries with each
  /// other its own scores move with theirs.
  case others
}
