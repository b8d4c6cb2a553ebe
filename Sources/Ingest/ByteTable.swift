/// Values by a key of bytes, looked up without making an array or a String of the key.
struct ByteTable<Value: Sendable>: Sendable {
  private var keys: [[UInt8]] = []
  private var values: [Value] = []
  /// Open addressing: the place of a key and a value, or −1; a power of two, at most half full.
  private var slots: [Int32] = [Int32](repeating: -1, count: 16)

  var isEmpty: Bool { keys.isEmpty }

  /// How many keys there are.
  var count: Int { keys.count }

  /// The keys in the order in which they came.
  var all: [[UInt8]] { keys }

  subscript(key: UnsafeBufferPointer<UInt8>) -> Value? {
    let slot = slot(of: key)
    return slots[slot] < 0 ? nil : values[Int(slots[slot])]
  }

  /// Changes the value of a key, which is nil for a new one.
  mutating func update(_ key: [UInt8], _ change: (inout Value?) -> Void) {
    key.withUnsafeBufferPointer { bytes in
      let slot = slot(of: bytes)
      var value: Value? = slots[slot] < 0 ? nil : values[Int(slots[slot])]
      change(&value)
      guard let value else { return }
      if slots[slot] >= 0 {
        values[Int(slots[slot])] = value
        return
      }
      slots[slot] = Int32(keys.count)
      keys.append(key)
      values.append(value)
      if keys.count * 2 > slots.count { grow() }
    }
  }

  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0, !keys[Int(slots[slot])].elementsEqual(key) { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, key) in keys.enumerated() {
      let slot = key.withUnsafeBufferPointer { self.slot(of: $0) }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a, its high bits folded in.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}
