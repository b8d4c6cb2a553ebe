import Dispatch
import Glibc
import Synchronization

/// On how many threads work is done; results are the same on any number.
package enum Threads {
  /// As many as there are cores where nil.
  @TaskLocal package static var count: Int?
}

/// Does independent pieces of work, on all cores or as `Threads` says.
/// - Returns: the results in the order of the pieces, whichever was done first.
package func inParallel<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
  let threads = Threads.count.map { min($0, count) }
  if count < 2 || threads == 1 { return (0..<count).map(work) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Each piece writes the one slot that is its own.
    nonisolated(unsafe) let slots = buffer
    let piece: @Sendable (Int) -> Void = { slots.initializeElement(at: $0, to: work($0)) }
    if let threads {
      perform(count, threads, piece)
    } else {
      DispatchQueue.concurrentPerform(iterations: count, execute: piece)
    }
    initialized = count
  }
}

/// Does pieces on so many threads, however few the cores are; each takes the next piece when it is free.
private func perform(_ count: Int, _ threads: Int, _ piece: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(piece) { piece in
    let work = SharedWork(count, piece)
    let started = (1..<threads).compactMap { _ in work.start() }
    work.takePart()
    for thread in started { pthread_join(thread, nil) }
  }
}

private final class SharedWork: Sendable {
  private let next = Atomic(0)
  private let count: Int
  private let piece: @Sendable (Int) -> Void

  init(_ count: Int, _ piece: @escaping @Sendable (Int) -> Void) { (self.count, self.piece) = (count, piece) }

  func takePart() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if index >= count { return }
      piece(index)
    }
  }

  /// - Returns: nil where the system has no thread left: the others do its work.
  func start() -> pthread_t? {
    var thread = pthread_t()
    let own = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { own in
        if let own { Unmanaged<SharedWork>.fromOpaque(own).takeRetainedValue().takePart() }
        return nil
      }, own.toOpaque())
    if status == 0 { return thread }
    own.release()
    return nil
  }
}
