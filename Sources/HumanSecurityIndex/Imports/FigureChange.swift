import Diagnostics
import Ingest
import Tabular

/// What new figures change in an indicator's file, and what was noteworthy about them.
package struct FigureChange {
  package let entry: ImportPlan.Entry
  package let path: String
  package let isNew: Bool
  package let figures: CanonicalFigures
  package let revision: Revision
  /// How many figures stayed though the files do not have them; nil when none was to stay.
  package let kept: Int?
  package let notes: Findings

  package var isNeeded: Bool { isNew || !revision.isEmpty }

  package var files: [(path: String, text: String)] { isNeeded ? [(path, figures.csv)] : [] }

  private static let shown = 5

  /// What changes, in words: a line of counts, examples, what was left out, and what was done.
  package func summary(isDryRun: Bool) -> String {
    let countries = Set(figures.rows.map(\.country)).count
    var lines = [
      "\(entry.indicator): \(figures.rows.count) figures of \(countries) countries; "
        + "\(revision.added.count) new, \(revision.revised.count) revised, " + "\(revision.gone.count) gone"
        + (revision.rebounded > 0 ? ", \(revision.rebounded) with other bounds" : "")
        + (kept.map { ", \($0) kept" } ?? "")
    ]
    let bounded = figures.rows.count { $0.bounds != nil }
    if bounded > 0 {
      lines.append(
        "  \(CountWords.of(bounded, "figure")) \(bounded == 1 ? "has" : "have") a low and a high bound")
    }
    lines += examples(revision.revised, "revised") { change in
      "\(change.row.country) \(change.row.year): \(CSVText.shortest(change.old)) → "
        + CSVText.shortest(change.row.value)
    }
    lines += examples(revision.gone, "gone") { row in
      "\(row.country) \(row.year): \(CSVText.shortest(row.value))"
    }
    lines += remarks
    if !isNeeded {
      lines.append("  nothing changed in \(path)")
    } else if !isDryRun {
      lines.append("  written to \(path)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func examples<Change>(_ changes: [Change], _ word: String, _ text: (Change) -> String) -> [String] {
    var lines = changes.prefix(Self.shown).map { "  \(word) \(text($0))" }
    if changes.count > Self.shown { lines.append("  … and \(changes.count - Self.shown) more \(word)") }
    return lines
  }

  /// What was left out or read with a doubt; of values that are read as their bounds, the first.
  private var remarks: [String] {
    var lines: [String] = []
    var said: Set<String> = []
    for note in notes.all {
      let what = note.kind == .figures.bound ? "" : note.message
      let key = "\(note.place?.file ?? "") \(what)"
      if said.insert(key).inserted { lines.append("  " + Diagnostic.printable(note.message)) }
    }
    return lines
  }
}
