import Analysis
import Audit
import IndexModel
import Reporting
import Scoring

/// The scores and ranks of one year under one lens.
public struct IndexRanking {
  private let workspace: Workspace
  private let table: ScoreTable
  private let intervals: RankIntervals?
  /// The name of the lens.
  public let lens: String
  /// The title that the lens gives itself.
  public let title: String
  /// The reference year.
  public let year: Int
  /// What is doubtful in figures and lens; nothing of it stops a score.
  public let findings: [Finding]
  /// The countries in order of rank, the unranked last, by code.
  public let countries: [CountryScore]

  init(_ workspace: Workspace, _ table: ScoreTable, _ findings: [Finding]) {
    (self.workspace, self.table, self.findings) = (workspace, table, findings)
    (lens, title, year) = (table.lens.name, table.lens.title, table.year)
    let intervals = RankIntervals(table)
    self.intervals = intervals
    countries = table.order.map(CountryScore.each(table, intervals))
  }

  /// A country by its code or any of its names.
  /// - Throws: `IndexError` where no country of the ranking is known by that name.
  public func country(_ name: String) throws(IndexError) -> CountryScore {
    try IndexError.wrapping {
      let place = try workspace.place(name, in: table)
      return CountryScore.each(table, intervals)(place)
    }
  }

  /// A country's score taken apart: every indicator of weight, down to file and line of its figure.
  /// - Throws: `IndexError` where no country of the ranking is known by that name.
  public func indicators(of name: String) throws(IndexError) -> [IndicatorScore] {
    try IndexError.wrapping {
      let place = try workspace.place(name, in: table)
      let parts = table.contributions(to: Framework.root, place)
      return table.framework.nodeIndices.compactMap { node in
        table.column(of: node).map { IndicatorScore(table, place, $0, parts[node]) }
      }
    }
  }

  /// Audits the weighting: how far each rank can be pushed, and by whose judgement.
  /// - Parameters:
  ///   - weights: the weights that count as possible: `box:25%`, `simplex`, `ordinal` or `cone:0.2`, as
  ///     `hsi audit --weights` takes them.
  ///   - samples: how many weights are drawn, 100 to 100,000,000.
  ///   - seed: of the draws.
  /// - Throws: `IndexError` where there is no such set, the lens's weights make none, or `samples` is out of
  ///   its range.
  public func audit(weights: String = "box:25%", samples: Int = 20_000, seed: UInt64 = 1) throws(IndexError)
    -> IndexAudit
  { try IndexError.wrapping { try IndexAudit(table, weights: weights, samples: samples, seed: seed) } }

  /// Writes the report in place of the last one, all files in one step.
  /// - Parameter folder: where; nil for Reports/ beside the folder of figures.
  /// - Returns: the path of the folder.
  /// - Throws: `IndexError` where the folder holds anything but a report, or cannot be written.
  @discardableResult public func writeReport(to folder: String? = nil) throws(IndexError) -> String {
    try IndexError.wrapping { try workspace.writeReport(table, to: folder).folder }
  }

  /// The ranking as CSV, with the columns of `hsi score --format csv`.
  public var csv: String { ScoreCSV.countries(table, table.order, intervals) }
}

extension CountryScore {
  /// Makes the scores of countries of a table.
  fileprivate static func each(_ table: ScoreTable, _ intervals: RankIntervals?) -> (RowIndex) -> CountryScore
  {
    let own = RankIntervals.byRow(intervals, table)
    let ranges = RankRange.leavingOutEachDimension(table)
    return { CountryScore(table, $0, own[$0], ranges[$0]) }
  }

  private init(
    _ table: ScoreTable, _ place: RowIndex, _ interval: RankIntervals.Interval?, _ range: RankRange?
  ) {
    let country = table.country(place)
    code = country.code.description
    name = country.name
    rank = table.rank(place)
    rankInterval = interval.map { $0.low...max($0.low, $0.high) }
    tier = interval?.tier
    rankRangeLeavingOneOut = range.map { $0.best...max($0.best, $0.worst) }
    unrankedBecause = if case .withheld(let reason) = table.standings[place] { reason } else { nil }
    score = table.score(place)
    coverage = table.coverage(place)
    let parts = table.contributions(to: Framework.root, place)
    dimensions = table.dimensions.map { node in
      DimensionScore(
        name: table.framework.nodes[node].name, score: table.score(node, place), weight: parts[node].weight,
        points: parts[node].points)
    }
  }
}

extension IndicatorScore {
  fileprivate init(_ table: ScoreTable, _ place: RowIndex, _ column: IndicatorColumn, _ share: Contribution) {
    let definition = table.framework.indicators[column.indicator]
    let source = table.provenance(column.indicator, place)
    identifier = definition.id.rawValue
    name = definition.name
    unit = definition.unit
    dimension = definition.dimension?.description ?? ""
    value = column.cells[place].isPresent ? column.values[place] : nil
    score = column.scores[place].isNaN ? nil : column.scores[place]
    weight = share.weight
    points = share.points
    status = column.cells[place].word
    year = column.cells[place].isMeasured ? column.years[place] : nil
    file = source?.file
    line = source?.line
  }
}
