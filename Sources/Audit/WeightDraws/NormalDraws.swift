extension CounterGenerator {
  /// Two independent numbers of the standard normal distribution.
  ///
  /// Marsaglia's polar method (Marsaglia and Bray, SIAM Review 6, 1964): exact, and of nothing but basic
  /// arithmetic and square roots, so that all machines draw the same bits.
  mutating func normals() -> (Double, Double) {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * Self.logarithm(square) / square).squareRoot()
      return (x * factor, y * factor)
    }
  }

  /// ln 2, to the nearest double.
  private static let ln2 = 0x1.62e4_2fef_a39efp-1

  /// The natural logarithm of a normal number above 0, within some 10⁻¹⁵: 2·artanh((m − 1)/(m + 1)) by
  /// its series, m between √½ and √2, beside whole multiples of ln 2. That of the system's library may
  /// differ in the last bit from one system to the next.
  static func logarithm(_ value: Double) -> Double {
    var (fraction, exponent) = (value.significand, Double(value.exponent))
    if fraction > 1.414_213_562_373_095 {
      fraction /= 2
      exponent += 1
    }
    let root = (fraction - 1) / (fraction + 1)
    let square = root * root
    var sum = 0.0
    for power in stride(from: 23, through: 1, by: -2) { sum = sum * square + 1 / Double(power) }
    return 2 * root * sum + exponent * ln2
  }
}
