import Diagnostics
import IndexModel
import Ingest
import Tabular

/// Why figures should not be put in the place of those that an indicator has: what --force overrides.
struct ReplacementDoubts {
  let indicator: Indicator
  let path: String

  /// - Parameters:
  ///   - revision: what would change in the file.
  ///   - replacing: what would change if nothing were kept.
  func findings(_ revision: Revision, _ replacing: Revision) -> Findings {
    var findings = Findings()
    if revision.losesMuch { findings.append(loss(revision)) }
    if let doubt = replacing.doubt { findings.append(finding(doubt, replacing)) }
    return findings
  }

  private func loss(_ revision: Revision) -> Diagnostic {
    let examples = listed(revision.gone) { "\($0.country) \($0.year)" }
    return Diagnostic(
      .replacements.manyGone,
      "\(revision.gone.count) of the \(revision.oldCount) figures of \(indicator.id) would be gone: "
        + examples, at: .init(file: path),
      remedy: "check the file, its column and first_year and last_year of imports.toml; if it "
        + "holds new years only, add --keep; if the publisher withdrew them, add --force")
  }

  private func finding(_ doubt: RevisionDoubt, _ revision: Revision) -> Diagnostic {
    let examples = listed(revision.revised) { change in
      "\(change.row.country) \(change.row.year) \(CSVText.shortest(change.old)) → "
        + CSVText.shortest(change.row.value)
    }
    switch doubt {
    case .rescaled(let factor, let count):
      return Diagnostic(
        .replacements.rescaled,
        "\(count) of the \(revision.revised.count) revised figures of \(indicator.id) would be "
          + "\(CSVText.shortest(factor)) times what they were: \(examples)", at: .init(file: path),
        remedy: "look up the unit of the file; if it is the right one, correct unit, goalposts and "
          + "plausible range in indicators.csv, and add --force")
    case .otherSize(let old, let new, let count):
      return otherSeries(
        "the median of \(count) would be \(CSVText.shortest(new)) instead of "
          + "\(CSVText.shortest(old)): \(examples)")
    case .otherOrder(_, let count):
      return otherSeries("high and low of \(count) would be others than before: \(examples)")
    }
  }

  private func otherSeries(_ reason: String) -> Diagnostic {
    Diagnostic(
      .replacements.otherSeries, "the figures look like another series than \(indicator.id): " + reason,
      at: .init(file: path),
      remedy: "check that file and column are those of this indicator; if they are, add --force")
  }

  /// The first few of a list, and a sign that there are more.
  private func listed<Item>(_ items: [Item], _ words: (Item) -> String) -> String {
    let first = items.prefix(5).map(words)
    return first.joined(separator: ", ") + (items.count > first.count ? ", …" : "")
  }
}
