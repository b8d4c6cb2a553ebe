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

  /// Puts in what another table has and this one has not.
  mutating func add(_ other: ByteTable) {
    for (place, key) in other.all.enumerated() { update(key) { $0 = $0 ?? other[place: place] } }
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

  /// Eight bytes at a time, each mixed in by multiplication, as FNV does with one.
  @inline(__always) private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = UInt64(truncatingIfNeeded: key.count) ^ 0xCBF2_9CE4_8422_2325
    var index = 0
    let bytes = UnsafeRawBufferPointer(key)
    while index + 8 <= key.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      index += 8
    }
    var rest: UInt64 = 0
    while index < key.count {
      rest = rest << 8 | UInt64(key[index])
      index += 1
    }
    hash = mixed(hash ^ rest)
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
  }

  @inline(__always) private static func mixed(_ hash: UInt64) -> UInt64 {
    let product = hash &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
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

}

extension ByteTable { var texts: [String] { all.map { String(decoding: $0, as: UTF8.self) } } }
