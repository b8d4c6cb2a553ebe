import Audit
import IndexModel
import Scoring
import Tabular

/// What an audit says of one country, for people and programs.
package struct CountryAuditPage: Written, Sendable {
  let audit: CountryAudit
  private let sentences: CountryAuditSentences

  /// - Parameter audit: the view of a ranked country.
  package init(_ audit: CountryAudit) {
    self.audit = audit
    sentences = CountryAuditSentences(audit: audit)
  }

  package func write(to out: inout PageText) {
    out.title(
      "\(audit.table.country(audit.country).name) under \(audit.table.lens.name), \(audit.table.year)")
    if audit.isPartial { out.paragraph(AuditNotes.partial(audit.unfinished)) }
    for section in sections {
      out.heading(section.title, isBold: true)
      if !section.sentences.isEmpty { out.blank() }
      out.lines(section.sentences, areParagraphs: true)
      if let table = section.table { out.table(table) }
    }
  }

  private typealias Section = (title: String, sentences: [String], table: TextTable?)

  private var sections: [Section] {
    let all: [Section] = [
      ("How high and how low", sentences.bounds, weightTable),
      ("How likely", sentences.likelihood, centralTable),
      ("Who it could pass, and who could pass it", sentences.competitors, competitorTable),
      ("How far one weight can move before the rank changes", sentences.stability, stabilityTable),
      ("Which judgement costs it most", sentences.judgements, judgementTable),
      ("What its figures allow", sentences.figures, nil),
    ]
    return all.filter { !$0.1.isEmpty || $0.2 != nil }
  }

  // MARK: - Tables

  /// The weights behind the ends, beside those stated.
  private var weightTable: TextTable? {
    guard sentences.weightsCanVary, let bounds = audit.bounds, let scores = audit.scores,
      !(bounds.isExact && bounds.best.attained == bounds.worst.attained)
    else { return nil }
    let central = audit.place.flatMap { audit.acceptability?.centralWeights($0) }
    return TextTable(
      [
        .text(audit.settings.level.rawValue), .number("weight"), .number("at its best"),
        .number("at its worst"),
      ] + (central == nil ? [] : [.number("when first")]),
      scores.nodes.indices.map { place in
        [name(scores.nodes[place])]
          + ([scores.weights, bounds.best.weights, bounds.worst.weights] + (central.map { [$0] } ?? [])).map {
            // With fewer digits the weights would not attain the ends.
            NumberFormat.fixed($0[place] * 100, 4) + " %"
          }
      })
  }

  /// The mean weights when first, where they stand beside no others.
  private var centralTable: TextTable? {
    guard audit.scores == nil, let set = audit.set,
      let central = audit.place.flatMap({ audit.acceptability?.centralWeights($0) })
    else { return nil }
    let level = audit.settings.level
    return TextTable(
      [.text(level.rawValue), .number("weight"), .number("when first")],
      audit.table.auditedNodes(level).enumerated().map { place, own in
        [name(own), percent(set.nominal[place]), percent(central[place])]
      })
  }

  private var competitorTable: TextTable? {
    guard sentences.weightsCanVary, !(audit.ahead + audit.behind).isEmpty else { return nil }
    return TextTable(
      [
        .text("country", shrinksTo: 12), .text("now"), .number("least change"), .text("from", shrinksTo: 12),
        .text("to", shrinksTo: 12), .number("free share"),
      ], audit.ahead.map { row($0, $0.ahead, "ahead") } + audit.behind.map { row($0, $0.behind, "behind") })
  }

  private func row(_ order: PairOrder, _ competitor: Int, _ now: String) -> [String] {
    let moves = sentences.moves(order)
    return [
      sentences.name(competitor), now, order.flip.map { percent($0.distance / 2) } ?? "none would do",
      moves.from.isEmpty ? "–" : moves.from, moves.to.isEmpty ? "–" : moves.to, percent(order.epsilon),
    ]
  }

  private var stabilityTable: TextTable? {
    guard sentences.weightsCanVary, audit.stability.contains(where: { $0.changes != nil }),
      let scores = audit.scores
    else { return nil }
    return TextTable(
      [
        .text(audit.settings.level.rawValue), .number("weight"), .number("from"),
        .text("below that", shrinksTo: 16), .number("to"), .text("above that", shrinksTo: 16),
      ],
      audit.stability.map { own in
        [
          name(scores.nodes[own.node]), percent(scores.weights[own.node]), percent(own.low),
          turn(own.changesBelow), percent(own.high), turn(own.changesAbove),
        ]
      })
  }

  /// Which order turns beyond an end: the country is one of the two.
  private func turn(_ pair: (ahead: Int, behind: Int)?) -> String {
    guard let pair else { return "–" }
    return pair.ahead == audit.place
      ? "\(sentences.name(pair.behind)) passes it" : "it passes \(sentences.name(pair.ahead))"
  }

  private var judgementTable: TextTable? {
    if sentences.isAlone { return nil }
    let dimensions = audit.omissions.filter { audit.table.framework.nodes[$0.node].indicator == nil }
    func row(_ judgement: String, _ rank: Int?, _ ranked: Int, _ with: Int? = nil) -> [String] {
      [judgement, NumberFormat.rank(rank), "\(ranked)"]
        + (dimensions.isEmpty ? [] : [with.map { "\($0)" } ?? ""])
    }
    let alone = audit.dimensions.count > 1 ? audit.dimensions : []
    let others = audit.lenses.filter { $0.name != audit.table.lens.name }
    let rows =
      alone.map { row("in \(name($0.node)) alone", $0.rank, $0.ranked) }
      + dimensions.map { row("without \(name($0.node))", $0.without, $0.ranked, $0.with) }
      + others.map { row("under \($0.name)", $0.rank, $0.ranked) }
    return rows.isEmpty
      ? nil
      : TextTable(
        [.text("judgement", shrinksTo: 24), .number("rank"), .number("of")]
          + (dimensions.isEmpty ? [] : [.number("instead of")]), rows)
  }

  private func percent(_ share: Double) -> String { SampledWords.tenths(share) }
}
