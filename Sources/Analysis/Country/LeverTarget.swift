import IndexModel
import Scoring

/// To what a lever raises an indicator.
package enum LeverTarget: String, Sendable, CaseIterable {
  /// The median of the peers.
  case median
  /// From where the best quarter of the peers begins.
  case bestQuarter = "best-quarter"
  /// The goalpost of 100 points, whatever the peers have.
  case goalpost

  /// The share of peers, 0–1, that are at most there; nil for a goalpost.
  var share: Double? {
    switch self {
    case .median: 0.5
    case .bestQuarter: 0.75
    case .goalpost: nil
    }
  }
}

extension ScoreTable {
  /// The value of an indicator, in its unit, that a lever raises it to.
  ///
  /// Under goalposts it is the value of the peers' quantile of scores; elsewhere, where a score depends on all countries,
  /// that of their quantile of values, transformed as the indicator is.
  /// - Returns: nil where no peer has a figure.
  func value(of target: LeverTarget, _ leaf: NodeIndex, among peers: [RowIndex]) -> Double? {
    guard let column = column(of: leaf) else { return nil }
    let posts = column.goalposts
    if let cutoff = cutoff(column) { return value(of: target, beyond: cutoff, column, leaf, among: peers) }
    guard let share = target.share else { return posts.best }
    let transform = framework.indicators[column.indicator].transform
    guard lens.normalisation == .goalposts else {
      let sign = posts.moreIsSafer ? 1.0 : -1
      let values = peers.filter { column.cells[$0].isMeasured }.compactMap { transform(column.values[$0]) }
      return Quantile.of(values.map { sign * $0 }.sorted(), share).map { transform.inverse(sign * $0) }
    }
    return quantile(share, of: leaf, among: peers).flatMap { value(ofScore: $0, leaf) }
  }

  /// The cut-off itself where it is secure, else a value of the peers beyond it. Where their quantile is deprived, so is the
  /// target, and nobody falls short of it.
  private func value(
    of target: LeverTarget, beyond cutoff: Cutoff, _ column: IndicatorColumn, _ leaf: NodeIndex,
    among peers: [RowIndex]
  ) -> Double? {
    let posts = column.goalposts
    if target.share == nil { return cutoff.isSecureAt ? cutoff.value : posts.best }
    guard let share = target.share, let score = quantile(share, of: leaf, among: peers) else { return nil }
    if score < 100 { return posts.worst }
    if cutoff.isSecureAt { return cutoff.value }
    let secure = peers.filter { column.cells[$0].isMeasured && column.scores[$0] == 100 }.map {
      column.values[$0]
    }
    return posts.moreIsSafer ? secure.min() : secure.max()
  }

  private func cutoff(_ column: IndicatorColumn) -> Cutoff? {
    lens.cutoffs[framework.indicators[column.indicator].id]
  }

  /// The value that scores so many points between goalposts: 100·(t(x) − t(worst))/(t(best) − t(worst)), the other way
  /// round; never beyond a goalpost.
  private func value(ofScore score: Double, _ leaf: NodeIndex) -> Double? {
    guard let column = column(of: leaf) else { return nil }
    let (posts, transform) = (column.goalposts, framework.indicators[column.indicator].transform)
    guard let worst = transform(posts.worst), let best = transform(posts.best) else { return nil }
    if score >= 100 { return posts.best }
    if score <= 0 { return posts.worst }
    return transform.inverse(worst + score / 100 * (best - worst))
  }

  /// What a value of an indicator scores between its goalposts, as `Normaliser` has it:
  /// 100·clamp((t(x) − t(worst))/(t(best) − t(worst)), 0, 1), x within the caps of the lens; or 100 and 0 by a cut-off. NaN
  /// where the transform takes no such value.
  func goalpostScore(_ value: Double, of leaf: NodeIndex) -> Double {
    guard let column = column(of: leaf) else { return .nan }
    let indicator = framework.indicators[column.indicator]
    if let cutoff = cutoff(column) {
      return cutoff.score(lens.capped(value, of: indicator.id), moreIsSafer: column.goalposts.moreIsSafer)
    }
    let transform = indicator.transform
    guard let own = transform(lens.capped(value, of: indicator.id)),
      let worst = transform(column.goalposts.worst), let best = transform(column.goalposts.best)
    else { return .nan }
    return 100 * min(max((own - worst) / (best - worst), 0), 1)
  }

  /// Whether a value of an indicator is less secure than a target: under goalposts by its score, so that what lies beyond
  /// a goalpost is as the goalpost.
  func isShort(_ value: Double, of target: Double, _ leaf: NodeIndex) -> Bool {
    if lens.normalisation == .goalposts || column(of: leaf).flatMap(cutoff) != nil {
      return goalpostScore(target, of: leaf) - goalpostScore(value, of: leaf) > Levers.nothing
    }
    return column(of: leaf)?.goalposts.moreIsSafer ?? true ? value < target : value > target
  }
}
