import Audit
import IndexModel
import Scoring
import Tabular

/// The page `ranking.md`, which stands beside `audit.md` and the folder `countries/`.
struct MarkdownRanking {
  private let report: Report
  private let edition: ReportEdition
  private let comparisons: ReportComparisons?

  init(of pages: MarkdownReport) {
    (report, edition, comparisons) = (pages.report, pages.edition, pages.comparisons)
  }

  var text: String {
    let sections = self.sections
    let links =
      sections.dropFirst().map { "[\($0.title)](#\(Self.anchor($0.title)))" } + ["[Audit](audit.md)"]
    return head + links.joined(separator: " · ") + "\n\n"
      + sections.map { "## \($0.title)\n\n\($0.text)" }.joined(separator: "\n")
  }

  private var sections: [(title: String, text: String)] {
    var sections = [(title: "Ranking", text: ranking)]
    if !report.ranked.isEmpty { sections.append(("Dimensions", dimensions)) }
    if let comparisons, !report.ranked.isEmpty { sections += MarkdownComparisons(comparisons).sections }
    if !report.withheld.isEmpty { sections.append(("Unranked", withheld)) }
    return sections + [
      ("Indicators", MarkdownIndicators(report: report).text), ("About this edition", about),
    ]
  }

  /// As code hosts and pandoc name a heading.
  private static func anchor(_ title: String) -> String { title.lowercased().replacing(" ", with: "-") }

  // MARK: - Sections

  private var head: String {
    let lens = report.lens
    let title = "\(lens.index.name.isEmpty ? lens.displayTitle : lens.index.name) \(report.year)"
    let subtitle = lens.index.name.isEmpty ? "" : "*\(MarkdownText.escape(lens.displayTitle))*\n\n"
    let method = MethodText(report)
    let part = report.isPart ? " **\(report.partNote)**" : ""
    return """
      # \(MarkdownText.escape(title))

      \(subtitle)\
      \(report.rankedCount) of \(report.scopeCount) \(lens.index.units) are ranked. \(method.scale) \(method.joining) \
      Security is a matter of degree: \
      a score is no verdict, and close ranks may be exchanged by another judgement. \
      \(lens.impute.inProse) Every figure leads back to its file and \
      line \(report.isPart ? "in indicators.csv" : "on the country's page").\(part)


      """
  }

  private var ranking: String {
    let columns = self.columns
    let table = TextTable(columns.map(\.head), report.ranked.map { page in columns.map { $0.cell(page) } })
    return table.markdown + "\n" + notes.joined(separator: " ") + "\n"
  }

  /// The name, leading to the country's page where it has one.
  private func link(to country: Country) -> String {
    report.isPart ? MarkdownText.escape(country.name) : MarkdownReport.link(to: country)
  }

  private typealias Column = (head: TextTable.Column, cell: (Report.CountryPage) -> String)

  /// Those alone of which there is anything to say.
  private var columns: [Column] {
    var columns: [Column] = [
      (.number("Rank"), { NumberFormat.rank($0.rank) }), (.text("Country"), { link(to: $0.country) }),
      (.number("Score"), { NumberFormat.fixed($0.score, 1) }),
    ]
    if report.intervalDraws != nil {
      columns.append((.number("Interval"), { ScoreListing.intervalText($0.interval) }))
      columns.append((.number("Tier"), { NumberFormat.rank($0.interval?.tier) }))
    }
    if let comparisons, let changes = comparisons.changes {
      func change(_ page: Report.CountryPage) -> (points: Double, places: Int)? {
        comparisons.change(of: page.country.code)
      }
      columns.append((.number("Since \(changes.since)"), { NumberFormat.signed(change($0)?.points, 1) }))
      columns.append((.number("Places"), { NumberFormat.signed(change($0).map { Double($0.places) }, 0) }))
    }
    columns.append((.number("Coverage"), coverage))
    columns.append((.text("Reliability"), { ReliabilityText.word($0.reliability) }))
    return columns
  }

  private func coverage(_ page: Report.CountryPage) -> String {
    NumberFormat.percent(page.coverage) + (CoverageHint.isThin(page.coverage) ? " \(CoverageHint.mark)" : "")
  }

  private var notes: [String] {
    let method = MethodText(report)
    let interval = [method.intervalNote(report.intervalDraws)]
    let tier = report.intervalDraws == nil ? [] : [MethodText.tierNote]
    let thin = report.ranked.contains { CoverageHint.isThin($0.coverage) }
    let change = comparisons?.changes.map { [MarkdownComparisons.note($0)] } ?? []
    let coverage = ["Coverage: share of the weight that rests on a figure."]
    return (interval + tier).map { Heading.capitalised($0) + "." } + outlying + change + coverage
      + (thin ? ["\(CoverageHint.mark) \(CoverageHint.text)."] : []) + [
        Heading.capitalised(ReliabilityText.note(report.ranked.map(\.reliability))) + "."
      ]
  }

  /// Who lies outside its own interval; each country's page says why.
  private var outlying: [String] {
    let outside = report.ranked.filter { $0.outlying != nil }.map { link(to: $0.country) }
    if outside.isEmpty { return [] }
    let (verb, whom) =
      outside.count == 1
      ? ("lies outside its own interval, and its page says", "it")
      : ("lie outside their own intervals, and their pages say", "them")
    return ["\(CountWords.list(outside)) \(verb) which judgement moves \(whom)."]
  }

  /// The scores of each dimension, in as many tables as a page is wide.
  private var dimensions: String {
    let titles = report.dimensions.map { Heading.title($0.name) }
    return Self.blocks(titles).map { block in
      TextTable(
        [.number("Rank"), .text("Country")] + titles[block].map { .number($0) },
        report.ranked.map { page in
          [NumberFormat.rank(page.rank), link(to: page.country)]
            + page.dimensions[block].map { NumberFormat.fixed($0.score, 1) }
        }
      ).markdown
    }.joined(separator: "\n")
  }

  /// Columns of titles in blocks whose titles fit beside a country's name.
  private static func blocks(_ titles: [String]) -> [Range<Int>] {
    let most = 66
    var (blocks, start, width): ([Range<Int>], Int, Int) = ([], 0, 0)
    for (place, title) in titles.enumerated() {
      let own = max(title.count, 5) + 1
      if place > start, width + own > most {
        blocks.append(start..<place)
        (start, width) = (place, 0)
      }
      width += own
    }
    return blocks + [start..<titles.count]
  }

  private var withheld: String {
    report.withheld.map { page in
      "- \(link(to: page.country)): \(MarkdownText.escape(page.withheldBecause ?? ""))\n"
    }.joined()
  }

  private var about: String {
    let lens = report.lens
    var out =
      "Lens \(MarkdownText.code(lens.name)), reference year \(report.year), figures carried forward up to "
      + "\(CountWords.of(lens.carryForward, "year")), hsi \(edition.toolVersion), data vintage `\(edition.shortVintage)`.\n"
    if !lens.rationale.isEmpty { out += "\n\(MarkdownText.escape(lens.rationale))\n" }
    if !lens.references.isEmpty { out += "\n" }
    for reference in lens.references { out += "- \(MarkdownText.escape(reference))\n" }
    return out
  }
}
