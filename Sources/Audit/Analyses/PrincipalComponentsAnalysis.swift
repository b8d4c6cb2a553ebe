import Analysis
import IndexModel

extension AuditAnalysis {
  /// How many independent things the indicators of a dimension, and the dimensions, measure.
  package static let principalComponents = AuditAnalysis(
    "pca", question: "How many independent things the parts of a node measure"
  ) { $0.principalComponentsTable }
}

extension AuditFindings {
  fileprivate var principalComponentsTable: AuditTable {
    var out = AuditTable([
      .text("node"), .number("component"), .number("eigenvalue"), .number("explained"), .number("cumulative"),
      .text("part"), .number("loading"), .number("countries"),
    ])
    let found = PrincipalComponents.all(table)
    var shown: [Int] = []
    for own in found {
      for (place, component) in own.components.enumerated() {
        for (part, loading) in zip(own.parts, component.loadings) {
          if component.eigenvalue > 1 { shown.append(out.rows.count) }
          out.rows.append([
            .text(name(own)), .integer(place + 1), .number(component.eigenvalue),
            .number(component.explained), .number(component.cumulative), .text(node(part)), .number(loading),
            .integer(own.countries),
          ])
        }
      }
    }
    out.shown = shown
    out.notes = [
      "Eigenvalues of the correlations between the normalised scores of a dimension's indicators, and of the "
        + "index's dimensions, over the ranked countries that have all of them (countries). explained, "
        + "cumulative: the share of the variance of all parts. loading: the correlation of the part with the "
        + "component; the largest of a component is positive, as the sign of a component means nothing.",
      "Shown are components with an eigenvalue above 1, which explain more than one part does; --format csv "
        + "and json have all.",
    ]
    out.notes += left(
      found.filter(\.components.isEmpty).map(name),
      "fewer than two parts that vary, or fewer than 3 countries that have all")
    out.notes += left(found.flatMap(\.constant).map(node), "the same score in all countries")
    return out
  }

  private func name(_ own: PrincipalComponents) -> String {
    own.node == Framework.root ? "index" : node(own.node)
  }

  private func left(_ names: [String], _ reason: String) -> [String] {
    names.isEmpty ? [] : ["Left out, \(reason): \(names.joined(separator: ", "))."]
  }
}
