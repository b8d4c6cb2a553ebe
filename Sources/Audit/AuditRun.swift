import Scoring
import Tabular

/// Does the parts of an audit, one after the other; the same findings for a command and a report.
public struct AuditRun {
  var findings: AuditFindings
  let lenses: [ScoreTable]
  let watch: AuditWatch
  /// Scored once for both parts that vary all judgements.
  private var space = Space.unscored
  var settings: AuditSettings { findings.settings }
  var table: ScoreTable { findings.table }

  /// - Parameters:
  ///   - table: the audited index.
  ///   - lenses: the same figures under every lens that it is compared with, its own among them.
  ///   - leftOut: the names of lenses that could not be compared.
  public init(
    _ table: ScoreTable, lenses: [ScoreTable] = [], leftOut: [String] = [],
    _ settings: AuditSettings = AuditSettings(), watch: AuditWatch = AuditWatch()
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
  }

  /// What is found; parts over weights are left out where the lens has no ranking linear in them, but for
  /// how likely ranks are, which is drawn wherever countries share weights.
  /// - Parameter parts: which to do; they are done in the order of `AuditPart`. Bounds, which may take the
  ///   longest, are looked at first without linear programs and settled last.
  public func callAsFunction(_ parts: Set<AuditPart> = Set(AuditPart.allCases)) -> AuditFindings {
    var run = self
    if parts.contains(.bounds), !watch.isInterrupted() { run.findings.bounds = run.glance() }
    for part in AuditPart.allCases where parts.contains(part) {
      if part.isOfDimensions, settings.level != .dimension { continue }
      if part.isOverWeights, !run.canBeHad(part) { continue }
      guard !watch.isInterrupted() else {
        run.findings.unfinished.append(part)
        continue
      }
      let count = run.pieces(part)
      watch.progress(AuditProgress(part: part, done: 0, count: count))
      run.find(part)
      if run.isCut(part) {
        run.findings.unfinished.append(part)
      } else {
        watch.progress(AuditProgress(part: part, done: count, count: count))
      }
    }
    run.takeInDraws()
    return run.findings
  }

  /// Whether the order of countries allows a part over weights.
  private func canBeHad(_ part: AuditPart) -> Bool {
    findings.scores != nil || (part == .acceptability && findings.tree != nil)
  }

  /// Whether a part that was begun was cut short.
  private func isCut(_ part: AuditPart) -> Bool {
    switch part {
    case .acceptability, .pairs: findings.draws(part).map { $0 < pieces(part) } ?? false
    // How far figures may be off is asked of all years before the first draw.
    case .confidence:
      findings.draws(part).map { $0 < pieces(part) } ?? watch.isInterrupted()
    case .uncertainty: space.isCut || (findings.draws(part).map { $0 < settings.samples } ?? false)
    case .sensitivity:
      space.isCut || (findings.draws(part).map { $0 < settings.baseSamples } ?? false)
    case .bounds:
      watch.isInterrupted() && (findings.bounds ?? []).contains { !$0.isExact }
    default: false
    }
  }

  /// How many pieces a part has.
  private func pieces(_ part: AuditPart) -> Int {
    switch part {
    case .acceptability, .pairs, .uncertainty: settings.samples
    case .sensitivity: settings.baseSamples
    case .confidence: min(settings.samples, FirstConfidence.mostSamples)
    case .bounds: findings.scores?.countries.count ?? 0
    default: 1
    }
  }

  private mutating func find(_ part: AuditPart) {
    switch part {
    case .redundancy: findings.redundancy = Redundancy.all(findings.table)
    case .omissions: findings.omissions = NodeOmission.all(findings.table)
    case .schools:
      findings.schools = lenses.count > 1 ? LensComparison.pairs(lenses) : nil
    case .ownBest: findings.ownBest = OwnBestWeights(findings.table)
    case .uncertainty, .sensitivity: varyAll(part)
    case .acceptability, .confidence, .pairs, .stability, .importance, .bounds:
      guard table.ranksAnyone, let set = findings.set else { return }
      if let scores = findings.scores {
        find(part, scores, set)
      } else if part == .acceptability, let tree = findings.tree {
        findings.acceptability = Acceptability(
          tree, set, samples: settings.samples, seed: settings.seed, mayGoOn: tell(part))
      }
    }
  }

  private mutating func find(_ part: AuditPart, _ scores: LinearScores, _ set: WeightSet) {
    switch part {
    case .acceptability:
      findings.acceptability = Acceptability(
        scores, set, samples: settings.samples, seed: settings.seed, mayGoOn: tell(part))
    case .confidence: findings.confidence = confidence(findings.acceptability, scores)
    case .pairs:
      findings.fixedPairs = FixedPairs(scores, set)
      findings.shares = PairShares(
        scores, set, samples: settings.samples, seed: settings.seed, mayGoOn: tell(part))
    case .stability:
      findings.stability = StabilityInterval.all(scores, top: settings.top)
    case .importance:
      findings.importance = Importance.all(scores)
      findings.attainable = AttainableImportance(scores)
    case .bounds:
      let found = bounds(scores, set)
      (findings.bounds, findings.isOutOfTime) = (found.bounds, found.isOutOfTime)
    default: break
    }
  }
}

extension AuditRun {
  /// How surely countries are first when the figures are perturbed; nil without acceptabilities, or where
  /// the figures do not tell how far they may be off.
  func confidence(_ acceptability: Acceptability?, _ scores: LinearScores) -> FirstConfidence? {
    acceptability.flatMap {
      FirstConfidence(
        table, scores, $0, samples: pieces(.confidence), seed: settings.seed,
        isStopped: watch.isInterrupted, mayGoOn: tell(.confidence))
    }
  }

  /// The combinations that both parts over all judgements start from.
  private enum Space {
    case unscored, cut
    case scored(JudgementSpace)

    var isCut: Bool {
      if case .cut = self { true } else { false }
    }
  }

  /// Tells of draws that are done, and whether more are wanted.
  func tell(_ part: AuditPart) -> (Int) -> Bool {
    { [watch, count = pieces(part)] done in
      watch.progress(AuditProgress(part: part, done: done, count: count))
      return !watch.isInterrupted()
    }
  }

  /// Uncertainty and sensitivity over all judgements.
  private mutating func varyAll(_ part: AuditPart) {
    guard let set = findings.set, table.ranksAnyone else { return }
    if case .unscored = space {
      let made = JudgementSpace(table, set) { done, count in
        watch.progress(AuditProgress(part: part, done: done, count: count, isPreparing: true))
        return !watch.isInterrupted()
      }
      space = made.map { .scored($0) } ?? .cut
    }
    guard case .scored(let space) = space, !watch.isInterrupted() else {
      self.space = .cut
      return
    }
    if part == .uncertainty {
      findings.uncertainty = Uncertainty(
        space, samples: settings.samples, seed: settings.seed, mayGoOn: tell(part))
    } else {
      findings.sensitivity = Sensitivity(
        space, baseSamples: settings.baseSamples, seed: settings.seed, mayGoOn: tell(part))
    }
  }
}
