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
    func name(_ place: Int) -> String { scores.map { code($0.countries[place]) } ?? "" }
    var out = AuditTable(
      scores == nil ? [] : stability ?? [],
      [
        .text("node") { own in scores.map { node($0.nodes[own.node]) } ?? "" },
        .number("weight") { scores?.weights[$0.node] }, .number("low", \.low), .number("high", \.high),
        .text("changes") { $0.changes.map { "\(name($0.ahead))>\(name($0.behind))" } ?? "" },
      ])
    out.title = "How far one weight can move before the first \(settings.top) ranks change"
    out.circumstances = [("top", .integer(settings.top))]
    if scores == nil { return out }
    out.notes = [
      "low, high: between these weights of the node, the others keeping their proportions, the first "
        + "\(settings.top) countries keep their order. changes: the two that change at the " + "nearer end."
    ]
    return out
  }
}
