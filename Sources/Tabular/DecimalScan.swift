/// One pass over the bytes of a decimal number: `[+-]digits[.digits][e[+-]digits]`.
struct DecimalScan {
  private var mantissa: UInt64 = 0
  /// Of ten, that the mantissa is multiplied with.
  private var exponent = 0
  private let isNegative: Bool
  /// Whether all digits are in the mantissa.
  private var isComplete = true

  /// Nil unless all bytes make one number.
  @inline(__always)
  init?(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
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
    guard bytes[index] | 0x20 == UInt8(ascii: "e"),
      let power = Self.power(bytes, index + 1, count)
    else { return nil }
    exponent += power
  }

  /// Takes digits into the mantissa, eight at a time where there are as many; gives how many.
  @inline(__always)
  private mutating func takeDigits(_ bytes: UnsafePointer<UInt8>, _ index: inout Int, _ count: Int)
    -> Int
  {
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
  @inline(__always)
  private static func eightDigits(_ chunk: UInt64) -> UInt64 {
    var value = chunk &- 0x3030_3030_3030_3030
    value = value &* 10 &+ value >> 8
    let low = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (value >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (low &+ high) >> 32
  }

  @inline(never)
  private static func power(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
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

  /// The nearest Double, where up to nineteen digits give it without more than 128 bits.
  @inline(__always)
  var value: Double? {
    guard isComplete else { return nil }
    // Both factors exact, hence one rounding (Clinger 1990).
    if mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
      let whole = Double(mantissa)
      let magnitude =
        exponent < 0 ? whole / Self.powers[-exponent] : whole * Self.powers[exponent]
      return isNegative ? -magnitude : magnitude
    }
    return Self.nearest(mantissa, exponent).map { isNegative ? -$0 : $0 }
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The Double nearest to `mantissa` × 10^`exponent`, by the product with 128 bits of the power of
  /// five (Lemire, Number parsing at a gigabyte per second, 2021); nil where these do not decide.
  @inline(never)
  private static func nearest(_ mantissa: UInt64, _ exponent: Int) -> Double? {
    if mantissa == 0 { return 0 }
    guard exponent >= PowersOfFive.least, exponent <= PowersOfFive.greatest else { return nil }
    let shift = mantissa.leadingZeroBitCount
    let digits = mantissa << UInt64(shift)
    let power = PowersOfFive.table[exponent - PowersOfFive.least]
    var (high, low) = digits.multipliedFullWidth(by: power.high)
    // Nine bits below the fifty-five that count: only if all are set can the rest carry.
    if high & 0x1FF == 0x1FF {
      let rest = digits.multipliedFullWidth(by: power.low).high
      low &+= rest
      if rest > low { high &+= 1 }
    }
    if low == UInt64.max, exponent < -27 || exponent > 55 { return nil }
    let upper = high >> 63
    var bits = high >> (upper + 9)
    // 217706 / 65536 is log2(10), near enough for these exponents.
    var binary = (217_706 * exponent) >> 16 + 63 + Int(upper) - shift + 1023
    guard binary > 0, binary < 2046 else { return nil }
    // Halfway between two Doubles: to the even one.
    if low <= 1, exponent >= -4, exponent <= 23, bits & 3 == 1, bits << (upper + 9) == high {
      bits &= ~1
    }
    bits = (bits + bits & 1) >> 1
    if bits >= 1 << 53 {
      bits = 1 << 52
      binary += 1
    }
    return Double(bitPattern: bits & ~(1 << 52) | UInt64(binary) << 52)
  }
}
