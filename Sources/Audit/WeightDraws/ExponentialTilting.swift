import Glibc

/// Independent exponential numbers within bounds, all of one rate: given their sum they are uniform, since
/// along the plane of equal sums the product of their densities is the same everywhere (exponential tilting).
///
/// The rate at which the sum that is wanted is also the expected one makes it likely, however unlike the
/// bounds are. What is drawn takes comparisons and basic arithmetic alone (von Neumann, Various techniques
/// used in connection with random digits, National Bureau of Standards Applied Mathematics Series 12, 1951),
/// so that all machines draw the same bits.
struct ExponentialTilting: Sendable {
  /// The rate per unit; below 0 where the greater numbers are the likelier ones.
  let rate: Double

  /// - Parameters:
  ///   - widths: the greatest values, the least being 0; some above 0.
  ///   - sum: what they are to sum to: above 0 and below the sum of the widths.
  init(widths: [Double], sum: Double) {
    let widest = widths.max() ?? 1
    func expected(_ rate: Double) -> Double { widths.reduce(0) { $0 + Self.mean(rate, $1) } }
    // The expected sum falls as the rate rises.
    var (low, high) = (-1 / widest, 1 / widest)
    for _ in 0..<60 where expected(low) < sum { low *= 2 }
    for _ in 0..<60 where expected(high) > sum { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if expected(middle) > sum { low = middle } else { high = middle }
    }
    self.init(rate: (low + high) / 2)
  }

  /// Draws of a rate, to seven binary digits: any is right, and last digits differ between machines.
  init(rate: Double) {
    let unit = rate == 0 ? 1 : rate.binade.magnitude * 0x1p-6
    self.rate = (rate / unit).rounded() * unit
  }

  /// The mean of an exponential number of a rate within 0 and a width: 1/θ − c/(e^θc − 1).
  private static func mean(_ rate: Double, _ width: Double) -> Double {
    let scaled = rate * width
    // By its series where the two terms all but cancel.
    if abs(scaled) < 1e-3 { return width / 2 - scaled * width / 12 }
    return 1 / rate - width / expm1(scaled)
  }

  /// A number from 0 to a width.
  func draw(_ width: Double, _ generator: inout CounterGenerator) -> Double {
    let speed = abs(rate)
    var number = 0.0
    repeat {
      number = speed * width > 1 ? generator.exponential() / speed : width * generator.uniform()
    } while number > width || (speed * width <= 1 && !generator.survives(speed * number))
    return rate < 0 ? width - number : number
  }

  /// Whether the last of the numbers, which is not drawn but what the sum leaves, is kept: what the others'
  /// densities make of it is e^θr, to be undone.
  func keeps(_ rest: Double, _ width: Double, _ generator: inout CounterGenerator) -> Bool {
    guard rest >= 0, rest <= width else { return false }
    return generator.survives(rate < 0 ? -rate * (width - rest) : rate * rest)
  }
}

extension CounterGenerator {
  /// True with probability e^−x, x ≥ 0: the chance that a run of falling uniform numbers below x has an
  /// even length is 1 − x + x²/2 − … for x up to 1.
  mutating func survives(_ x: Double) -> Bool {
    var rest = x
    while rest > 1 {
      guard survivesUnit(1) else { return false }
      rest -= 1
    }
    return survivesUnit(rest)
  }

  private mutating func survivesUnit(_ x: Double) -> Bool {
    var (last, isEven) = (x, true)
    while true {
      let number = uniform()
      guard number < last else { return isEven }
      (last, isEven) = (number, !isEven)
    }
  }

  /// A number of rate 1: its whole part is how often e^−x fails before it gives the fraction.
  mutating func exponential() -> Double {
    var whole = 0.0
    while true {
      let fraction = uniform()
      if survivesUnit(fraction) { return whole + fraction }
      whole += 1
    }
  }
}
