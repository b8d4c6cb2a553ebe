import Glibc
import IndexModel
import Scoring
import Tabular

/// The columns in which a node's score is joined of its children's, as `Aggregator` and `PresentMean` do.
///
/// Children, the weight of those that are there, terms (one a child) where the mean is of a function of scores, the
/// score. A child that is missing, or has no weight, shows the empty text, which sums and ranks pass over.
struct WorkbookBlock: Sendable {
  /// The row above the countries in which the weights of children stand.
  static let weightRow = 3

  let node: NodeIndex
  let sheet: String
  let children: [NodeIndex]
  let aggregator: Aggregator
  let first: Int

  init(_ node: NodeIndex, _ table: ScoreTable, _ sheet: String, at first: Int) {
    (self.node, self.sheet, self.first) = (node, sheet, first)
    children = table.childrenInSummationOrder(node)
    aggregator = table.aggregator(of: node)
  }

  private var last: Int { first + max(children.count, 1) - 1 }
  var present: Int { last + 1 }

  /// How many terms a child has: the taken score, and under Mazziotta-Pareto its squared distance from the mean.
  private var termsOfEach: Int {
    switch aggregator.method {
    case .arithmetic, .minimum, .copeland, .ratio: 0
    case .geometric, .harmonic, .power, .product: 1
    case .mazziottaPareto: 2
    }
  }

  var termColumns: Range<Int> { (present + 1)..<(present + 1 + termsOfEach * children.count) }
  var score: Int { termColumns.upperBound }

  private func scores(_ row: Int) -> String { CellAddress.range((row, first), (row, last)) }
  private var weights: String {
    CellAddress.range((Self.weightRow, first), (Self.weightRow, last), fixed: .row)
  }
  private func there(_ row: Int) -> String { CellAddress.of(row, present) }
  private func terms(_ row: Int, round: Int = 0) -> String {
    let start = present + 1 + round * children.count
    return CellAddress.range((row, start), (row, start + max(children.count, 1) - 1))
  }

  func presentFormula(_ row: Int) -> String { "SUMPRODUCT(\(weights),--ISNUMBER(\(scores(row))))" }

  // MARK: - Terms

  /// The terms of a country, with the values that they have now.
  func terms(_ row: Int, _ table: ScoreTable, _ place: RowIndex) -> [(
    column: Int, formula: String, value: Double?
  )] {
    guard termsOfEach > 0 else { return [] }
    let there = table.presentShare(of: node, place)
    let own = children.map { table.score($0, place).map(aggregator.taken) }
    let firsts = children.indices.map { child in
      (
        present + 1 + child, guarded(row, child, term(row, child)),
        own[child].map { value($0, table.weights[children[child]], there) }
      )
    }
    guard termsOfEach > 1 else { return firsts }
    let mean = mean(own, table)
    return firsts
      + children.indices.map { child in
        let taken = CellAddress.of(row, present + 1 + child)
        return (
          present + 1 + children.count + child, guarded(row, child, "(\(taken)-\(meanFormula(row)))^2"),
          own[child].map { ($0 - mean) * ($0 - mean) }
        )
      }
  }

  private func guarded(_ row: Int, _ child: Int, _ formula: String) -> String {
    "IF(ISNUMBER(\(CellAddress.of(row, first + child))),\(formula),\"\")"
  }

  private static let floor =
    "\(WorkbookLayout.Name.rules)!$B$\(1 + WorkbookLayout.firstLine + WorkbookRule.floor.rawValue)"
  private static let power =
    "\(WorkbookLayout.Name.rules)!$B$\(1 + WorkbookLayout.firstLine + WorkbookRule.power.rawValue)"

  private func term(_ row: Int, _ child: Int) -> String {
    let score = CellAddress.of(row, first + child)
    let weight = CellAddress.of(Self.weightRow, first + child, fixed: .row)
    switch aggregator.method {
    case .geometric: return "LN(MAX(\(score),\(Self.floor)))"
    case .harmonic: return "1/MAX(\(score),\(Self.floor))"
    case .power: return "MAX(\(score),IF(\(Self.power)<1,\(Self.floor),0))^\(Self.power)"
    case .product:
      return "(MAX(0,MIN(100,\(score)))/100)^(COUNTIF(\(weights),\">0\")*\(weight)/\(there(row)))"
    case .mazziottaPareto: return "MAX(0,\(score))"
    case .arithmetic, .minimum, .copeland, .ratio: return score
    }
  }

  private func value(_ taken: Double, _ weight: Double, _ there: Double) -> Double {
    guard aggregator.method == .product else { return aggregator.inward(taken) }
    return pow(taken / 100, Double(children.count) * weight / there)
  }

  private func mean(_ scores: [Double?], _ table: ScoreTable) -> Double {
    var mean = PresentMean()
    for (child, score) in zip(children, scores) {
      if let score { mean.add(score, table.weights[child], as: score) }
    }
    return mean()
  }

  private func meanFormula(_ row: Int) -> String { "SUMPRODUCT(\(weights),\(terms(row)))/\(there(row))" }

  // MARK: - The score

  /// The score where enough is there: below the root the share of weight that the lens asks for.
  func scoreFormula(_ row: Int, _ layout: WorkbookLayout) -> String {
    let there = there(row)
    let isEnough =
      node == Framework.root
      ? "\(there)>0" : "AND(\(there)>0,\(there)>=\(layout.rule(.indicatorShare))-1E-12)"
    return "IF(\(isEnough),\(joined(row)),\"\")"
  }

  private func joined(_ row: Int) -> String {
    let (scores, there) = (scores(row), there(row))
    let mean = "SUMPRODUCT(\(weights),\(terms(row)))/\(there)"
    switch aggregator.method {
    case .arithmetic, .copeland:
      return within(scores, "SUMPRODUCT(\(weights),\(scores))/\(there)", atLeast: nil)
    case .geometric: return within(scores, "EXP(\(mean))", atLeast: Self.floor)
    case .harmonic: return within(scores, "1/(\(mean))", atLeast: Self.floor)
    case .power:
      return within(scores, "(\(mean))^(1/\(Self.power))", atLeast: "IF(\(Self.power)<1,\(Self.floor),0)")
    case .minimum: return "MIN(\(scores))"
    case .product: return "100*PRODUCT(\(terms(row)))"
    case .ratio:
      let (over, under) = aggregator.denominatorIsFirst ? (last, first) : (first, last)
      let ratio = "100*MAX(0,\(CellAddress.of(row, over)))/MAX(\(CellAddress.of(row, under)),\(Self.floor))"
      return "IF(COUNT(\(scores))=2,MIN(\(CSVText.shortest(Aggregator.greatestRatio)),\(ratio)),\"\")"
    case .mazziottaPareto:
      let squares = "SUMPRODUCT(\(weights),\(terms(row, round: 1)))/\(there)"
      return "IF((\(mean))=0,0,MAX(0,(\(mean))-(\(squares))/(\(mean))))"
    }
  }

  /// A mean lies between the least and the greatest score that it takes in: rounding does not carry it outside.
  private func within(_ scores: String, _ mean: String, atLeast floor: String?) -> String {
    let ends = ["MIN", "MAX"].map { end in floor.map { "MAX(\($0),\(end)(\(scores)))" } ?? "\(end)(\(scores))"
    }
    return "MEDIAN(\(ends[0]),\(mean),\(ends[1]))"
  }
}
