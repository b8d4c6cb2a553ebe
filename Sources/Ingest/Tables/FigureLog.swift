import Tabular

/// The figures of one piece of a table, of all its series, in the order in which they were read: where rows of
/// many series alternate, one array each would be allocated thousands of times.
///
/// One core at a time writes it, and nobody once it is sorted.
final class FigureLog {
  private struct Entry: BitwiseCopyable {
    let figure: Figure
    let lane: Int32
  }

  /// Behind a pointer, since each access to a class's own variables is checked.
  private struct Store {
    var entries: UnsafeMutablePointer<Entry>
    var count = 0
    var capacity: Int

    init(capacity: Int) {
      self.capacity = capacity
      entries = .allocate(capacity: capacity)
    }
  }

  private let laneCount: Int
  private let store: UnsafeMutablePointer<Store>

  init(laneCount: Int) {
    self.laneCount = laneCount
    store = .allocate(capacity: 1)
    store.initialize(to: Store(capacity: 1024))
  }

  deinit {
    store.pointee.entries.deallocate()
    store.deallocate()
  }

  @inline(__always) func append(_ figure: Figure, _ lane: Int) {
    if store.pointee.count == store.pointee.capacity { grow() }
    let entry = Entry(figure: figure, lane: Int32(truncatingIfNeeded: lane))
    (store.pointee.entries + store.pointee.count).initialize(to: entry)
    store.pointee.count += 1
  }

  @inline(never) private func grow() {
    store.pointee.capacity *= 2
    store.pointee.entries.grow(to: store.pointee.capacity, keeping: store.pointee.count)
  }

  /// Hands out the figures of each lane, in order, and keeps none.
  func sorted() -> SortedFigures {
    let (entries, count) = (store.pointee.entries, store.pointee.count)
    var ends = [Int](repeating: 0, count: laneCount)
    for index in 0..<count { ends[Int(entries[index].lane)] += 1 }
    var start = 0
    for lane in ends.indices { (ends[lane], start) = (start, start + ends[lane]) }
    let figures = [Figure](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let all = buffer.baseAddress {
        for index in 0..<count {
          let lane = Int(entries[index].lane)
          (all + ends[lane]).initialize(to: entries[index].figure)
          ends[lane] += 1
        }
      }
      initialized = count
    }
    entries.deallocate()
    store.pointee = Store(capacity: 1)
    return SortedFigures(figures: figures, ends: ends)
  }
}

/// Figures of several lanes, those of one behind those of the one before.
struct SortedFigures: Sendable {
  let figures: [Figure]
  /// Where those of each lane end.
  let ends: [Int]

  func places(of lane: Int) -> Range<Int> { (lane == 0 ? 0 : ends[lane - 1])..<ends[lane] }
}
