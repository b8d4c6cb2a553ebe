import Audit
import Scoring
import Tabular

extension AuditTables {
  var importance: AuditTable {
    var out = AuditTable(
      "importance", title("Whether a weight is the importance that it claims", overWeights: false),
      [
        .text("node"), .number("weight"), .number("covariance_share", "covariance share"),
        .number("main_effect", "main effect"), .number("total_effect", "total effect"),
        .number("attainable"),
      ])
    out.rows = (findings.importance ?? []).map { own in
      [
        .text(findings.scores.map { node($0.nodes[own.node]) } ?? ""), .number(own.weight),
        .number(own.covarianceShare), .number(own.mainEffect), .number(own.totalEffect),
        .number(findings.attainable?.shares[own.node]),
      ]
    }
    out.notes = [
      "covariance share, main effect (given the node alone, by a local-linear smoother) and total "
        + "effect (Shapley share of explained variance): three answers to how much of the differences "
        + "between countries the node accounts for. attainable: the covariance shares nearest to the "
        + "weights that any weights give."
    ]
    if findings.importance?.contains(where: { $0.totalEffect.isNaN }) == true {
      out.notes.append(
        "Total effects rest on all subsets of nodes: of more than 16 they are too many, and left empty."
      )
    }
    if (findings.importance ?? []).contains(where: { $0.covarianceShare < 0 }) {
      out.notes.append("Covariance shares: " + AuditSentences.opposed(findings.settings.level))
    }
    if findings.importance?.isEmpty == true, table.ranksAnyone {
      out.notes.append(
        "All countries have the same score: there are no differences to account for.")
      return out
    }
    if let found = findings.attainable {
      let weights = zip(found.weights, audited).map { "\($1) \(NumberFormat.fixed($0, 3))" }
      out.notes.append(
        (found.residual < 1e-9
          ? "The weights stated would be covariance shares under these weights: "
          : "No weights were found under which the weights stated are covariance shares; nearest come: ")
          + weights.joined(separator: ", ") + ".")
    }
    return out
  }

  var stability: AuditTable {
    var out = AuditTable(
      "stability",
      title(
        "How far one weight can move before the first \(findings.settings.top) ranks change",
        overWeights: false),
      [
        .text("node"), .number("weight"), .number("low"), .number("high"), .text("changes"),
      ])
    guard let scores = findings.scores else { return out }
    out.rows = (findings.stability ?? []).map { own in
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
        + "\(findings.settings.top) countries keep their order. changes: the two that change at the "
        + "nearer end."
    ]
    return out
  }

  var leaveOneOut: AuditTable {
    var out = AuditTable(
      "leave-one-out", title("What each node does: the ranks without it", overWeights: false),
      [
        .text("node"), .number("mean_shift", "mean shift", 2), .number("max_shift", "max shift"),
        .text("most_moved", "most moved"),
      ])
    out.rows = (findings.omissions ?? []).map { own in
      [
        .text(node(own.node)), .number(own.meanShift), .integer(own.maxShift),
        .text(own.mostMoved.map { code($0.country) }.joined(separator: ";")),
      ]
    }
    out.notes = [
      "A dimension or indicator left out, the others keeping their relative weights: the mean and the "
        + "greatest move of a rank, and the five countries that move most."
    ]
    return out
  }

  var schools: AuditTable {
    var out = AuditTable(
      "schools", "How far the ranks of lenses agree, \(table.year)",
      [
        .text("a"), .text("b"), .number("kendall"), .number("spearman"),
        .number("mean_shift", "mean shift", 1), .number("max_shift", "max shift"),
        .text("most_moved", "most moved"),
      ])
    let pairs = findings.schools ?? []
    out.rows = pairs.map { pair in
      let most = pair.shifts.first.map { pair.first.cube.countries[$0.country].code.description }
      return [
        .text(pair.first.lens.name), .text(pair.second.lens.name), .number(pair.kendall),
        .number(pair.spearman), .number(pair.meanShift), .integer(pair.shifts.first?.distance),
        .text(most ?? ""),
      ]
    }
    out.shown = pairs.indices.filter { place in
      [pairs[place].first.lens.name, pairs[place].second.lens.name].contains(table.lens.name)
    }
    out.notes =
      [
        "The pairs with \(table.lens.name); --format csv and json have all, hsi compare says what sets "
          + "them apart."
      ] + AuditSentences.leftOut(findings.leftOut)
    return out
  }

  var checks: AuditTable {
    var out = AuditTable(
      "checks", title("What was checked, and how it came out"),
      [
        .text("check"), .text("subject"), .number("figure"), .number("threshold"),
        .text("verdict"),
      ])
    let checks = findings.checks
    out.rows = checks.map { check in
      [
        .text(check.kind.rawValue), .text(check.subject), .number(check.figure),
        .number(check.threshold), .text(check.verdict.rawValue),
      ]
    }
    out.shown = checks.indices.filter { checks[$0].verdict != .pass }
    let counts = AuditCheck.Verdict.allCases.map { verdict in
      "\(checks.count { $0.verdict == verdict }) \(verdict.rawValue)"
    }
    out.notes = [
      "Of \(checks.count) checks: \(counts.joined(separator: ", ")). Shown are those that did not "
        + "pass; --format csv and json have all. The thresholds are those of the lens's table [audit]."
    ]
    if let found = findings.acceptability, let spans = found.spans,
      checks.contains(where: { $0.kind == .rankWidth })
    {
      out.notes.append(
        "rank-width rests on \(found.samples) draws; a width is off by at most "
          + "\(CountWords.of(spans.mostOff, "rank")) (four "
          + "standard errors of the shares of draws), a share of "
          + "\(NumberFormat.value(Double(spans.mostOff) / Double(found.countries.count))) of the "
          + "countries.")
    }
    return out
  }
}
