import Tabular

/// Does replicates on all cores, some in a piece and some pieces at a time, and asks in between whether to go
/// on: memory stays bounded, and who has had enough need not wait for the end.
/// - Parameters:
///   - pieceSize: how many replicates one thread does at a time.
///   - mayGoOn: told how many replicates are done; where it says no, the rest is left.
///   - take: given what came out, in the order of the pieces, whichever was done first.
/// - Returns: how many replicates were done.
@discardableResult func inWaves<Result: Sendable>(
  _ replicates: Int, pieceSize: Int = 1, mayGoOn: (Int) -> Bool, _ work: @Sendable (Range<Int>) -> Result,
  take: (Result) -> Void
) -> Int {
  let wave = 16 * pieceSize
  var done = 0
  while done < replicates {
    let start = done
    done = min(replicates, start + wave)
    let results = inParallel((done - start + pieceSize - 1) / pieceSize) { piece in
      let first = start + piece * pieceSize
      return work(first..<min(replicates, first + pieceSize))
    }
    for result in results { take(result) }
    if !mayGoOn(done) { break }
  }
  return done
}
