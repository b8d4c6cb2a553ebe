import Tabular

extension AuditAnalysis {
  /// What share of the differences between countries each weighed node accounts for.
  package static let importance = AuditAnalysis(
    "importance", question: "Whether a weight is the importance that it claims", weights: .linear,
    work: Work(
      name: "importance", progress: "importance",
      run: { run in
        guard let (scores, _) = run.linear else { return }
        run.findings.importance = Importance.all(scores)
        run.findings.targetImportance = TargetImportance(scores)
      })
  ) { $0.importanceTable }
}

extension AuditFindings {
  fileprivate var importanceTable: AuditTable {
    var out = AuditTable(
      importance ?? [],
      [
        .text("node") { own in scores.map { node($0.nodes[own.node]) } ?? "" }, .number("weight", \.weight),
        .number("covariance_share", as: "covariance share", \.covarianceShare),
        .number("main_effect", as: "main effect", \.mainEffect),
        .number("total_effect", as: "total effect", \.totalEffect),
        .number("attainable") { targetImportance?.shares[$0.node] },
      ])
    out.notes = [
      "covariance share, main effect (given the node alone, by a local-linear smoother) and total "
        + "effect (Shapley share of explained variance): three answers to how much of the differences "
        + "between countries the node accounts for. attainable: the covariance shares nearest to the "
        + "weights that any weights give."
    ]
    let step = LocalLinear.step(of: scores?.countries.count ?? 0)
    if step > 1 {
      out.notes.append(
        "Main effects are of a sample: of \(scores?.countries.count ?? 0) \(table.lens.index.units) one of every \(step) in order of rank, "
          + "since the smoother compares each with every other.")
    }
    if importance?.contains(where: { $0.totalEffect.isNaN }) == true {
      out.notes.append(
        "Total effects rest on all subsets of nodes: of more than 16 they are too many, and left empty.")
    }
    if (importance ?? []).contains(where: { $0.covarianceShare < 0 }) {
      out.notes.append("Covariance shares: " + AuditNotes.opposed(settings.level))
    }
    if importance?.isEmpty == true, table.ranksAnyone {
      out.notes.append("All countries have the same score: there are no differences to account for.")
      return out
    }
    if let found = targetImportance {
      let weights = zip(found.weights, audited).map { "\($1) \(NumberFormat.fixed($0, 3))" }
      out.notes.append(
        (found.residual < 1e-9
          ? "The weights stated would be covariance shares under these weights: "
          : "No weights were found under which the weights stated are covariance shares; nearest come: ")
          + weights.joined(separator: ", ") + ".")
    }
    return out
  }
}
