import HumanSecurityIndex
import Audit
import BenchSupport
import CRankKernel
import Glibc
import IndexModel
import Scoring

// bench-audit FILE COUNTRIES NODES TASK SET COUNT: FILE holds Doubles, country by country the scores of
// dimensions, NaN where missing; they are joined by a geometric mean of equal weights.
//
// Every task prints the seconds that passed, those of processor on all cores, and then:
//
// TASK  ranks    draws COUNT weights and ranks under each: the mean rank of the first row
//       draws    draws COUNT weights alone: the mean of the first
//       bounds   bounds ranks in at most COUNT branches: how many are exact, and the sum of the
//                best and worst ranks attained of every sixteenth country
//       sobol    Sobol' indices from COUNT points, each weight one of so many judgements and free within
//                a quarter; then on a line of its own the seconds for the intervals of the mean shift
//                of ranks and of every country's rank: the total effect of the first on that shift

/// What some work comes to, after its seconds.
func timed(_ work: () -> String) {
  let clocks = [CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID]
  let starts = clocks.map(seconds)
  let result = work()
  let taken = zip(clocks, starts).map { seconds($0) - $1 }
  print(taken[0], taken[1], result)
}

func table(_ values: [Double], _ countries: Int, _ nodes: Int) -> ScoreTable {
  let framework = Framework(
    (0..<nodes).compactMap { node in
      IndicatorID("i\(node)").map {
        Indicator(
          id: $0, dimension: DimensionPath("d\(node)"), name: "", unit: "",
          goalposts: Goalposts(worst: 0, best: 100))
      }
    })
  let series = (0..<nodes).map { node in
    var block = FigureBlock(countryCount: countries, years: 2020...2020, files: ["f.csv"])
    for country in 0..<countries {
      let value = values[country * nodes + node]
      if !value.isNaN { block.fill(CountryIndex(country), 2020, with: value, file: 0, line: country + 2) }
    }
    return Series(block)
  }
  var lens = Lens(name: "bench")
  lens.dimensionsRequired = 1
  return ObservationCube(countries: BenchSupport.countries(countries), framework: framework, series: series)
    .score(2020, by: lens)
}

func drawn(_ set: WeightSet, _ count: Int) -> Double {
  let sampler = WeightSampler(set)
  var weights = [Double](repeating: 0, count: set.count)
  var sum = 0.0
  for replicate in 0..<count {
    var generator = CounterGenerator(seed: 1994, stream: UInt64(replicate))
    sampler.draw(&generator, into: &weights)
    sum += weights[0]
  }
  return sum / Double(count)
}

/// Sobol' indices of each weight, for the mean shift of ranks and every country's rank.
func indices(_ scores: LinearScores, _ points: Int) -> SobolIndices {
  let (nodes, count) = (scores.nodes.count, scores.countries.count)
  let padded = (count + 63) / 64 * 64
  var columns: [Double] = []
  for node in 0..<nodes {
    columns += scores.values[node * count..<(node + 1) * count]
    columns += repeatElement(0, count: padded - count)
  }
  return SobolIndices(
    groups: scores.nodes.map { _ in 1 }, outputs: 1 + count, baseSamples: points, seed: 1994
  ) { [columns] in
    var weights = [Double](repeating: 0, count: nodes)
    var sums = [Double](repeating: 0, count: padded)
    var ranks = [UInt16](repeating: 0, count: padded)
    return { point, outputs in
      for node in 0..<nodes { weights[node] = 0.75 + 0.5 * point[node] }
      rank_countries(columns, nodes, padded, count, weights, &sums, &ranks)
      var shift = 0.0
      for country in 0..<count {
        outputs[1 + country] = Double(ranks[country]) + 1
        shift += abs(Double(ranks[country]) - Double(country))
      }
      outputs[0] = shift / Double(count)
    }
  }
}

func run() throws {
  let arguments = CommandLine.arguments
  guard arguments.count == 7, let countries = Int(arguments[2]), let nodes = Int(arguments[3]),
    let kind = WeightSet.Kind(arguments[5]), let count = Int(arguments[6])
  else { throw Failure(message: "usage: bench-audit FILE COUNTRIES NODES TASK SET COUNT") }
  let table = table(try figures(arguments[1], count: countries * nodes), countries, nodes)
  guard let scores = LinearScores(table), let set = WeightSet(kind, nominal: scores.weights) else {
    throw Failure(message: "nothing to audit")
  }
  switch arguments[4] {
  case "ranks":
    timed {
      let all = Acceptability(scores, set, samples: count, seed: 1994)
      return "\(scores.countries.firstIndex(of: RowIndex(0)).map { all.mean($0).value } ?? 0)"
    }
  case "draws": timed { "\(drawn(set, count))" }
  case "bounds":
    timed {
      let all = RankBoundSearch(table, scores, set, limit: count).run()
      let some = all.filter { $0.country.value % 16 == 0 }
      let sum = some.reduce(0) { $0 + $1.best.attained + $1.worst.attained }
      return "\(all.count { $0.isExact }) \(sum)"
    }
  case "sobol":
    var found: SobolIndices?
    timed {
      found = indices(scores, count)
      return ""
    }
    timed {
      let effects = (0...scores.countries.count).map { found?.effects(of: $0) }
      return "\(effects[0]?[0].total.value ?? 0)"
    }
  default: throw Failure(message: "no task \(arguments[4])")
  }
}

main(run)
