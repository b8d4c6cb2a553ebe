import IndexModel
import Tabular

/// Caps in words.
enum CapsText {
  /// `at least 1, at most 901`; `none` where there are none.
  static func phrase(_ caps: ClosedRange<Double>?) -> String {
    guard let caps else { return "none" }
    let least = caps.lowerBound.isFinite ? "at least \(NumberFormat.value(caps.lowerBound))" : nil
    let most = caps.upperBound.isFinite ? "at most \(NumberFormat.value(caps.upperBound))" : nil
    return [least, most].compactMap { $0 }.joined(separator: ", ")
  }

  /// What a lens caps, as a sentence after a space; empty for one that caps nothing.
  static func sentence(_ lens: Lens) -> String {
    let caps = lens.caps.map { (id: $0.key.rawValue, range: $0.value) }.sorted { $0.id < $1.id }
    if caps.isEmpty { return "" }
    let texts = caps.map { "\($0.id) as \(phrase($0.range))" }
    return " A value beyond a cap counts as the cap: \(texts.joined(separator: "; "))."
  }
}
