import Glibc
import Tabular

/// Values by a key of bytes, looked up without making an array or a String of the key.
struct ByteTable<Value: Sendable>: Sendable {
  /// All keys, end to end.
  private var bytes: [UInt8] = []
  /// Where each key starts, and where the last one ends.
  private var bounds: [Int] = [0]
  private var values: [Value] = []
  /// Open addressing: the place of a key and a value, or −1; a power of two, at most half full.
  private var slots: [Int32] = [Int32](repeating: -1, count: 16)

  var isEmpty: Bool { values.isEmpty }

  var count: Int { values.count }

  var all: [[UInt8]] { values.indices.map { Array(bytes[bounds[$0]..<bounds[$0 + 1]]) } }

  /// The place of a key among those that came; nil when it did not.
  func place(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    let place = slots[slot(of: key)]
    return place < 0 ? nil : Int(place)
  }

  subscript(key: UnsafeBufferPointer<UInt8>) -> Value? { place(of: key).map { values[$0] } }

  subscript(place place: Int) -> Value { values[place] }

  /// Changes the value of a key, which is nil for a new one.
  mutating func update(_ key: [UInt8], _ change: (inout Value?) -> Void) {
    let slot = key.withUnsafeBufferPointer { self.slot(of: $0) }
    let place = Int(slots[slot])
    var value: Value? = place < 0 ? nil : values[place]
    change(&value)
    guard let value else { return }
    if place >= 0 {
      values[place] = value
      return
    }
    slots[slot] = Int32(clamping: values.count)
    bytes += key
    bounds.append(bytes.count)
    values.append(value)
    if values.count * 2 > slots.count { grow() }
  }

  @inline(__always) private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0, !isKey(key, at: Int(slots[slot])) { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always) private func isKey(_ key: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let start = bounds[place]
    guard bounds[place + 1] - start == key.count else { return false }
    guard key.count > 0, let other = key.baseAddress else { return true }
    return bytes.withUnsafeBufferPointer { all in
      all.baseAddress.map { memcmp($0 + start, other, key.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for place in values.indices {
      let slot = bytes.withUnsafeBufferPointer { all in
        self.slot(of: UnsafeBufferPointer(rebasing: all[bounds[place]..<bounds[place + 1]]))
      }
      slots[slot] = Int32(clamping: place)
    }
  }

  /// FNV-1a, its high bits folded in.
  @inline(__always) private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}

/// A set of texts, in order of first appearance.
extension ByteTable<Bool> {
  /// Puts the text of a field in, unless so many others are there.
  /// - Returns: whether it is new.
  @discardableResult mutating func note(_ row: CSVRow, _ column: Int, atMost limit: Int) -> Bool {
    guard count < limit, row.withField(column, { self[$0] == nil }) else { return false }
    update(row.withField(column) { Array($0) }) { $0 = true }
    return true
  }

  mutating func formUnion(_ other: ByteTable<Bool>, atMost limit: Int = .max) {
    for key in other.all where count < limit { update(key) { $0 = true } }
  }

  var texts: [String] { all.map { String(decoding: $0, as: UTF8.self) } }
}
