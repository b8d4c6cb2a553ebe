import Analysis
import Audit
import IndexModel
import Tabular

/// The security dilemma for people and programs.
package struct DilemmaPage: WrittenPage, Sendable {
  /// What a row stands for.
  package enum Level: String, Sendable, CaseIterable { case country, year }

  package var level = Level.country
  private let dilemma: SecurityDilemma
  private let cube: ObservationCube
  private let indicator: Indicator
  /// The countries that are shown, in order.
  private let shown: [SecurityDilemma.CountryCourse]
  /// Whether they stand in order of how often both rose.
  private let isSorted: Bool

  /// Fewer years compared than these say little: such countries stand last.
  private static let fewYears = 10

  /// - Parameters:
  ///   - indicator: what the figures are called.
  ///   - countries: those shown; nil for all, first those whose years most often saw both rise.
  package init(
    _ dilemma: SecurityDilemma, _ cube: ObservationCube, _ indicator: Indicator,
    countries: [CountryIndex]? = nil
  ) {
    (self.dilemma, self.cube, self.indicator) = (dilemma, cube, indicator)
    isSorted = countries == nil
    if let countries {
      shown = countries.compactMap { place in dilemma.countries.first { $0.country == place } }
    } else {
      shown = dilemma.countries.filter { $0.compared > 0 }.sorted { Self.sortKey($0) < Self.sortKey($1) }
    }
  }

  private static func sortKey(_ course: SecurityDilemma.CountryCourse) -> (Int, Double, Int, CountryIndex) {
    (course.compared < fewYears ? 1 : 0, -(course.shareBothRose ?? 0), -course.compared, course.country)
  }

  private func country(_ course: SecurityDilemma.CountryCourse) -> Country { cube.countries[course.country] }

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

  private var countryFields: Fields<SecurityDilemma.CountryCourse> {
    [
      ("iso3", { .string(country($0).code.description) }), ("country", { .string(country($0).name) }),
      ("neighbours", { .integer($0.neighbours) }), ("years_compared", { .integer($0.compared) }),
      ("both_rose", { .integer($0.years(.bothRose)) }), ("both_fell", { .integer($0.years(.bothFell)) }),
      ("share_both_rose", { .optional($0.shareBothRose) }), ("correlation", { .optional($0.correlation) }),
    ]
  }

  private static var yearFields: Fields<SecurityDilemma.Point> {
    [
      ("year", { .integer($0.year) }), ("own", { .optional($0.own) }),
      ("neighbours", { .optional($0.neighbours) }), ("neighbours_known", { .integer($0.known) }),
      ("own_change", { .optional($0.ownChange) }), ("neighbours_change", { .optional($0.neighboursChange) }),
      ("course", { .optional($0.course?.rawValue) }),
    ]
  }

  /// A row a country, or a row a country and year.
  package var csv: String {
    if level == .country { return CSVText.table(shown, countryFields) }
    var names = ["iso3", "country"] + Self.yearFields.map(\.name)
    names.insert("neighbours_all", at: 6)
    return CSVText.table(
      names,
      shown.flatMap { course in
        course.points.map { point in
          var cells = (country(course).members + JSONText.members(point, Self.yearFields)).map(\.1)
          cells.insert(.integer(course.neighbours), at: 6)
          return cells
        }
      })
  }

  /// One object: indicator, years, world, and an array of countries, with their years if asked for.
  package var json: JSONText {
    .object([
      ("indicator", .string(indicator.id.rawValue)), ("unit", .string(stage ?? indicator.unit)),
      ("first_year", .integer(dilemma.years.lowerBound)), ("last_year", .integer(dilemma.years.upperBound)),
      ("world", worldJSON), ("countries", .list(shown, members)),
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

  private func members(_ course: SecurityDilemma.CountryCourse) -> [(String, JSONText)] {
    let years = JSONText.list(course.points) { JSONText.members($0, Self.yearFields) }
    return JSONText.members(course, countryFields) + (level == .year ? [("years", years)] : [])
  }

  // MARK: - Pages

  /// What both rising does not show.
  private static let caution =
    "A shared rise proves no cause: both may answer to a third state, to a war far away or to a "
    + "shrinking economy, and neighbours are counted on both sides of their border."

  private static let legend =
    "A year is compared where own figures and those of at least half of the neighbours stand for it "
    + "and for the year before; nothing is carried forward. correlation: Pearson's, of the yearly "
    + "changes of both, over the years compared, three at least."

  /// Said where the order is by share and some are put last.
  private var order: String {
    guard isSorted, shown.contains(where: { $0.compared >= Self.fewYears }),
      shown.contains(where: { $0.compared < Self.fewYears })
    else { return "" }
    return " Countries compared in fewer than \(Self.fewYears) years stand last."
  }

  package func write(to out: inout PageText) {
    out.title(title)
    if level == .country { out.table(countryTable) }
    for course in level == .year ? shown : [] {
      out.paragraph(sentence(course))
      out.table(yearTable(course))
    }
    out.blank()
    out.lines([worldSentence ?? Self.incomparable, Self.caution, Self.legend + order], areParagraphs: true)
  }

  private static let incomparable =
    "Nothing can be compared: no country has figures of two years in a row, both of its own and of "
    + "at least half of its neighbours."

  private var worldSentence: String? {
    guard let world = dilemma.world else { return nil }
    let shares = [world.bothRose, world.bothFell, world.apart, world.expected].map { SampledWords.tenths($0) }
    let unchanged = 1 - world.bothRose - world.bothFell - world.apart
    let still = unchanged > 1e-9 ? "; in \(SampledWords.tenths(unchanged)) one of them did not change" : ""
    return "World: of \(CountWords.of(world.compared, "year")) compared in "
      + "\(CountWords.of(world.countries, "country", "countries")), both rose in \(shares[0]), both fell in "
      + "\(shares[1]) and they went apart in \(shares[2])\(still). Were the two independent, both would have "
      + "risen in \(shares[3])."
  }

  private func sentence(_ course: SecurityDilemma.CountryCourse) -> String {
    let name = country(course).name
    let count = CountWords.of(course.neighbours, "land neighbour")
    guard let share = course.shareBothRose else { return "\(name), \(count): no year can be compared." }
    let correlation = course.correlation.map {
      "; the changes correlate by \(NumberFormat.fixed($0, 2)) (n = \(course.compared))"
    }
    return "\(name), \(count): of \(CountWords.of(course.compared, "year")) compared, both rose in "
      + "\(course.years(.bothRose)) (\(NumberFormat.percent(share))) and both fell in "
      + "\(course.years(.bothFell))\(correlation ?? "")."
  }

  private var countryTable: TextTable {
    TextTable(
      [
        .text("country", shrinksTo: 12), .number("neighbours"), .number("years"), .number("both rose"),
        .number("both fell"), .number("share rose"), .number("correlation"),
      ],
      shown.map { course in
        [
          country(course).name, "\(course.neighbours)", "\(course.compared)", "\(course.years(.bothRose))",
          "\(course.years(.bothFell))", course.shareBothRose.map(NumberFormat.percent) ?? "–",
          NumberFormat.fixed(course.correlation, 2),
        ]
      })
  }

  private func yearTable(_ course: SecurityDilemma.CountryCourse) -> TextTable {
    TextTable(
      [
        .number("year"), .number("own"), .number("neighbours"), .number("known"), .number("own change"),
        .number("their change"), .text("course"),
      ],
      course.points.map { point in
        [
          "\(point.year)", NumberFormat.fixed(point.own, 2), NumberFormat.fixed(point.neighbours, 2),
          "\(point.known)/\(course.neighbours)", SmallNumber.fixed(point.ownChange, 2),
          SmallNumber.fixed(point.neighboursChange, 2), point.course?.rawValue ?? "–",
        ]
      })
  }
}
