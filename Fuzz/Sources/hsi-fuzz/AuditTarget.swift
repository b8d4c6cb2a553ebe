import Audit
import IndexModel
import Reporting
import Scoring

/// An audit of made-up scores proves nothing that a draw of weights contradicts.
///
/// The last eight bytes choose the lens and the set of weights; of the rest the first says how many
/// dimensions there are, each other one is a score: 0–200 halved, above that missing. Coarse as they
/// are, they tie often.
enum AuditTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let cells = bytes.dropLast(8)
    guard let first = cells.first else { return }
    let nodes = 1 + Int(first) % 6
    let table = table(Array(cells.dropFirst().prefix(16 * nodes)), nodes, &choices)
    var settings = AuditSettings()
    settings.kind = kind(&choices)
    settings.samples = 128
    settings.limit = 200
    let findings = AuditRun(table, settings)()
    let page = AuditPage(findings)
    _ = page.plain(width: 80, bold: false) + page.markdown + page.csv + page.json.pretty
    for own in AuditAnalysis.tables { _ = own.table(findings).csv }
    guard let scores = findings.scores, let set = findings.set else { return }
    check(findings, scores, set)
  }

  private static func kind(_ choices: inout Choices) -> WeightSet.Kind {
    switch choices.next(below: 4) {
    case 0: .simplex
    case 1: .ordinal
    case 2: .box(Double(1 + choices.next(below: 200)) / 100)
    default: .cone(Double(1 + choices.next(below: 100)) / 100)
    }
  }

  private static func table(_ cells: [UInt8], _ nodes: Int, _ choices: inout Choices) -> ScoreTable {
    let people = "ABCDEFGHIJKLMNOP".prefix(cells.count / nodes).compactMap { letter in
      CountryCode("AA\(letter)").map { Country(code: $0, name: "Country \(letter)") }
    }
    let framework = Framework(
      (0..<nodes).compactMap { node in
        IndicatorID("i\(node)").map {
          Indicator(
            id: $0, dimension: DimensionPath("d\(node)"), name: "", unit: "",
            goalposts: Goalposts(worst: 0, best: 100))
        }
      })
    let series = (0..<nodes).map { node in
      var block = FigureBlock(countryCount: people.count, years: 2020...2020, files: ["f.csv"])
      for country in people.indices where cells[country * nodes + node] <= 200 {
        block.fill(
          CountryIndex(country), 2020, with: Double(cells[country * nodes + node]) / 2, file: 0,
          line: country + 2)
      }
      return Series(block)
    }
    var lens = Lens(name: "fuzz")
    lens.dimensionsRequired = 1 + choices.next(below: nodes)
    lens.aggregation.dimensions = [.arithmetic, .geometric, .harmonic, .power][choices.next(below: 4)]
    for node in 0..<nodes {
      let path = DimensionPath("d\(node)")
      if let path { lens.weights[path] = Double(choices.next(below: 5)) }
    }
    return ObservationCube(countries: people, framework: framework, series: series).score(2020, by: lens)
  }

  private static func check(_ findings: AuditFindings, _ scores: LinearScores, _ set: WeightSet) {
    let table = findings.table
    for bounds in findings.bounds ?? [] {
      let name = table.country(bounds.country).name
      for end in [bounds.best, bounds.worst] {
        expect(set.contains(end.weights), "the weights behind an end of \(name) are in the set")
        let rank = rank(of: bounds.country, table.auditedScores(end.weights, level: .dimension))
        expect(rank == end.attained, "\(name) attains \(end.attained), ranked anew \(rank)")
      }
      expect(bounds.best.proven <= bounds.best.attained, "the best of \(name) is within its bound")
      expect(bounds.worst.proven >= bounds.worst.attained, "the worst of \(name) is within its bound")
    }
    let sampler = WeightSampler(set)
    var weights = [Double](repeating: 0, count: set.count)
    for stream in 0..<32 as Range<UInt64> {
      var generator = CounterGenerator(seed: 3, stream: stream)
      sampler.draw(&generator, into: &weights)
      expect(set.contains(weights), "what is drawn is in the set: \(weights)")
      let drawn = table.auditedScores(weights, level: .dimension)
      for bounds in findings.bounds ?? [] {
        let rank = rank(of: bounds.country, drawn)
        let range = bounds.best.proven...bounds.worst.proven
        expect(range.contains(rank), "\(rank) is within \(range) under \(weights)")
      }
    }
    for own in findings.importance ?? [] where own.covarianceShare.isNaN {
      expect(false, "a share of the differences is a number")
    }
  }

  private static func rank(of country: RowIndex, _ scores: [Double]) -> Int {
    1 + scores.count { $0 > scores[country] }
  }
}
