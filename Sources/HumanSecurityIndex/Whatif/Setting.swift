import Diagnostics
import Tabular

/// One `--set` or `--shift` as it was written: COUNTRY.what=value, of `--set` also with >= or <=.
package struct Setting {
  package let option: String
  package let text: String
  /// What stands before the last point: a country, or some of them.
  package let subject: String
  /// What stands between that point and the sign: an indicator, a dimension or a component.
  package let target: String
  let relation: Relation
  /// What stands after the sign; nil where it is no number and no name of one.
  package let value: Amount?

  /// Which values a setting replaces.
  package enum Relation: Sendable {
    case equal, atLeast, atMost

    /// Whether a value is as the setting wants it already.
    package func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .equal: false
      case .atLeast: value >= bound
      case .atMost: value <= bound
      }
    }
  }

  package enum Amount: Equatable {
    case number(Double)
    case percent(Double)
    /// What this share of countries, 0–1, has at most, in the direction of security.
    case quantile(Double)
  }

  package var written: String { "\(option) \(text)" }

  package static let quantiles = [
    ("worst", 0.0), ("worst-quarter", 0.25), ("median", 0.5), ("best-quarter", 0.75), ("best", 1.0),
  ]

  /// Reads what stands after `--set` or `--shift`; what is wrong with it is noted.
  package init?(_ option: String, _ text: String, into findings: inout Findings) {
    let isShift = option == "--shift"
    let example = isShift ? "SDN.personal=+10% or MLI.physicians=-0.2" : "UKR.homicide-rate=4"
    guard let sign = text.firstIndex(of: "="), let point = text[..<sign].lastIndex(of: ".") else {
      findings.append(
        .settings.badSetting, "\(option) \(text): it says no COUNTRY.indicator=value",
        remedy: "write \(option) \(example), say")
      return nil
    }
    (self.option, self.text) = (option, text)
    subject = String(text[..<point]).trimmingSpaces
    let name = text[text.index(after: point)..<sign]
    relation = name.hasSuffix(">") ? .atLeast : name.hasSuffix("<") ? .atMost : .equal
    target = String(relation == .equal ? name : name.dropLast()).trimmingSpaces
    let value = String(text[text.index(after: sign)...]).trimmingSpaces
    if isShift, relation != .equal {
      findings.append(
        .settings.badSetting, "\(option) \(text): a shift is by an amount, not to at least or at most one",
        remedy: "write --set \(text), or = alone")
      return nil
    }
    self.value = isShift ? Self.shift(value) : Self.target(value)
    if self.value == nil {
      findings.append(
        .settings.badSetting, "\(option) \(text): \"\(value)\" is no finite number",
        remedy: isShift
          ? "write an amount such as -2, in the indicator's unit or in points, or a percentage such "
            + "as +10%"
          : "write a number with a decimal point, or one of "
            + Self.quantiles.map(\.0).joined(separator: ", ") + ", q0 to q100")
    }
  }

  private static func target(_ text: String) -> Amount? {
    if let named = quantiles.first(where: { $0.0 == text }) { return .quantile(named.1) }
    if text.hasPrefix("q"), let percent = number(String(text.dropFirst())), (0...100).contains(percent) {
      return .quantile(percent / 100)
    }
    return number(text).map { .number($0) }
  }

  private static func shift(_ text: String) -> Amount? {
    text.hasSuffix("%")
      ? number(String(text.dropLast())).map { .percent($0) } : number(text).map { .number($0) }
  }

  /// A number that may have a sign, a typographic minus too.
  package static func number(_ text: String) -> Double? {
    var digits = text.replacing("−", with: "-")
    if digits.hasPrefix("+") {
      digits.removeFirst()
      if digits.hasPrefix("-") { return nil }
    }
    guard case .value(let value) = NumberText(digits) else { return nil }
    return value
  }
}
