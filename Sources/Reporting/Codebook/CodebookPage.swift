import Analysis
import IndexModel
import Scoring
import Tabular

/// The codebook: what each indicator measures, why, from where, and how its figures are spread.
package struct CodebookPage: WrittenPage, Sendable {
  private let table: ScoreTable
  private let indicators: [IndicatorIndex]
  private let isListing: Bool

  /// - Parameter chosen: the indicators to describe; none for all: those that are scored in the order of the
  ///   framework, then those that are only divided by or multiplied with.
  package init(_ table: ScoreTable, _ chosen: [IndicatorIndex] = []) {
    let framework = table.framework
    let scored = framework.dimensions.flatMap { framework.leaves(below: $0) }.compactMap {
      framework.nodes[$0].indicator
    }
    let others = framework.indicatorIndices.filter { framework.indicators[$0].dimension == nil }
    self.table = table
    indicators = chosen.isEmpty ? scored + others : chosen
    isListing = chosen.isEmpty
  }

  private var entries: [CodebookEntry] {
    zip(indicators, ScoreCompanions.all(table, indicators)).map {
      CodebookEntry(table: table, profile: IndicatorProfile(table, $0), companions: $1)
    }
  }

  package var csv: String { CodebookData(table: table, entries: entries).csv }
  package var json: JSONText { CodebookData(table: table, entries: entries).json }

  /// For a terminal the listing or the pages that were chosen; in Markdown every page below the listing.
  package func write(to out: inout PageText) {
    if isListing { writeListing(to: &out) }
    guard !isListing || out.isMarkdown else { return }
    for (place, entry) in entries.enumerated() {
      if !isListing, place > 0 { out.blank() }
      IndicatorSheet(entry: entry, level: isListing ? 2 : 1).write(to: &out)
    }
  }

  private func writeListing(to out: inout PageText) {
    let profiles = indicators.map { IndicatorProfile(table, $0) }
    let weighed = profiles.filter { $0.effectiveWeight > 0 }
    out.title("Codebook of indicators: \(table.lens.displayTitle), \(table.year)", wraps: true)
    if out.isMarkdown { out.paragraph(Self.origin(table)) }
    out.table(CodebookListing(table: table, profiles: out.isMarkdown ? profiles : weighed).text)
    out.blank()
    out.lines(notes(profiles.count - weighed.count, out.isMarkdown), areParagraphs: true)
  }

  private static func origin(_ table: ScoreTable) -> String {
    "Written by hsi indicators --format md. Values, scores and correlations are those of "
      + "\(table.year) under the lens \(table.lens.name), over its \(table.countries.count) countries. "
      + "Nothing that is imputed counts."
  }

  private func notes(_ unweighed: Int, _ isMarkdown: Bool) -> [String] {
    var notes = [
      "weight: share of the index. countries: those with a value, of \(table.countries.count). years: of the "
        + "figures. at 0, at 100: the share of the countries scored that have the worst and the best score."
    ]
    if isMarkdown { return notes }
    notes[0] += " hsi indicators ID prints the page of one indicator."
    if unweighed > 0 {
      let (count, verb) = (CountWords.of(unweighed, "series", "series"), unweighed == 1 ? "has" : "have")
      notes.append(
        "\(count) of the catalogue \(verb) no weight under this lens; --format csv, json and md have them too."
      )
    }
    return notes
  }
}

/// The indicators in rows, by dimension and component.
struct CodebookListing {
  let table: ScoreTable
  let profiles: [IndicatorProfile]

  var text: TextTable {
    var last = ""
    return TextTable(
      [
        .text("component", shrinksTo: 12), .text("indicator", shrinksTo: 22), .text("unit", shrinksTo: 9),
        .number("weight"), .number("countries"), .text("years"), .number("at 0"), .number("at 100"),
      ],
      profiles.map { profile in
        let path = table.framework.indicators[profile.indicator].dimension?.description ?? "not scored"
        defer { last = path }
        return row(profile, path == last ? "" : path)
      })
  }

  private func row(_ profile: IndicatorProfile, _ path: String) -> [String] {
    let definition = table.framework.indicators[profile.indicator]
    let isWeighed = profile.effectiveWeight > 0
    return [
      path, definition.displayName, definition.unit,
      isWeighed ? NumberFormat.fixed(profile.effectiveWeight * 100, 1) + " %" : "–",
      "\(profile.values.count)", profile.years.map(YearRuns.span) ?? "–",
      profile.ends.map { ShareText.percent($0.worst, of: $0.scored) } ?? "–",
      profile.ends.map { ShareText.percent($0.best, of: $0.scored) } ?? "–",
    ]
  }
}
