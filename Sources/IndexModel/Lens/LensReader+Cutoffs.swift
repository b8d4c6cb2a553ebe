import Diagnostics
import Tabular

/// The table `[cutoffs]`: on which side of a value an indicator is secure.
extension LensReader {
  private static let sides = ["secure_from", "deprived_from"]

  mutating func cutoffs(_ node: TOMLNode) {
    for member in table(node, ["cutoffs"]) {
      let place = ["cutoffs", member.key]
      guard let id = scoredIndicator(member.key, place) else { continue }
      let sides = table(member.value, place)
      for side in sides where !Self.sides.contains(side.key) {
        unknownKey(place + [side.key], among: Self.sides)
      }
      guard member.value.members != nil, sides.allSatisfy({ Self.sides.contains($0.key) }) else { continue }
      guard sides.count == 1, let side = sides.first else {
        wrong(
          .framework.goalposts, "a cut-off is one value, not \(sides.count)", place,
          "write { secure_from = … }, where the value itself is secure, or { deprived_from = … }, where it is not"
        )
        continue
      }
      guard let value = side.value.number, value.isFinite else {
        wrong(
          .lenses.wrongType, "a cut-off must be a finite number", place + [side.key],
          "write \(side.key) = 0, say, in the unit of the indicator")
        continue
      }
      lens.cutoffs[id] = Cutoff(value: value, isSecureAt: side.key == "secure_from")
    }
  }
}
