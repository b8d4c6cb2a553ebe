import Analysis
import Audit
import IndexModel
import Scoring

/// What there is to be said of one country, before it is laid out.
package struct CountryAnswer: Sendable {
  let table: ScoreTable
  let row: RowIndex
  let peers: Peers
  let interval: RankIntervals.Interval?
  let range: RankRange?
  /// Nil where years do not compare.
  let course: CountryCourse?
  /// Each dimension beside the peers.
  let dimensions: [PeerGap]
  /// Each indicator of weight beside the peers.
  let indicators: [PeerGap]
  /// The options by which the command was told of another lens, year or folder, to be repeated in commands.
  let options: [Option]

  /// An option as it was given; without a value for a flag.
  package typealias Option = (name: String, value: String?)

  package init(
    _ table: ScoreTable, _ row: RowIndex, _ peers: Peers, _ intervals: RankIntervals?, course: CountryCourse?,
    options: [Option]
  ) {
    (self.table, self.row, self.peers, self.course, self.options) = (table, row, peers, course, options)
    interval = RankIntervals.byRow(intervals, table)[row]
    range = RankRange.leavingOutEachDimension(table)[row]
    dimensions = table.dimensions.map { PeerGap(table, $0, row, peers) }
    indicators = table.weighedLeaves.map { PeerGap(table, $0, row, peers) }
  }

  /// So many strengths and weaknesses are shown.
  static let shown = 3

  var strengths: [PeerGap] { PeerGap.strengths(indicators, atMost: Self.shown) }
  var weaknesses: [PeerGap] { PeerGap.weaknesses(indicators, atMost: Self.shown) }

  private func leaves(where condition: (Cell) -> Bool) -> [NodeIndex] {
    table.weighedLeaves.filter { leaf in table.column(of: leaf).map { condition($0.cells[row]) } ?? false }
  }

  /// The indicators without a figure that nothing stands in for.
  var missing: [NodeIndex] { leaves { !$0.isPresent } }

  /// Those that a rule of the lens estimates.
  var estimated: [NodeIndex] { leaves { $0.isPresent && !$0.isMeasured } }

  /// Figures that are carried forward, the oldest first.
  var carried: [(node: NodeIndex, year: Year)] {
    let all = table.weighedLeaves.compactMap { leaf -> (node: NodeIndex, year: Year)? in
      guard let column = table.column(of: leaf), case .carried = column.cells[row] else { return nil }
      return (leaf, column.years[row])
    }
    return all.descending { Double(-$0.year) }
  }

  /// What to ask next: a command, and what it answers.
  var next: [(command: String, answer: String)] {
    let code = table.country(row).code.description
    func command(_ words: [String], without: String? = nil) -> String {
      let kept = options.filter { $0.name != without }.flatMap { option in
        [option.name] + (option.value.map { [Self.shellWord($0)] } ?? [])
      }
      return (["hsi"] + words + kept).joined(separator: " ")
    }
    let isRanked = table.rank(row) != nil
    let since = course.map { "\($0.since)-\(table.year)" }
    return (isRanked ? [(command(["levers", code]), "what raising one indicator brings")] : []) + [
      (command(["explain", code]), "every part, down to file and line")
    ] + (isRanked ? [(command(["audit", "--country", code]), "how far judgements move its rank")] : [])
      + (since.map {
        [(command(["history", code, "--years", $0], without: "--year"), "why it moved from year to year")]
      } ?? [])
  }

  /// A word as a shell reads it.
  private static func shellWord(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
