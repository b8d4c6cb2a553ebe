import Analysis
import Tabular

/// How far lenses agree over the years, and who stands furthest apart in the last.
package struct LensYearsPage: WrittenPage, Sendable {
  private let pairs: [LensYears]
  private let last: ComparisonPage

  /// - Parameters:
  ///   - pairs: the lenses two by two, over the same years.
  ///   - furthest: how many countries are named for each pair.
  package init(_ pairs: [LensYears], furthest: Int) {
    self.pairs = pairs
    last = ComparisonPage(pairs.map(\.last), yearNote: "", furthest: furthest)
  }

  private static var fields: Fields<LensYears.Point> {
    [
      ("year", { .integer($0.year) }), ("countries", { .integer($0.countries) }),
      ("kendall", { .optional($0.kendall) }), ("spearman", { .optional($0.spearman) }),
      ("spearman_same", { .optional($0.spearmanOfSame) }),
    ]
  }

  /// One row a pair and year.
  package var csv: String {
    let names = ["a", "b"] + Self.fields.dropLast().map(\.name) + ["same_countries"]
    return CSVText.table(
      names + Self.fields.suffix(1).map(\.name),
      pairs.flatMap { pair in
        pair.points.map { point in
          var cells = Self.fields.map { $0.value(point) }
          cells.insert(.integer(pair.sameCountries), at: cells.count - 1)
          return pair.last.names.map { .string($0) } + cells
        }
      })
  }

  /// An array of pairs with their years, their trends, and the last year's countries furthest apart.
  package var json: JSONText { .object([("pairs", .list(pairs, members)), ("last_year", last.json)]) }

  private func members(_ pair: LensYears) -> [(String, JSONText)] {
    [
      ("a", .string(pair.last.first.lens.name)), ("b", .string(pair.last.second.lens.name)),
      ("same_countries", .integer(pair.sameCountries)),
      ("trend_per_decade", .optional(pair.trend(ofSame: false))),
      ("trend_per_decade_same", .optional(pair.trend(ofSame: true))),
      ("years", .list(pair.points) { JSONText.members($0, Self.fields) }),
    ]
  }

  package func write(to out: inout PageText) {
    let years = pairs.first?.points.map(\.year) ?? []
    out.title("Ranks under lenses, \(years.first ?? 0) to \(years.last ?? 0)")
    for pair in pairs {
      out.heading(pair.last.names.joined(separator: " and "))
      out.table(table(pair))
      out.blank()
      out.lines(sentences(pair), areParagraphs: true)
    }
    out.paragraph(
      "kendall (tau-b) and spearman: over the countries that both lenses rank in the year; same: "
        + "Spearman's over those that both rank in every year. Who is ranked changes as figures begin and "
        + "end, so read a trend beside that of the same countries. A trend over a few years says little. "
        + ComparisonPage.ranks)
  }

  private func table(_ pair: LensYears) -> TextTable {
    TextTable(
      [
        .number("year"), .number("countries"), .number("kendall"), .number("spearman"),
        .number("same \(pair.sameCountries)"),
      ],
      pair.points.map { point in
        ["\(point.year)", "\(point.countries)"]
          + [point.kendall, point.spearman, point.spearmanOfSame].map { NumberFormat.fixed($0, 3) }
      })
  }

  /// The trend, then what sets the two apart in the last year.
  private func sentences(_ pair: LensYears) -> [String] {
    var out: [String] = []
    if let first = pair.points.first, let last = pair.points.last, let from = first.spearman,
      let to = last.spearman, first.year < last.year
    {
      var text =
        "From \(first.year) to \(last.year) the rank correlation (Spearman) went from "
        + "\(NumberFormat.fixed(from, 3)) to \(NumberFormat.fixed(to, 3))"
      if let all = pair.trend(ofSame: false) {
        text += "; its trend is \(NumberFormat.signed(all, 3)) a decade"
      }
      if let same = pair.trend(ofSame: true) {
        text +=
          ", over the \(pair.sameCountries) countries ranked in every year \(NumberFormat.signed(same, 3))"
      }
      out.append(text + ".")
    }
    return out + ["In \(pair.last.first.year):"] + last.findings(pair.last)
  }
}
