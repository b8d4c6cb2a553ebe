import Diagnostics
import IndexModel

/// The header of a table, its names folded for comparison.
struct TableHeader: Sendable {
  /// As they are written, or what their HXL hashtags mean.
  let names: [String]
  /// In lower case, with `_` for spaces: `Country Name` is `country_name`.
  let folded: [String]
  let line: Int

  let isTagged: Bool
  /// The columns whose whole name is a year, or the same day of one: other days are parts of years.
  let yearColumns: [Layout.YearColumn]
  /// The columns whose names hold a stem and a year, by stem, in order of first appearance.
  let stems: [(stem: String, columns: [Layout.YearColumn])]

  init(_ fields: [String], line: Int) {
    // What is longer is no name, and comparing it with known ones would take minutes.
    let names = fields.map { Diagnostic.cut($0).trimmingSpaces }
    let written = names.filter { !$0.isEmpty }
    isTagged = written.count > 1 && written.allSatisfy { $0.hasPrefix("#") }
    self.names = isTagged ? names.map(Self.name(ofTag:)) : names
    folded = self.names.map(Self.fold)
    self.line = line
    yearColumns = Self.yearColumns(self.names)
    stems = Self.stems(self.names)
  }

  static func fold(_ name: String) -> String {
    // With labels, SDMX-CSV has `REF_AREA: Reference area`.
    let bare =
      name.utf8.contains(UInt8(ascii: ":"))
      ? name.firstRange(of: ": ").map { name[..<$0.lowerBound] } ?? name[...] : name[...]
    let isBracketed = bare.hasPrefix("[") && bare.hasSuffix("]") && bare.count > 2
    return (isBracketed ? bare.dropFirst().dropLast() : bare[...]).lowercased().split {
      " _-./\u{A0}".contains($0)
    }.joined(separator: "_")
  }

  /// What a hashtag calls its column; see hxlstandard.org.
  private static func name(ofTag tag: String) -> String {
    let parts = tag.lowercased().split(separator: "+").map(\.trimmingSpaces)
    return switch parts.first {
    case "#country" where parts.contains("code"): "iso3"
    case "#country": "country_name"
    case "#date": "year"
    case "#indicator" where parts.contains("value"): "value"
    case "#indicator" where parts.contains("code"): "indicator_code"
    case "#indicator" where parts.contains("name"): "indicator_name"
    default: tag
    }
  }

  /// How many fields there are up to the last that has a name.
  var namedWidth: Int { (names.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  func index(_ name: String) -> Int? { folded.firstIndex(of: name) }

  /// The column of a name as it is written, else in any case.
  func column(called name: String) -> Int? { names.firstIndex(of: name) ?? index(Self.fold(name)) }

  /// The first of some folded names that the header has.
  func first(of names: [String]) -> Int? { names.lazy.compactMap(index).first }

  /// The columns of the two ends of an interval, where there is one such pair.
  var bounds: (low: Int, high: Int)? {
    let pairs = ColumnNames.bounds.compactMap { low, high in
      index(low).flatMap { low in index(high).map { (low, $0) } }
    }
    return pairs.count == 1 ? pairs[0] : nil
  }

  func has(_ wanted: String...) -> Bool { wanted.allSatisfy(folded.contains) }

  private static func yearColumns(_ names: [String]) -> [Layout.YearColumn] {
    let days = names.compactMap(YearDate.init)
    let areYears = days.allSatisfy(\.isWholeYear)
    return names.enumerated().compactMap { index, name in
      let year = year(ofColumn: name) ?? (areYears && !days.isEmpty ? YearDate(name)?.year : nil)
      return year.map { Layout.YearColumn(index: index, year: $0) }
    }
  }

  /// `1990` and as programs write it: `YR1990`, `1990 [YR1990]`, `X1990`, `Y1990`, `1990.0`, `1990*`, `1990p`.
  private static func year(ofColumn name: String) -> Int? {
    for prefix in ["YR", "Y", "X"] where name.hasPrefix(prefix) { return year(name.dropFirst(prefix.count)) }
    guard name.utf8.count >= 4, let year = year(String(name.utf8.prefix(4)) ?? "") else { return nil }
    let rest = String(name.utf8.dropFirst(4)) ?? "?"
    return ["", ".0", " [YR\(year)]"].contains(rest) || yearMarks.contains(rest) ? year : nil
  }

  /// What is provisional, revised or estimated has a star or a letter behind its year.
  static let yearMarks: Set<String> = [
    "*", "p", "r", "e", " p", " r", " e", " (est.)", "(p)", " est.", " est", "est", " (p)", " (e)", " (r)",
  ]

  /// Columns that seem to be of a year and are not read as one, such as `2019/20` or `2020Q1`.
  var unreadYearColumns: [Int] {
    let read = Set(yearColumns.map(\.index))
    return names.indices.filter { index in
      let name = names[index]
      guard !read.contains(index), let start = String(name.utf8.prefix(4)) else { return false }
      return Self.year(start) != nil || (name.count > 4 && Self.year(name.suffix(4)) != nil)
    }
  }

  /// Four digits from 1500 to 2200.
  static func year(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let year = Int(text),
      figureYears.contains(year)
    else { return nil }
    return year
  }
}
