import IndexModel
import Tabular

extension Transform {
  /// The scale between goalposts, such as `logarithm`; nil for the linear one.
  package var scale: String? {
    switch self {
    case .none: nil
    case .log: "logarithm"
    case .log1p: "logarithm of 1 + x"
    case .sqrt: "square root"
    }
  }
}

extension NumberFormat {
  /// A goalpost with all its digits: it is a judgement, not a measurement.
  static func goalpost(_ value: Double) -> String {
    if abs(value) >= 1000 { return NumberFormat.value(value) }
    return (value < 0 ? "−" : "") + CSVText.shortest(abs(value))
  }
}
