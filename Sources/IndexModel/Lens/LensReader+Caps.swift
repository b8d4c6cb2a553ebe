import Diagnostics
import Tabular

/// The table `[caps]`: beyond what a value of an indicator counts as no less or no more.
extension LensReader {
  private static let ends = ["least", "most"]

  mutating func caps(_ node: TOMLNode) {
    for member in table(node, ["caps"]) {
      let place = ["caps", member.key]
      guard let id = scoredIndicator(member.key, place) else { continue }
      let ends = table(member.value, place)
      for end in ends where !Self.ends.contains(end.key) { unknownKey(place + [end.key], among: Self.ends) }
      guard member.value.members != nil, ends.allSatisfy({ Self.ends.contains($0.key) }) else { continue }
      guard !ends.isEmpty else {
        wrong(
          .framework.goalposts, "caps need a number", place,
          "write { least = …, most = … }, or one of the two")
        continue
      }
      let numbers = ends.map { end in (end: end, number: end.value.number) }
      for (end, number) in numbers where !(number?.isFinite ?? false) {
        wrong(
          .lenses.wrongType, "a cap must be a finite number", place + [end.key], "write \(end.key) = 0, say")
      }
      guard numbers.allSatisfy({ $0.number?.isFinite ?? false }) else { continue }
      let least = numbers.first { $0.end.key == "least" }?.number ?? nil
      let most = numbers.first { $0.end.key == "most" }?.number ?? nil
      caps(id, least, most, place)
    }
  }

  private mutating func caps(_ id: IndicatorID, _ least: Double?, _ most: Double?, _ place: [String]) {
    let (low, high) = (least ?? -.infinity, most ?? .infinity)
    guard low < high else {
      return wrong(
        .framework.goalposts, "the caps of \"\(id)\" leave nothing between them", place,
        "least has to be less than most; which of the two is better, goalposts say")
    }
    guard let index = framework.indicator(id) else { return }
    let transform = framework.indicators[index].transform
    guard [least, most].allSatisfy({ $0.map(transform.accepts) ?? true }) else {
      return wrong(
        .framework.goalposts, "the transform \(transform) of \"\(id)\" needs \(transform.requirement)", place,
        "move the cap, or change the transform in indicators.csv")
    }
    lens.caps[id] = low...high
  }
}
