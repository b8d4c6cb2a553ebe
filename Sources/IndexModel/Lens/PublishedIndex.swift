/// How an index is published: its name, what its units are called, and its looks. No score depends on it.
package struct PublishedIndex: Sendable, Equatable {
  /// What it is called, such as "Human security index"; empty where the title of the lens says it.
  package var name = ""
  /// What is ranked, one and several.
  package var unit = "country"
  package var units = "countries"
  /// What the first and the last are, such as "most secure" and "least secure"; empty where a high score is all that is
  /// to be said.
  package var most = ""
  package var least = ""
  /// The scores at which a new step of colour begins, rising. Fixed, not quantiles: a colour means the same in every
  /// year and under every lens.
  package var bands: [Double] = [40, 50, 60, 70, 80, 90]
  /// A colour a step, as `#rrggbb`, one more than there are bands; empty for those of the page.
  package var colours: [String] = []
  package var publisher = ""
  /// A picture at the head of the page, as a data URI; empty for none.
  package var logo = ""
  /// How it asks to be cited; empty for a citation made of publisher, name, lens and year.
  package var citation = ""

  package static let keys = [
    "name", "unit", "units", "most", "least", "bands", "colours", "publisher", "logo", "citation",
  ]
  /// The page has so many colours, but one.
  package static let mostBands = 6

  package init() {}

  /// Whether its units are countries, which alone have regions of the world and names in other languages.
  package var isOfCountries: Bool { unit == "country" && units == "countries" }

  /// The step of a score, 0 for the lowest.
  package func step(of score: Double) -> Int { bands.count { score >= $0 } }

  /// The colour of a step among the seven of the page, spread over all of them where there are fewer steps.
  package func shade(of step: Int) -> Int {
    bands.isEmpty ? Self.mostBands : (step * Self.mostBands + bands.count / 2) / bands.count
  }
}
