import Diagnostics
import IndexModel
import Scoring

/// What a statement is made of: a lens upon a catalogue, a reference year, and where it is to run.
package struct StatementPlan: Sendable {
  package let scoring: ScoringPlan
  package let year: Year
  package let dialect: SQLDialect
  package let shape: FigureShape

  package init(_ scoring: ScoringPlan, _ year: Year, _ dialect: SQLDialect, _ shape: FigureShape) {
    (self.scoring, self.year, self.dialect, self.shape) = (scoring, year, dialect, shape)
  }

  var lens: Lens { scoring.lens }
  var framework: Framework { scoring.framework }

  /// The first year from which a value is carried forward.
  var earliest: Year { year - lens.carryForward }

  /// An indicator of weight: where it hangs, and what the catalogue says of it.
  struct Leaf {
    let node: NodeIndex
    let indicator: Indicator

    var id: String { indicator.id.rawValue }
  }

  func leaf(_ node: NodeIndex) -> Leaf? {
    framework.nodes[node].indicator.map { Leaf(node: node, indicator: framework.indicators[$0]) }
  }

  var leaves: [Leaf] { scoring.leaves.compactMap(leaf) }
  /// The series that play a part: those of weight, and what they are divided, multiplied or weighed by.
  package var series: [IndicatorID] {
    leaves.map(\.indicator.id) + DerivationSteps(plan: self).others.compactMap { IndicatorID($0) }
  }

  var leavesByName: [Leaf] { scoring.leavesByName.compactMap(leaf) }

  // MARK: - Names and numbers

  func number(_ value: Double) -> String { dialect.number(value) }
  func text(_ text: String) -> String { dialect.text(text) }
  func name(_ text: String) -> String { dialect.name(text) }

  /// The column of a node's score, or before normalising of an indicator's value.
  func column(_ node: NodeIndex) -> String {
    name(node == Framework.root ? Self.index : framework.nodes[node].name)
  }

  /// Names with blanks are none of a catalogue.
  static let index = "the index"

  /// The names that a statement gives to columns of its own, beside those of nodes.
  package static let ownColumns = ["unit", "rank", "score", "coverage", "imputed", "status"]

  /// A text of the catalogue or a lens as part of a comment: of one line, whatever stands in it.
  func comment(_ text: String) -> String { Diagnostic.printable(text.replacing("\n", with: " ")) }

  func list(_ ids: [String]) -> String { ids.map { text($0) }.joined(separator: ", ") }
}
