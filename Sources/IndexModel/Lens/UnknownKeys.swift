import Diagnostics
import Tabular

extension Findings {
  /// Notes the keys of a table that are none of those known, each with the nearest.
  package mutating func append(
    unknownKeysOf members: [TOMLNode.Member], among known: [String], at place: [String],
    in document: TOMLDocument
  ) {
    for member in members where !known.contains(member.key) {
      append(
        document, .lenses.unknownKey, "unknown key \"\(member.key)\"", at: place + [member.key],
        remedy: NearestName.remedy(for: member.key, among: known))
    }
  }
}
