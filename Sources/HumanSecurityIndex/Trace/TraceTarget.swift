import Diagnostics
import IndexModel
import Ingest
import Reporting
import Scoring

/// What `hsi trace` is asked of: a country, or a country and an indicator, dimension or component.
package struct TraceTarget {
  let place: RowIndex
  /// The indicators to be traced.
  let indicators: [IndicatorIndex]
  /// The dimension or component that was named; nil for others.
  let part: String?

  /// Reads `NOR`, `NOR.life-expectancy` or `NOR.food`; throws all that is wrong with it.
  package init(_ text: String, _ workspace: Workspace, _ table: ScoreTable) throws {
    let framework = table.framework
    let isCountry = (try? workspace.place(text, in: table)) != nil
    guard !isCountry, let point = text.lastIndex(of: ".") else {
      place = try workspace.place(text, in: table)
      indicators = Self.indicators(below: Framework.root, table)
      part = nil
      return
    }
    let (who, what) = (String(text[..<point]), String(text[text.index(after: point)...]))
    var findings = Findings()
    var found: RowIndex?
    do throws(Failure) { found = try workspace.place(who, in: table) } catch {
      findings.append(contentsOf: error.findings)
    }
    var named: (indicators: [IndicatorIndex], part: String?) = ([], nil)
    if let own = IndicatorID(what).flatMap(framework.indicator) ?? framework.place(ofName: what) {
      named.indicators = [own]
    } else {
      do throws(NodeName.Unknown) {
        let node = try NodeName.node(what, in: framework)
        let own = Self.indicators(below: node, table)
        // Of a part without weight everything is shown: it is asked for by name.
        named = (
          own.isEmpty ? framework.leaves(below: node).compactMap { framework.nodes[$0].indicator } : own,
          framework.nodes[node].name
        )
      } catch { findings.append(.framework.unknownIndicator, error.message, remedy: error.remedy) }
    }
    guard let found, findings.isEmpty else { throw Failure(findings, status: 2) }
    (place, indicators, part) = (found, named.indicators, named.part)
  }

  /// The indicators of weight below a node, in framework order.
  private static func indicators(below node: NodeIndex, _ table: ScoreTable) -> [IndicatorIndex] {
    table.framework.leaves(below: node).compactMap { table.column(of: $0)?.indicator }
  }
}

extension Framework {
  /// The indicator of a name for people, whatever the case of letters.
  fileprivate func place(ofName name: String) -> IndicatorIndex? {
    let wanted = name.lowercased()
    return indicatorIndices.first {
      !indicators[$0].name.isEmpty && indicators[$0].name.lowercased() == wanted
    }
  }
}

extension Workspace {
  /// What was asked for, back to files, lines and publishers.
  package func trace(_ target: TraceTarget, in table: ScoreTable) throws -> TracePage {
    var findings = Findings()
    let plan = PlanFile(catalogue, into: &findings)
    try findings.throwErrors()
    let sources = TraceSources(
      dataFolder: catalogue.folder.path, texts: texts, plan: plan.plan, planLine: plan.line(of:))
    return TracePage(table, target.place, target.indicators, part: target.part, sources)
  }
}
