import Audit
import Scoring
import Tabular

/// How far lenses agree over the years, and who stands furthest apart in the last.
public struct LensYearsPage: Page, Sendable {
  private let pairs: [LensYears]
  private let last: ComparisonPage

  /// - Parameters:
  ///   - pairs: the lenses two by two, over the same years.
  ///   - furthest: how many countries are named for each pair.
  public init(_ pairs: [LensYears], furthest: Int) {
    self.pairs = pairs
    last = ComparisonPage(pairs.map(\.last), yearNote: "", furthest: furthest)
  }

  /// One row a pair and year.
  public var csv: String {
    var out = CSVText(header: [
      "a", "b", "year", "countries", "kendall", "spearman", "same_countries", "spearman_same",
    ])
    for pair in pairs {
      for point in pair.points {
        out.field(pair.last.first.lens.name)
        out.field(pair.last.second.lens.name)
        out.field(point.year)
        out.field(point.countries)
        out.field(point.kendall)
        out.field(point.spearman)
        out.field(pair.sameCountries)
        out.field(point.spearmanOfSame)
        out.endRow()
      }
    }
    return out.text
  }

  /// An array of pairs with their years, their trends, and the last year's countries furthest apart.
  public var json: JSONText {
    .object([
      ("pairs", .array(pairs.map(json))), ("last_year", last.json),
    ])
  }

  private func json(_ pair: LensYears) -> JSONText {
    let years = pair.points.map { point in
      JSONText.object([
        ("year", .integer(point.year)), ("countries", .integer(point.countries)),
        ("kendall", .optional(point.kendall)), ("spearman", .optional(point.spearman)),
        ("spearman_same", .optional(point.spearmanOfSame)),
      ])
    }
    return .object([
      ("a", .string(pair.last.first.lens.name)), ("b", .string(pair.last.second.lens.name)),
      ("same_countries", .integer(pair.sameCountries)),
      ("trend_per_decade", .optional(pair.trend(ofSame: false))),
      ("trend_per_decade_same", .optional(pair.trend(ofSame: true))),
      ("years", .array(years)),
    ])
  }

  /// The page for a terminal.
  public func plain(width: Int?, bold: Bool) -> String {
    var out = title + "\n"
    for pair in pairs {
      out += "\n\(heading(pair))\n\n" + table(pair).plain(width: width, bold: bold) + "\n"
      out += sentences(pair).map { Prose.wrapped($0, width: width) + "\n" }.joined()
    }
    return out + "\n" + Prose.wrapped(Self.legend, width: width) + "\n"
  }

  /// The page as Markdown.
  public var markdown: String {
    var out = "# \(MarkdownText.escape(title))\n"
    for pair in pairs {
      out += "\n## \(MarkdownText.escape(heading(pair)))\n\n" + table(pair).escaped.markdown + "\n"
      out += sentences(pair).map { MarkdownText.escape($0) + "\n" }.joined(separator: "\n")
    }
    return out + "\n" + MarkdownText.escape(Self.legend) + "\n"
  }

  private static let legend =
    "kendall (tau-b) and spearman: over the countries that both lenses rank in the year; same: "
    + "Spearman's over those that both rank in every year. Who is ranked changes as figures begin and "
    + "end, so read a trend beside that of the same countries. A trend over a few years says little."

  private var title: String {
    let years = pairs.first?.points.map(\.year) ?? []
    return "Ranks under lenses, \(years.first ?? 0) to \(years.last ?? 0)"
  }

  private func heading(_ pair: LensYears) -> String {
    "\(pair.last.first.lens.name) and \(pair.last.second.lens.name)"
  }

  private func table(_ pair: LensYears) -> TextTable {
    var out = TextTable([
      .number("year"), .number("countries"), .number("kendall"), .number("spearman"),
      .number("same \(pair.sameCountries)"),
    ])
    for point in pair.points {
      out.append([
        "\(point.year)", "\(point.countries)", NumberFormat.fixed(point.kendall, 3),
        NumberFormat.fixed(point.spearman, 3), NumberFormat.fixed(point.spearmanOfSame, 3),
      ])
    }
    return out
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
        text += "; its trend is \(Self.signed(all)) a decade"
      }
      if let same = pair.trend(ofSame: true) {
        text +=
          ", over the \(pair.sameCountries) countries ranked in every year \(Self.signed(same))"
      }
      out.append(text + ".")
    }
    return out + ["In \(pair.last.first.year):"] + last.findings(pair.last)
  }

  private static func signed(_ value: Double) -> String {
    let text = NumberFormat.fixed(value, 3)
    return value > 0 && text != "0.000" ? "+" + text : text
  }
}
