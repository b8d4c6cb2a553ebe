import Analysis
import Foundation
import IndexModel
import Scoring
import Tabular
import Testing

@testable import Reporting

/// What tables of ranks, neighbours, groups and years say of the shipped figures, worked out anew.
@Suite("Claims of the pages of scores") struct PageClaimTests {
  @Test("a rank range is that of the same countries with each dimension left out in turn") func ranges()
    throws
  {
    for table in try ShippedWorld.shared().all where table.dimensions.count > 1 && table.ownShares == nil {
      let ranked = table.ranked
      var ranks = [Anew.ranks(ranked.map { table.score($0) ?? .nan })]
      for left in table.dimensions {
        ranks.append(Anew.ranks(ranked.map { Self.score($0, table.dimensions.filter { $0 != left }, table) }))
      }
      let ranges = RankRange.leavingOutEachDimension(table)
      for (place, row) in ranked.enumerated() {
        let own = ranks.map { $0[place] }
        let range = RankRange(best: own.min() ?? 0, worst: own.max() ?? 0)
        // Sums in another order may part two that are level.
        #expect(
          abs((ranges[row]?.best ?? 0) - range.best) <= 1
            && abs((ranges[row]?.worst ?? 0) - range.worst) <= 1, "\(table.title) \(table.name(row))")
      }
    }
  }

  /// The mean of the dimensions that a country has, by the formula.
  private static func score(_ row: RowIndex, _ dimensions: [NodeIndex], _ table: ScoreTable) -> Double {
    let present = dimensions.compactMap { node in table.score(node, row).map { (table.weights[node], $0) } }
    let whole = present.reduce(0) { $0 + $1.0 }
    let floor = table.lens.aggregation.floor
    switch table.lens.aggregation.dimensions {
    case .arithmetic: return present.reduce(0) { $0 + $1.0 / whole * $1.1 }
    default: return present.reduce(1) { $0 * pow(max($1.1, floor), $1.0 / whole) }
    }
  }

  @Test("beside every rank of a comparison stands a range that holds it") func compared() throws {
    let pairs = LensComparison.pairs(try ShippedWorld.shared().tables[2023] ?? [])
    let page = ComparisonPage(pairs, yearNote: "", furthest: 3)
    var seen = 0
    for pair in pairs {
      for sentence in page.findings(pair) where sentence.contains(" is number ") {
        for match in sentence.matches(of: /(\d+) \((\d+)(?:–(\d+))?\) (?:of \d+ )?under/) {
          let (rank, best) = (Int(match.1) ?? 0, Int(match.2) ?? 0)
          #expect(best <= rank && rank <= match.3.flatMap { Int($0) } ?? best, "\(sentence)")
          seen += 1
        }
      }
    }
    #expect(seen == 2 * pairs.reduce(0) { $0 + $1.shifts.prefix(3).count { $0.distance > 0 } })
  }

  @Test("own scores and neighbours' means correlate as is said, and who is not shown is named")
  func neighbours() throws {
    for table in try ShippedWorld.shared().all {
      let text = NeighbourhoodPage(table).plain(width: nil, bold: false)
      let all = table.neighbourhoods()
      let known = all.filter { $0.gap != nil }
      let means = known.map { own in Anew.mean(own.ranked.compactMap { table.score($0) }) }
      let rho = Anew.spearman(known.compactMap(\.score), means)
      let match = try #require(
        text.firstMatch(of: /Over (\d+) countries, own .* correlate by (−?[0-9.]+) \(S/))
      #expect(
        Int(match.1) == known.count && abs(match.2.number - rho) <= 0.00501, "\(table.title) \(match.0)")
      for own in known {
        #expect(2 * own.ranked.count >= own.neighbours.count && table.rank(own.country) != nil)
      }
      let hidden = all.filter { $0.gap == nil }
      for own in hidden {
        #expect(table.rank(own.country) == nil || 2 * own.ranked.count < own.neighbours.count)
        #expect(text.contains(table.name(own.country)))
      }
      #expect(text.contains("Not shown, since") == !hidden.isEmpty)
    }
  }

  @Test("a group is covered whole only where everybody in it lives in a ranked country") func covered() throws
  {
    for table in try ShippedWorld.shared().all {
      for grouping in [Grouping.region, .subregion, .world] {
        let groups = table.groups(by: grouping)
        let lines = GroupResults.listing(table, groups).plain(width: nil).split(separator: "\n").dropFirst()
        for (group, line) in zip(groups, lines) {
          let people = group.members.compactMap(\.population).reduce(0, +)
          let ranked = group.members.filter { table.score($0.country) != nil && $0.population != nil }
          let part = ranked.compactMap(\.population).reduce(0, +)
          #expect(line.contains(" 100 %") == (part == people), "\(table.title): \(line)")
          #expect(line.contains(" 0 %") == (part == 0), "\(table.title): \(line)")
          guard part > 0 else { continue }
          let sum = ranked.reduce(0) { $0 + (table.score($1.country) ?? 0) * ($1.population ?? 0) }
          #expect(abs(sum / part - (group.score ?? .nan)) < 1e-9, "\(table.title): \(line)")
        }
      }
    }
  }

  @Test("what rose and what fell most over the years did") func movers() throws {
    let world = try ShippedWorld.shared()
    for (place, lens) in world.lenses.enumerated() {
      let tables = ShippedWorld.years.compactMap { world.tables[$0]?[place] }
      let rows = try #require(tables.last).rows.map { row -> SeriesListing.Row in
        let name = tables[0].name(row)
        return SeriesListing.Row(labels: [name], name: name, scores: tables.map { $0.score(row) })
      }
      let listing = SeriesListing(years: ShippedWorld.years, labels: [.text("country")], rows: rows)
      let text = listing.movers(atMost: 5)
      for (word, sign) in [("rises", 1.0), ("falls", -1)] {
        let moved = rows.compactMap { row -> (String, Double)? in
          guard let first = row.scores[0], let last = row.scores[4] else { return nil }
          return (row.name, sign * (last - first))
        }.filter { $0.1 >= 0.05 }
        let sentence = text.first { $0.contains(word) } ?? ""
        #expect(sentence.isEmpty == moved.isEmpty)
        #expect(sentence.hasPrefix("largest ") == (moved.count > 5), "\(lens.name): \(sentence)")
        let named = moved.filter { sentence.contains("\($0.0) \(sign > 0 ? "+" : "−")") }
        #expect(named.count >= min(5, moved.count), "\(lens.name): \(sentence)")
        let least = named.map(\.1).sorted(by: >).prefix(5).last ?? 0
        #expect(moved.count { $0.1 > least + 1e-12 } < 5, "\(lens.name): \(sentence)")
      }
    }
  }

  @Test("the world's years of arms are counted as they are, and parts sum to the whole") func dilemma() throws
  {
    let cube = try ShippedWorld.shared().cube
    let place = try #require(
      cube.framework.indicatorIndices.first { cube.framework.indicators[$0].id.rawValue == "military-effort" }
    )
    for years in [1990...2024, 2022...2023, 2015...2019] as [ClosedRange<Year>] {
      let found = SecurityDilemma(
        cube, indicator: place, countries: Array(cube.countryIndices), years: years, carryForward: 10)
      let text = DilemmaPage(found, cube, cube.framework.indicators[place]).plain(width: nil, bold: false)
      let points = found.countries.flatMap(\.points).compactMap { point in
        point.ownChange.flatMap { own in point.neighboursChange.map { (own, $0) } }
      }
      let match = try #require(
        text.firstMatch(
          of:
            /World: of (\d+) years compared in (\d+) countries, both rose in ([0-9.]+) %, both fell in ([0-9.]+) % and they went apart in ([0-9.]+) %(?:; in ([0-9.]+) % one of them did not change)?\. .* risen in ([0-9.]+) %/
        ))
      func share(_ condition: ((Double, Double)) -> Bool) -> Double {
        100 * Double(points.count(where: condition)) / Double(points.count)
      }
      #expect(Int(match.1) == points.count)
      #expect(Int(match.2) == found.countries.count { $0.points.contains { $0.course != nil } })
      let own = [
        share { $0.0 > 0 && $0.1 > 0 }, share { $0.0 < 0 && $0.1 < 0 }, share { $0.0 * $0.1 < 0 },
        share { $0.0 == 0 || $0.1 == 0 }, share { $0.0 > 0 } * share { $0.1 > 0 } / 100,
      ]
      let printed = [match.3.number, match.4.number, match.5.number, match.6?.number ?? 0, match.7.number]
      #expect(zip(own, printed).allSatisfy { abs($0 - $1) <= 0.0501 }, "\(years) \(own) \(printed)")
      #expect(abs(printed.prefix(4).reduce(0, +) - 100) <= 0.2001)
    }
  }

  @Test("how often a country and its neighbours both raised what they bear, and how changes correlate")
  func courses() throws {
    let cube = try ShippedWorld.shared().cube
    let place = try #require(
      cube.framework.indicatorIndices.first { cube.framework.indicators[$0].id.rawValue == "military-effort" }
    )
    let found = SecurityDilemma(
      cube, indicator: place, countries: Array(cube.countryIndices), years: 1990...2024, carryForward: 10)
    var page = DilemmaPage(found, cube, cube.framework.indicators[place])
    page.level = .year
    let text = page.plain(width: nil, bold: false)
    for course in found.countries {
      let points = course.points.compactMap { point in
        point.ownChange.flatMap { own in point.neighboursChange.map { (own, $0) } }
      }
      guard !points.isEmpty else { continue }
      let rose = points.count { $0.0 > 0 && $0.1 > 0 }
      let fell = points.count { $0.0 < 0 && $0.1 < 0 }
      let share = NumberFormat.percent(Double(rose) / Double(points.count))
      let count = points.count == 1 ? "1 year" : "\(points.count) years"
      let neighbours = course.neighbours == 1 ? "1 land neighbour" : "\(course.neighbours) land neighbours"
      let name = cube.countries[course.country].name
      let start =
        "\n\(name), \(neighbours): of \(count) compared, both rose in \(rose) (\(share)) and both fell in \(fell)"
      #expect(text.contains(start), "\(start)")
      let rho = Anew.pearson(points.map(\.0), points.map(\.1))
      let says = text.contains(
        start + "; the changes correlate by \(NumberFormat.fixed(rho, 2)) (n = \(points.count)).")
      #expect(says == (points.count > 2 && rho.isFinite), "\(start) \(rho)")
    }
  }
}
