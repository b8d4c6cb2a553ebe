// Audit: varies weights and judgements and ranks again. Has no formula of scoring; lays out no page.

import Analysis
import Scoring
import Tabular

/// Does the analyses of an audit, one after the other; the same findings for a command and a report.
package struct AuditRun {
  var findings: AuditFindings
  let lenses: [ScoreTable]
  let watch: AuditWatch
  /// The rank intervals, where they are known already.
  let intervals: RankIntervals?
  private var space = Space.unscored
  /// Whether the analysis under way was cut short, beyond what its draws show.
  var isCut = false
  var settings: AuditSettings { findings.settings }
  var table: ScoreTable { findings.table }

  /// - Parameters:
  ///   - table: the audited index.
  ///   - lenses: the same figures under every lens that it is compared with, its own among them.
  ///   - leftOut: the names of lenses that could not be compared.
  ///   - intervals: the rank intervals of the audited index, where they are known already.
  package init(
    _ table: ScoreTable, lenses: [ScoreTable] = [], leftOut: [String] = [],
    _ settings: AuditSettings = AuditSettings(), watch: AuditWatch = AuditWatch(),
    intervals: RankIntervals? = nil
  ) {
    findings = AuditFindings(
      table: table, settings: settings, scores: LinearScores(table, level: settings.level),
      set: WeightSet(settings.kind, nominal: table.auditedWeights(settings.level)))
    if findings.scores == nil {
      findings.tree = TreeScores(table, level: settings.level)
      findings.linearLenses = lenses.filter {
        $0.lens.name != table.lens.name && $0.nonLinearity(settings.level) == nil
          && $0.auditedNodes(settings.level).count > 1
      }.map(\.lens.name)
    }
    findings.leftOut = leftOut
    self.lenses = lenses
    self.watch = watch
    self.intervals = intervals
    // Rank intervals rest on the combinations of this very set.
    if let intervals, settings.kind == RankIntervals.kind, settings.level == .dimension {
      space = .scored(intervals.space)
    }
  }

  /// What is found; analyses over weights are left out where the lens has no ranking linear in them, but for
  /// how likely ranks are, which is drawn wherever countries share weights.
  /// - Parameter analyses: which to do; they are done in the order of `AuditAnalysis.all`. Bounds, which may
  ///   take the longest, are looked at first without linear programs and settled last.
  package func callAsFunction(_ analyses: Set<AuditAnalysis> = Set(AuditAnalysis.all)) -> AuditFindings {
    var run = self
    if analyses.contains(.rankBounds), !AuditAnalysis.rankBounds.isTooLarge(table), !watch.isInterrupted() {
      run.findings.bounds = run.boundsWithoutPrograms()
    }
    for analysis in AuditAnalysis.works where analyses.contains(analysis) {
      guard analysis.canBeDone(run.findings) else { continue }
      if table.ranksAnyone, analysis.isTooLarge(table) {
        run.findings.tooLarge.append(analysis)
        continue
      }
      guard !watch.isInterrupted() else {
        run.findings.unfinished.append(analysis)
        continue
      }
      let count = run.pieces(analysis)
      watch.progress(AuditProgress(analysis: analysis, done: 0, count: count))
      run.isCut = false
      analysis.work?.run(&run)
      if run.isCut || run.findings.draws(analysis).map({ $0 < count }) ?? false {
        run.findings.unfinished.append(analysis)
      } else {
        watch.progress(AuditProgress(analysis: analysis, done: count, count: count))
      }
    }
    run.takeInDraws()
    return run.findings
  }

  func pieces(_ analysis: AuditAnalysis) -> Int { analysis.work?.pieces(self) ?? 1 }

  /// Reports the draws that are done, and asks whether more are wanted.
  func reporting(_ analysis: AuditAnalysis) -> (Int) -> Bool {
    { [watch, count = pieces(analysis)] done in
      watch.progress(AuditProgress(analysis: analysis, done: done, count: count))
      return !watch.isInterrupted()
    }
  }

  // MARK: - What several analyses need

  /// The ranking that is linear in the weights, and their set; nil where either is missing, or nobody is ranked.
  var linear: (scores: LinearScores, set: WeightSet)? {
    guard table.ranksAnyone, let scores = findings.scores, let set = findings.set else { return nil }
    return (scores, set)
  }

  /// How likely each rank is; nil where countries do not share weights.
  func drawAcceptability() -> Acceptability? {
    guard table.ranksAnyone, !AuditAnalysis.acceptability.isTooLarge(table), let set = findings.set else {
      return nil
    }
    let (samples, seed, mayGoOn) = (settings.samples, settings.seed, reporting(.acceptability))
    if let scores = findings.scores {
      return Acceptability(scores, set, samples: samples, seed: seed, mayGoOn: mayGoOn)
    }
    return findings.tree.map { Acceptability($0, set, samples: samples, seed: seed, mayGoOn: mayGoOn) }
  }

  /// How surely countries are first when figures are perturbed; nil where draws or figures do not show it.
  func confidence(_ acceptability: Acceptability?, _ scores: LinearScores) -> FirstConfidence? {
    acceptability.flatMap {
      FirstConfidence(
        table, scores, $0, samples: pieces(.confidence), seed: settings.seed, isStopped: watch.isInterrupted,
        mayGoOn: reporting(.confidence))
    }
  }

  /// What analyses over all judgements start from, scored once; nil where nothing varies or it was cut.
  mutating func judgementSpace(for analysis: AuditAnalysis) -> JudgementSpace? {
    // Of dimensions, whatever level is audited.
    guard let set = settings.level == .dimension ? findings.set : RankIntervals.weights(table),
      table.ranksAnyone, !table.isRatioOfDimensions
    else { return nil }
    if case .unscored = space {
      let made = JudgementSpace(table, set) { [watch] done, count in
        watch.progress(AuditProgress(analysis: analysis, done: done, count: count, isPreparing: true))
        return !watch.isInterrupted()
      }
      space = made.map { .scored($0) } ?? .cut
    }
    guard case .scored(let scored) = space, !watch.isInterrupted() else {
      (space, isCut) = (.cut, true)
      return nil
    }
    return scored
  }

  enum Space {
    case unscored, cut
    case scored(JudgementSpace)
  }
}
