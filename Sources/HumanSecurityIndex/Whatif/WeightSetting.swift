import Diagnostics
import IndexModel

/// `--weight NODE=w` put on top of a lens.
package enum WeightSetting {
  /// The lens with other nominal weights; everything wrong with them is noted.
  /// - Parameter openOnly: whether indicators of restricted licence are to stay out.
  package static func lens(
    _ lens: Lens, _ texts: [String], _ framework: Framework, openOnly: Bool, into findings: inout Findings
  ) -> Lens {
    var changed = lens
    var first: [NodeIndex: String] = [:]
    for text in texts {
      guard let (node, weight) = read(text, framework, into: &findings) else { continue }
      if let earlier = first[node] {
        findings.append(
          .settings.settingConflict, "--weight \(earlier) and --weight \(text) speak of the same",
          remedy: "leave one of the two out")
      }
      first[node] = text
      if let scheme = lens.weightScheme, scheme.isDerived,
        weight != 0 || framework.nodes[node].indicator == nil
      {
        findings.append(
          .lenses.badWeight,
          "--weight \(text): \(lens.name) takes its weights from the figures, by " + scheme.rawValue,
          remedy: "give an indicator the weight 0, which leaves it out, or choose another lens")
        continue
      }
      if let indicator = framework.nodes[node].indicator {
        if openOnly, weight > 0, !framework.indicators[indicator].licence.isOpen {
          findings.append(
            .lenses.badWeight,
            "--weight \(text): --open-only leaves \(framework.indicators[indicator].id) out",
            remedy: "leave one of the two options out")
        }
        changed.indicatorWeights[framework.indicators[indicator].id] = weight
      } else if let path = framework.nodes[node].path {
        changed.weights[path] = weight
      }
    }
    if !texts.isEmpty, !findings.hasErrors { check(changed, framework, into: &findings) }
    return changed
  }

  private static func read(_ text: String, _ framework: Framework, into findings: inout Findings) -> (
    node: NodeIndex, weight: Double
  )? {
    guard let sign = text.lastIndex(of: "=") else {
      findings.append(
        .settings.badSetting, "--weight \(text): it says no NODE=weight",
        remedy: "write --weight health=2, say")
      return nil
    }
    let written = String(text[text.index(after: sign)...]).trimmingSpaces
    // Only the ratios of weights count, and sums of these cannot overflow.
    let weight = Setting.number(written).flatMap { (0...1e9).contains($0) ? $0 : nil }
    if weight == nil {
      findings.append(
        .lenses.badWeight, "--weight \(text): \"\(written)\" is no weight",
        remedy: "write a number from 0, which leaves the node out, to 1e9")
    }
    do {
      let node = try NodeName.node(String(text[..<sign]).trimmingSpaces, in: framework)
      return weight.map { (node, $0) }
    } catch {
      findings.append(.framework.unknownIndicator, "--weight \(text): \(error.message)", remedy: error.remedy)
      return nil
    }
  }

  /// What the weights of a lens may not be together.
  private static func check(_ lens: Lens, _ framework: Framework, into findings: inout Findings) {
    let nominal = lens.nominalWeights(in: framework)
    for (_, what) in framework.nodesThatWeighNothing(nominal) {
      findings.append(
        .lenses.noWeight, "with --weight the weights of \(what) are 0",
        remedy: "give at least one of them a weight above 0, or their parent the weight 0")
    }
    let weighed = framework.dimensions.count { nominal[$0] > 0 }
    if let required = lens.dimensionsRequired, weighed > 0, required > weighed {
      findings.append(
        .lenses.dimensionsRequired,
        "with --weight \(weighed) dimensions have weight, but the lens requires \(required)",
        remedy: "leave fewer dimensions out, or write a lens of your own")
    }
  }
}
