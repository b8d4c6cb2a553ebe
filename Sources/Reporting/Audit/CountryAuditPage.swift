import Audit
import Scoring
import Tabular

/// What an audit says of one country, for people and programs.
package struct CountryAuditPage: Sendable {
  let audit: CountryAudit
  private let sentences: CountryAuditSentences

  /// - Parameter audit: the view of a ranked country.
  package init(_ audit: CountryAudit) {
    self.audit = audit
    sentences = CountryAuditSentences(audit: audit)
  }

  private var title: String {
    let table = audit.table
    return "\(table.country(audit.country).name) under \(table.lens.name), \(table.year)"
  }

  /// The page for a terminal.
  package func plain(width: Int?, bold: Bool) -> String {
    var out = title + "\n"
    if audit.isPartial { out += "\n" + Prose.wrapped(partial, width: width) + "\n" }
    for section in sections {
      out += "\n" + (bold ? "\u{1B}[1m\(section.title)\u{1B}[0m" : section.title) + "\n\n"
      out += section.sentences.map { Prose.wrapped($0, width: width) + "\n" }.joined()
      if let table = section.table {
        out += (section.sentences.isEmpty ? "" : "\n") + table.plain(width: width, bold: bold)
      }
    }
    return out
  }

  /// The page as Markdown.
  package var markdown: String {
    var out = "# \(MarkdownText.escape(title))\n"
    if audit.isPartial { out += "\n\(partial)\n" }
    for section in sections {
      out += "\n## \(MarkdownText.escape(section.title))\n"
      out += section.sentences.map { "\n\(MarkdownText.escape($0))\n" }.joined()
      if let table = section.table { out += "\n" + table.escaped.markdown }
    }
    return out
  }

  private var partial: String { AuditNotes.partial(audit.unfinished) }

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

  private func node(_ node: Int) -> String { audit.table.framework.nodes[node].name }

  private func code(_ place: Int) -> String {
    guard let scores = audit.scores else { return "" }
    return audit.table.country(scores.countries[place]).code.description
  }

  /// The weights behind the ends, beside those stated.
  private var weightTable: TextTable? {
    guard sentences.weightsCanVary, let bounds = audit.bounds, let scores = audit.scores,
      !(bounds.isExact && bounds.best.attained == bounds.worst.attained)
    else { return nil }
    let central = audit.place.flatMap { audit.acceptability?.centralWeights($0) }
    var out = TextTable(
      [
        .text(audit.settings.level.rawValue), .number("weight"), .number("at its best"),
        .number("at its worst"),
      ] + (central == nil ? [] : [.number("when first")]))
    for place in scores.nodes.indices {
      out.append(
        [
          node(scores.nodes[place]), percent(scores.weights[place]), percent(bounds.best.weights[place]),
          percent(bounds.worst.weights[place]),
        ] + (central.map { [percent($0[place])] } ?? []))
    }
    return out
  }

  /// The mean weights when first, where they stand beside no others.
  private var centralTable: TextTable? {
    guard audit.scores == nil, let set = audit.set,
      let central = audit.place.flatMap({ audit.acceptability?.centralWeights($0) })
    else { return nil }
    let level = audit.settings.level
    var out = TextTable([.text(level.rawValue), .number("weight"), .number("when first")])
    for (place, own) in audit.table.auditedNodes(level).enumerated() {
      out.append([node(own), percent(set.nominal[place]), percent(central[place])])
    }
    return out
  }

  private var competitorTable: TextTable? {
    guard sentences.weightsCanVary, !(audit.ahead + audit.behind).isEmpty else { return nil }
    var out = TextTable([
      .text("country", shrinksTo: 12), .text("now"), .number("least change"), .text("from", shrinksTo: 12),
      .text("to", shrinksTo: 12), .number("free share"),
    ])
    for (orders, isAhead) in [(audit.ahead, true), (audit.behind, false)] {
      for order in orders {
        let competitor = isAhead ? order.ahead : order.behind
        let moves = sentences.moves(order)
        out.append([
          sentences.name(competitor), isAhead ? "ahead" : "behind",
          order.flip.map { percent($0.distance / 2) } ?? "none would do",
          moves.from.isEmpty ? "–" : moves.from, moves.to.isEmpty ? "–" : moves.to, percent(order.epsilon),
        ])
      }
    }
    return out
  }

  private var stabilityTable: TextTable? {
    guard sentences.weightsCanVary, audit.stability.contains(where: { $0.changes != nil }),
      let scores = audit.scores
    else { return nil }
    var out = TextTable([
      .text(audit.settings.level.rawValue), .number("weight"), .number("from"),
      .text("below that", shrinksTo: 16), .number("to"), .text("above that", shrinksTo: 16),
    ])
    for own in audit.stability {
      out.append([
        node(scores.nodes[own.node]), percent(scores.weights[own.node]), percent(own.low),
        turn(own.changesBelow), percent(own.high), turn(own.changesAbove),
      ])
    }
    return out
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
    var out = TextTable(
      [.text("judgement", shrinksTo: 24), .number("rank"), .number("of")]
        + (dimensions.isEmpty ? [] : [.number("instead of")]))
    func append(_ judgement: String, _ rank: Int?, _ ranked: Int, _ with: Int? = nil) {
      out.append(
        [judgement, self.rank(rank), "\(ranked)"] + (dimensions.isEmpty ? [] : [with.map { "\($0)" } ?? ""]))
    }
    for own in audit.dimensions where audit.dimensions.count > 1 {
      append("in \(node(own.node)) alone", own.rank, own.ranked)
    }
    for own in dimensions { append("without \(node(own.node))", own.without, own.ranked, own.with) }
    for lens in audit.lenses where lens.name != audit.table.lens.name {
      append("under \(lens.name)", lens.rank, lens.ranked)
    }
    if out.isEmpty { return nil }
    return out
  }

  private func rank(_ rank: Int?) -> String { rank.map { "\($0)" } ?? "–" }

  private func percent(_ share: Double) -> String { CountryAuditSentences.percent(share) }
}
