import HumanSecurity
import Lens
import Scoring
import Tabular

/// One lens: its reasons, what it judges otherwise than the default lens, what it rests on.
public struct LensPage: Page, Sendable {
  private let table: ScoreTable
  private let other: ScoreTable?

  /// - Parameters:
  ///   - table: the scores under the lens, of its own reference year.
  ///   - other: the scores under the default lens, of the same figures; nil where this is it, or where
  ///     there is none: all that the lens judges is shown then.
  public init(_ table: ScoreTable, against other: ScoreTable?) {
    self.table = table
    self.other = other
  }

  private var lens: Lens { table.lens }
  private var judgements: [Judgement] { Judgement.all(table, against: other ?? table) }

  private var standing: String {
    "\(table.year): \(LensListing.ranked(table)) of \(table.countries.count) countries ranked"
  }

  /// The page for a terminal.
  public func plain(width: Int?, bold: Bool) -> String {
    var out = Prose.wrapped("\(lens.name): \(lens.displayTitle)", width: width) + "\n"
    if !lens.tradition.isEmpty {
      out += Prose.wrapped("tradition: \(lens.tradition)", width: width) + "\n"
    }
    out += "\(standing)\n"
    if !lens.rationale.isEmpty { out += "\n" + Prose.wrapped(lens.rationale, width: width) + "\n" }
    out += "\n\(differencesTitle)\n\n" + differences.plain(width: width, bold: bold)
    if let agreement { out += "\n" + Prose.wrapped(agreement, width: width) + "\n" }
    if !lens.references.isEmpty {
      let references = lens.references.map { Prose.wrapped("- \($0)", width: width) + "\n" }
      out += "\nreferences\n\n" + references.joined()
    }
    return out
  }

  /// The page as Markdown.
  public var markdown: String {
    var out = "# \(MarkdownText.escape("\(lens.name): \(lens.displayTitle)"))\n\n"
    if !lens.tradition.isEmpty { out += "Tradition: \(MarkdownText.escape(lens.tradition)).\n" }
    out += "\(standing).\n"
    if !lens.rationale.isEmpty { out += "\n\(MarkdownText.escape(lens.rationale))\n" }
    out += "\n## \(MarkdownText.escape(differencesTitle))\n\n\(differences.escaped.markdown)"
    if let agreement { out += "\n\(MarkdownText.escape(agreement))\n" }
    if !lens.references.isEmpty {
      out += "\n## References\n\n"
      out += lens.references.map { "- \(MarkdownText.escape($0))\n" }.joined()
    }
    return out
  }

  /// judgement, value, default, differs: one row a judgement, in full precision.
  public var csv: String {
    var out = CSVText(header: ["judgement", "value", "default", "differs"])
    for judgement in judgements {
      out.field(judgement.subject)
      out.field(judgement.value.exact)
      out.field(judgement.other?.exact ?? "")
      out.field(judgement.differs ? "true" : "false")
      out.endRow()
    }
    return out.text
  }

  /// The lens with all its judgements.
  public var json: JSONText {
    .object([
      ("name", .string(lens.name)), ("title", .string(lens.title)),
      ("tradition", .string(lens.tradition)), ("rationale", .string(lens.rationale)),
      ("references", .array(lens.references.map { .string($0) })),
      ("year", .integer(table.year)), ("ranked", .integer(LensListing.ranked(table))),
      ("countries", .integer(table.countries.count)),
      ("compared_with", other.map { .string($0.lens.name) } ?? .null),
      ("judgements", .array(judgements.map(Self.json))),
    ])
  }

  private static func json(_ judgement: Judgement) -> JSONText {
    .object([
      ("judgement", .string(judgement.subject)), ("value", json(judgement.value)),
      ("default", json(judgement.other)), ("differs", .boolean(judgement.differs)),
    ])
  }

  private static func json(_ value: Judgement.Value?) -> JSONText {
    switch value {
    case nil: .null
    case .rule(let text): .string(text)
    case .share(let share): .number(share)
    case .goalposts(let posts):
      .object([("worst", .number(posts.worst)), ("best", .number(posts.best))])
    }
  }

  // MARK: - What differs

  private var differencesTitle: String {
    other.map { "what differs from \($0.lens.name)" } ?? "what it judges"
  }

  private var differences: TextTable {
    guard let other else { return own }
    var out = TextTable([
      .text("judgement", shrinksTo: 20), .text(lens.name, shrinksTo: 12),
      .text(other.lens.name, shrinksTo: 12),
    ])
    for judgement in judgements where judgement.differs {
      out.append([
        judgement.subject, judgement.value.text, judgement.other?.text ?? "–",
      ])
    }
    return out
  }

  /// The rules and the weights of the dimensions.
  private var own: TextTable {
    var out = TextTable([.text("judgement", shrinksTo: 20), .text(lens.name, shrinksTo: 12)])
    let dimensions = table.framework.dimensions.map { table.framework.nodes[$0].name }
    for judgement in judgements
    where judgement.isRule || dimensions.contains(where: { judgement.subject == "weight of \($0)" })
    {
      out.append([judgement.subject, judgement.value.text])
    }
    return out
  }

  /// What a share is of, and the rules that are the same.
  private var agreement: String? {
    guard let other else { return nil }
    let same = judgements.filter { $0.isRule && !$0.differs }
      .map { "\($0.subject) \($0.value.text)" }
    return "Weights are shares of the parent's; – where \(other.lens.name) weighs nothing there. "
      + "The same under both: \(same.joined(separator: ", "))."
  }
}
