extension AuditAnalysis {
  /// How far each weight can move alone before the first ranks change.
  package static let stability = AuditAnalysis(
    "stability", question: "How far one weight can move before the first ranks change", weights: .linear,
    work: Work(
      name: "stability", progress: "moving single weights",
      run: { run in
        guard let (scores, _) = run.linear else { return }
        run.findings.stability = StabilityInterval.all(scores, top: run.settings.top)
      })
  ) { $0.stabilityTable }
}

extension AuditFindings {
  fileprivate var stabilityTable: AuditTable {
    var out = AuditTable([
      .text("node"), .number("weight"), .number("low"), .number("high"), .text("changes"),
    ])
    out.title = "How far one weight can move before the first \(settings.top) ranks change"
    out.circumstances = [("top", .integer(settings.top))]
    guard let scores else { return out }
    out.rows = (stability ?? []).map { own in
      let pair = own.changes.map { pair in
        "\(code(scores.countries[pair.ahead]))>\(code(scores.countries[pair.behind]))"
      }
      return [
        .text(node(scores.nodes[own.node])), .number(scores.weights[own.node]), .number(own.low),
        .number(own.high), .text(pair ?? ""),
      ]
    }
    out.notes = [
      "low, high: between these weights of the node, the others keeping their proportions, the first "
        + "\(settings.top) countries keep their order. changes: the two that change at the " + "nearer end."
    ]
    return out
  }
}
