import Diagnostics
import Tabular

/// Numbers that stand for a missing value among figures that leave no other reading: those by which offices
/// mark one, and 0, where they lie apart from all others.
enum MissingCodes {
  /// A warning where such numbers stand.
  /// - Parameter name: the column or series; empty for the only one.
  static func doubt(about figures: Figures, of name: String, in text: SourceText) -> Diagnostic? {
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
      "\(CountWords.list(names))\(name.isEmpty ? "" : " of \"\(name)\""), in \(CountWords.of(rows, "row")), may "
        + "stand for a missing value: every other figure is between \(CSVText.shortest(others.least)) and \(CSVText.shortest(others.greatest))",
      in: text, line: line, column: 1,
      remedy:
        "if so, import with \(names.map { "--missing \($0)" }.joined(separator: " ")), or leave the cells empty; "
        + "a plausible range in indicators.csv makes it an error")
  }

  /// Whether offices mark missing values so: 0, −1, −9, −99.9, −777, 9999, 1e30.
  @inline(__always) private static func isCode(_ value: Double) -> Bool {
    // Nearly every figure is of another size.
    value == 0 || value == -1
      || (value <= -8 || value >= 777) && isOneDigit(abs(value), isNegative: value < 0)
  }

  /// Whether a number is one of those that are no figures as a rule: −99, −777, 9999.
  static func isMark(_ value: Double) -> Bool { value != 0 && value != -1 && isCode(value) }

  /// Whether a number repeats one digit from 6 to 9, or is beyond all figures.
  private static func isOneDigit(_ size: Double, isNegative: Bool) -> Bool {
    if size >= 1e20 { return true }
    guard size < 1e9 else { return false }
    var rest = Int(size)
    let (digit, fraction) = (rest % 10, size - size.rounded(.down))
    guard digit >= (isNegative ? 6 : 7), fraction == 0 || digit == 9 && abs(fraction - 0.9) < 1e-6 else {
      return false
    }
    while rest > 0, rest % 10 == digit { rest /= 10 }
    return rest == 0
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
      // Among changes and balances −1 is one of them.
      if code == -1 { return false }
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
