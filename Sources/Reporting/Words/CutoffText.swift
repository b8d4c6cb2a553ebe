import IndexModel
import Tabular

/// Cut-offs in words.
enum CutoffText {
  /// `secure from 6`, `deprived from 30`; `none` where there is none.
  static func phrase(_ cutoff: Cutoff?) -> String {
    guard let cutoff else { return "none" }
    return "\(cutoff.isSecureAt ? "secure" : "deprived") from \(NumberFormat.value(cutoff.value))"
  }

  /// What a lens cuts off, as a sentence after a space; empty for one that cuts nothing off.
  static func sentence(_ lens: Lens) -> String {
    let cutoffs = lens.cutoffs.map { (id: $0.key.rawValue, cutoff: $0.value) }.sorted { $0.id < $1.id }
    if cutoffs.isEmpty { return "" }
    let texts = cutoffs.map { "\($0.id) \(phrase($0.cutoff))" }
    return " Some indicators score 100 where a value is secure, and else 0: \(texts.joined(separator: "; "))."
  }
}
