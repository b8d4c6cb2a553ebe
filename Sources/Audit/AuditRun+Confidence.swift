import Scoring

extension AuditRun {
  /// How surely countries are first when the figures are perturbed; nil without acceptabilities, or where
  /// the figures do not tell how far they may be off.
  func confidence(_ acceptability: Acceptability?, _ scores: LinearScores) -> FirstConfidence? {
    guard let acceptability else { return nil }
    let count = min(settings.samples, FirstConfidence.mostSamples)
    return FirstConfidence(
      table, scores, acceptability, samples: count, seed: settings.seed,
      mayGoOn: { [watch] done in
        watch.progress(AuditProgress(part: .confidence, done: done, count: count))
        return !watch.isInterrupted()
      })
  }
}
