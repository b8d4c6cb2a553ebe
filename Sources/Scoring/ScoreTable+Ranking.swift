import IndexModel

extension ScoreTable {
  private func hasEnoughDimensions(_ country: Int) -> Bool {
    let scored = dimensions.count { score($0, country) != nil }
    return scored >= max(1, dimensionsRequired)
  }

  /// Why a country is not to be ranked; nil where it is.
  func withheldReason(_ country: Int) -> String? {
    let imputed = imputedShare(country)
    if imputed > lens.imputedLimit + 1e-12 {
      let percent = Int((100 * imputed).rounded())
      return "\(percent) per cent of the weight is imputed, more than the lens allows"
    }
    if hasEnoughDimensions(country) { return nil }
    let missing = dimensions.filter { score($0, country) == nil }
    let names = missing.map { framework.nodes[$0].name }.joined(separator: ", ")
    return "only \(dimensions.count - missing.count) of \(dimensions.count) dimensions scored, "
      + "\(dimensionsRequired) required (missing: \(names))"
  }

  /// The place of every country, tied ones sharing theirs.
  func rankCountries() -> [Standing] {
    var standings = countries.indices.map { country -> Standing in
      withheldReason(country).map { .withheld($0) } ?? .ranked(0)
    }
    let ranked = countries.indices.filter { standings[$0] == .ranked(0) }
    let ranks = Ranking.competition(ranked.map { score(Framework.root, $0) ?? 0 })
    for (country, rank) in zip(ranked, ranks) { standings[country] = .ranked(rank) }
    return standings
  }
}
