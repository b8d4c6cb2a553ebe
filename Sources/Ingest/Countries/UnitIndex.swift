import Glibc
import IndexModel

/// The places of ids in a list, whatever the case of their letters.
///
/// It is flat memory, as every core asks it at every row: cores that count references to one and the same object wait
/// for each other. Nobody writes it once it is made.
final class UnitIndex: @unchecked Sendable {
  let finder: UnitFinder
  /// The first id that stands twice, by the places of both; nil where each stands once.
  let repeated: (first: Int, second: Int)?

  init(_ ids: [String]) { (finder, repeated) = UnitFinder.making(ids) }

  deinit { finder.deallocate() }
}

/// What looks ids up; plain values, of which each core has a copy. It lives as long as its `UnitIndex`.
struct UnitFinder {
  /// Open addressing: places of ids, −1 for none; a power of two, at most half full.
  private let slots: UnsafeMutablePointer<Int32>
  private let mask: Int
  private let count: Int
  /// All ids in lower case, end to end, and where each starts.
  private let bytes: UnsafeMutablePointer<UInt8>
  private let bounds: UnsafeMutablePointer<Int>

  fileprivate static func making(_ ids: [String]) -> (UnitFinder, repeated: (first: Int, second: Int)?) {
    var size = 16
    while size < 2 * ids.count { size *= 2 }
    let finder = UnitFinder(slots: size, ids: ids.count, bytes: ids.reduce(0) { $0 + $1.utf8.count })
    var end = 0
    var repeated: (first: Int, second: Int)?
    for (place, id) in ids.enumerated() {
      let start = end
      for byte in id.utf8 {
        finder.bytes[end] = CountryCode.folded(byte)
        end += 1
      }
      finder.bounds[place + 1] = end
      let slot = finder.slot(of: UnsafeBufferPointer(start: finder.bytes + start, count: end - start))
      let other = finder.slots[slot]
      if other >= 0 { repeated = repeated ?? (Int(other), place) } else { finder.slots[slot] = Int32(place) }
    }
    return (finder, repeated)
  }

  private init(slots size: Int, ids: Int, bytes length: Int) {
    (mask, count, slots) = (size - 1, ids, .allocate(capacity: size))
    slots.initialize(repeating: -1, count: size)
    bytes = .allocate(capacity: max(1, length))
    bounds = .allocate(capacity: ids + 1)
    bounds.initialize(repeating: 0, count: ids + 1)
  }

  fileprivate func deallocate() {
    slots.deallocate()
    bytes.deallocate()
    bounds.deallocate()
  }

  /// The place of an id; nil for one that is not in the list.
  @inline(__always) func place(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    if id.isEmpty || id.count > CountryCode.longestID { return nil }
    let place = slots[slot(of: id)]
    return place < 0 ? nil : Int(place)
  }

  /// The place of an id, looked for first where it most often is: at the one found last, or behind it. Tables tend to
  /// have the order of ids, and looking there touches no memory that is far away.
  @inline(__always) func place(of id: UnsafeBufferPointer<UInt8>, after last: Int) -> Int? {
    if last >= 0, last < count {
      if isID(id, at: last) { return last }
      if last + 1 < count, isID(id, at: last + 1) { return last + 1 }
    }
    return place(of: id)
  }

  func place(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { place(of: $0) }
  }

  /// The slot of an id, or the empty one where it would stand.
  @inline(__always) private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
    // FNV-1a, with its halves folded: the lowest bits alone are used.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(CountryCode.folded(byte))) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] >= 0, !isID(id, at: Int(slots[slot])) { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always) private func isID(_ id: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let start = bounds[place]
    guard bounds[place + 1] - start == id.count else { return false }
    for index in 0..<id.count where CountryCode.folded(id[index]) != bytes[start + index] { return false }
    return true
  }
}
