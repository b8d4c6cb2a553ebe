import IndexModel
import Scoring

/// What of a lens and a catalogue no statement expresses.
package struct Refusal: Sendable, Equatable {
  /// The judgement, as the lens or the catalogue writes it.
  package let judgement: String
  package let reason: String
  package let remedy: String

  init(
    _ judgement: String, _ reason: String, remedy: String = "choose another --lens, or score with hsi score"
  ) { (self.judgement, self.reason, self.remedy) = (judgement, reason, remedy) }
}

extension StatementPlan {
  /// Everything that stands against a statement; empty where there is one.
  package var refusals: [Refusal] { methodRefusals + nodeRefusals + indicatorRefusals + nameRefusals }

  private var methodRefusals: [Refusal] {
    var found: [Refusal] = []
    switch lens.weightScheme {
    case .none, .equal: break
    case .pca:
      found.append(
        Refusal("weights = \"pca\"", "SQL has no principal components, by which figures make the weights"))
    case .entropy:
      found.append(
        Refusal(
          "weights = \"entropy\"",
          "the figures make the weights, and those of a node need the scores below it"))
    case .benefitOfTheDoubt:
      found.append(
        Refusal(
          "weights = \"benefit_of_the_doubt\"", "each unit's weights solve a linear programme of its own"))
    }
    if lens.outliers == .winsorise {
      found.append(
        Refusal(
          "outliers = \"winsorise\"",
          "extreme values are set step by step until two moments of the distribution allow it"))
    }
    switch lens.impute {
    case .regression:
      found.append(
        Refusal("impute = \"regression\"", "each indicator is predicted by the one that fits it best"))
    case .nodeMean:
      found.append(
        Refusal(
          "impute = \"node_mean\"", "estimates are made between one level of the tree and the next",
          remedy: "write impute = \"none\", which gives the same scores under arithmetic means"))
    case .none, .components, .regionMedian, .incomeMedian, .regionMean, .incomeMean, .worldMean: break
    }
    if lens.impute == .components, lens.normalisation != .goalposts {
      found.append(
        Refusal(
          "impute = \"components\" with normalisation = \"\(lens.normalisation.rawValue)\"",
          "estimates that come from outside hold for the figures they were made of alone"))
    }
    return found
  }

  private var nodeRefusals: [Refusal] { copelandRefusals + comparisonRefusals }

  private var comparisonRefusals: [Refusal] {
    scoring.joined.filter { $0 != Framework.root }.flatMap { node -> [Refusal] in
      let name = framework.nodes[node].name
      let rule = lens.aggregation[framework.nodes[node]].rule
      let normalisation = rule.normalisation.map {
        Refusal(
          "normalisation = \"\($0.rawValue)\" of \(name)",
          "its scores are compared between one level of the tree and the next")
      }
      let imputation = rule.imputedFrom.map {
        Refusal(
          "impute = \"\($0.rawValue)_mean\" of \(name)",
          "estimates are made between one level of the tree and the next")
      }
      return [normalisation, imputation].compactMap(\.self)
    }
  }

  private var copelandRefusals: [Refusal] {
    scoring.joined.filter { scoring.aggregator(of: $0).method == .copeland }.map { node in
      Refusal(
        "copeland for \(node == Framework.root ? "dimensions" : framework.nodes[node].name)",
        "it compares each two units, which are too many in a warehouse")
    }
  }

  private var indicatorRefusals: [Refusal] {
    let leaves = leaves
    var found: [Refusal] = []
    let compared = leaves.filter { $0.indicator.derivation.neighbours != nil }
    if shape == .long, !compared.isEmpty {
      found.append(
        Refusal(
          "neighbours of \(words(compared))", "the table of figures does not say who borders on whom",
          remedy: "give their values: --input wide"))
    }
    let open = leaves.filter {
      lens.cutoffs[$0.indicator.id] == nil && scoring.goalposts(of: $0.indicator) == nil
    }
    if lens.normalisation == .goalposts, !open.isEmpty {
      found.append(
        Refusal(
          "direction of \(words(open))",
          "its goalposts are the ends of all figures, and a statement holds no figures",
          remedy: "write goalposts into the lens"))
    }
    return found
  }

  private var nameRefusals: [Refusal] {
    let nodes = (scoring.joined.filter { $0 != Framework.root } + scoring.leaves).map {
      framework.nodes[$0].name
    }
    var found: [Refusal] = []
    let own = nodes.filter(Self.ownColumns.contains)
    if !own.isEmpty {
      found.append(
        Refusal(
          "the name \(own.map { "\"\($0)\"" }.joined(separator: ", "))",
          "the statement gives that name to a column of its own",
          remedy: "call it otherwise in indicators.csv"))
    }
    var seen: Set<String> = []
    for name in nodes where !seen.insert(name).inserted {
      found.append(
        Refusal(
          "the name \"\(name)\"", "a dimension and an indicator have it, and both are columns of one table",
          remedy: "call one of them otherwise in indicators.csv"))
    }
    if let longest = dialect.longestName {
      let places = longest - "deviation of ".utf8.count
      for name in nodes + DerivationSteps(plan: self).others where name.utf8.count > places {
        found.append(
          Refusal(
            "the name \"\(name)\"", "\(dialect.title) keeps \(longest) bytes of a name",
            remedy: "call it by at most \(places) letters in indicators.csv, or choose another --dialect"))
      }
    }
    return found
  }

  private func words(_ leaves: [Leaf]) -> String { leaves.map(\.id).joined(separator: ", ") }
}
