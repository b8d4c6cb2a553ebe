import IndexModel

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
