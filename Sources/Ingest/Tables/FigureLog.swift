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

  var isEmpty: Bool { store.pointee.count == 0 }

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
    var sizes = [Int](repeating: 0, count: laneCount)
    for index in 0..<count { sizes[Int(entries[index].lane)] += 1 }
    let sorted = SortedFigures(sizes)
    var next = sorted.lanes.map { $0.run.start + $0.places.lowerBound }
    for index in 0..<count {
      let lane = Int(entries[index].lane)
      next[lane].initialize(to: entries[index].figure)
      next[lane] += 1
    }
    entries.deallocate()
    store.pointee = Store(capacity: 1)
    return sorted
  }
}

/// The figures of several lanes, in runs that some lanes share: few enough to be allocated quickly, and small enough
/// that memory is given back while the figures of one lane after the other are used.
struct SortedFigures: Sendable {
  /// Room for figures, in which all are before anybody reads them.
  final class Run: @unchecked Sendable {
    let start: UnsafeMutablePointer<Figure>

    init(size: Int) { start = .allocate(capacity: size) }

    deinit { start.deallocate() }
  }

  /// Where those of each lane are.
  fileprivate(set) var lanes: [(run: Run, places: Range<Int>)] = []

  /// A run is closed when it has so many figures.
  private static let runSize = 1 << 15

  init() {}

  fileprivate init(_ sizes: [Int]) {
    var first = 0
    while first < sizes.count {
      var (end, total) = (first, 0)
      while end < sizes.count, total < Self.runSize { (total, end) = (total + sizes[end], end + 1) }
      let run = Run(size: max(1, total))
      var start = 0
      for size in sizes[first..<end] {
        lanes.append((run, start..<(start + size)))
        start += size
      }
      first = end
    }
  }
}
