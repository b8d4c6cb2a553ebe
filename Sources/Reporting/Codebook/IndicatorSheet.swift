import Analysis
import IndexModel
import Scoring
import Tabular

/// The page of one indicator.
struct IndicatorSheet {
  let entry: CodebookEntry
  /// The level of its heading: 1 where it stands alone.
  let level: Int

  private var table: ScoreTable { entry.table }
  private var profile: IndicatorProfile { entry.profile }
  private var definition: Indicator { entry.definition }

  func write(to out: inout PageText) {
    out.heading(entry.name, level: level, wraps: true)
    out.blankInMarkdown()
    let path = definition.dimension?.description ?? "not scored"
    out.line([definition.id.rawValue, path, definition.unit].filter { !$0.isEmpty }.joined(separator: " · "))
    out.blank()
    out.definitions(meaning + judgements + figures + origin)
    guard let spread = profile.spread else { return out.paragraph(absence) }
    out.table(statistics(spread))
    out.paragraph(sentences(spread).joined(separator: " "))
    CompanionsText(entry: entry).write(to: &out)
  }

  // MARK: - What it is

  private var meaning: [(String, String)] {
    [("threat", definition.threat), ("derivation", table.framework.derivationInWords(definition))]
  }

  private var judgements: [(String, String)] {
    guard let posts = profile.goalposts else { return [("reference", definition.reference)] }
    let direction = posts.moreIsSafer ? "higher is more secure" : "lower is more secure"
    let (worst, best) = (NumberFormat.goalpost(posts.worst), NumberFormat.goalpost(posts.best))
    let own = definition.goalposts == posts ? "" : ", as the lens has it"
    let ends = "\(worst) (worst) and \(best) (best)\(own); scale: \(definition.transform.scale ?? "linear"); "
    let cutoff = table.lens.cutoffs[definition.id]
    let isUsed = table.lens.normalisation == .goalposts && cutoff == nil
    return [
      ("goalposts", ends + direction + (isUsed ? "" : "; this lens takes only the direction from them"))
    ] + (table.lens.caps[definition.id].map { [("caps", CapsText.phrase($0))] } ?? [])
      + (cutoff.map { [("cut-off", CutoffText.phrase($0))] } ?? []) + [
        ("reference", definition.reference), ("weight", weight),
      ]
  }

  private var weight: String {
    guard let leaf = profile.leaf, profile.effectiveWeight > 0,
      let parent = table.framework.nodes[leaf].parent
    else { return "none under \(table.lens.name)" }
    return "\(NumberFormat.fixed(profile.weight * 100, 1)) % of \(table.framework.nodes[parent].name), "
      + "\(NumberFormat.fixed(profile.effectiveWeight * 100, 1)) % of the index"
      + (table.ownShares == nil
        ? "" : " while dimensions weigh the same; here each country has its own weights")
  }

  private var figures: [(String, String)] {
    let people = profile.populationShare.map { ", with \(ShareText.percent($0)) of the people" } ?? ""
    let age = profile.medianAge.map {
      "; median age in \(table.year): \(CSVText.shortest($0)) \($0 == 1 ? "year" : "years")"
    }
    return [
      ("coverage", "\(profile.values.count) of \(table.countries.count) countries\(people)"),
      ("years", profile.years.map { "figures of \(YearRuns.span($0))\(age ?? "")" } ?? "no figures"),
    ]
  }

  private var origin: [(String, String)] {
    let licence = definition.licence
    return [
      ("source", definition.source), ("producer", definition.producer),
      ("licence", (licence.isUnknown ? "" : licence.text + " – ") + licence.openness),
    ]
  }

  /// Why there are no statistics.
  private var absence: String {
    guard let years = profile.years else { return "There is no figure of it." }
    return "No country of the lens's scope has a value in \(table.year): its figures are of "
      + "\(YearRuns.span(years)), and \(CountWords.of(table.lens.carryForward, "year")) are carried forward."
  }

  // MARK: - How its values are spread

  private func statistics(_ spread: ValueSpread) -> TextTable {
    let values = [
      spread.least.value, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.greatest.value,
      spread.mean,
    ]
    return TextTable(
      ["n", "min", "lower quartile", "median", "upper quartile", "max", "mean", "skewness"].map {
        .number($0)
      }, [["\(spread.count)"] + values.map(NumberFormat.value) + [NumberFormat.fixed(spread.skewness, 2)]])
  }

  private func sentences(_ spread: ValueSpread) -> [String] {
    if spread.least.value == spread.greatest.value {
      return ["All have the same value: nothing can correlate with it."]
    }
    let extremes = "Min: \(holders(spread.least)). Max: \(holders(spread.greatest))."
    guard let ends = profile.ends else { return [extremes] }
    return [
      extremes,
      "\(ShareText.percent(ends.worst, of: ends.scored)) of the countries score 0, "
        + "\(ShareText.percent(ends.best, of: ends.scored)) score 100.",
    ]
  }

  private func holders(_ extreme: ValueSpread.Extreme) -> String {
    Prose.first(1, of: extreme.countries.map { entry.country($0).name })
  }
}

extension PageText {
  /// Terms with what they mean, those without a meaning left out: a list in Markdown, else two columns.
  mutating func definitions(_ terms: [(term: String, meaning: String)]) {
    let terms = terms.filter { !$0.meaning.isEmpty }
    let indent = (terms.map(\.term.count).max() ?? 0) + 2
    for (term, meaning) in terms {
      if isMarkdown {
        raw("- **\(MarkdownText.escape(term))**: \(MarkdownText.escape(meaning))")
      } else {
        let room = style.width.map { max(20, $0 - indent) }
        let lines = Prose.wrapped(Self.oneLine(meaning), width: room).split(separator: "\n")
        for (place, line) in lines.enumerated() {
          let start = place == 0 ? term : ""
          raw(start + String(repeating: " ", count: indent - start.count) + line)
        }
      }
    }
  }
}
