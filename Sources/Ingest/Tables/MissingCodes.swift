import Diagnostics
import Tabular

/// Numbers by which offices mark a missing value, among figures that leave no other reading.
enum MissingCodes {
  private static let negative: [Double] = [-9, -99, -999, -9999, -99999, -8, -88, -888, -77, -66]
  private static let positive: [Double] = [999, 9999, 99999, 999_999, 9_999_999]

  /// A warning where a negative code stands among figures none of which is negative, or one of
  /// nines, twice or more, at ten times every other figure.
  static func doubt(about figures: Figures, in text: SourceText) -> Diagnostic? {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    var codes: [Double: (count: Int, line: Int)] = [:]
    for figure in figures {
      if isCode(figure.value) {
        codes[figure.value, default: (0, figure.line)].count += 1
      } else {
        least = min(least, figure.value)
        greatest = max(greatest, figure.value)
      }
    }
    let doubtful = codes.filter { code, found in
      code < 0 ? least >= 0 : found.count > 1 && code > 10 * greatest
    }
    guard let code = doubtful.keys.sorted().first, let found = doubtful[code], least.isFinite else {
      return nil
    }
    let names = doubtful.keys.sorted().map(CSVText.shortest).joined(separator: ", ")
    return Diagnostic(
      .figures.missingCode,
      "\(names) may stand for a missing value: every other figure is between "
        + "\(CSVText.shortest(least)) and \(CSVText.shortest(greatest))", in: text, line: found.line,
      column: 1,
      remedy: "leave the cells empty, or import with --missing \(CSVText.shortest(code)); a "
        + "plausible range in indicators.csv makes it an error")
  }

  private static func isCode(_ value: Double) -> Bool {
    // Nearly every figure has a fraction or is of another size.
    guard value < 0 || value >= 999 else { return false }
    return negative.contains(value) || positive.contains(value)
  }
}
