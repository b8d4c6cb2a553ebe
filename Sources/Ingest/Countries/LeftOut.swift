import IndexModel

/// How many rows were left out because they hold no figures of a country of the table, and about
/// what they are.
struct LeftOut: Sendable {
  /// A reason that lies in the row and not in the area it is about.
  enum Reason: Int, CaseIterable {
    /// A year before there are figures.
    case early
    /// A name that nobody knows, without a figure.
    case empty
    case header
    /// A row whose status says that nothing was observed.
    case unobserved
    /// A name that nobody knows, in a year that is not wanted.
    case unknownThen
  }

  /// How many rows, by the place of their area in the table.
  private var counts: [Int] = []
  /// The areas met, in the order of the file.
  private var met: [Int] = []
  /// The first few names that nobody knows, without figures.
  private var unknown: [String] = []
  private var others = [Int](repeating: 0, count: Reason.allCases.count)

  /// Counts rows about the area at this place in `CountryTable.areas`.
  mutating func count(area: Int, _ rows: Int = 1) {
    if area >= counts.count { counts += repeatElement(0, count: area + 1 - counts.count) }
    if counts[area] == 0 { met.append(area) }
    counts[area] += rows
  }

  /// Counts a row that is left out for another reason.
  mutating func count(_ reason: Reason) { others[reason.rawValue] += 1 }

  /// Counts a row without figures about something that nobody knows.
  mutating func count(unknown name: @autoclosure () -> String) {
    others[Reason.empty.rawValue] += 1
    if unknown.count < Self.keptNames { unknown.append(name()) }
  }

  private static let keptNames = 60

  /// The headings among them that divide figures, such as by sex, or number tables.
  var divisions: [String] {
    unknown.filter { name in
      Division.isPart(name)
        || ["table", "panel", "section", "part", "tableau", "cuadro", "tabla", "tabelle"].contains {
          name.lowercased().hasPrefix($0 + " ") && name.dropFirst($0.count + 1).first?.isNumber == true
        }
    }
  }

  /// Adds the counts of the part of the table that comes next.
  mutating func append(_ other: LeftOut) {
    for area in other.met { count(area: area, other.counts[area]) }
    for reason in Reason.allCases { others[reason.rawValue] += other.others[reason.rawValue] }
    unknown += other.unknown.prefix(max(0, Self.keptNames - unknown.count))
  }

  /// The areas met and the rows about each, in the order of the file.
  func areas(of table: CountryTable) -> [(area: Area, rows: Int)] {
    met.map { (table.areas[$0], counts[$0]) }
  }

  /// How many rows of each kind were left out, and the first few names; nil when none was.
  func message(_ table: CountryTable) -> String? {
    let all = areas(of: table)
    var parts = Self.kinds.compactMap { kind, words -> String? in
      let own = all.filter { $0.area.kind == kind }
      guard !own.isEmpty else { return nil }
      let rows = own.reduce(0) { $0 + $1.rows }
      return "\(rows) \(words) (\(Self.sample(own.map(\.area.name))))"
    }
    for reason in Reason.allCases where others[reason.rawValue] > 0 {
      let names = reason == .empty && !unknown.isEmpty ? " (\(Self.sample(unknown)))" : ""
      parts.append("\(others[reason.rawValue]) \(Self.words(for: reason))\(names)")
    }
    return parts.isEmpty ? nil : "rows left out: " + parts.joined(separator: ", ")
  }

  private static let kinds: [(kind: Area.Kind, words: String)] = [
    (.aggregate, "of aggregates"), (.ended, "of states that ended"), (.part, "of parts of countries"),
    (.elsewhere, "of countries that are not in countries.csv"),
  ]

  private static func words(for reason: Reason) -> String {
    switch reason {
    case .early: "of years before \(figureYears.lowerBound)"
    case .empty: "of unknown names without figures"
    case .header: "that repeat the header"
    case .unknownThen: "of unknown names in years that are left out"
    case .unobserved: "whose status says that nothing was observed"
    }
  }

  private static func sample(_ names: [String]) -> String {
    let shown = names.prefix(3).map { $0.count > 60 ? $0.prefix(60) + "…" : $0 }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}
