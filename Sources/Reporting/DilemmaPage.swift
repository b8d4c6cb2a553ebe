import HumanSecurity
import Scoring
import Tabular

/// The security dilemma for people and programs.
public struct DilemmaPage: Sendable {
  /// What a row stands for.
  public enum Level: String, Sendable, CaseIterable {
    case country, year
  }

  let dilemma: SecurityDilemma
  private let cube: ObservationCube
  private let indicator: Indicator
  /// The countries that are shown, in order.
  let shown: [SecurityDilemma.CountryCourse]

  /// Fewer years compared than these say little: such countries stand last.
  public static let fewYears = 10

  /// - Parameters:
  ///   - indicator: what the figures are called.
  ///   - countries: which countries of the cube are shown; nil for all, those first of whose years the
  ///     greatest share saw both rise.
  public init(
    _ dilemma: SecurityDilemma, _ cube: ObservationCube, _ indicator: Indicator,
    countries: [Int]? = nil
  ) {
    self.dilemma = dilemma
    self.cube = cube
    self.indicator = indicator
    if let countries {
      shown = countries.compactMap { place in dilemma.countries.first { $0.country == place } }
    } else {
      shown = dilemma.countries.filter { $0.compared > 0 }
        .sorted { Self.sortKey($0) < Self.sortKey($1) }
    }
  }

  private static func sortKey(_ course: SecurityDilemma.CountryCourse) -> (Int, Double, Int, Int) {
    (
      course.compared < fewYears ? 1 : 0, -(course.shareBothRose ?? 0), -course.compared,
      course.country
    )
  }

  private func country(_ course: SecurityDilemma.CountryCourse) -> Country {
    cube.countries[course.country]
  }

  private var title: String {
    let years = "\(dilemma.years.lowerBound) to \(dilemma.years.upperBound)"
    if let stage { return "\(indicator.name): \(stage), own beside land neighbours, \(years)" }
    return "\(indicator.name)\(indicator.unit.isEmpty ? "" : ", " + indicator.unit): own beside "
      + "land neighbours, \(years)"
  }

  /// Of which stage the figures are, where the indicator's name and unit are those of a later one.
  private var stage: String? {
    let derivation = indicator.derivation
    var rules: [String] = []
    if let rule = derivation.neighbours { rules.append("\(rule.rawValue) of the neighbourhood") }
    if let years = derivation.meanOver { rules.append("mean over \(years) years") }
    if let years = derivation.changeOver { rules.append("change over \(years) years") }
    if rules.isEmpty { return nil }
    return "figures before the \(rules.joined(separator: " and the ")) is taken"
  }

  // MARK: - CSV and JSON

  /// A row a country, or a row a country and year.
  public func csv(_ level: Level) -> String {
    level == .country ? countryCSV : yearCSV
  }

  private var countryCSV: String {
    var out = CSVText(header: [
      "iso3", "country", "neighbours", "years_compared", "both_rose", "both_fell",
      "share_both_rose", "correlation",
    ])
    for course in shown {
      out.field(country(course).code.description)
      out.field(country(course).name)
      out.field(course.neighbours)
      out.field(course.compared)
      out.field(course.years(.bothRose))
      out.field(course.years(.bothFell))
      out.field(course.shareBothRose)
      out.field(course.correlation)
      out.endRow()
    }
    return out.text
  }

  private var yearCSV: String {
    var out = CSVText(header: [
      "iso3", "country", "year", "own", "neighbours", "neighbours_known", "neighbours_all",
      "own_change", "neighbours_change", "course",
    ])
    for course in shown {
      for point in course.points {
        out.field(country(course).code.description)
        out.field(country(course).name)
        out.field(point.year)
        out.field(point.own)
        out.field(point.neighbours)
        out.field(point.known)
        out.field(course.neighbours)
        out.field(point.ownChange)
        out.field(point.neighboursChange)
        out.field(point.course?.rawValue ?? "")
        out.endRow()
      }
    }
    return out.text
  }

  /// One object: indicator, years, world, and an array of countries, with their years if asked for.
  public func json(_ level: Level) -> JSONText {
    .object([
      ("indicator", .string(indicator.id.rawValue)), ("unit", .string(stage ?? indicator.unit)),
      ("first_year", .integer(dilemma.years.lowerBound)),
      ("last_year", .integer(dilemma.years.upperBound)), ("world", worldJSON),
      ("countries", .array(shown.map { json($0, level) })),
      ("note", .string(dilemma.world == nil ? Self.incomparable : Self.caution)),
    ])
  }

  private var worldJSON: JSONText {
    guard let world = dilemma.world else { return .null }
    return .object([
      ("countries", .integer(world.countries)), ("compared", .integer(world.compared)),
      ("both_rose", .number(world.bothRose)), ("both_fell", .number(world.bothFell)),
      ("apart", .number(world.apart)), ("both_rose_if_independent", .number(world.expected)),
    ])
  }

