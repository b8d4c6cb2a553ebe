import Audit
import IndexModel
import Scoring
import Tabular

/// What an audit found, as the page's pictures show it.
struct PageAudit {
  let findings: AuditFindings

  private var table: ScoreTable { findings.table }

  var json: JSONText {
    .object([
      ("weights", .string(findings.settings.weightsInWords)), ("bounds", bounds), ("importance", importance),
      ("omissions", omissions), ("sensitivity", sensitivity),
      ("points", .optional(findings.sensitivity?.indices.baseSamples)),
    ])
  }

  /// By row: the best and the worst rank that is proven to be as far as a country comes, and 1 where it attains both;
  /// nothing where it has none.
  private var bounds: JSONText {
    var rows = table.rows.map { _ in JSONText.array([]) }
    for own in findings.bounds ?? [] {
      rows[own.country.value] = .array(
        [own.best.proven, own.worst.proven, own.isExact ? 1 : 0].map { .integer($0) })
    }
    return .array(rows)
  }

  /// Of each dimension, by name: its weight and the share of the variation of the index that it accounts for.
  private var importance: JSONText {
    guard let scores = findings.scores else { return .array([]) }
    return .list(findings.importance ?? []) { own in
      [
        ("name", .string(table.framework.nodes[scores.nodes[own.node]].name)),
        ("weight", .number(own.weight)), ("share", .number(own.covarianceShare)),
      ]
    }
  }

  private var omissions: JSONText {
    .list(findings.omissions ?? []) { own in
      [
        ("name", .string(table.framework.nodes[own.node].name)), ("mean", .number(own.meanShift)),
        ("most", .integer(own.maxShift)),
        (
          "moved", .array(own.mostMoved.prefix(1).map { .string(table.country($0.country).code.description) })
        ),
      ]
    }
  }

  /// Of each judgement the shares of the variance of the mean move of ranks, each with the ends of its 95 % interval.
  private var sensitivity: JSONText {
    guard let found = findings.sensitivity, let effects = found.onShift else { return .array([]) }
    return .list(Array(zip(found.assumptions, effects))) { kind, effect in
      [
        ("name", .string(kind.rawValue)),
        ("first", .array([effect.first.value, effect.first.low, effect.first.high].map { .number($0) })),
        ("total", .array([effect.total.value, effect.total.low, effect.total.high].map { .number($0) })),
      ]
    }
  }
}
