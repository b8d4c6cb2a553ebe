import IndexModel
import Scoring
import Tabular

/// One lens: its reasons, what it judges otherwise than the default lens, what it rests on.
package struct LensPage: WrittenPage, Sendable {
  private let table: ScoreTable
  private let other: ScoreTable?

  /// - Parameters:
  ///   - table: the scores under the lens, of its own reference year.
  ///   - other: the scores under the default lens, of the same figures; nil where this is it, or where
  ///     there is none: all that the lens judges is shown then.
  package init(_ table: ScoreTable, against other: ScoreTable?) { (self.table, self.other) = (table, other) }

  private var lens: Lens { table.lens }
  private var judgements: [Judgement] { Judgement.all(table, against: other ?? table) }

  package func write(to out: inout PageText) {
    out.title("\(lens.name): \(lens.displayTitle)", wraps: true)
    out.blankInMarkdown()
    let stop = out.isMarkdown ? "." : ""
    if !lens.tradition.isEmpty {
      out.line("\(out.isMarkdown ? "Tradition" : "tradition"): \(lens.tradition)\(stop)")
    }
    out.raw("\(table.year): \(table.rankedCount) of \(table.countries.count) countries ranked\(stop)")
    if !lens.rationale.isEmpty { out.paragraph(lens.rationale) }
    out.heading(other.map { "what differs from \($0.lens.name)" } ?? "what it judges")
    out.table(differences)
    if let agreement { out.paragraph(agreement) }
    if lens.references.isEmpty { return }
    out.heading(out.isMarkdown ? "References" : "references")
    out.blank()
    for reference in lens.references { out.item(reference) }
  }

  private var fields: Fields<Judgement> {
    [
      ("judgement", { .string($0.subject) }), ("value", { json($0.value) }), ("default", { json($0.other) }),
      ("differs", { .boolean($0.differs) }),
    ]
  }

  /// judgement, value, default, differs: one row a judgement, in full precision.
  package var csv: String {
    var texts = fields
    texts[1].value = { .string($0.value.exact) }
    texts[2].value = { .optional($0.other?.exact) }
    return CSVText.table(judgements, texts)
  }

  /// The lens with all its judgements.
  package var json: JSONText {
    .object([
      ("name", .string(lens.name)), ("title", .string(lens.title)), ("tradition", .string(lens.tradition)),
      ("rationale", .string(lens.rationale)), ("references", .strings(lens.references)),
      ("year", .integer(table.year)), ("ranked", .integer(table.rankedCount)),
      ("countries", .integer(table.countries.count)), ("compared_with", .optional(other?.lens.name)),
      ("judgements", .list(judgements) { JSONText.members($0, fields) }),
    ])
  }

  private func json(_ value: Judgement.Value?) -> JSONText {
    switch value {
    case nil: .null
    case .rule(let text): .string(text)
    case .share(let share): .number(share)
    case .goalposts(let posts): .object([("worst", .number(posts.worst)), ("best", .number(posts.best))])
    }
  }

  // MARK: - What differs

  private var differences: TextTable {
    guard let other else { return own }
    return TextTable(
      [
        .text("judgement", shrinksTo: 20), .text(lens.name, shrinksTo: 12),
        .text(other.lens.name, shrinksTo: 12),
      ],
      judgements.filter(\.differs).map { own in
        [own.subject, own.value.text + own.scale, own.other.map { $0.text + own.scale } ?? "–"]
      })
  }

  /// The rules and the weights of the dimensions.
  private var own: TextTable {
    let weights = table.framework.dimensions.map { "weight of \(table.framework.nodes[$0].name)" }
    return TextTable(
      [.text("judgement", shrinksTo: 20), .text(lens.name, shrinksTo: 12)],
      judgements.filter { $0.isRule || weights.contains($0.subject) }.map { [$0.subject, $0.value.text] })
  }

  /// What a share is of, and the rules that are the same.
  private var agreement: String? {
    guard let other else { return nil }
    let same = judgements.filter { $0.isRule && !$0.differs }.map { "\($0.subject) \($0.value.text)" }
    return "Weights are shares of the parent's; – where \(other.lens.name) weighs nothing there. "
      + "The same under both: \(same.joined(separator: ", "))."
  }
}
