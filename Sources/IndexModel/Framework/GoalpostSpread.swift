extension Goalposts {
  /// Goalposts a share wider (narrower where negative) about the same middle, on the transformed scale.
  ///
  /// An end that the transform could not reach, such as one below 0 under a square root, stays at 0.
  /// - Returns: nil where they would not be apart.
  package func widened(by share: Double, _ transform: Transform) -> Goalposts? {
    guard let worst = transform(worst), let best = transform(best) else { return nil }
    let step = (best - worst) / 2 * share
    let startsAtZero = transform == .log1p || transform == .sqrt
    func end(_ transformed: Double) -> Double {
      transform.inverse(startsAtZero ? max(0, transformed) : transformed)
    }
    let wider = Goalposts(worst: end(worst - step), best: end(best + step))
    return wider.flatMap { transform.separates($0) ? $0 : nil }
  }
}
