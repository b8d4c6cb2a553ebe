import Audit
import IndexModel
import Scoring
import Tabular

/// Why one country's score and rank changed, for people and for programs.
package struct CountryChangePage: WrittenPage, Sendable {
  private let page: ChangePage
  private let countries: [CountryChange]
  private let names: (before: String, after: String)
  private let limit: Int

  /// - Parameters:
  ///   - codes: the countries that are shown, all of the change.
  ///   - limit: how many figures of each people are shown.
  package init(
    _ page: ChangePage, _ codes: [CountryCode], _ names: (before: String, after: String), limit: Int = 10
  ) {
    (self.page, self.names, self.limit) = (page, names, limit)
    countries = codes.compactMap { code in page.change.countries.first { $0.country.code == code } }
  }

  private var change: IndexChange { page.change }
  private var framework: Framework { change.after.framework }

  package func write(to out: inout PageText) {
    for (place, country) in countries.enumerated() {
      if place > 0 { out.blank() }
      write(country, to: &out)
    }
    out.paragraph(ChangePage.legend(countries))
  }

  private func write(_ one: CountryChange, to out: inout PageText) {
    let before = ChangeWords.standing(change.before, one.old, page.intervals.before)
    let after = ChangeWords.standing(change.after, one.new, page.intervals.after)
    out.title(
      "\(one.country.name) from \(names.before) to \(names.after): \(before), then \(after); score "
        + "\(NumberFormat.fixed(one.scoreBefore, 2)), then \(NumberFormat.fixed(one.scoreAfter, 2))",
      wraps: true)
    guard one.rise != nil else {
      out.blankInMarkdown()
      return out.line("There is nothing to divide: a change of rank needs a rank in both.")
    }
    out.blankInMarkdown()
    out.line(page.sentence(one))
    out.table(causes(one))
    let figures = one.figures.filter { $0.indicator != nil }.descending { abs($0.points) }
    guard !figures.isEmpty else { return }
    out.heading("Its figures")
    out.table(table(Array(figures.prefix(limit)), one))
    out.remainder(of: figures.count, limit: limit)
  }

  private func causes(_ one: CountryChange) -> TextTable {
    var table = TextTable([.text("cause"), .number("places"), .number("points")])
    for part in one.causes where part.places != 0 || part.points != 0 {
      table.append([
        ChangeWords.name(part.cause), NumberFormat.signed(part.places, 2),
        NumberFormat.signed(part.points, 3),
      ])
    }
    table.append(["all", NumberFormat.signed(one.rise.map(Double.init), 2), NumberFormat.signed(one.gain, 3)])
    return table
  }

  private func table(_ figures: [CountryChange.Part], _ one: CountryChange) -> TextTable {
    TextTable(
      [
        .text("indicator", shrinksTo: 16), .number("value before"), .number("year before"), .number("value"),
        .number("year"), .number("places"), .number("points"), .text("cause", shrinksTo: 12),
      ],
      figures.map { part in
        [ChangeWords.name(part, framework)] + value(part.indicator, change.before, one.old)
          + value(part.indicator, change.after, one.new) + [
            number(part.places, part.placesError, 2), number(part.points, part.pointsError, 3),
            ChangeWords.name(part.cause),
          ]
      })
  }

  /// A part, with its standard error where it was drawn and that does not round to nothing.
  private func number(_ value: Double, _ error: Double, _ decimals: Int) -> String {
    let text = NumberFormat.fixed(error, decimals)
    return NumberFormat.signed(value, decimals)
      + (error > 0 && text != NumberFormat.fixed(0, decimals) ? " ± \(text)" : "")
  }

  private func value(_ id: IndicatorID?, _ table: ScoreTable, _ row: RowIndex) -> [String] {
    guard let id, let place = table.framework.indicator(id), let column = table.columns[place],
      column.cells[row].isMeasured
    else { return ["–", "–"] }
    return [NumberFormat.value(column.values[row]), String(column.years[row])]
  }

  package var csv: String { page.csv(countries) }
  package var json: JSONText { page.json(countries) }
}
