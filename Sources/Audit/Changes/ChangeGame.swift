import IndexModel
import Scoring

/// What becomes of one country's score and rank where some changes between two states are made and others are not.
struct ChangeGame {
  private let mixtures: JudgementMixtures
  private let curves: JudgementMixtures.Curves
  private let sides: [(before: ChangedCells.Side, after: ChangedCells.Side)]
  private let cells: [IndicatorID: Int]
  /// The causes that take part, each with its changes: places in the coalitions that are asked for.
  let groups: [(cause: ChangeCause, changes: [Int])]
  /// What each change is: an indicator of the country, or nil for what is no single figure.
  let changes: [IndicatorID?]
  /// The place of the change of all figures at once, of each judgement's, and of other countries'.
  private let figures: Int?
  private let judgements: [Int]
  private let others: Int

  /// - Returns: nil for a country that is not scored under all judgements in both states.
  init?(_ mixtures: JudgementMixtures, _ curves: JudgementMixtures.Curves, of code: CountryCode) {
    var sides: [(before: ChangedCells.Side, after: ChangedCells.Side)] = []
    for place in mixtures.before.indices {
      guard let old = curves.before[place].rows[code], let new = curves.after[place].rows[code] else {
        return nil
      }
      sides.append(
        (.init(table: mixtures.before[place], row: old), .init(table: mixtures.after[place], row: new)))
    }
    (self.mixtures, self.curves, self.sides) = (mixtures, curves, sides)
    let cells = mixtures.isSeparable ? ChangedCells(sides).all : []
    self.cells = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1.id, $0) })
    var members = Dictionary(grouping: cells.indices) { cells[$0].cause }
    var changes: [IndicatorID?] = cells.map(\.id)
    func add(_ cause: ChangeCause) -> Int {
      members[cause, default: []].append(changes.count)
      changes.append(nil)
      return changes.count - 1
    }
    figures = mixtures.isSeparable ? nil : add(.figures)
    judgements = mixtures.causes.map(add)
    others = add(.others)
    self.changes = changes
    groups = ChangeCause.allCases.compactMap { cause in members[cause].map { (cause, $0) } }
  }

  /// The score of the index, and the rank with the opposite sign, under each combination of changes.
  func outcomes(_ coalitions: [OwenValue.Coalition]) -> [OwenValue.Outcome] {
    var outcomes = [OwenValue.Outcome](repeating: .zero, count: coalitions.count)
    let judged = coalitions.map { made in
      judgements.indices.reduce(0) { made[judgements[$1]] ? $0 | 1 << $1 : $0 }
    }
    for mixture in sides.indices {
      let places = coalitions.indices.filter { judged[$0] == mixture }
      for (place, score) in zip(places, scores(mixture, places.map { coalitions[$0] })) {
        let isAfter = coalitions[place][others]
        let curve = isAfter ? curves.after[mixture] : curves.before[mixture]
        let rank = curve.rank(score, of: isAfter ? sides[mixture].after.row : sides[mixture].before.row)
        outcomes[place] = OwenValue.Outcome(score, -Double(rank))
      }
    }
    return outcomes
  }

  /// Scores under one mixture of judgements.
  private func scores(_ mixture: Int, _ coalitions: [OwenValue.Coalition]) -> [Double] {
    let (before, after) = sides[mixture]
    let ends = (before.index, after.index)
    if let figures { return coalitions.map { $0[figures] ? ends.1 : ends.0 } }
    let framework = after.table.framework
    let scores = after.table.mixtures(coalitions.count) { leaf in
      guard let id = framework.nodes[leaf].indicator.map({ framework.indicators[$0].id }),
        let one = before.column(id)?.scores[before.row], let other = after.column(id)?.scores[after.row]
      else { return nil }
      let place = cells[id]
      return coalitions.map { made in place.map { made[$0] } == true ? other : one }
    }
    // Two states may lack different parts: what has none of any counts as half way between them.
    let middle = (ends.0 + ends.1) / 2
    return scores.map { $0.isNaN ? middle : $0 }
  }
}

extension ChangedCells.Side { var index: Double { table.score(Framework.root, row) ?? .nan } }

extension JudgementMixtures {
  /// The ranks of scores in each of its tables.
  struct Curves: Sendable {
    let before, after: [RankCurve]

    init(_ mixtures: JudgementMixtures) {
      (before, after) = (mixtures.before.map(RankCurve.init), mixtures.after.map(RankCurve.init))
    }
  }
}
