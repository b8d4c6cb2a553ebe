/// One pass over the bytes of a decimal number: `[+-]digits[.digits][e[+-]digits]`.
struct DecimalScan {
  private var mantissa: UInt64 = 0
  /// Of ten, that the mantissa is multiplied with.
  private var exponent = 0
  private let isNegative: Bool
  /// Whether all digits are in the mantissa.
  private var isComplete = true

  /// Nil unless all bytes make one number.
  @inline(__always) init?(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    guard count > 0 else { return nil }
    var index = 0
    isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative || bytes[0] == UInt8(ascii: "+") { index = 1 }
    let whole = takeDigits(bytes, &index, count)
    var digits = whole
    if index < count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let fraction = takeDigits(bytes, &index, count)
      exponent = -fraction
      digits += fraction
    }
    guard digits > 0 else { return nil }
    // Nineteen digits never overflow; with more, leading zeros are not worth telling apart.
    isComplete = digits <= 19
    if index == count { return }
    guard bytes[index] | 0x20 == UInt8(ascii: "e"), let power = Self.power(bytes, index + 1, count) else {
      return nil
    }
    exponent += power
  }

  /// Takes digits into the mantissa, eight at a time where there are as many; gives how many.
  @inline(__always) private mutating func takeDigits(
    _ bytes: UnsafePointer<UInt8>, _ index: inout Int, _ count: Int
  ) -> Int {
    let start = index
    while index + 8 <= count {
      let chunk = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self).littleEndian
      // A byte is a digit where adding 6 leaves its upper half at 3, and its upper half is 3.
      let upper = chunk & 0xF0F0_F0F0_F0F0_F0F0
      let carried = (chunk &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0
      guard upper | carried >> 4 == 0x3333_3333_3333_3333 else { break }
      mantissa = mantissa &* 100_000_000 &+ Self.eightDigits(chunk)
      index += 8
    }
    while index < count, case let digit = bytes[index] &- 48, digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      index += 1
    }
    return index - start
  }

  /// The number that eight digits make: pairs, then fours, then all.
  @inline(__always) private static func eightDigits(_ chunk: UInt64) -> UInt64 {
    var value = chunk &- 0x3030_3030_3030_3030
    value = value &* 10 &+ value >> 8
    let low = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (value >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (low &+ high) >> 32
  }

  @inline(never) private static func power(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int?
  {
    var index = start
    guard index < count else { return nil }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    guard index < count else { return nil }
    var power = 0
    while index < count {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      if power < 100_000 { power = power * 10 + Int(digit) }
      index += 1
    }
    return isNegative ? -power : power
  }

  /// The nearest Double where one operation on two exact factors gives it (Clinger, How to read
  /// floating point numbers accurately, 1990): of 525,635 shipped figures all but 1,649.
  @inline(__always) var value: Double? {
    guard isComplete, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
    let whole = Double(mantissa)
    let magnitude = exponent < 0 ? whole / Self.powers[-exponent] : whole * Self.powers[exponent]
    return isNegative ? -magnitude : magnitude
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]
}
