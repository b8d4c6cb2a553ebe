/// Numbers as people read them. The only place where a number loses digits.
package enum NumberFormat {
  /// A number with a fixed count of decimals, ties away from zero; `–` where there is none.
  package static func fixed(_ value: Double?, _ decimals: Int) -> String {
    guard let value, value.isFinite else { return "–" }
    let scale = [1.0, 10, 100, 1000, 10_000][min(max(decimals, 0), 4)]
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return CSVText.shortest(value) }
    let digits = Int64(scaled)
    let sign = value < 0 && digits > 0 ? "−" : ""
    let whole = digits / Int64(scale)
    if decimals == 0 { return sign + String(whole) }
    let fraction = String(digits % Int64(scale))
    return sign + "\(whole)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// A value with about three significant digits, thousands apart by a thin space.
  package static func value(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    let magnitude = abs(value)
    if magnitude >= 1000 { return grouped(value) }
    let decimals = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 || magnitude == 0 ? 2 : 3
    return value == value.rounded() ? fixed(value, 0) : fixed(value, decimals)
  }

  /// A difference with its sign; what rounds to nothing has none.
  package static func signed(_ value: Double?, _ decimals: Int) -> String {
    let text = fixed(value, decimals)
    let isRise = (value ?? 0) > 0 && text.contains { ("1"..."9").contains($0) }
    return isRise ? "+" + text : text
  }

  /// A rank or count; `–` where there is none.
  package static func rank(_ value: Int?) -> String { value.map(String.init) ?? "–" }

  package static func percent(_ share: Double) -> String { fixed(share * 100, 0) + " %" }

  private static func grouped(_ value: Double) -> String {
    let digits = Array(fixed(abs(value), 0))
    // Beyond 15 digits the shortest form stands, which may have an exponent.
    guard digits.allSatisfy(\.isNumber) else { return (value < 0 ? "−" : "") + String(digits) }
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += "\u{202F}" }
      out.append(digit)
    }
    return (value < 0 ? "−" : "") + out
  }
}
