import Tabular

/// Does pieces of work on all cores, a few at a time, and asks in between whether to go on: memory stays
/// bounded, and who has had enough need not wait for the end.
/// - Parameters:
///   - mayGoOn: told how many pieces are done; where it says no, the rest is left.
///   - take: given what came out, in the order of the pieces, whichever was done first.
/// - Returns: how many pieces were done.
@discardableResult
func inWaves<Result: Sendable>(
  _ count: Int, mayGoOn: (Int) -> Bool, _ work: @Sendable (Int) -> Result,
  take: (Result) -> Void
) -> Int {
  var done = 0
  while done < count {
    let start = done
    done = min(count, start + 16)
    for result in inParallel(done - start, { work(start + $0) }) { take(result) }
    if !mayGoOn(done) { break }
  }
  return done
}
