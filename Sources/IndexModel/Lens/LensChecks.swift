import Diagnostics
import Tabular

/// What can be wrong with a lens as a whole, each key of it being right.
enum LensChecks {
  static func check(
    _ lens: Lens, _ document: TOMLDocument, _ framework: Framework, into findings: inout Findings
  ) {
    checkThatDimensionsAreNamed(document, framework, into: &findings)
    let weights = lens.nominalWeights(in: framework)
    SchemeChecks.check(lens, document, framework, weights, into: &findings)
    checkSiblings(weights, document, framework, into: &findings)
    if lens.normalisation == .ratioToReference, lens.reference == nil {
      findings.append(
        document, .lenses.missingKey, "the ratio to a reference needs the reference's code",
        at: ["normalisation"], remedy: "add reference = \"NOR\", say")
    }
    let weighted = framework.dimensions.count { weights[$0] > 0 }
    if let required = lens.dimensionsRequired, weighted > 0, required > weighted {
      findings.append(
        document, .lenses.dimensionsRequired,
        "\(required) dimensions are required but only \(weighted) have weight", at: ["dimensions_required"],
        remedy: "require at most \(weighted)")
    }
  }

  /// A lens has to say which dimensions it is about: the catalogue may hold branches, such as the
  /// security of states, that a silent default would mix into every index.
  private static func checkThatDimensionsAreNamed(
    _ document: TOMLDocument, _ framework: Framework, into findings: inout Findings
  ) {
    let node = document.root[key: "weights"]
    let isListed = document.root[key: "dimensions"] != nil
    if node?.members?.isEmpty == false {
      if isListed {
        findings.append(
          document, .lenses.weightBesideScheme,
          "dimensions says who takes part where weights is a word, not beside a table of weights",
          at: ["dimensions"], remedy: "give those that are to stay out the weight 0")
      }
      return
    }
    if isListed || node?.string != nil { return }
    let names = framework.dimensions.map { framework.nodes[$0].name }
    findings.append(
      .lenses.noDimension, "the lens names no dimension", in: document.text, line: 1, column: 1,
      remedy: "add [weights] with a line for each of \(names.joined(separator: ", ")), "
        + "or weights = \"equal\" to give every node the same weight")
  }

  private static func checkSiblings(
    _ weights: [Double], _ document: TOMLDocument, _ framework: Framework, into findings: inout Findings
  ) {
    for (index, node) in zip(framework.nodeIndices, framework.nodes) {
      let total = node.children.reduce(0) { $0 + weights[$1] }
      let isLost = node.children.contains { weights[$0] > 0 && weights[$0] / total == 0 }
      guard isLost || !total.isFinite, let greatest = node.children.max(by: { weights[$0] < weights[$1] })
      else { continue }
      let what =
        index == Framework.root ? "the weights of the dimensions" : "the weights under \"\(node.name)\""
      findings.append(
        document, .lenses.badWeight, "\(what) are too far apart to be added up",
        at: place(ofWeight: greatest, document, framework),
        remedy: "only their ratios count: choose numbers near 1")
      return
    }
    for (node, what) in framework.nodesThatWeighNothing(weights) {
      findings.append(
        document, .lenses.noWeight, "the weights of \(what) are 0", at: ["weights", node],
        remedy: "give at least one of them a weight above 0, or their parent the weight 0")
    }
  }

  private static func place(ofWeight node: NodeIndex, _ document: TOMLDocument, _ framework: Framework)
    -> [String]
  {
    let name = framework.nodes[node].name
    if framework.nodes[node].indicator != nil { return ["indicator_weights", name] }
    let isWhole = document.root[key: "weights"]?[key: name] != nil
    return ["weights"] + (isWhole ? [name] : name.split(separator: "/").map(String.init))
  }
}
