import Tabular

/// What is summed over one block of points.
struct BlockSums: Sendable {
  private(set) var sums: [Double]
  /// How many points are summed.
  private(set) var points = 0
  private let sequence: SobolSequence
  private let ranges: [Range<Int>]
  private let centres: [Double]
  private var point: [Double]
  private var a: [Double]
  private var b: [Double]
  private var outputs: (a: [Double], b: [Double], mixed: [Double])

  init(_ sequence: SobolSequence, _ groups: [Int], _ centres: [Double]) {
    self.sequence = sequence
    self.centres = centres
    var start = 0
    ranges = groups.map { size in
      defer { start += size }
      return start..<start + size
    }
    let none = [Double](repeating: 0, count: centres.count)
    sums = [Double](repeating: 0, count: centres.count * (2 + 2 * groups.count))
    point = [Double](repeating: 0, count: sequence.dimensions)
    a = [Double](repeating: 0, count: sequence.dimensions / 2)
    b = a
    outputs = (none, none, none)
  }

  /// Adds one point A, its B and all that lie between.
  mutating func add(_ index: UInt32, _ function: SobolIndices.Function) {
    points += 1
    sequence.point(index, into: &point)
    for place in a.indices { (a[place], b[place]) = (point[place], point[a.count + place]) }
    function(a, &outputs.a)
    function(b, &outputs.b)
    addMoments()
    for (group, range) in ranges.enumerated() {
      for place in range { swap(&a[place], &b[place]) }
      function(a, &outputs.mixed)
      for place in range { swap(&a[place], &b[place]) }
      addDifferences(group)
    }
  }

  private mutating func addMoments() {
    let row = 2 + 2 * ranges.count
    for output in centres.indices {
      let (a, b) = (outputs.a[output] - centres[output], outputs.b[output] - centres[output])
      sums[output * row] += a + b
      sums[output * row + 1] += a * a + b * b
    }
  }

  private mutating func addDifferences(_ group: Int) {
    let row = 2 + 2 * ranges.count
    let (ya, yb, mixed) = outputs
    sums.withUnsafeMutableBufferPointer { sums in
      for output in centres.indices {
        let (first, total) = (yb[output] - mixed[output], ya[output] - mixed[output])
        sums[output * row + 2 + 2 * group] += first * first
        sums[output * row + 3 + 2 * group] += total * total
      }
    }
  }

  /// Blocks that are done side by side.
  private static let wave = 16
  /// Points of a block between two questions whether to go on.
  private static let slice = 1024

  /// The sums of every block, on all cores; where it is cut short, of those blocks that were begun.
  static func all(
    _ starts: [Int], _ mayGoOn: (Int) -> Bool, _ none: BlockSums,
    _ function: @Sendable () -> SobolIndices.Function
  ) -> [BlockSums] {
    var parts: [BlockSums] = []
    let blocks = starts.count - 1
    for first in stride(from: 0, to: blocks, by: wave) {
      let last = min(blocks, first + wave)
      parts += [BlockSums](repeating: none, count: last - first)
      let longest = (first..<last).map { starts[$0 + 1] - starts[$0] }.max() ?? 0
      for begin in stride(from: 0, to: longest, by: slice) {
        let sofar = parts
        parts[first...] =
          inParallel(last - first) { place in
            var sums = sofar[first + place]
            let (start, end) = (starts[first + place], starts[first + place + 1])
            let function = function()
            for point in min(end, start + begin)..<min(end, start + begin + slice) {
              sums.add(UInt32(point), function)
            }
            return sums
          }[...]
        if !mayGoOn(parts.reduce(0) { $0 + $1.points }) { return parts }
      }
    }
    return parts
  }
}