  private func json(_ course: SecurityDilemma.CountryCourse, _ level: Level) -> JSONText {
    let years = course.points.map { point in
      JSONText.object([
        ("year", .integer(point.year)), ("own", .optional(point.own)),
        ("neighbours", .optional(point.neighbours)), ("neighbours_known", .integer(point.known)),
        ("own_change", .optional(point.ownChange)),
        ("neighbours_change", .optional(point.neighboursChange)),
        ("course", point.course.map { .string($0.rawValue) } ?? .null),
      ])
    }
    return .object(
      [
        ("iso3", .string(country(course).code.description)),
        ("country", .string(country(course).name)), ("neighbours", .integer(course.neighbours)),
        ("years_compared", .integer(course.compared)),
        ("both_rose", .integer(course.years(.bothRose))),
        ("both_fell", .integer(course.years(.bothFell))),
        ("share_both_rose", .optional(course.shareBothRose)),
        ("correlation", .optional(course.correlation)),
      ] + (level == .year ? [("years", .array(years))] : []))
  }
}

// MARK: - Pages

extension DilemmaPage {
  /// What both rising does not show.
  public static let caution =
    "A shared rise proves no cause: both may answer to a third state, to a war far away or to a "
    + "shrinking economy, and neighbours are counted on both sides of their border."

  private static let legend =
    "A year is compared where own figures and those of at least half of the neighbours stand for it "
    + "and for the year before; nothing is carried forward. correlation: Pearson's, of the yearly "
    + "changes of both, over the years compared. Countries compared in fewer than \(fewYears) years "
    + "stand last."

  /// The page for a terminal.
  public func plain(_ level: Level, width: Int?, bold: Bool) -> String {
    var out = title + "\n"
    for part in parts(level) {
      if let heading = part.heading { out += "\n" + Prose.wrapped(heading, width: width) + "\n" }
      out += "\n" + part.table.plain(width: width, bold: bold)
    }
    return out + "\n" + notes.map { Prose.wrapped($0, width: width) + "\n" }.joined()
  }

  /// The page as Markdown.
  public func markdown(_ level: Level) -> String {
    var out = "# \(MarkdownText.escape(title))\n"
    for part in parts(level) {
      if let heading = part.heading { out += "\n\(MarkdownText.escape(heading))\n" }
      out += "\n" + part.table.escaped.markdown
    }
    return out + "\n" + notes.map { MarkdownText.escape($0) + "\n" }.joined(separator: "\n")
  }

  private static let incomparable =
    "Nothing can be compared: no country has figures of two years in a row, both of its own and of "
    + "at least half of its neighbours."

  private var notes: [String] { [worldSentence ?? Self.incomparable, Self.caution, Self.legend] }

  private var worldSentence: String? {
    guard let world = dilemma.world else { return nil }
    let shares = [world.bothRose, world.bothFell, world.apart, world.expected].map {
      NumberFormat.fixed(100 * $0, 1) + " %"
    }
    return "World: of \(world.compared) years of \(world.countries) countries, both rose in "
      + "\(shares[0]), both fell in \(shares[1]) and they went apart in \(shares[2]). Were the two "
      + "independent, both would have risen in \(shares[3])."
  }

  private func parts(_ level: Level) -> [(heading: String?, table: TextTable)] {
    level == .country
      ? [(nil, countryTable)] : shown.map { (sentence($0), yearTable($0)) }
  }

  private func sentence(_ course: SecurityDilemma.CountryCourse) -> String {
    let name = country(course).name
    let count = course.neighbours == 1 ? "1 land neighbour" : "\(course.neighbours) land neighbours"
    guard let share = course.shareBothRose else {
      return "\(name), \(count): no year can be compared."
    }
    let correlation = course.correlation.map {
      "; the changes correlate by \(NumberFormat.fixed($0, 2)) (n = \(course.compared))"
    }
    return "\(name), \(count): of \(course.compared) years compared, both rose in "
      + "\(course.years(.bothRose)) (\(NumberFormat.percent(share))) and both fell in "
      + "\(course.years(.bothFell))\(correlation ?? "")."
  }

  private var countryTable: TextTable {
    var out = TextTable([
      .text("country", shrinksTo: 12), .number("neighbours"), .number("years"),
      .number("both rose"), .number("both fell"), .number("share rose"), .number("correlation"),
    ])
    for course in shown {
      out.append([
        country(course).name, "\(course.neighbours)", "\(course.compared)",
        "\(course.years(.bothRose))", "\(course.years(.bothFell))",
        course.shareBothRose.map(NumberFormat.percent) ?? "–",
        NumberFormat.fixed(course.correlation, 2),
      ])
    }
    return out
  }

  private func yearTable(_ course: SecurityDilemma.CountryCourse) -> TextTable {
    var out = TextTable([
      .number("year"), .number("own"), .number("neighbours"), .number("known"),
      .number("own change"), .number("their change"), .text("course"),
    ])
    for point in course.points {
      out.append([
        "\(point.year)", NumberFormat.fixed(point.own, 2), NumberFormat.fixed(point.neighbours, 2),
        "\(point.known)/\(course.neighbours)", NumberFormat.fixed(point.ownChange, 2),
        NumberFormat.fixed(point.neighboursChange, 2), point.course?.rawValue ?? "–",
      ])
    }
    return out
  }
}
