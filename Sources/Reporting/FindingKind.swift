import Tabular

/// One kind of finding that the program reports, as its documentation has it.
public struct FindingKind: Sendable {
  /// Its stable name, such as `unknown-country`.
  public let identifier: String
  /// How much it matters.
  public let severity: Diagnostic.Severity
  /// What is wrong or doubtful, in one sentence without a full stop.
  public let meaning: String
  /// A message of this kind.
  public let example: String
  /// What to do about it.
  public let remedy: String

  init(
    _ identifier: String, _ severity: Diagnostic.Severity, _ meaning: String, example: String,
    remedy: String
  ) {
    self.identifier = identifier
    self.severity = severity
    self.meaning = meaning
    self.example = example
    self.remedy = remedy
  }
}

/// Every kind of finding there is. A test holds it against the sources.
public enum FindingCatalogue {
  /// The parts of the catalogue, in the order in which the documentation has them.
  public static let chapters: [(title: String, kinds: [FindingKind])] = [
    ("Text and tables", tables), ("Figures", figures), ("Checks of figures", checks),
    ("The tables of Data/", catalogue), ("Lenses", lenses), ("Imports", imports),
    ("Fetching", fetching),
    ("Commands", commands + questions),
  ]

  /// Every kind, by identifier.
  public static let all = chapters.flatMap(\.kinds).sorted { $0.identifier < $1.identifier }

  /// The place of a kind in `all`; nil for an identifier that is not in the catalogue.
  public static func index(of identifier: String) -> Int? {
    all.firstIndex { $0.identifier == identifier }
  }
}
