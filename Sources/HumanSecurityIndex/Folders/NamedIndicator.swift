import Diagnostics
import IndexModel

extension Catalogue {
  /// The indicator's place in the framework, by its identifier or its whole name, whatever the case of letters.
  package func place(ofIndicator name: String) throws(Failure) -> IndicatorIndex {
    let wanted = name.lowercased()
    let indicators = framework.indicators
    let found = zip(framework.indicatorIndices, indicators).first {
      $1.id.rawValue == wanted || $1.name.lowercased() == wanted
    }
    if let found { return found.0 }
    let (identifiers, names) = (indicators.map(\.id.rawValue), indicators.map(\.name))
    let near = NearestName.suggestions(for: name, among: identifiers + names)
    throw .one(
      .framework.unknownIndicator, "no indicator is called \"\(name)\"",
      remedy: NearestName.remedy(for: name, among: near.isEmpty ? identifiers : near), status: 2)
  }
}
