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
    let found = PrincipalComponents.all(table)
    let loadings = found.flatMap { own in
      own.components.enumerated().flatMap { place, component in
        zip(own.parts, component.loadings).map {
          (own: own, place: place, component: component, part: $0, loading: $1)
        }
      }
    }
    var out = AuditTable(
      loadings,
      [
        .text("node") { name($0.own) }, .integer("component") { $0.place + 1 },
        .number("eigenvalue", \.component.eigenvalue), .number("explained", \.component.explained),
        .number("cumulative", \.component.cumulative), .text("part") { node($0.part) },
        .number("loading", \.loading), .integer("countries", \.own.countries),
      ])
    out.shown = loadings.indices.filter { loadings[$0].component.eigenvalue > 1 }
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
