import Analysis
import IndexModel
import Scoring

/// One thing looked at, with the line that was drawn and on which side of it the figure fell.
///
/// The lines are `AuditThresholds`: those of the Joint Research Centre's audits for correlations, α, shapes and
/// coverage (Saisana and others; OECD and JRC Handbook, 2008), else this project's own.
package struct AuditCheck: Sendable, Equatable {
  package enum Verdict: String, Sendable, CaseIterable, Comparable {
    case pass, note, warn

    /// From pass to warn.
    package static func < (one: Verdict, other: Verdict) -> Bool {
      (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
  }

  package enum Kind: String, Sendable, CaseIterable {
    case indicatorCoverage = "indicator-coverage"
    case countryCoverage = "country-coverage"
    case imputedShare = "imputed-share"
    case skewedScores = "skewed-scores"
    case opposedPair = "opposed-pair"
    case randomPair = "random-pair"
    case redundantPair = "redundant-pair"
    case internalConsistency = "internal-consistency"
    case importance
    case targetImportance = "attainable-importance"
    case rankWidth = "rank-width"
    case exactBounds = "exact-bounds"
    case omission

    /// Whether it speaks of weights moved within the audited set.
    package var isOverWeights: Bool { self == .exactBounds }

    /// The step of the ten of the Handbook that it belongs to, from 1.
    package var step: Int {
      switch self {
      case .indicatorCoverage, .countryCoverage: 2
      case .imputedShare: 3
      case .opposedPair, .randomPair, .redundantPair, .internalConsistency: 4
      case .skewedScores: 5
      case .importance, .targetImportance: 6
      case .rankWidth, .exactBounds: 7
      case .omission: 8
      }
    }
  }

  package let kind: Kind
  /// Of what: an indicator, a pair `a+b`, a dimension, a country's code, or `index`.
  package let subject: String
  package let figure: Double
  package let threshold: Double
  package let verdict: Verdict

  init(_ kind: Kind, _ subject: String, _ figure: Double, _ threshold: Double, _ verdict: Verdict) {
    (self.kind, self.subject, self.figure) = (kind, subject, figure)
    (self.threshold, self.verdict) = (threshold, verdict)
  }

  /// Steps 2, 3 and 5: what the data allow.
  package static func data(_ table: ScoreTable) -> [AuditCheck] {
    let (lines, ranked) = (table.lens.audit, table.ranked)
    func name(_ column: IndicatorColumn) -> String {
      table.framework.indicators[column.indicator].id.rawValue
    }
    func covered(_ kind: Kind, _ subject: String, _ share: Double) -> AuditCheck {
      AuditCheck(kind, subject, share, lines.coverage, share >= lines.coverage ? .pass : .warn)
    }
    let coverage =
      table.columnsInOrder.map { column in
        let known = ranked.count { column.cells[$0].isMeasured }
        return covered(.indicatorCoverage, name(column), Double(known) / Double(max(ranked.count, 1)))
      } + ranked.map { covered(.countryCoverage, table.country($0).code.description, table.coverage($0)) }
    if ranked.isEmpty { return coverage }
    let imputed = ranked.map { table.imputedShare($0) }.reduce(0, +) / Double(ranked.count)
    let shapes = table.columnsInOrder.compactMap { column in
      column.shape.map { shape in
        AuditCheck(
          .skewedScores, name(column), shape.skewness, lines.skewness,
          lines.isLopsided(shape.skewness, shape.kurtosis) ? .warn : .pass)
      }
    }
    return coverage + [AuditCheck(.imputedShare, "index", imputed, 0, imputed == 0 ? .pass : .note)] + shapes
  }

  /// Step 4: what goes together within each dimension.
  package static func structure(_ table: ScoreTable, _ dimensions: [Redundancy]) -> [AuditCheck] {
    let lines = table.lens.audit
    let nodes = table.framework.nodes
    return dimensions.flatMap { dimension in
      var checks = dimension.pairs.compactMap { pair -> AuditCheck? in
        guard let r = pair.pearson else { return nil }
        let subject = "\(nodes[pair.first].name)+\(nodes[pair.second].name)"
        let opposed = lines.correlationOpposed
        if r < opposed { return AuditCheck(.opposedPair, subject, r, opposed, .warn) }
        if r > lines.correlationHigh {
          return AuditCheck(.redundantPair, subject, r, lines.correlationHigh, .note)
        }
        let verdict = r < lines.correlationLow ? Verdict.note : .pass
        return AuditCheck(.randomPair, subject, r, lines.correlationLow, verdict)
      }
      if let alpha = dimension.alpha {
        let verdict = alpha >= lines.alpha ? Verdict.pass : alpha >= 0 ? .note : .warn
        checks.append(
          AuditCheck(.internalConsistency, nodes[dimension.node].name, alpha, lines.alpha, verdict))
      }
      return checks
    }
  }

  /// Step 6: whether weights are the importance that they claim.
  package static func balance(
    _ table: ScoreTable, _ scores: LinearScores, _ importance: [Importance],
    _ targetImportance: TargetImportance
  ) -> [AuditCheck] {
    if importance.isEmpty { return [] }
    let line = table.lens.audit.importance
    let checks = importance.map { own in
      let distance = abs(own.covarianceShare - own.weight) / own.weight
      let verdict: Verdict = own.covarianceShare < 0 ? .warn : distance <= line ? .pass : .note
      return AuditCheck(
        .importance, table.framework.nodes[scores.nodes[own.node]].name, distance, line, verdict)
    }
    // Nearly always some weights give the stated importance; what matters is how far away they are.
    let distance = zip(targetImportance.weights, scores.weights).map { abs($0 - $1) / $1 }.max() ?? 0
    let verdict: Verdict = distance <= line ? .pass : .note
    return checks + [AuditCheck(.targetImportance, "index", distance, line, verdict)]
  }

  /// Step 7: how wide the rank intervals are that stand beside ranks, over all judgements.
  package static func widths(_ table: ScoreTable, _ intervals: RankIntervals) -> [AuditCheck] {
    let count = Double(max(intervals.countries.count, 1))
    let line = table.lens.audit.rankWidth
    return zip(intervals.countries, intervals.intervals).map { country, own in
      let width = Double(own.high - own.low) / count
      let verdict: Verdict = width <= line ? .pass : width <= 2 * line ? .note : .warn
      return AuditCheck(.rankWidth, table.country(country).code.description, width, line, verdict)
    }
  }

  /// Step 7: of how many countries it is proven how far weights move them.
  package static func exactness(_ bounds: [RankBounds]) -> [AuditCheck] {
    if bounds.isEmpty { return [] }
    let share = Double(bounds.count { $0.isExact }) / Double(bounds.count)
    return [AuditCheck(.exactBounds, "index", share, 1, share == 1 ? .pass : .note)]
  }

  /// Step 8: what each node does.
  package static func omissions(_ table: ScoreTable, _ omissions: [NodeOmission]) -> [AuditCheck] {
    let line = table.lens.audit.omission
    return omissions.filter { $0.countries > 0 }.map { omission in
      let shift = omission.meanShare
      let verdict: Verdict = shift <= line ? .pass : shift <= 2 * line ? .note : .warn
      return AuditCheck(.omission, table.framework.nodes[omission.node].name, shift, line, verdict)
    }
  }
}
