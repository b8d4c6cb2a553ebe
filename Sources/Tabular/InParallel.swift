import Dispatch

/// Does independent pieces of work on all cores.
/// - Returns: the results in the order of the pieces, whichever was done first.
public func inParallel<Result: Sendable>(
  _ count: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  if count < 2 { return (0..<count).map(work) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Each piece writes the one slot that is its own.
    nonisolated(unsafe) let slots = buffer
    DispatchQueue.concurrentPerform(iterations: count) { index in
      slots.initializeElement(at: index, to: work(index))
    }
    initialized = count
  }
}
