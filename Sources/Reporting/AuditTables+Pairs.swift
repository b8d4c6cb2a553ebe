import Audit
import Scoring

extension AuditTables {
  var pairs: AuditTable {
    var out = AuditTable(
      "pairs", title("Who is ahead of whom, how surely"),
      [
        .text("a"), .text("b"), .number("p"), .number("se", "se", 4), .text("dominates"),
        .number("epsilon"), .number("flip_l1", "flip"),
      ] + audited.map { .number("flip_\($0)", isShown: false) })
    guard let scores = findings.scores, let shares = findings.shares else { return out }
    var shown: [Int] = []
    for ahead in scores.countries.indices {
      for behind in scores.countries.indices.dropFirst(ahead + 1) {
        if behind == ahead + 1 { shown.append(out.rows.count) }
        let order = PairOrder(scores, ahead: ahead, behind: behind)
        let share = shares.share(ahead, behind)
        out.rows.append(
          [
            .text(code(scores.countries[ahead])), .text(code(scores.countries[behind])),
            .number(share), .number(shares.standardError(share)), .truth(order.dominates),
            .number(order.epsilon), .number(order.flip?.distance),
          ] + order.singleFlips.map { .number($0) })
      }
    }
    out.shown = shown
    let drawn = shares.samples == 0 ? "exact" : "over \(shares.samples) draws"
    out.notes = [
      "Neighbours in rank; --format csv and json have every pair. p: the share of the weights under "
        + "which a is ahead of b, \(drawn); se: its standard error. dominates: no weights at all put "
        + "b ahead. epsilon: the share of the weight that may go anywhere before b can draw level. "
        + "flip: the least sum of changes of weights under which b draws level; – where nothing does. "
        + "In --format csv and json flip_ and a \(findings.settings.level.rawValue): the change, not the "
        + "weight, that does it alone, the others keeping their proportions; below 0 where it loses weight."
    ]
    if shares.samples > 0 { out.notes.append(Self.ruleOfThree(shares.samples)) }
    return out
  }
}
