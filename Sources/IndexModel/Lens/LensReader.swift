import Diagnostics
import Tabular

/// Reads a lens from TOML and checks it against the framework's names.
package struct LensReader {
  let document: TOMLDocument
  let framework: Framework
  var lens: Lens
  var findings = Findings()

  /// Reads a lens; everything wrong with it is noted in `findings`, and then the result is nil.
  /// - Parameter name: what the lens is called: the name of its file without the ending.
  package static func read(
    _ text: SourceText, name: String, framework: Framework, into findings: inout Findings
  ) -> Lens? {
    guard let document = TOMLDocument(text, into: &findings) else { return nil }
    var reader = LensReader(document: document, framework: framework, lens: Lens(name: name))
    reader.readKeys()
    if !reader.findings.hasErrors { reader.settleRatios() }
    if !reader.findings.hasErrors { reader.checkCounts() }
    // Whoever weighs for themselves adds up; there is nothing to choose, so nothing to write.
    if reader.lens.weightScheme == .benefitOfTheDoubt,
      document.root[key: "aggregation"]?[key: "dimensions"] == nil
    {
      reader.lens.aggregation.dimensions = .arithmetic
    }
    LensChecks.check(reader.lens, document, framework, into: &reader.findings)
    findings.append(contentsOf: reader.findings)
    return reader.findings.hasErrors ? nil : reader.lens
  }

  package static let keys = [
    "title", "index", "tradition", "rationale", "references", "carry_forward", "scope", "normalisation",
    "normalise_within", "reference", "outliers", "indicator_share", "dimensions_required", "impute",
    "imputed_limit", "coverage_required", "aggregation", "weights", "dimensions", "share_min", "share_max",
    "indicator_weights", "goalposts", "caps", "cutoffs", "nodes", "audit",
  ]

  /// The keys of the table `[aggregation]`, beside which any node may have a method of its own.
  package static let aggregationKeys = ["indicators", "dimensions", "floor", "power"]

  private mutating func readKeys() {
    for member in document.root.members ?? [] {
      let path = [member.key]
      switch member.key {
      case "title": text(member.value, path) { $0.title = $1 }
      case "index": index(member.value)
      case "tradition": text(member.value, path) { $0.tradition = $1 }
      case "rationale": text(member.value, path) { $0.rationale = $1 }
      case "references": references(member.value, path)
      case "carry_forward": whole(member.value, path, 0...200) { $0.carryForward = $1 }
      case "dimensions_required": whole(member.value, path, 1...1000) { $0.dimensionsRequired = $1 }
      case "indicator_share": number(member.value, path, 0...1) { $0.indicatorShare = $1 }
      case "imputed_limit": number(member.value, path, 0...1) { $0.imputedLimit = $1 }
      case "coverage_required": number(member.value, path, 0...1) { $0.coverageRequired = $1 }
      case "scope": choice(member.value, path) { $0.scope = $1 }
      case "normalisation": choice(member.value, path) { $0.normalisation = $1 }
      case "normalise_within": choice(member.value, path) { $0.comparedWithin = $1 }
      case "reference": reference(member.value, path)
      case "outliers": choice(member.value, path) { $0.outliers = $1 }
      case "impute": choice(member.value, path) { $0.impute = $1 }
      case "aggregation": aggregation(member.value)
      case "weights": weights(member.value)
      case "dimensions": dimensions(member.value)
      case "share_min": number(member.value, path, 0...1) { $0.shareBounds.least = $1 }
      case "share_max": number(member.value, path, 0...1) { $0.shareBounds.greatest = $1 }
      case "indicator_weights": indicatorWeights(member.value)
      case "goalposts": goalposts(member.value)
      case "caps": caps(member.value)
      case "cutoffs": cutoffs(member.value)
      case "nodes": nodeRules(member.value)
      case "audit": audit(member.value)
      default: unknownKey(path, among: Self.keys)
      }
    }
  }

  private mutating func aggregation(_ node: TOMLNode) {
    for member in table(node, ["aggregation"]) {
      let path = ["aggregation", member.key]
      switch member.key {
      case "indicators": choice(member.value, path) { $0.aggregation.indicators = $1 }
      case "dimensions": choice(member.value, path) { $0.aggregation.dimensions = $1 }
      case "floor": number(member.value, path, Self.leastFloor...100) { $0.aggregation.floor = $1 }
      case "power": power(member.value, path)
      default: nodeAggregation(member, path)
      }
    }
  }

  /// The aggregation of one node, its path written whole or as nested tables.
  private mutating func nodeAggregation(_ member: TOMLNode.Member, _ place: [String]) {
    let name = place.dropFirst().joined(separator: "/")
    if let inner = member.value.members {
      for member in inner { nodeAggregation(member, place + [member.key]) }
    } else if let path = DimensionPath(name), framework.node(path) != nil {
      choice(member.value, place) { $0.aggregation.nodes[path] = $1 }
    } else {
      wrong(
        .lenses.unknownKey, "\"\(name)\" is no rule of aggregation, and no dimension or component", place,
        NearestName.remedy(for: name, among: Self.aggregationKeys + framework.paths))
    }
  }

  private mutating func weights(_ node: TOMLNode) {
    if node.string != nil { return choice(node, ["weights"]) { $0.weightScheme = $1 } }
    for member in table(node, ["weights"]) { weight(member, ["weights", member.key]) }
  }

  /// The dimensions that take part, under a scheme or beside weights; the others weigh 0.
  private mutating func dimensions(_ node: TOMLNode) {
    guard case .array(let items) = node, !items.isEmpty else {
      return wrongType(node, ["dimensions"], "a list of dimensions")
    }
    let known = framework.dimensions.map { framework.nodes[$0].name }
    for (number, item) in items.enumerated() where !(item.string.map(known.contains) ?? false) {
      let name = item.string ?? item.kind
      wrong(
        .lenses.unknownDimension, "no dimension is called \"\(name)\"", ["dimensions", "\(number)"],
        NearestName.remedy(for: name, among: known))
    }
    let named = items.compactMap(\.string)
    for name in known where !named.contains(name) {
      if let path = DimensionPath(name) { lens.weights[path] = 0 }
    }
  }

  /// A weight under a path, written whole (`"political/rights" = 2`) or as nested tables.
  private mutating func weight(_ member: TOMLNode.Member, _ place: [String]) {
    let name = place.dropFirst().joined(separator: "/")
    if let inner = member.value.members {
      for member in inner { weight(member, place + [member.key]) }
    } else if let path = DimensionPath(name), framework.node(path) != nil {
      if let value = weightValue(member.value, place) { lens.weights[path] = value }
    } else if let id = IndicatorID(name), framework.indicator(id) != nil {
      wrong(
        .lenses.unknownDimension, "\"\(name)\" is an indicator, not a dimension or component", place,
        "put its weight under [indicator_weights]")
    } else {
      wrong(
        .lenses.unknownDimension, "no dimension or component is called \"\(name)\"", place,
        NearestName.remedy(for: name, among: framework.paths))
    }
  }

  private mutating func indicatorWeights(_ node: TOMLNode) {
    for member in table(node, ["indicator_weights"]) {
      let place = ["indicator_weights", member.key]
      guard let id = scoredIndicator(member.key, place) else { continue }
      if let value = weightValue(member.value, place) { lens.indicatorWeights[id] = value }
    }
  }

  private mutating func goalposts(_ node: TOMLNode) {
    for member in table(node, ["goalposts"]) {
      let place = ["goalposts", member.key]
      guard let id = scoredIndicator(member.key, place) else { continue }
      for inner in table(member.value, place) where !["worst", "best"].contains(inner.key) {
        unknownKey(place + [inner.key], among: ["worst", "best"])
      }
      guard member.value.members != nil else { continue }
      guard let worst = member.value[key: "worst"]?.number, let best = member.value[key: "best"]?.number
      else {
        wrong(.framework.goalposts, "goalposts need two numbers", place, "write { worst = …, best = … }")
        continue
      }
      goalposts(id, worst, best, place)
    }
  }

  private mutating func goalposts(_ id: IndicatorID, _ worst: Double, _ best: Double, _ place: [String]) {
    guard let posts = Goalposts(worst: worst, best: best) else {
      return wrong(
        .framework.goalposts, "worst and best of \"\(id)\" must be finite and differ", place,
        "their order is the direction: { worst = 0, best = 100 } means that more is safer")
    }
    guard let index = framework.indicator(id) else { return }
    let transform = framework.indicators[index].transform
    guard transform.accepts(worst), transform.accepts(best) else {
      return wrong(
        .framework.goalposts, "the transform \(transform) of \"\(id)\" needs \(transform.requirement)", place,
        "move the goalpost, or change the transform in indicators.csv")
    }
    guard transform.separates(posts) else {
      return wrong(
        .framework.goalposts, "the goalposts of \"\(id)\" are the same, or too far apart, as numbers", place,
        "move one of them")
    }
    lens.goalposts[id] = posts
  }

  mutating func scoredIndicator(_ name: String, _ place: [String]) -> IndicatorID? {
    let scored = framework.indicators.filter { $0.dimension != nil }.map(\.id.rawValue)
    if let id = IndicatorID(name), scored.contains(name) { return id }
    wrong(
      .framework.unknownIndicator, "no indicator is called \"\(name)\"", place,
      NearestName.remedy(for: name, among: scored))
    return nil
  }

  private mutating func weightValue(_ node: TOMLNode, _ place: [String]) -> Double? {
    guard let value = node.number else {
      wrong(.lenses.wrongType, "a weight must be a number, not \(node.kind)", place, "write 1.0, say")
      return nil
    }
    guard value.isFinite, value >= 0 else {
      wrong(
        .lenses.badWeight, "a weight must be finite and at least 0, not \(value)", place,
        "a weight of 0 leaves the node out")
      return nil
    }
    return value
  }
}
