import Diagnostics
import Tabular

/// Numbers that stand for a missing value among figures that leave no other reading: those by which offices
/// mark one, 0, and any other number that many rows repeat, where they lie apart from all others.
enum MissingCodes {
  private static let codes: [Double] = [
    0, -9, -99, -999, -9999, -99999, -8, -88, -888, -77, -66, 999, 9999, 99999, 999_999, 9_999_999,
  ]

  /// A warning where such numbers stand.
  static func doubt(about figures: Figures, in text: SourceText) -> Diagnostic? {
    var found: [Double: (count: Int, line: Int)] = [:]
    var others = Others()
    figures.forEach { figure in
      if isCode(figure.value) {
        found[figure.value] = (
          (found[figure.value]?.count ?? 0) + 1, found[figure.value]?.line ?? figure.line
        )
      } else {
        others.note(figure.value)
      }
    }
    // Zeros that are many are figures: most countries have no deaths in battle.
    if let zeros = found[0], 2 * zeros.count > others.count {
      found[0] = nil
      others.note(0)
    }
    if found.isEmpty || others.count == 0 { return nil }
    others.measure(figures)
    // What does not lie apart is a figure like the others.
    let doubtful = found.keys.filter { others.isApart($0, times: found[$0]?.count ?? 0) }.sorted()
    guard let first = doubtful.min(by: { (found[$0]?.line ?? 0) < (found[$1]?.line ?? 0) }),
      let line = found[first]?.line
    else { return nil }
    let names = doubtful.map(CSVText.shortest)
    let rows = doubtful.reduce(0) { $0 + (found[$1]?.count ?? 0) }
    return Diagnostic(
      .figures.missingCode,
      "\(CountWords.list(names)), in \(CountWords.of(rows, "row")), may stand for a missing value: every other "
        + "figure is between \(CSVText.shortest(others.least)) and \(CSVText.shortest(others.greatest))",
      in: text, line: line, column: 1,
      remedy:
        "if so, import with \(names.map { "--missing \($0)" }.joined(separator: " ")), or leave the cells empty; "
        + "a plausible range in indicators.csv makes it an error")
  }

  @inline(__always) private static func isCode(_ value: Double) -> Bool {
    // Nearly every figure has a fraction or is of another size.
    value == 0 || (value <= -8 || value >= 999) && isWhole(value) && codes.contains(value)
  }

  @inline(__always) private static func isWhole(_ value: Double) -> Bool {
    abs(value) < 1e9 && Double(Int(value)) == value
  }

  /// The figures that are no codes.
  private struct Others {
    private(set) var least = Double.infinity
    private(set) var greatest = -Double.infinity
    private(set) var count = 0
    /// The widest gap between two that are next to each other.
    private var gap = 0.0

    private static let bins = 4096

    mutating func note(_ value: Double) {
      least = min(least, value)
      greatest = max(greatest, value)
      count += 1
    }

    /// Finds the widest gap, in steps of a 4,096th of their spread.
    mutating func measure(_ figures: Figures) {
      let spread = greatest - least
      guard spread > 0, spread.isFinite else { return }
      var isFilled = [Bool](repeating: false, count: Self.bins + 1)
      figures.forEach { figure in
        guard !isCode(figure.value) else { return }
        isFilled[Int((figure.value - least) / spread * Double(Self.bins))] = true
      }
      var (last, widest) = (0, 1)
      for bin in isFilled.indices where isFilled[bin] {
        widest = max(widest, bin - last)
        last = bin
      }
      gap = Double(widest) / Double(Self.bins) * spread
    }

    /// Whether a number lies apart: a negative one where none is negative; one further from the nearest than
    /// these are from each other, or five times as far as any two neighbours where there are ten or more.
    func isApart(_ code: Double, times: Int) -> Bool {
      if code < 0, least >= 0 { return true }
      let distance = code < least ? least - code : code - greatest
      guard distance > 0 else { return false }
      let spread = greatest - least
      let isFar = spread > 0 && distance > spread
      let isAlone = count >= 10 && spread > 0 && distance > max(5 * gap, spread / 10)
      if code > 0 { return (times > 1 || count > 4) && (code > 10 * greatest || isAlone) }
      return code == 0 ? isAlone || isFar && count >= 3 : isAlone || isFar
    }
  }
}
