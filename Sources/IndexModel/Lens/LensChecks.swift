import Diagnostics
import Tabular

/// What can be wrong with a lens as a whole, each key of it being right.
enum LensChecks {
  static func check(
    _ lens: Lens, _ document: TOMLDocument, _ framework: Framework, into findings: inout Findings
  ) {
    checkThatDimensionsAreNamed(document, framework, into: &findings)
    checkThatNoneIsForgotten(document, framework, into: &findings)
    let weights = lens.nominalWeights(in: framework)
    SchemeChecks.check(lens, document, framework, weights, into: &findings)
    checkSiblings(weights, document, framework, into: &findings)
    if lens.normalisation == .ratioToReference, lens.reference == nil {
      findings.append(
        document, .lenses.missingKey, "the ratio to a reference needs the reference's code",
        at: ["normalisation"], remedy: "add reference = \"NOR\", say")
    }
    checkGroups(lens, document, framework, into: &findings)
    let weighted = framework.dimensions.count { weights[$0] > 0 }
    if let required = lens.dimensionsRequired, weighted > 0, required > weighted {
      findings.append(
        document, .lenses.dimensionsRequired,
        "\(required) dimensions are required but only \(weighted) have weight", at: ["dimensions_required"],
        remedy: "require at most \(weighted)")
    }
  }

  /// Groups within which values are compared need a comparison, and parents need units.
  private static func checkGroups(
    _ lens: Lens, _ document: TOMLDocument, _ framework: Framework, into findings: inout Findings
  ) {
    guard lens.comparedWithin != .world else { return }
    if !lens.normalisation.compares {
      findings.append(
        document, .lenses.keyWithoutEffect,
        "\(lens.normalisation.rawValue) compares no unit with others, so that there is nothing to compare within a "
          + "\(lens.comparedWithin.rawValue)", at: ["normalise_within"],
        remedy:
          "write normalisation = \"minmax\", \"zscore\", \"rank\" or \"percentile\", or take the key away")
    }
    if lens.comparedWithin == .parent, !framework.isOfUnits {
      findings.append(
        document, .lenses.keyWithoutEffect, "countries have no parent", at: ["normalise_within"],
        remedy: "write \"region\", \"subregion\" or \"income\"; units of a units.csv have parents")
    }
  }

  /// A lens has to say which dimensions it is about: the catalogue may hold branches, such as the
  /// security of states, that a silent default would mix into every index.
  private static func checkThatDimensionsAreNamed(
    _ document: TOMLDocument, _ framework: Framework, into findings: inout Findings
  ) {
    let node = document.root[key: "weights"]
    let isListed = document.root[key: "dimensions"] != nil
    if isListed || node?.string != nil || node?.members?.isEmpty == false { return }
    let names = framework.dimensions.map { framework.nodes[$0].name }
    findings.append(
      .lenses.noDimension, "the lens names no dimension", in: document.text, line: 1, column: 1,
      remedy: "add [weights] with a line for each of \(names.joined(separator: ", ")), "
        + "or weights = \"equal\" to give every node the same weight")
  }

  /// Who names some dimensions has thought of those alone: another one, which a newer catalogue may have brought, must
  /// not weigh 1 unseen. A list of dimensions says who takes part; what it leaves out has no weight.
  private static func checkThatNoneIsForgotten(
    _ document: TOMLDocument, _ framework: Framework, into findings: inout Findings
  ) {
    // A name that nobody knows may be meant for the one that seems forgotten.
    guard !findings.hasErrors, let weights = document.root[key: "weights"], weights.members != nil else {
      return
    }
    let names = framework.dimensions.map { framework.nodes[$0].name }
    if case .array(let items)? = document.root[key: "dimensions"] {
      let listed = Set(items.compactMap(\.string))
      for name in names where !listed.contains(name) && weights[key: name]?.number ?? 0 > 0 {
        findings.append(
          document, .lenses.weightBesideScheme,
          "\"\(name)\" has a weight, but dimensions does not list it: only those that it lists take part",
          at: ["weights", name], remedy: "add it to dimensions, or take its weight away")
      }
      return
    }
    let absent = Set(framework.nodesOfAbsentIndicators)
    let named = names.filter { weights[key: $0]?.number != nil }
    let forgotten = framework.dimensions.filter { !absent.contains($0) }.map { framework.nodes[$0].name }
      .filter { !named.contains($0) }
    guard !named.isEmpty, !forgotten.isEmpty else { return }
    findings.append(
      document, .lenses.unnamedDimension,
      "[weights] gives \(CountWords.of(named.count, "dimension")) a weight, and says nothing of "
        + CountWords.list(forgotten.map { "\"\($0)\"" }), at: ["weights"],
      remedy:
        "write \(forgotten[0]) = 0 to leave it out, or \(forgotten[0]) = 1 for the weight of an equal; or list "
        + "above the tables who takes part: dimensions = [\(named.map { "\"\($0)\"" }.joined(separator: ", "))]"
    )
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
