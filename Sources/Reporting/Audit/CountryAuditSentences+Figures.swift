import Audit
import IndexModel
import Scoring
import Tabular

extension CountryAuditSentences {
  /// How surely it is first, what its own best weights make of it, and what its figures allow.
  var figures: [String] { confidence + benefitOfDoubt + data }

  private var confidence: [String] {
    guard let found = audit.confidence, let place = audit.place, let central = found.atCentralWeights(place)
    else { return [] }
    let nominal = found.atNominalWeights(place)
    func times(_ share: Double) -> String {
      SampledWords.times(share, of: found.samples, "readings", among: "them")
    }
    let ifRead =
      "If figures were read again with errors as large as their changes from year to year suggest, it would "
      + "be first"
    if isAlone { return [] }
    if !weightsCanVary { return [ifRead + " in \(times(nominal))."] }
    return [
      ifRead + " at the mean of the weights that put it first in \(times(central)), and at the stated ones "
        + "in \(times(nominal))."
    ]
  }

  private var benefitOfDoubt: [String] {
    guard let own = audit.benefitOfDoubt, !isAlone, audit.table.dimensions.count > 1 else { return [] }
    let table = audit.table
    let most = zip(table.dimensions, own.shares).compactMap { node, share in
      share.map { (node: node, share: $0) }
    }.max { $0.share < $1.share }
    let mostly = most.map {
      ", \(SampledWords.tenths($0.share)) of it from \(table.framework.nodes[$0.node].name)"
    }
    let score =
      "By the weights of dimensions that suit it best\(AuditNotes.within(table.lens.shareBounds)) it scores "
      + "\(NumberFormat.fixed(own.score, 1)) of 100\(mostly ?? "")"
    let lacking = zip(table.dimensions, own.shares).filter { $1 == nil }.map {
      table.framework.nodes[$0.0].name
    }
    let gap =
      lacking.isEmpty
      ? ""
      : " What it lacks, \(lacking.joined(separator: ", ")), takes no part in that and cannot hold it back."
    if own.score >= 100 {
      let caveat = AuditNotes.unlikeBounds(table).map { " " + $0 } ?? ""
      return ["\(score): under these weights no country is ahead of it. \(others)\(gap)\(caveat)"]
    }
    return [
      "\(score), number \(own.rank) when all are judged so: in every weighted arithmetic mean of the "
        + "dimensions somebody is ahead.\(gap)"
    ]
  }

  /// How many more reach 100.
  private var others: String {
    switch audit.efficient - 1 {
    case ...0: "No other country can say so of weights of its own."
    case 1: "One other country can say so of the weights that suit that one best."
    case let count: "\(count) other countries can say so, each of the weights that suit it best."
    }
  }

  private var data: [String] {
    guard let (own, all) = audit.data, own.cells > 0 else { return [] }
    var parts = ["\(own.observed) \(own.observed == 1 ? "has" : "have") a figure of \(audit.table.year)"]
    if own.carried > 0 {
      parts.append(
        "\(own.carried) an earlier one"
          + (own.oldestAge.map { ", \(CountWords.of($0, "year")) old at most" } ?? ""))
    }
    if own.imputed > 0 { parts.append("\(own.imputed) an imputed one") }
    if own.missing > 0 { parts.append("\(own.missing) none") }
    let reliability = ReliabilityText.verdict(audit.table.reliability(audit.country), audit.table.year)
    return [
      "Of its \(CountWords.of(own.cells, "indicator")) \(parts.joined(separator: ", ")). So "
        + "\(SampledWords.percent(own.filled)) of its indicators have a figure, "
        + "\(SampledWords.percent(all.filled)) over all countries; these bear "
        + "\(SampledWords.percent(table.coverage(audit.country))) of the weight, which is what hsi score and "
        + "the checks call its coverage. \(Heading.capitalised(reliability))."
    ]
  }
}
