import Diagnostics
import IndexModel
import Ingest
import Scoring
import Tabular

extension Inspection {
  /// Checks whether countries stand to each other as a file of pairs expects: a warning for each that does not hold,
  /// a note for each that cannot be compared.
  /// - Parameter choices: the lenses that are asked; none for the default one.
  package mutating func checkPairs(_ path: String, by choices: [String]) {
    let text: SourceText
    do { text = try FileReading.table(path) } catch {
      found.append(
        .tables.unreadableFile, "the pairs cannot be read: \(error.reason)", at: .init(file: path),
        remedy: "name a file of pairs: higher,lower,score,year,reason")
      return
    }
    var own = Findings()
    let pairs = ExpectedPairs.read(text, catalogue.countries, cube.framework, into: &own)
    let lenses = LensFolder(beside: folder)
    let choices = choices.isEmpty ? [lenses.defaultChoice(into: &own)].compactMap(\.self) : choices
    for choice in choices {
      guard let lens = lenses.lens(choice, cube.framework, into: &own) else { continue }
      let name = choices.count > 1 ? " by \(LensFolder.name(choice))" : ""
      check(pairs, text, lens, name, into: &own)
    }
    found.append(contentsOf: own)
  }

  private func check(
    _ pairs: [ExpectedPair], _ text: SourceText, _ lens: Lens, _ name: String, into found: inout Findings
  ) {
    for year in Set(pairs.map(\.year)).sorted() {
      let table = cube.score(year, by: lens)
      for pair in pairs where pair.year == year {
        guard let finding = PairFinding(pair, table) else { continue }
        found.append(
          finding.kind, finding.message(cube, name), in: text, line: pair.line, column: 1,
          remedy: finding.kind.advice)
      }
    }
  }
}

/// What a table of scores says against a pair.
struct PairFinding {
  private let pair: ExpectedPair
  private let scores: (higher: Double?, lower: Double?)

  /// Nil for a pair that holds.
  init?(_ pair: ExpectedPair, _ table: ScoreTable) {
    func score(_ country: CountryIndex) -> Double? {
      table.row(of: country).flatMap { row in
        // Who is not ranked has no score of the index that may be compared.
        pair.node == Framework.root ? table.score(row) : table.score(pair.node, row)
      }
    }
    self.pair = pair
    scores = (score(pair.higher), score(pair.lower))
    if let higher = scores.higher, let lower = scores.lower, higher > lower { return nil }
  }

  var kind: FindingKind {
    scores.higher == nil || scores.lower == nil ? .checks.pairUnscored : .checks.pairBroken
  }

  func message(_ cube: ObservationCube, _ lens: String) -> String {
    let (higher, lower) = (cube.countries[pair.higher].name, cube.countries[pair.lower].name)
    let what = pair.score == "index" ? "the index" : pair.score
    guard let own = scores.higher, let other = scores.lower else {
      let lacking = [(higher, scores.higher), (lower, scores.lower)].filter { $0.1 == nil }.map(\.0)
      return
        "\(CountWords.list(lacking)) \(lacking.count == 1 ? "has" : "have") no score of \(what) in \(pair.year)\(lens)"
    }
    let relation = own == other ? "stands level with" : "stands below"
    return "\(higher) \(relation) \(lower) in \(what), \(pair.year)\(lens): "
      + "\(CSVText.shortest((own * 100).rounded() / 100)) and \(CSVText.shortest((other * 100).rounded() / 100)), "
      + "though: \(pair.reason)"
  }
}
