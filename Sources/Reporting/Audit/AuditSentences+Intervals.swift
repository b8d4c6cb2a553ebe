import Audit
import IndexModel
import Tabular

extension AuditSentences {
  /// How wide rank intervals are, what makes them so, and who lies outside its own.
  func intervals(_ intervals: RankIntervals?, _ drivers: IntervalDrivers?) -> [String] {
    guard let intervals, let drivers else { return [] }
    let width = drivers.all
    let start = "Over \(drivers.draws) combinations of all judgements, nine in ten "
    if width.greatest == 0 { return [start + "give each country one rank."] }
    let mean = "mean \(NumberFormat.fixed(width.mean, 1)), greatest \(width.greatest)"
    let who =
      width.median == width.greatest
      ? "leave each country a rank interval no wider than \(CountWords.of(width.greatest, "rank")) from end to end"
      : "leave half of the countries a rank interval no wider than \(CountWords.of(width.median, "rank")) from end to "
        + "end (\(mean))"
    let parts = [narrowing(drivers), widening(drivers), Self.outside(intervals, name)].filter { !$0.isEmpty }
    return [([start + who + "."] + parts).joined(separator: " ")]
  }

  /// The judgement that narrows intervals most where it is settled.
  func narrowing(_ drivers: IntervalDrivers) -> String {
    let least = drivers.settled.map(\.width.mean).min() ?? .infinity
    let most = drivers.settled.filter { $0.width.mean == least }
    guard least < drivers.all.mean else {
      return "No judgement, settled as the lens has it, would narrow them."
    }
    let names = CountWords.list(most.map(\.judgement.inWords))
    return "What widens them most is \(names): settled as the lens has it, the mean would be "
      + "\(NumberFormat.fixed(least, 1))."
  }

  /// The dimension without which intervals are widest; empty where there is only one.
  func widening(_ drivers: IntervalDrivers) -> String {
    guard let greatest = drivers.without.map(\.width.mean).max() else { return "" }
    guard greatest > drivers.all.mean else { return "Without any one dimension they would be no wider." }
    let most = drivers.without.filter { $0.width.mean == greatest }
    return "They would widen most without \(CountWords.list(most.map { node($0.dimension) })): to "
      + "a mean of \(NumberFormat.fixed(greatest, 1))."
  }

  /// So many countries are named in the sentence; the table rank-intervals says of each which judgement moves it.
  private static let mostNamed = 8

  /// Who lies outside its own interval.
  static func outside(_ intervals: RankIntervals, _ name: (RowIndex) -> String) -> String {
    let outlying = OutlyingRank.all(intervals)
    if outlying.isEmpty { return "Every rank lies within its own interval." }
    let names = Prose.first(
      mostNamed, of: outlying.map { "\(name($0.country)) (\($0.rank), \($0.interval.text))" }, more: "")
    return
      "\(CountWords.of(outlying.count, "country lies", "countries lie")) outside \(outlying.count == 1 ? "its" : "their") "
      + "own: \(names)."
  }
}
